import { isIPv4, isIPv6 } from 'node:net';
import { domainToUnicode } from 'node:url';
import { z } from 'zod';
import { shortestSecret } from './http/line-headers.ts';

/** All settings, validated. */
export interface Config {
  readonly port: number;
  readonly isProduction: boolean;
  readonly publicUrl: string | null;
  readonly twilio: {
    readonly accountSid: string;
    readonly authTokens: readonly string[];
    readonly publicUrl: string;
    /** The same address in every spelling that Twilio may have signed; first the one that was configured. */
    readonly signedUrls: readonly string[];
  } | null;
  /** A server in place of Twilio's API, on this machine; null for Twilio. */
  readonly twilioApiUrl: string | null;
  /** The document that Twilio fetches while the line is gone; null while there is none. */
  readonly twilioFallbackUrl: string | null;
  /** Proxies in front of the line: their number, or their addresses; 0 if there is none. See Express' `trust proxy`. */
  readonly trustProxy: number | readonly string[];
  readonly speechEngine: 'espeak' | 'google';
  /** A server instead of Google's, `host:port`; null for Google. */
  readonly googleEndpoint: string | null;
  readonly promptsFolder: string;
  readonly audioCacheFolder: string;
  readonly dataFolder: string;
  readonly hasPhonePage: boolean;
  /** The address of an office on another machine; null when the line starts its own. */
  readonly officeUrl: string | null;
  /** The shared secret of such a line and its office; null when they are on one machine. */
  readonly officeSecret: string | null;
  /** Where operators are told of trouble, and how; null for nowhere. */
  readonly alerts: { readonly url: string; readonly format: 'slack' | 'teams' | 'plain' } | null;
  /** What is asked for every minute while all is well; null for nothing. */
  readonly heartbeatUrl: string | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** The settings are invalid; the message lists all problems. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const token = z.string().regex(/^[0-9a-f]{32}$/i, 'copy the 32 letters and digits from the Twilio console');
const publicUrl = z.string().transform((text, { addIssue }) => {
  const url = URL.parse(text);
  const wrong = (message: string) => addIssue({ code: 'custom', message });
  if (!url || !/^https?:$/.test(url.protocol)) wrong('write an address such as https://line.example.jp');
  else {
    if (url.pathname !== '/' || /[?#@]/.test(text)) wrong('leave out everything before and after the host name');
    if (url.hostname.includes('_')) wrong('Twilio calls no host name with an underscore');
  }
  return { origin: url?.origin ?? '', spellings: url ? spellingsOf(text, url) : [] };
});

/** Twilio signs the address as it was entered in its console: with capitals, kanji or `xn--`, with or without a port. */
function spellingsOf(typed: string, { protocol, hostname, port, origin }: URL): string[] {
  const unicode = `${protocol}//${domainToUnicode(hostname)}${port === '' ? '' : `:${port}`}`;
  return [...new Set([typed.replace(/\/+$/, ''), origin, unicode])];
}

const officeUrl = z.string().transform((text, { addIssue }) => {
  const url = URL.parse(text);
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !/[?#@]/.test(text);
  if (!isOrigin)
    addIssue({ code: 'custom', message: 'write scheme, host and port alone, such as http://10.0.0.5:3001' });
  return url?.origin ?? '';
});

/** Maximum number of proxies, and of proxy addresses. */
export const mostProxies = { count: 10, addresses: 100 } as const;
const trustProxy = z.string().transform((text, { addIssue }) => {
  if (/^\d+$/.test(text)) {
    if (Number(text) <= mostProxies.count) return Number(text);
    addIssue({
      code: 'custom',
      message: `write how many proxies stand in front of the line, at most ${mostProxies.count}`,
    });
    return 0;
  }
  const addresses = text.split(',', mostProxies.addresses).map((part) => part.trim());
  if (!addresses.every(isAddressOrNetwork)) {
    addIssue({
      code: 'custom',
      message: 'write a number of proxies, or their addresses such as 10.0.0.5, 10.1.0.0/16',
    });
  }
  return addresses;
});

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const longest = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  if (bits === undefined) return longest > 0;
  return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= longest;
}

export const officeSecretAdvice = `write the same ${shortestSecret} or more characters here and on the other machine`;
const portAdvice = 'use a number from 0 to 65535';

const webAddress = z.url({ protocol: /^https?$/, error: 'write a whole address such as https://hooks.example.jp/abc' });

const settings = z.object({
  PORT: z.coerce.number(portAdvice).int(portAdvice).min(0, portAdvice).max(65_535, portAdvice).default(3000),
  NODE_ENV: z.enum(['development', 'production', 'test'], 'use development or production').default('development'),
  PUBLIC_URL: publicUrl.optional(),
  TRUST_PROXY: trustProxy.default(0),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/i, 'copy it from the Twilio console: AC and 32 letters and digits')
    .optional(),
  TWILIO_AUTH_TOKEN: token.optional(),
  TWILIO_AUTH_TOKEN_NEXT: token.optional(),
  TWILIO_FALLBACK_URL: z
    .url({
      protocol: /^https$/,
      error: 'write the whole address of the document, such as https://static.example.jp/fallback.xml',
    })
    .optional(),
  /** The token is sent there, so it can only be this machine. */
  TWILIO_API_URL: z
    .string()
    .regex(
      /^http:\/\/(127\.0\.0\.1|localhost):\d{1,5}$/,
      'only for tests: write a server of this machine, such as http://127.0.0.1:8080',
    )
    .optional(),
  SPEECH_ENGINE: z.enum(['espeak', 'google'], 'use espeak or google').default('espeak'),
  /** Read from the environment by Google's library; listed here so that it is a known setting. */
  GOOGLE_APPLICATION_CREDENTIALS: z.string().optional(),
  GOOGLE_TTS_ENDPOINT: z
    .string()
    .regex(/^[\w.-]+:\d{1,5}$/, 'write host and port, such as 127.0.0.1:50051')
    .optional(),
  PROMPTS_DIR: z.string().default('prompts'),
  AUDIO_CACHE_DIR: z.string().default('audio-cache'),
  DATA_DIR: z.string().default('data'),
  PHONE_PAGE: z.enum(['on', 'off'], 'use on or off').optional(),
  OFFICE_URL: officeUrl.optional(),
  OFFICE_SECRET: z.string().min(shortestSecret, officeSecretAdvice).optional(),
  ALERT_WEBHOOK_URL: webAddress.optional(),
  ALERT_WEBHOOK_FORMAT: z.enum(['slack', 'teams', 'plain'], 'use slack, teams or plain').default('plain'),
  HEARTBEAT_URL: webAddress.optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'use debug, info, warn, error or silent')
    .default('info'),
});

/** The names of all settings; `.env.example` explains them. */
export const settingNames = Object.keys(settings.shape);

/**
 * Reads the settings from the environment. An empty value counts as absent.
 * @throws ConfigError listing all problems, each with what to do
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(present);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`);
  problems.push(...unknownTwilioNames(present));
  const isProduction = present.NODE_ENV === 'production';
  if (Boolean(present.TWILIO_ACCOUNT_SID) !== Boolean(present.TWILIO_AUTH_TOKEN)) {
    problems.push('TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN: set both, or neither.');
  }
  if (present.TWILIO_AUTH_TOKEN && !present.PUBLIC_URL) {
    problems.push('PUBLIC_URL: set it to the address Twilio calls, without a path; its requests are signed with it.');
  }
  if (present.OFFICE_URL && !present.OFFICE_SECRET) problems.push(`OFFICE_SECRET: ${officeSecretAdvice}.`);
  if (isProduction && present.PUBLIC_URL?.startsWith('http:')) {
    problems.push('PUBLIC_URL: use https in production.');
  }
  if (isProduction && (present.SPEECH_ENGINE ?? 'espeak') === 'espeak') {
    problems.push('SPEECH_ENGINE: production speaks with google; espeak is a voice for demonstration.');
  }
  if (problems.length > 0 || !parsed.success) {
    throw new ConfigError(`The settings are not right:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
  return toConfig(parsed.data);
}

/**
 * Unknown variables that begin with TWILIO_ are errors: the twilio package itself reads some, such as `TWILIO_REGION`, and would
 * silently call other hosts.
 */
function unknownTwilioNames(environment: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('TWILIO_') && !settingNames.includes(name))
    .map((name) => `${name}: there is no such setting; remove it.`);
}

function toConfig(read: z.infer<typeof settings>): Config {
  const isProduction = read.NODE_ENV === 'production';
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: current, TWILIO_AUTH_TOKEN_NEXT: next } = read;
  const address = read.PUBLIC_URL;
  return {
    port: read.PORT,
    isProduction,
    publicUrl: address?.origin ?? null,
    trustProxy: read.TRUST_PROXY,
    twilio:
      accountSid && current && address
        ? {
            accountSid,
            authTokens: next ? [current, next] : [current],
            publicUrl: address.origin,
            signedUrls: address.spellings,
          }
        : null,
    twilioApiUrl: read.TWILIO_API_URL ?? null,
    twilioFallbackUrl: read.TWILIO_FALLBACK_URL ?? null,
    speechEngine: read.SPEECH_ENGINE,
    googleEndpoint: read.GOOGLE_TTS_ENDPOINT ?? null,
    promptsFolder: read.PROMPTS_DIR,
    audioCacheFolder: read.AUDIO_CACHE_DIR,
    dataFolder: read.DATA_DIR,
    hasPhonePage: read.PHONE_PAGE ? read.PHONE_PAGE === 'on' : !isProduction,
    officeUrl: read.OFFICE_URL ?? null,
    officeSecret: read.OFFICE_SECRET ?? null,
    alerts: read.ALERT_WEBHOOK_URL ? { url: read.ALERT_WEBHOOK_URL, format: read.ALERT_WEBHOOK_FORMAT } : null,
    heartbeatUrl: read.HEARTBEAT_URL ?? null,
    logLevel: read.LOG_LEVEL,
  };
}
