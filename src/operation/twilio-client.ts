import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import { z } from 'zod';
import { codeOf } from '../common/errors.ts';
import { type NumberSettings, type TwilioApi, TwilioApiError, type TwilioNumber } from './twilio-api.ts';

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
  ...{ voiceUrl: text, voiceMethod: text, voiceFallbackUrl: text, voiceFallbackMethod: text },
  ...{ statusCallback: text, statusCallbackMethod: text, voiceApplicationSid: text, trunkSid: text },
});
const country = z.object({ lowRiskNumbersEnabled: z.boolean(), highRiskSpecialNumbersEnabled: z.boolean() });
const prefixes = z.array(z.object({ prefix: z.string() }));

/** The account of which something is asked. */
interface Credentials {
  readonly accountSid: string;
  readonly authToken: string;
}

/**
 * Twilio's API, through its own package.
 * @param server the address of a server in Twilio's place, for tests; null for Twilio
 */
export function createTwilioClient({ accountSid, authToken }: Credentials, server: string | null): TwilioApi {
  const http = new Requests(server);
  const client = twilio(accountSid, authToken, { httpClient: http });
  const ask = async <Read>(schema: z.ZodType<Read>, work: () => Promise<unknown>): Promise<Read> => {
    const answer = await work().catch((error: unknown) => {
      throw toApiError(error);
    });
    const read = schema.safeParse(answer);
    if (!read.success) throw new TwilioApiError('unreadable', z.prettifyError(read.error).slice(0, 300));
    return read.data;
  };
  return {
    get time() {
      return http.time;
    },
    account: () => ask(account, () => client.api.v2010.accounts(accountSid).fetch()),
    async numbers() {
      const all = await ask(z.array(number), () =>
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
      await ask(z.unknown(), () => client.incomingPhoneNumbers(sid).update(toUpdate(settings)));
    },
    async dialling() {
      const japan = client.voice.v1.dialingPermissions.countries('JP');
      const [permissions, special] = [
        await ask(country, () => japan.fetch()),
        await ask(prefixes, () => japan.highriskSpecialPrefixes.list({ limit: mostPrefixes, pageSize: mostPrefixes })),
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

/** What the package throws has the answer's body in it, and sometimes the request; only its kind is kept. */
function toApiError(error: unknown): TwilioApiError {
  const status = Number(Reflect.get(Object(error), 'status'));
  const code = Reflect.get(Object(error), 'code');
  const detail = `status ${status || '–'}, code ${typeof code === 'number' || typeof code === 'string' ? code : '–'}`;
  if (status === 401 || status === 403) return new TwilioApiError('credentials', detail);
  if (status === 404) return new TwilioApiError('unknown', detail);
  if (status === 429) return new TwilioApiError('too-many', detail);
  if (status >= 500) return new TwilioApiError('server', detail);
  if (status >= 300) return new TwilioApiError('unreadable', detail);
  return codeOf(error) === undefined
    ? new TwilioApiError('unreadable', detail)
    : new TwilioApiError('unreachable', detail);
}
