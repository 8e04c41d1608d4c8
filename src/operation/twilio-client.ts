import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import { z } from 'zod';
import { askTwilio } from './ask-twilio.ts';
import type { NumberSettings, TwilioApi, TwilioNumber } from './twilio-api.ts';
import { createTwilioAssets } from './twilio-assets.ts';

/** Milliseconds for one answer of the API. */
const patience = 10_000;

/** More numbers than a line has; further ones are not looked at. */
const mostNumbers = 200;
/** More prefixes than a country has. */
const mostPrefixes = 1000;

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const account = z.object({ status: z.string(), type: z.string() });
const number = z.object({
  sid: z.string().regex(/^PN[0-9a-f]{32}$/i),
  phoneNumber: z.string(),
  capabilities: z.object({ voice: z.boolean().optional() }).nullish(),
  voiceUrl: text,
  voiceMethod: text,
  voiceFallbackUrl: text,
  voiceFallbackMethod: text,
  statusCallback: text,
  statusCallbackMethod: text,
  voiceApplicationSid: text,
  trunkSid: text,
});
const country = z.object({ lowRiskNumbersEnabled: z.boolean(), highRiskSpecialNumbersEnabled: z.boolean() });
const prefixes = z.array(z.object({ prefix: z.string() }));

/** The account to ask about. */
interface Credentials {
  readonly accountSid: string;
  readonly authToken: string;
}

/** What a client can be given besides. */
interface ClientOptions {
  /** The address of a server in Twilio's place, for tests; null for Twilio. */
  readonly server: string | null;
  /** The public address of the line: its files are kept apart from those of others. */
  readonly line: string;
  /** Milliseconds between two questions whether files are there; two seconds by default. */
  readonly buildEvery?: number;
}

/** Twilio's API, through its own package. */
export function createTwilioClient({ accountSid, authToken }: Credentials, options: ClientOptions): TwilioApi {
  const { server, ...ofFiles } = options;
  const http = new Requests(server);
  const client = twilio(accountSid, authToken, { httpClient: http });
  return {
    files: createTwilioAssets({
      client,
      ...ofFiles,
      authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
      scheme: server === null ? 'https' : 'http',
      uploadAt: server ?? 'https://serverless-upload.twilio.com',
    }),
    get time() {
      return http.time;
    },
    account: () => askTwilio(account, () => client.api.v2010.accounts(accountSid).fetch()),
    async numbers() {
      const all = await askTwilio(z.array(number), () =>
        client.incomingPhoneNumbers.list({ limit: mostNumbers, pageSize: mostNumbers }),
      );
      return all.map(
        ({ phoneNumber, capabilities, ...each }): TwilioNumber => ({
          ...each,
          number: phoneNumber,
          hasVoice: capabilities?.voice !== false,
        }),
      );
    },
    async change(sid, settings) {
      await askTwilio(z.unknown(), () => client.incomingPhoneNumbers(sid).update(toUpdate(settings)));
    },
    async call({ to, from, url, method }) {
      await askTwilio(z.unknown(), () => client.calls.create({ to, from, url, method }));
    },
    async dialling() {
      const japan = client.voice.v1.dialingPermissions.countries('JP');
      const [permissions, special] = [
        await askTwilio(country, () => japan.fetch()),
        await askTwilio(prefixes, () =>
          japan.highriskSpecialPrefixes.list({ limit: mostPrefixes, pageSize: mostPrefixes }),
        ),
      ];
      return {
        ordinary: permissions.lowRiskNumbersEnabled,
        special: permissions.highRiskSpecialNumbersEnabled,
        // Twilio writes them for readers: `+81 (57)`.
        specialPrefixes: special.map(({ prefix }) => prefix.replaceAll(/[^+\d]/g, '')),
      };
    },
  };
}

type RequestOptions<Data> = RequestClient.RequestOptions<Data>;

type Update = NonNullable<Parameters<ReturnType<ReturnType<typeof twilio>['incomingPhoneNumbers']>['update']>[0]>;

const toUpdate = (settings: Partial<NumberSettings>): Update => settings as Update;

/** The package's own requests, which can go to another server, and remember the time of the last answer. */
class Requests extends twilio.RequestClient {
  readonly #server: string | null;
  time: number | null = null;

  constructor(server: string | null) {
    super({ timeout: patience, keepAlive: false });
    this.#server = server;
  }

  override async request<Data>(options: RequestOptions<Data>) {
    const { pathname, search } = new URL(options.uri);
    const uri = this.#server === null ? options.uri : `${this.#server}${pathname}${search}`;
    const answer = await super.request<Data>({ ...options, uri, timeout: patience, allowRedirects: false });
    const date = Date.parse(String(Reflect.get(Object(answer.headers), 'date')));
    if (!Number.isNaN(date)) this.time = date;
    return answer;
  }
}
