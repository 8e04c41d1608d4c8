import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { createNoteFile } from './note-file.ts';

/** How to reach the service that runs on a DATA_DIR. */
const serviceNote = z.object({
  port: z.int().min(1).max(65_535),
  /** Anyone who can read the file may use the secret. */
  secret: z.string().min(32),
  /** Fingerprints of the settings of the running service, by name. Empty in a note of an earlier version. */
  settings: z.array(z.tuple([z.string(), z.string()])).default([]),
});
type ServiceNote = z.infer<typeof serviceNote>;

/** `service.json` in DATA_DIR. The file exists while a service runs. A killed service leaves it behind. */
export function createServiceNote(folder: string) {
  const { read, write, remove } = createNoteFile(folder, 'service.json', serviceNote);
  return {
    read,
    write,
    /** Deletes the note, unless another service has replaced it with its own. */
    async remove({ secret }: Pick<ServiceNote, 'secret'>): Promise<void> {
      if ((await read())?.secret === secret) await remove();
    },
  };
}

const withoutPassword = (address: string): string => {
  const url = URL.parse(address);
  if (url) url.password = '';
  return url?.href ?? '';
};

/**
 * The names and fingerprints of the settings of a running service. Three kinds of settings are left out: DATA_DIR, by
 * which the service is found; those for two machines; and the path of Google's key, which is not in `Config`. The
 * secret is in the same file as the fingerprints, so anyone who can read the file can test guesses against them.
 * Passwords that can be guessed are therefore left out too.
 */
export function fingerprintSettings(config: Config, secret: string): ServiceNote['settings'] {
  const values: readonly (readonly [name: string, value: unknown])[] = [
    ['PUBLIC_URL', config.publicUrl],
    ['TWILIO_ACCOUNT_SID', config.twilio?.accountSid ?? null],
    ['TWILIO_AUTH_TOKEN', config.twilio?.authTokens ?? null],
    ['TWILIO_FALLBACK_URL', config.twilioFallbackUrl],
    ['TWILIO_FALLBACK', config.deploysFallback],
    ['PROBE_EVERY', config.probeEvery],
    ['TRUST_PROXY', config.trustProxy],
    ['SPEECH_ENGINE', config.speechEngine],
    ['NODE_ENV', config.isProduction],
    ['PORT', config.port],
    ['AUDIO_CACHE_DIR', config.audioCacheFolder],
    ['PHONE_PAGE', config.hasPhonePage],
    ['PROMPTS_DIR', config.promptsFolder],
    ['GOOGLE_TTS_ENDPOINT', config.googleEndpoint],
    ['TWILIO_API_URL', config.twilioApiUrl],
    ['ALERT_WEBHOOK_URL', config.alerts?.url ?? null],
    ['ALERT_WEBHOOK_FORMAT', config.alerts?.format ?? null],
    ['SMTP_URL', config.alertMail && withoutPassword(config.alertMail.server)],
    ['ALERT_MAIL_FROM', config.alertMail?.from ?? null],
    ['ALERT_MAIL_TO', config.alertMail?.to ?? null],
    ['HEARTBEAT_URL', config.heartbeatUrl],
    ['LOG_LEVEL', config.logLevel],
  ];
  const fingerprint = (value: unknown) =>
    createHmac('sha256', secret).update(JSON.stringify(value)).digest('base64url');
  return values.map(([name, value]) => [name, fingerprint(value)]);
}

/** The names of the settings that are different in `config` and in the running service. */
export function settingsThatDiffer(config: Config, { secret, settings }: ServiceNote): string[] {
  const now = new Map(fingerprintSettings(config, secret));
  return settings.filter(([name, before]) => now.has(name) && now.get(name) !== before).map(([name]) => name);
}
