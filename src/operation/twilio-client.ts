import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import { z } from 'zod';
import { askTwilio } from './ask-twilio.ts';
import type { NumberSettings, TwilioApi, TwilioNumber } from './twilio-api.ts';
import { createTwilioAssets } from './twilio-assets.ts';

/** Maximum number of milliseconds for one answer of the API, from the request to the last byte. */
const longestAnswer = 10_000;

/** Maximum number of telephone numbers of the account that are read. */
const mostNumbers = 200;
/** Maximum number of prefixes that are read. A country has fewer. */
const mostPrefixes = 1000;

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
/**
 * An address that Twilio requests. It may be the address of another service, with a user name and a password. These are
 * replaced by `…`, so that they are never shown.
 */
const address = text.transform((value) => value.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#]*@/i, '$1…@'));
const account = z.object({ status: z.string(), type: z.string() });
const number = z.object({
  sid: z.string().regex(/^PN[0-9a-f]{32}$/i),
  phoneNumber: z.string(),
  capabilities: z.object({ voice: z.boolean().optional() }).nullish(),
  voiceUrl: address,
  voiceMethod: text,
  voiceFallbackUrl: address,
  voiceFallbackMethod: text,
  statusCallback: address,
  statusCallbackMethod: text,
  voiceApplicationSid: text,
  trunkSid: text,
});
const country = z.object({ lowRiskNumbersEnabled: z.boolean(), highRiskSpecialNumbersEnabled: z.boolean() });
const prefixes = z.array(z.object({ prefix: z.string() }));

/** The credentials of the account. */
interface Credentials {
  readonly accountSid: string;
  readonly authToken: string;
}

/** Further options of a client. */
interface ClientOptions {
  /** The address of a server that takes Twilio's place in tests; null for Twilio. */
  readonly server: string | null;
  /** The public address of the line. The files of different lines are stored separately. */
  readonly line: string;
  /** Milliseconds after which Twilio is asked again whether a build has ended; 2000 by default. */
  readonly buildEvery?: number;
  /** Maximum number of milliseconds for one answer of the API; 10 000 by default. */
  readonly patience?: number;
}

/** Twilio's API, through Twilio's own package. */
export function createTwilioClient({ accountSid, authToken }: Credentials, options: ClientOptions): TwilioApi {
  const { server, patience = longestAnswer, ...ofFiles } = options;
  const http = new Requests(server, patience);
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
        // Twilio writes prefixes for human readers, such as `+81 (57)`.
        specialPrefixes: special.map(({ prefix }) => prefix.replaceAll(/[^+\d]/g, '')),
      };
    },
  };
}

type RequestOptions<Data> = RequestClient.RequestOptions<Data>;

type Update = NonNullable<Parameters<ReturnType<ReturnType<typeof twilio>['incomingPhoneNumbers']>['update']>[0]>;

const toUpdate = (settings: Partial<NumberSettings>): Update => settings as Update;

/**
 * The HTTP client of the package. In tests, one server takes the place of all of Twilio's hosts. It gets all requests,
 * and the header `Host` says for which host a request is meant. The client also remembers the time of the last answer.
 */
class Requests extends twilio.RequestClient {
  readonly #server: string | null;
  time: number | null = null;

  constructor(server: string | null, patience: number) {
    super({ timeout: patience, keepAlive: false });
    this.#server = server;
    // The package's own timeout restarts with every byte, so an answer that arrives byte by byte would never time out.
    this.axios.interceptors.request.use((request) => ({ ...request, signal: AbortSignal.timeout(patience) }));
  }

  override async request<Data>(options: RequestOptions<Data>) {
    const { host, pathname, search } = new URL(options.uri);
    const sent =
      this.#server === null
        ? options
        : { ...options, uri: `${this.#server}${pathname}${search}`, headers: { ...options.headers, Host: host } };
    const answer = await super.request<Data>({ ...sent, allowRedirects: false });
    const date = Date.parse(String(Reflect.get(Object(answer.headers), 'date')));
    if (!Number.isNaN(date)) this.time = date;
    return answer;
  }
}
