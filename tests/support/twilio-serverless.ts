import type { IncomingMessage } from 'node:http';
import { refusal, type TwilioAnswer } from './twilio-description.ts';

interface Version {
  readonly sid: string;
  readonly path: string;
  readonly asset: string;
  readonly type: string;
  readonly bytes: Buffer;
}

interface Build {
  readonly sid: string;
  readonly versions: readonly Version[];
  /** How often the status of the build was requested. */
  asked: number;
}

const notFound = refusal(404, 20404, 'The requested resource was not found');
const invalid = (what: string): TwilioAnswer => refusal(400, 20001, `Invalid ${what}`);

/**
 * Twilio's Assets on this machine. They consist of the files, and the part of the Serverless API that manages files.
 */
export class TwilioServerless {
  /** The host and port from which the files are served, such as `127.0.0.1:8080`. */
  domain = '';
  /** How many requests for the status of a build are answered with `building`. If it is negative, builds fail. */
  buildsFor = 1;
  services: { sid: string; name: string }[] = [];
  environment: { sid: string; build: Build | null } | null = null;
  assets: { sid: string; name: string }[] = [];
  builds: Build[] = [];
  readonly #versions = new Map<string, Version>();
  #last = 0;

  /** The file at a path in the deployed build; null if there is none. */
  file(path: string): Version | null {
    return this.environment?.build?.versions.find((each) => each.path === path) ?? null;
  }

  #sid(kind: string): string {
    this.#last += 1;
    return kind + String(this.#last).padStart(32, '0');
  }

  /**
   * Answers a request that the descriptions allow.
   * @returns null for an address of another API
   */
  async answer(request: IncomingMessage, body: Buffer): Promise<TwilioAnswer | null> {
    const { method = '', url = '' } = request;
    const { pathname } = new URL(url, 'http://twilio.invalid');
    if (!pathname.startsWith('/v1/Services')) return null;
    const [, service, kind = 'Services', sid, below, sub] =
      /^\/v1\/Services(?:\/(ZS[0-9a-f]{32})(?:\/(\w+)(?:\/(Z[A-Z][0-9a-f]{32})(?:\/(\w+)(?:\/(\w+))?)?)?)?)?$/.exec(
        pathname,
      ) ?? [];
    if (service !== undefined && !this.services.some((each) => each.sid === service)) return notFound;
    const what = `${method} ${[kind, sid && 'one', below, sub].filter(Boolean).join('/')}`;
    const form = what.endsWith('Versions') ? new URLSearchParams() : new URLSearchParams(body.toString());
    switch (what) {
      case 'GET Services':
        return list(
          'services',
          this.services.map(({ sid, name }) => ({ sid, unique_name: name })),
        );
      case 'POST Services': {
        const name = form.get('UniqueName') ?? '';
        if (this.services.some((each) => each.name === name)) return invalid('UniqueName');
        return this.#made('ZS', (sid) => {
          this.services.push({ sid, name });
          return { sid, unique_name: name };
        });
      }
      case 'GET Environments':
        return list('environments', this.environment ? [this.#environment()] : []);
      case 'POST Environments':
        return this.#made('ZE', (sid) => {
          this.environment = { sid, build: null };
          return this.#environment();
        });
      case 'POST Environments/one/Deployments': {
        const { environment } = this;
        if (environment?.sid !== sid) return notFound;
        const build = this.builds.find((each) => each.sid === form.get('BuildSid'));
        // Twilio refuses to deploy a build that is not completed.
        if (!environment || !build || this.#build(build).status !== 'completed') return invalid('BuildSid');
        environment.build = build;
        return this.#made('ZD', (deployment) => ({ sid: deployment }));
      }
      case 'GET Assets':
        return list(
          'assets',
          this.assets.map(({ sid, name }) => ({ sid, friendly_name: name })),
        );
      case 'POST Assets':
        return this.#made('ZH', (sid) => {
          const name = form.get('FriendlyName') ?? '';
          this.assets.push({ sid, name });
          return { sid, friendly_name: name };
        });
      case 'DELETE Assets/one':
        if (!this.assets.some((each) => each.sid === sid)) return notFound;
        // Twilio refuses to remove an asset that a build still contains.
        if (this.builds.some(({ versions }) => versions.some(({ asset }) => asset === sid))) return invalid('Asset');
        this.assets = this.assets.filter((each) => each.sid !== sid);
        return [204, null];
      case 'POST Assets/one/Versions':
        return this.#upload(request, body, sid ?? '');
      case 'GET Builds':
        return list(
          'builds',
          this.builds.map((each) => this.#build(each)),
        );
      case 'POST Builds': {
        const versions = form.getAll('AssetVersions').map((each) => this.#versions.get(each));
        if (!versions.every((each) => each !== undefined)) return invalid('AssetVersions');
        return this.#made('ZB', (made) => {
          const build: Build = { sid: made, versions, asked: 0 };
          this.builds.push(build);
          return this.#build(build);
        });
      }
      case 'GET Builds/one':
      case 'GET Builds/one/Status': {
        const build = this.builds.find((each) => each.sid === sid);
        if (!build) return notFound;
        if (below) build.asked += 1;
        return [200, this.#build(build)];
      }
      case 'DELETE Builds/one':
        if (!this.builds.some((each) => each.sid === sid)) return notFound;
        if (this.environment?.build?.sid === sid) return invalid('Build');
        this.builds = this.builds.filter((each) => each.sid !== sid);
        return [204, null];
      default:
        return notFound;
    }
  }

  #environment() {
    const { sid = '', build = null } = this.environment ?? {};
    return { sid, unique_name: 'live', domain_name: this.domain, build_sid: build?.sid ?? null };
  }

  #build({ sid, versions, asked }: Build) {
    const status = this.buildsFor < 0 ? 'failed' : asked > this.buildsFor ? 'completed' : 'building';
    return { sid, status, asset_versions: versions.map(({ sid, path, asset }) => ({ sid, path, asset_sid: asset })) };
  }

  #made(kind: string, make: (sid: string) => object): TwilioAnswer {
    return [201, make(this.#sid(kind))];
  }

  async #upload({ headers }: IncomingMessage, body: Buffer, asset: string): Promise<TwilioAnswer> {
    if (!this.assets.some(({ sid }) => sid === asset)) return notFound;
    const given = await new Response(new Uint8Array(body), {
      headers: { 'Content-Type': headers['content-type'] ?? '' },
    }).formData();
    const [path, content] = [given.get('Path'), given.get('Content')];
    if (typeof path !== 'string' || !/^\/.{1,254}$/.test(path)) return invalid('Path');
    if (given.get('Visibility') !== 'public') return invalid('Visibility');
    if (!(content instanceof Blob)) return invalid('Content');
    if ([...given.keys()].length !== 3) return invalid('field');
    const sid = this.#sid('ZN');
    const bytes = Buffer.from(await content.arrayBuffer());
    this.#versions.set(sid, { sid, path, asset, type: content.type, bytes });
    return [201, { sid, path }];
  }
}

const list = (key: string, items: readonly object[]): TwilioAnswer => [
  200,
  { meta: { page: 0, page_size: 50, first_page_url: '', url: '', next_page_url: null, key }, [key]: items },
];
