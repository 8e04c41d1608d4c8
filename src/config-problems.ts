import type { Bilingual } from './common/bilingual.ts';
import type { SettingProblem } from './config-error.ts';
import { officeSecretAdvice } from './config-fields.ts';

type Settings = Readonly<Record<string, string | undefined>>;

const mail = ['SMTP_URL', 'ALERT_MAIL_FROM', 'ALERT_MAIL_TO'];

/**
 * The problems of settings that do not fit together or are not allowed in production, and of unknown names that begin
 * with TWILIO_.
 * @param present the variables of the environment, without empty ones
 * @param known the names of all settings
 */
export function settingConflicts(present: Settings, known: readonly string[]): SettingProblem[] {
  const problems = unknownTwilioNames(present, known);
  const add = (setting: string, advice: Bilingual) => void problems.push({ setting, advice });
  const isProduction = present.NODE_ENV === 'production';
  if (Boolean(present.TWILIO_ACCOUNT_SID) !== Boolean(present.TWILIO_AUTH_TOKEN)) {
    add('TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN', {
      en: 'set both, or neither',
      ja: '両方を設定するか、どちらも設定しないでください',
    });
  }
  if (present.TWILIO_AUTH_TOKEN_NEXT && !present.TWILIO_AUTH_TOKEN) {
    add('TWILIO_AUTH_TOKEN_NEXT', {
      en: 'it works only together with TWILIO_AUTH_TOKEN; set TWILIO_AUTH_TOKEN first',
      ja: 'TWILIO_AUTH_TOKEN と一緒のときだけ使います。先に TWILIO_AUTH_TOKEN を設定してください',
    });
  }
  if (present.TWILIO_AUTH_TOKEN && !present.PUBLIC_URL) {
    add('PUBLIC_URL', {
      en: 'set it to the address that Twilio calls, without a path. Twilio signs its requests with this address',
      ja: 'Twilioが呼び出すアドレスを、パスを付けずに設定してください。Twilioは、このアドレスを使ってリクエストに署名します',
    });
  }
  if (present.TWILIO_FALLBACK && present.TWILIO_FALLBACK_URL) {
    add('TWILIO_FALLBACK, TWILIO_FALLBACK_URL', {
      en: 'set only one of them; with the first, the address is found automatically',
      ja: 'どちらか一つだけを設定してください。TWILIO_FALLBACK を使うときは、アドレスは自動で決まります',
    });
  }
  if (mail.some((name) => present[name]) && !mail.every((name) => present[name])) {
    add(mail.join(', '), {
      en: 'set all three, or none',
      ja: '三つとも設定するか、どれも設定しないでください',
    });
  }
  for (const name of ['TWILIO_FALLBACK', 'PROBE_EVERY'] as const) {
    if (!present[name] || present.TWILIO_AUTH_TOKEN) continue;
    add(name, {
      en: 'it needs TWILIO_AUTH_TOKEN and PUBLIC_URL',
      ja: 'これを使うには、TWILIO_AUTH_TOKEN と PUBLIC_URL も設定してください',
    });
  }
  if (present.OFFICE_URL && !present.OFFICE_SECRET) {
    add('OFFICE_SECRET', officeSecretAdvice);
  }
  if (isProduction && URL.parse(present.PUBLIC_URL ?? '')?.protocol === 'http:') {
    add('PUBLIC_URL', {
      en: 'use https in production',
      ja: '本番では、https:// で始まるアドレスにしてください',
    });
  }
  if (isProduction && (present.SPEECH_ENGINE ?? 'espeak') === 'espeak') {
    add('SPEECH_ENGINE', {
      en: 'use google in production; espeak is a voice for demonstration',
      ja: '本番では google にしてください。espeak は、デモ用の声です',
    });
  }
  return problems;
}

/**
 * Unknown variables that begin with TWILIO_ are errors. The twilio package reads some of them, such as `TWILIO_REGION`.
 * It would then call other hosts, and nobody would notice.
 */
const unknownTwilioNames = (present: Settings, known: readonly string[]): SettingProblem[] =>
  Object.keys(present)
    .filter((name) => name.startsWith('TWILIO_') && !known.includes(name))
    .map((setting) => ({
      setting,
      advice: { en: 'there is no such setting; remove it', ja: 'この名前の設定はありません。消してください' },
    }));
