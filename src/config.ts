import { z } from 'zod';
import { advise, japaneseOf } from './common/advice.ts';
import { type SettingProblem, wrongSettings } from './config-error.ts';
import {
  fallbackAddress,
  mailAdvice,
  mostReceivers,
  officeSecret,
  officeUrl,
  portAdvice,
  probeAdvice,
  publicUrl,
  token,
  trustProxy,
  webAddress,
} from './config-fields.ts';
import { settingConflicts } from './config-problems.ts';

/** All settings, validated. */
export interface Config {
  readonly port: number;
  readonly isProduction: boolean;
  readonly publicUrl: string | null;
  readonly twilio: {
    readonly accountSid: string;
    readonly authTokens: readonly string[];
    readonly publicUrl: string;
    /**
     * `publicUrl` in the spellings that may have been entered in Twilio's console. The spelling in the settings comes
     * first.
     */
    readonly signedUrls: readonly string[];
  } | null;
  /** The address of a server on this machine that replaces Twilio's API; null for Twilio. */
  readonly twilioApiUrl: string | null;
  /**
   * The address of the document that Twilio fetches when the line does not answer. Null if the settings name no
   * address.
   */
  readonly twilioFallbackUrl: string | null;
  /**
   * Whether the office provides the fallback document itself: it puts the document into the Assets of the Twilio
   * account, and keeps it up to date.
   */
  readonly deploysFallback: boolean;
  /** Minutes between two calls of the office to its own line; null for no calls. */
  readonly probeEvery: number | null;
  /** The proxies in front of the line: their number, or their addresses; 0 for no proxy. See Express' `trust proxy`. */
  readonly trustProxy: number | readonly string[];
  readonly speechEngine: 'espeak' | 'google';
  /** The address, `host:port`, of a server used instead of Google's; null for Google. */
  readonly googleEndpoint: string | null;
  readonly promptsFolder: string;
  readonly audioCacheFolder: string;
  readonly dataFolder: string;
  readonly hasPhonePage: boolean;
  /** The address of an office on another machine; null when the line starts an office itself, or has none. */
  readonly officeUrl: string | null;
  /**
   * The secret that the line and an office on another machine share; null if it is not set. On one machine it is not
   * needed.
   */
  readonly officeSecret: string | null;
  /** Where alerts to operators are sent, and in which format; null for nowhere. */
  readonly alerts: { readonly url: string; readonly format: 'slack' | 'teams' | 'plain' } | null;
  /** The receivers of alerts by mail, the sender, and the server that sends the mail; null for no mail. */
  readonly alertMail: { readonly server: string; readonly from: string; readonly to: readonly string[] } | null;
  /** The address that is requested every minute while all is well; null for none. */
  readonly heartbeatUrl: string | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

const settings = z.object({
  PORT: z.coerce.number(portAdvice).int(portAdvice).min(0, portAdvice).max(65_535, portAdvice).default(3000),
  NODE_ENV: z
    .enum(
      ['development', 'production', 'test'],
      advise('use development or production', 'development か production にしてください'),
    )
    .default('development'),
  PUBLIC_URL: publicUrl.optional(),
  TRUST_PROXY: trustProxy.default(0),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(
      /^AC[0-9a-f]{32}$/i,
      advise(
        'copy it from the Twilio console: AC and 32 letters and digits',
        'Twilioの管理画面から写してください(ACと英数字32文字)',
      ),
    )
    .optional(),
  TWILIO_AUTH_TOKEN: token.optional(),
  TWILIO_AUTH_TOKEN_NEXT: token.optional(),
  TWILIO_FALLBACK_URL: fallbackAddress.optional(),
  TWILIO_FALLBACK: z
    .enum(['deploy'], advise('use deploy, or leave it out', 'deploy と書くか、消してください'))
    .optional(),
  PROBE_EVERY: z.coerce.number(probeAdvice).int(probeAdvice).min(1, probeAdvice).max(1440, probeAdvice).optional(),
  /** The token is sent to this address, so only this machine is allowed. */
  TWILIO_API_URL: z
    .string()
    .regex(
      /^http:\/\/(127\.0\.0\.1|localhost):\d{1,5}$/,
      advise(
        'only for tests: write a server of this machine, such as http://127.0.0.1:8080',
        'テスト用です。このマシンのサーバーを書いてください(例:http://127.0.0.1:8080)',
      ),
    )
    .optional(),
  SPEECH_ENGINE: z
    .enum(['espeak', 'google'], advise('use espeak or google', 'espeak か google にしてください'))
    .default('espeak'),
  /** Google's library reads this variable itself; it is listed here so that it counts as a known setting. */
  GOOGLE_APPLICATION_CREDENTIALS: z.string().optional(),
  GOOGLE_TTS_ENDPOINT: z
    .string()
    .regex(
      /^[\w.-]+:\d{1,5}$/,
      advise('write host and port, such as 127.0.0.1:50051', 'ホストとポートを書いてください(例:127.0.0.1:50051)'),
    )
    .optional(),
  PROMPTS_DIR: z.string().default('prompts'),
  AUDIO_CACHE_DIR: z.string().default('audio-cache'),
  DATA_DIR: z.string().default('data'),
  PHONE_PAGE: z.enum(['on', 'off'], advise('use on or off', 'on か off にしてください')).optional(),
  OFFICE_URL: officeUrl.optional(),
  OFFICE_SECRET: officeSecret.optional(),
  ALERT_WEBHOOK_URL: webAddress.optional(),
  ALERT_WEBHOOK_FORMAT: z
    .enum(
      ['slack', 'teams', 'plain'],
      advise('use slack, teams or plain', 'slack、teams、plain のどれかにしてください'),
    )
    .default('plain'),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: advise(
        'write it as smtps://user:password@mail.example.jp',
        'smtps://user:password@mail.example.jp の形で書いてください',
      ),
    })
    .optional(),
  ALERT_MAIL_FROM: z.email(mailAdvice).optional(),
  ALERT_MAIL_TO: z
    .string()
    .transform((text) => text.split(',', mostReceivers + 1).map((each) => each.trim()))
    .pipe(
      z
        .array(z.email(mailAdvice))
        .max(
          mostReceivers,
          advise(`write at most ${mostReceivers} addresses`, `アドレスは${mostReceivers}件までです。減らしてください`),
        ),
    )
    .optional(),
  HEARTBEAT_URL: webAddress.optional(),
  LOG_LEVEL: z
    .enum(
      ['debug', 'info', 'warn', 'error', 'silent'],
      advise('use debug, info, warn, error or silent', 'debug、info、warn、error、silent のどれかにしてください'),
    )
    .default('info'),
});

/** The names of all settings; `.env.example` explains them. */
export const settingNames = Object.keys(settings.shape);

/**
 * Reads the settings from the environment. An empty value counts as absent.
 * @throws ConfigError with all problems and what to do about each
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(present);
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map(problemOf)),
    ...settingConflicts(present, settingNames),
  ];
  if (problems.length > 0 || !parsed.success) throw wrongSettings(problems);
  return toConfig(parsed.data);
}

const problemOf = ({ path, message }: z.core.$ZodIssue): SettingProblem => ({
  setting: String(path[0]),
  advice: { en: message, ja: japaneseOf(message) ?? message },
});

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
    deploysFallback: read.TWILIO_FALLBACK === 'deploy',
    probeEvery: read.PROBE_EVERY ?? null,
    speechEngine: read.SPEECH_ENGINE,
    googleEndpoint: read.GOOGLE_TTS_ENDPOINT ?? null,
    promptsFolder: read.PROMPTS_DIR,
    audioCacheFolder: read.AUDIO_CACHE_DIR,
    dataFolder: read.DATA_DIR,
    hasPhonePage: read.PHONE_PAGE ? read.PHONE_PAGE === 'on' : !isProduction,
    officeUrl: read.OFFICE_URL ?? null,
    officeSecret: read.OFFICE_SECRET ?? null,
    alerts: read.ALERT_WEBHOOK_URL ? { url: read.ALERT_WEBHOOK_URL, format: read.ALERT_WEBHOOK_FORMAT } : null,
    alertMail:
      read.SMTP_URL && read.ALERT_MAIL_FROM && read.ALERT_MAIL_TO
        ? { server: read.SMTP_URL, from: read.ALERT_MAIL_FROM, to: read.ALERT_MAIL_TO }
        : null,
    heartbeatUrl: read.HEARTBEAT_URL ?? null,
    logLevel: read.LOG_LEVEL,
  };
}
