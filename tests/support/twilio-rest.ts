import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { TwilioNumber } from '../../src/operation/twilio-api.ts';
import { refusal, refusalOf, type TwilioAnswer } from './twilio-description.ts';
import { TwilioServerless } from './twilio-serverless.ts';

/** The state of the Twilio account. Tests may change it at any time, as if this was done in Twilio's console. */
export interface RestWorld {
  readonly accountSid: string;
  authToken: string;
  status: string;
  type: string;
  numbers: TwilioNumber[];
  /** Whether the account may call ordinary numbers in Japan. */
  ordinary: boolean;
  /** Whether the account may call special services in Japan, whose numbers begin with one of `prefixes`. */
  special: boolean;
  prefixes: string[];
  /** The calls that were made. */
  calls?: Readonly<Record<string, string>>[];
  /**
   * Answers requests to the API instead of the account. If `trouble` returns `false`, the account answers the request.
   */
  trouble: ((request: IncomingMessage, response: ServerResponse) => unknown) | null;
  /** The time in the `Date` header of answers, in milliseconds since the epoch. */
  now: () => number;
}

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** The setting that a field of a request changes. */
const settingOf = (field: string) => field.replace(/^[A-Z]/, (letter) => letter.toLowerCase());

const japan = '/v1/DialingPermissions/Countries/JP';

/** A telephone number, in the form of the API's answers. */
const written = ({ number, hasVoice, ...settings }: TwilioNumber) => ({
  ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [snake(name), value === '' ? null : value])),
  phone_number: number,
  capabilities: { voice: hasVoice, sms: true, mms: false, fax: false },
});

/**
 * Twilio’s API on this machine. It refuses everything that Twilio's descriptions do not allow. `requests` records the
 * method and path of each request, and the names of its fields.
 */
export async function startTwilioRest(world: RestWorld) {
  const requests: string[] = [];
  const serverless = new TwilioServerless();

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '' } = request;
    const { pathname } = new URL(url, 'http://twilio.invalid');
    const file = method === 'GET' && request.headers.host === serverless.domain && serverless.file(pathname);
    if (file) return void response.writeHead(200, { 'Content-Type': file.type }).end(file.bytes);
    if (world.trouble && world.trouble(request, response) !== false) return void requests.push(`${method} ${pathname}`);
    const [status, answer] = await answerTo(request, pathname);
    response.writeHead(status, { 'Content-Type': 'application/json', Date: new Date(world.now()).toUTCString() });
    response.end(answer === null ? '' : JSON.stringify(answer));
  };

  const answerTo = async (request: IncomingMessage, pathname: string): Promise<TwilioAnswer> => {
    const given = Buffer.from(String(request.headers.authorization).replace(/^Basic /, ''), 'base64').toString();
    if (given !== `${world.accountSid}:${world.authToken}`) return refusal(401, 20003, 'Authenticate');
    const body = await buffer(request);
    const isForm = /urlencoded/.test(request.headers['content-type'] ?? '');
    const form = new URLSearchParams(isForm ? body.toString() : '');
    requests.push(`${request.method} ${pathname} ${[...form.keys()].sort().join(',')}`.trim());
    const refused = refusalOf(request, body, serverless.domain);
    if (refused) return refused;
    return (await serverless.answer(request, body)) ?? answerOfAccount(`${request.method} ${pathname}`, form);
  };

  const answerOfAccount = (asks: string, form: URLSearchParams): TwilioAnswer => {
    const account = `/2010-04-01/Accounts/${world.accountSid}`;
    const [, number] = new RegExp(`^POST ${account}/IncomingPhoneNumbers/(PN.{32})\\.json$`).exec(asks) ?? [];
    if (number !== undefined) return change(number, form);
    switch (asks) {
      case `GET ${account}.json`:
        return [200, { sid: world.accountSid, status: world.status, type: world.type }];
      case `GET ${account}/IncomingPhoneNumbers.json`: {
        const page = { end: 0, start: 0, page: 0, page_size: 50, uri: '', first_page_uri: '', next_page_uri: null };
        return [200, { ...page, incoming_phone_numbers: world.numbers.map(written) }];
      }
      case `POST ${account}/Calls.json`: {
        const call = Object.fromEntries(form);
        if (!world.numbers.some(({ number: own }) => own === call.From)) return refusal(400, 21210, 'Invalid From');
        world.calls = [...(world.calls ?? []), call];
        return [201, { sid: `CA${'1'.repeat(32)}`, status: 'queued' }];
      }
      case `GET ${japan}`:
        return [
          200,
          {
            ...{ iso_code: 'JP', name: 'Japan', continent: 'ASIA', country_codes: ['+81'] },
            low_risk_numbers_enabled: world.ordinary,
            high_risk_special_numbers_enabled: world.special,
            high_risk_tollfraud_numbers_enabled: false,
          },
        ];
      case `GET ${japan}/HighRiskSpecialPrefixes`: {
        const meta = { page: 0, page_size: 50, first_page_url: '', url: '', next_page_url: null, key: 'content' };
        return [200, { meta, content: world.prefixes.map((prefix) => ({ prefix })) }];
      }
      default:
        return refusal(404, 20404, 'The requested resource was not found');
    }
  };

  const change = (sid: string, form: URLSearchParams): TwilioAnswer => {
    const before = world.numbers.find((each) => each.sid === sid);
    if (!before) return refusal(404, 20404, 'The requested resource was not found');
    if (form.has('VoiceFallbackMethod') && !form.has('VoiceFallbackUrl'))
      return refusal(400, 21402, 'VoiceFallbackUrl required');
    const changed = Object.fromEntries([...form].map(([field, value]) => [settingOf(field), value]));
    const after = { ...before, ...changed };
    if (after.voiceFallbackUrl !== '' && after.voiceUrl === '') return refusal(400, 21405, 'VoiceUrl required');
    world.numbers = world.numbers.map((each) => (each.sid === sid ? after : each));
    return [200, written(after)];
  };

  const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  serverless.domain = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${serverless.domain}`,
    requests,
    serverless,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A telephone number with the settings of a newly bought one. Its calls go to Twilio’s demonstration. */
export const boughtNumber = (number: string, last: number): TwilioNumber => ({
  sid: `PN${String(last).padStart(32, '0')}`,
  number,
  hasVoice: true,
  voiceUrl: 'https://demo.twilio.com/welcome/voice/',
  voiceMethod: 'POST',
  voiceFallbackUrl: '',
  voiceFallbackMethod: 'POST',
  statusCallback: '',
  statusCallbackMethod: 'POST',
  voiceApplicationSid: '',
  trunkSid: '',
});
