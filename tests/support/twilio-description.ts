import type { IncomingMessage } from 'node:http';

/** The answer to a request: status and body. */
export type TwilioAnswer = readonly [status: number, body: object | null];

/** Twilio's answer to a request that it refuses. */
export const refusal = (status: number, code: number, message: string): TwilioAnswer => [
  status,
  { code, message, status, more_info: `https://www.twilio.com/docs/errors/${code}` },
];

type Values = Readonly<Record<string, RegExp>>;

/** One request that Twilio's API descriptions allow. */
interface Operation {
  /**
   * The `Host` header of the request. Null for files, because the product sends them with `fetch`. Then the header
   * always names the server of the test.
   */
  readonly host: string | null;
  /** Method and path. */
  readonly asks: RegExp;
  /** The query parameters, with their valid values. All of them are optional. */
  readonly query?: Values;
  /** The fields of the body, with their valid values. Without them, the request has no body. */
  readonly fields?: Values;
  /** The fields that must be present. */
  readonly required?: readonly string[];
  /** The fields that may be present several times. */
  readonly repeated?: readonly string[];
  /** Whether the body is `multipart/form-data`. `TwilioServerless` checks the fields of such a body. */
  readonly isFile?: boolean;
}

const [id, method, address] = ['[0-9a-fA-F]{32}', /^(?:GET|POST)$/, /^https?:\/\/\S+$/] as const;
/** An address, or an empty value, which removes the address. */
const addressOrNone = /^(?:https?:\/\/\S+)?$/;
const telephone = /^\+[1-9]\d{6,14}$/;
/**
 * The descriptions also allow `Page` and `PageToken`. The lists of this server have only one page, so the product has
 * no reason to send them.
 */
const list: Values = { PageSize: /^(?:[1-9]\d{0,2}|1000)$/ };

const account = `/2010-04-01/Accounts/AC${id}`;
const japan = '/v1/DialingPermissions/Countries/JP';
const services = '/v1/Services';
const service = `${services}/ZS${id}`;
const path = (text: string) => new RegExp(`^${text}$`);

const [api, voice, serverless] = ['api.twilio.com', 'voice.twilio.com', 'serverless.twilio.com'] as const;

/**
 * The requests that the product may send.
 * Source: Twilio's API descriptions (twilio-oai: api v2010, voice v1, serverless v1). They do not contain the request
 * for files, which is described at https://www.twilio.com/docs/serverless/api/resource/asset-version. A few limits are
 * stricter than in the descriptions. They also refuse what the product has no reason to send.
 */
const operations: readonly Operation[] = [
  { host: api, asks: path(`GET ${account}\\.json`) },
  { host: api, asks: path(`GET ${account}/IncomingPhoneNumbers\\.json`), query: list },
  {
    host: api,
    asks: path(`POST ${account}/IncomingPhoneNumbers/PN${id}\\.json`),
    fields: {
      ...{ VoiceUrl: addressOrNone, VoiceMethod: method },
      ...{ VoiceFallbackUrl: addressOrNone, VoiceFallbackMethod: method },
      ...{ StatusCallback: addressOrNone, StatusCallbackMethod: method },
      ...{ VoiceApplicationSid: path(`(?:AP${id})?`), TrunkSid: path(`(?:TK${id})?`) },
    },
  },
  {
    host: api,
    asks: path(`POST ${account}/Calls\\.json`),
    fields: { To: telephone, From: telephone, Url: address, Method: method },
    // The description requires `Url`, `Twiml` or `ApplicationSid`. The product sends `Url`.
    required: ['To', 'From', 'Url'],
  },
  { host: voice, asks: path(`GET ${japan}`) },
  { host: voice, asks: path(`GET ${japan}/HighRiskSpecialPrefixes`), query: list },
  { host: serverless, asks: path(`GET ${services}`), query: list },
  {
    host: serverless,
    asks: path(`POST ${services}`),
    fields: { UniqueName: /^[\w-]{1,50}$/, FriendlyName: /^.{1,255}$/, IncludeCredentials: /^(?:true|false)$/ },
    required: ['UniqueName', 'FriendlyName'],
  },
  { host: serverless, asks: path(`GET ${service}/(?:Environments|Assets|Builds)`), query: list },
  {
    host: serverless,
    asks: path(`POST ${service}/Environments`),
    fields: { UniqueName: /^.{1,100}$/, DomainSuffix: /^[a-z0-9-]{1,16}$/ },
    required: ['UniqueName'],
  },
  {
    host: serverless,
    asks: path(`POST ${service}/Environments/ZE${id}/Deployments`),
    fields: { BuildSid: path(`ZB${id}`) },
  },
  {
    host: serverless,
    asks: path(`POST ${service}/Assets`),
    fields: { FriendlyName: /^.{1,255}$/ },
    required: ['FriendlyName'],
  },
  { host: null, asks: path(`POST ${service}/Assets/ZH${id}/Versions`), isFile: true },
  {
    host: serverless,
    asks: path(`POST ${service}/Builds`),
    fields: { AssetVersions: path(`ZN${id}`) },
    repeated: ['AssetVersions'],
  },
  { host: serverless, asks: path(`GET ${service}/Builds/ZB${id}(?:/Status)?`) },
  { host: serverless, asks: path(`DELETE ${service}/(?:Assets/ZH|Builds/ZB)${id}`) },
];

const isForm = /^application\/x-www-form-urlencoded(?:; ?charset=utf-8)?$/i;
const isMultipart = /^multipart\/form-data; ?boundary=/i;

/**
 * The answer that refuses a request which the descriptions do not allow; null if they allow it.
 * @param own host and port of the server that plays Twilio's part
 */
export function refusalOf(
  { method = '', url = '', headers }: IncomingMessage,
  body: Buffer,
  own: string,
): TwilioAnswer | null {
  const { pathname, searchParams } = new URL(url, 'http://twilio.invalid');
  const operation = operations.find(({ asks }) => asks.test(`${method} ${pathname}`));
  if (!operation) return refusal(404, 20404, `Not in the descriptions: ${method} ${pathname}`);
  const { host, query = {}, fields, required = [], repeated = [], isFile = false } = operation;
  if (headers.host !== (host ?? own)) return refusal(404, 20404, `${headers.host} has no ${pathname}`);
  const asked = wrongIn(searchParams, query, [], []);
  if (asked !== null) return refusal(400, 20001, `Invalid query parameter: ${asked}`);
  const type = headers['content-type'] ?? '';
  if (!fields && !isFile) return body.length === 0 ? null : refusal(400, 20001, 'A body is not expected');
  if (!(isFile ? isMultipart : isForm).test(type)) return refusal(415, 20001, `Invalid content type: ${type}`);
  const wrong = fields ? wrongIn(new URLSearchParams(body.toString()), fields, required, repeated) : null;
  return wrong === null ? null : refusal(400, 20001, `Invalid parameter: ${wrong}`);
}

/** The name of a parameter that is not allowed, not valid, given twice, or missing; null if there is none. */
function wrongIn(
  given: URLSearchParams,
  allowed: Values,
  required: readonly string[],
  repeated: readonly string[],
): string | null {
  const wrong = [...given].find(([name, value]) => !Object.hasOwn(allowed, name) || !allowed[name]?.test(value));
  const twice = [...given.keys()].find((name) => given.getAll(name).length > 1 && !repeated.includes(name));
  return wrong?.[0] ?? twice ?? required.find((name) => !given.has(name)) ?? null;
}
