import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Twilio } from 'twilio';
import { z } from 'zod';
import { fetchAnswer, NoAnswerError } from '../common/fetch-answer.ts';
import { askTwilio as ask, toApiError } from './ask-twilio.ts';
import type { AssetHost, HostedFile } from './asset-host.ts';
import { TwilioApiError } from './twilio-api.ts';

/** Maximum lengths of the lists that are requested. An account has fewer services, and a fallback has fewer files. */
const most = { services: 1000, environments: 100, assets: 1000, builds: 200 } as const;

/** Twilio is asked at most `asked` times whether a build has ended, every `every` milliseconds. */
const builds = { asked: 60, every: 2000 } as const;

const sidOf = (kind: string) => z.string().regex(new RegExp(`^${kind}[0-9a-f]{32}$`, 'i'));
const named = z.object({ sid: sidOf('ZS'), uniqueName: z.string() });
const environment = z.object({
  sid: sidOf('ZE'),
  uniqueName: z.string(),
  domainName: z.string().regex(/^[a-z0-9.-]+(?::\d+)?$/i),
  buildSid: z.string().nullish(),
});
const asset = z.object({ sid: sidOf('ZH'), friendlyName: z.string() });
const version = z.object({ sid: sidOf('ZN'), path: z.string() });
const build = z.object({ sid: sidOf('ZB'), status: z.string(), assetVersions: z.array(version).nullish() });

interface TwilioAssetsParts {
  readonly client: Twilio;
  /** The value of the header `Authorization`. */
  readonly authorization: string;
  /** The scheme of the addresses of the files. It is `http` only for a test server on this machine. */
  readonly scheme: 'https' | 'http';
  /** The server that receives files. */
  readonly uploadAt: string;
  /** The public address of the line to which the files belong; an account can have several lines. */
  readonly line: string;
  /** Milliseconds after which Twilio is asked again whether a build has ended; `builds.every` by default. */
  readonly buildEvery?: number;
}

/**
 * Stores files in the account's own Assets. Twilio itself serves them, without a limit on simultaneous calls.
 * https://www.twilio.com/docs/serverless/api
 */
export function createTwilioAssets(parts: TwilioAssetsParts): AssetHost {
  const { client, line, scheme, buildEvery = builds.every } = parts;
  const { services } = client.serverless.v1;
  const ours = `kotozute-${createHash('sha256').update(line).digest('hex').slice(0, 16)}`;

  const openService = async (): Promise<string> => {
    const all = await ask(z.array(named), () => services.list({ limit: most.services }));
    const found = all.find(({ uniqueName }) => uniqueName === ours);
    if (found) return found.sid;
    const settings = { uniqueName: ours, friendlyName: `Kotozute, fallback of ${line}`, includeCredentials: false };
    return (await ask(named, () => services.create(settings))).sid;
  };
  const openEnvironment = async (service: string) => {
    const { environments } = services(service);
    const all = await ask(z.array(environment), () => environments.list({ limit: most.environments }));
    const found = all.find(({ uniqueName }) => uniqueName === 'live');
    return found ?? (await ask(environment, () => environments.create({ uniqueName: 'live', domainSuffix: 'live' })));
  };

  return {
    async address() {
      return `${scheme}://${(await openEnvironment(await openService())).domainName}/`;
    },
    async replace(files) {
      const service = await openService();
      const { sid, buildSid } = await openEnvironment(service);
      const { assets, builds: allBuilds, environments } = services(service);
      const before = buildSid ? await ask(build, () => allBuilds(buildSid).fetch()) : null;
      const there = new Map((before?.assetVersions ?? []).map((each) => [each.path, each.sid]));
      const known = await ask(z.array(asset), () => assets.list({ limit: most.assets }));
      const versions: string[] = [];
      for (const file of files) {
        const reused = isNamedByHash(file) ? there.get(`/${file.name}`) : undefined;
        if (reused !== undefined) {
          versions.push(reused);
          continue;
        }
        const found = known.find(({ friendlyName }) => friendlyName === file.name);
        const to = found ?? (await ask(asset, () => assets.create({ friendlyName: file.name })));
        versions.push(await upload(parts, `/v1/Services/${service}/Assets/${to.sid}/Versions`, file));
      }
      const made = await ask(build, () => allBuilds.create({ assetVersions: versions }));
      await untilBuilt(
        () => ask(z.object({ status: z.string() }), () => allBuilds(made.sid).buildStatus().fetch()),
        buildEvery,
      );
      await ask(z.unknown(), () => environments(sid).deployments.create({ buildSid: made.sid }));
      // Builds and files that cannot be removed now are removed at the next replacement.
      await removeOld(made.sid, new Set(files.map(({ name }) => name))).catch(() => {});

      async function removeOld(live: string, names: ReadonlySet<string>): Promise<void> {
        const old = await ask(z.array(build), () => allBuilds.list({ limit: most.builds }));
        for (const each of old) if (each.sid !== live) await ask(z.unknown(), () => allBuilds(each.sid).remove());
        for (const each of known) {
          if (!names.has(each.friendlyName)) await ask(z.unknown(), () => assets(each.sid).remove());
        }
      }
    },
  };
}

const isNamedByHash = ({ name }: HostedFile): boolean => /^[0-9a-f]{64}\.wav$/.test(name);

/** Sends a file directly, because Twilio's package cannot send files. @returns the SID of the new version */
async function upload({ authorization, uploadAt }: TwilioAssetsParts, path: string, file: HostedFile): Promise<string> {
  const form = new FormData();
  form.set('Path', `/${file.name}`);
  form.set('Visibility', 'public');
  form.set('Content', new Blob([Buffer.from(file.bytes)], { type: file.type }), file.name);
  try {
    const headers = { Authorization: authorization };
    const { status, text } = await fetchAnswer(`${uploadAt}${path}`, { method: 'POST', body: form, headers });
    if (status < 200 || status > 299) throw toApiError({ status });
    return z.object({ sid: sidOf('ZN') }).parse(JSON.parse(text)).sid;
  } catch (error) {
    if (error instanceof TwilioApiError) throw error;
    if (error instanceof NoAnswerError) throw new TwilioApiError('unreachable', error.code);
    throw new TwilioApiError('unreadable', 'upload');
  }
}

async function untilBuilt(ask: () => Promise<{ status: string }>, every: number): Promise<void> {
  for (let time = 0; time < builds.asked; time += 1) {
    const { status } = await ask();
    if (status === 'completed') return;
    if (status === 'failed') break;
    await setTimeout(every);
  }
  throw new TwilioApiError('build-failed', 'the build failed or did not end');
}
