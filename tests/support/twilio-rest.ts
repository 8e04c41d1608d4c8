import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TwilioNumber } from '../../src/operation/twilio-api.ts';
import { TwilioServerless } from './twilio-serverless.ts';

/** The state of the Twilio account. Tests change it without the program's knowledge. */
export interface RestWorld {
  readonly accountSid: string;
  authToken: string;
  status: string;
  type: string;
  numbers: TwilioNumber[];
  ordinary: boolean;
  special: boolean;
  prefixes: string[];
  /** The calls that were made. */
  calls?: Readonly<Record<string, string>>[];
  /** Answers every request instead of the account, unless it returns `false`. */
  trouble: ((request: IncomingMessage, response: ServerResponse) => unknown) | null;
  /** The time in the `Date` header of answers, in milliseconds since the epoch. */
  now: () => number;
}

/** The settings of a number that a request may change, with their valid values, from Twilio's API description (v2010). */
const updatable: Readonly<Record<string, { readonly key: keyof TwilioNumber; readonly is: RegExp }>> = {
  VoiceUrl: { key: 'voiceUrl', is: /^(https?:\/\/\S+)?$/ },
  VoiceMethod: { key: 'voiceMethod', is: /^(GET|POST)$/ },
  VoiceFallbackUrl: { key: 'voiceFallbackUrl', is: /^(https?:\/\/\S+)?$/ },
  VoiceFallbackMethod: { key: 'voiceFallbackMethod', is: /^(GET|POST)$/ },
  StatusCallback: { key: 'statusCallback', is: /^(https?:\/\/\S+)?$/ },
  StatusCallbackMethod: { key: 'statusCallbackMethod', is: /^(GET|POST)$/ },
  VoiceApplicationSid: { key: 'voiceApplicationSid', is: /^(AP[0-9a-f]{32})?$/ },
  TrunkSid: { key: 'trunkSid', is: /^(TK[0-9a-f]{32})?$/ },
};

/** The parameters that a request for a call may have, with their valid values. */
const ofCalls: Readonly<Record<string, RegExp>> = {
  ...{ To: /^\+[1-9]\d{6,14}$/, From: /^\+[1-9]\d{6,14}$/ },
  ...{ Url: /^https?:\/\/\S+$/, Method: /^(GET|POST)$/ },
};

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A number, in the form of the API's answers. */
const written = ({ number, hasVoice, ...settings }: TwilioNumber) => ({
  ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [snake(name), value === '' ? null : value])),
  phone_number: number,
  capabilities: { voice: hasVoice, sms: true, mms: false, fax: false },
});

/** Twilio’s API on this machine. It refuses everything that Twilio's description does not allow, and keeps what is sent to it. */
export async function startTwilioRest(world: RestWorld) {
  const requests: string[] = [];
  const serverless = new TwilioServerless();
  const answer = (response: ServerResponse, status: number, body: unknown) => {
    response.writeHead(status, { 'Content-Type': 'application/json', Date: new Date(world.now()).toUTCString() });
    response.end(body === undefined ? '' : JSON.stringify(body));
  };
  const refuse = (response: ServerResponse, status: number, code: number, message: string) =>
    answer(response, status, { code, message, status, more_info: `https://www.twilio.com/docs/errors/${code}` });

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '' } = request;
    const { pathname, searchParams } = new URL(url, 'http://twilio.invalid');
    const file = method === 'GET' && serverless.file(pathname);
    if (file) return void response.writeHead(200, { 'Content-Type': file.type }).end(file.bytes);
    // If `trouble` returns `false`, the account answers the request.
    if (world.trouble && world.trouble(request, response) !== false) return void requests.push(`${method} ${pathname}`);
    const given = Buffer.from(String(request.headers.authorization).replace(/^Basic /, ''), 'base64').toString();
    if (given !== `${world.accountSid}:${world.authToken}`) return refuse(response, 401, 20003, 'Authenticate');
    const files = await serverless.answer(request);
    if (files) {
      requests.push(`${method} ${pathname}`);
      return answer(response, files[0], files[1] ?? undefined);
    }
    const body = new URLSearchParams(await text(request));
    requests.push(`${method} ${pathname} ${[...body.keys()].sort().join(',')}`.trim());
    const account = `/2010-04-01/Accounts/${world.accountSid}`;
    const numberPath = new RegExp(`^${account}/IncomingPhoneNumbers/(PN[0-9a-f]{32})\\.json$`);
    const asksOnly = (...names: string[]) => [...searchParams.keys()].every((name) => names.includes(name));
    if (method === 'GET' && pathname === `${account}.json`) {
      return answer(response, 200, { sid: world.accountSid, status: world.status, type: world.type });
    }
    if (method === 'GET' && pathname === `${account}/IncomingPhoneNumbers.json` && asksOnly('PageSize')) {
      const page = { end: 0, start: 0, page: 0, page_size: 50, uri: '', first_page_uri: '', next_page_uri: null };
      return answer(response, 200, { ...page, incoming_phone_numbers: world.numbers.map(written) });
    }
    const [, sid] = numberPath.exec(pathname) ?? [];
    if (method === 'POST' && sid !== undefined) {
      const before = world.numbers.find((each) => each.sid === sid);
      if (!before) return refuse(response, 404, 20404, 'The requested resource was not found');
      const changed: Record<string, string> = {};
      for (const [name, value] of body) {
        const setting = Object.hasOwn(updatable, name) ? updatable[name] : undefined;
        if (!setting?.is.test(value)) return refuse(response, 400, 21402, `Invalid ${name}`);
        changed[setting.key] = value;
      }
      if (changed.voiceFallbackMethod && changed.voiceFallbackUrl === undefined)
        return refuse(response, 400, 21402, 'VoiceFallbackUrl required');
      const after = { ...before, ...changed };
      if (after.voiceFallbackUrl !== '' && after.voiceUrl === '')
        return refuse(response, 400, 21405, 'VoiceUrl required');
      world.numbers = world.numbers.map((each) => (each.sid === sid ? after : each));
      return answer(response, 200, written(after));
    }
    if (method === 'POST' && pathname === `${account}/Calls.json`) {
      const call = Object.fromEntries(body);
      const wrong = Object.entries(call).find(([name, value]) => !ofCalls[name]?.test(value));
      if (wrong) return refuse(response, 400, 21205, `Invalid ${wrong[0]}`);
      if (!world.numbers.some(({ number }) => number === call.From))
        return refuse(response, 400, 21210, 'Invalid From');
      world.calls = [...(world.calls ?? []), call];
      return answer(response, 201, { sid: `CA${'1'.repeat(32)}`, status: 'queued' });
    }
    const japan = '/v1/DialingPermissions/Countries/JP';
    if (method === 'GET' && pathname === japan) {
      return answer(response, 200, {
        ...{ iso_code: 'JP', name: 'Japan', continent: 'ASIA', country_codes: ['+81'] },
        low_risk_numbers_enabled: world.ordinary,
        high_risk_special_numbers_enabled: world.special,
        high_risk_tollfraud_numbers_enabled: false,
      });
    }
    if (method === 'GET' && pathname === `${japan}/HighRiskSpecialPrefixes` && asksOnly('PageSize')) {
      const meta = { page: 0, page_size: 50, first_page_url: '', url: '', next_page_url: null, key: 'content' };
      return answer(response, 200, { meta, content: world.prefixes.map((prefix) => ({ prefix })) });
    }
    return refuse(response, 404, 20404, `Not in the description: ${method} ${url}`);
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

/** A number with the settings that it has when it is bought: calls go to Twilio’s demonstration. */
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
