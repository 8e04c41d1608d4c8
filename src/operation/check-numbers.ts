import type { Bilingual } from '../common/bilingual.ts';
import type { Check } from './check.ts';
import {
  differencesOf,
  type LineAddresses,
  leadsElsewhere,
  numbersOfLine,
  type SettingDifference,
  settingIdOf,
  wantedSettings,
} from './number-settings.ts';
import type { NumberSettings, TwilioNumber } from './twilio-api.ts';

/** The name of each setting in the report. The texts for an application and a trunk also say what these do to calls. */
const settingTexts: Readonly<Record<keyof NumberSettings, Bilingual>> = {
  voiceApplicationSid: {
    ja: '番号にアプリケーション(TwiML App)が設定されています。番号のアドレスより優先されるので、電話はこの案内に来ません',
    en: 'The number has an application (TwiML App), which takes the place of its addresses: calls do not come to this line',
  },
  trunkSid: {
    ja: '番号にSIPトランクが設定されています。番号のアドレスより優先されるので、電話はこの案内に来ません',
    en: 'The number belongs to a SIP trunk, which takes the place of its addresses: calls do not come to this line',
  },
  voiceUrl: { ja: '電話が来たときのアドレス(A call comes in)', en: 'The address for a call that comes in' },
  voiceMethod: { ja: '電話が来たときの方法(HTTP)', en: 'The HTTP method for a call that comes in' },
  voiceFallbackUrl: {
    ja: 'この案内が動いていないときのアドレス(Primary handler fails)',
    en: 'The address while the line is out of order (primary handler fails)',
  },
  voiceFallbackMethod: {
    ja: 'この案内が動いていないときの方法(HTTP)',
    en: 'The HTTP method while the line is out of order',
  },
  statusCallback: { ja: '通話が終わったときのアドレス(Call status changes)', en: 'The address when a call has ended' },
  statusCallbackMethod: { ja: '通話が終わったときの方法(HTTP)', en: 'The HTTP method when a call has ended' },
};

/** Settings that do not affect callers. If one of them is wrong, calls are still answered. */
const minor: ReadonlySet<keyof NumberSettings> = new Set(['statusCallback', 'statusCallbackMethod']);

const byCommand = (number: string): Bilingual => ({
  ja: `npm run twilio -- setup ${number} で直せます。`,
  en: `Run: npm run twilio -- setup ${number}`,
});

/**
 * Checks the numbers of the line.
 * @param own the numbers that must lead to the line, in E.164 form. In a check of the whole line, these are the numbers
 * in its edition and those in the record `keptNumbers`. After a setup, these are the numbers that were set up
 * @param all the numbers of the account
 */
export function checkNumbers(own: readonly string[], all: readonly TwilioNumber[], addresses: LineAddresses): Check[] {
  const ofLine = numbersOfLine(own, all, addresses);
  const missing = [...new Set(own)].filter((number) => !all.some((each) => each.number === number));
  if (ofLine.length === 0 && missing.length === 0) return [nothingLeadsHere(all)];
  return [...missing.map(notInAccount), ...ofLine.flatMap((number) => checkNumber(number, addresses))];
}

const nothingLeadsHere = (all: readonly TwilioNumber[]): Check => ({
  id: 'number-of-the-line',
  state: 'fail',
  about: {
    ja: 'この案内につながる番号が、アカウントに一つもありません。',
    en: 'No number of the account leads to this line.',
  },
  found: all.map(({ number }) => number).join(', ') || '–',
  mend: {
    ja:
      all.length === 0
        ? 'Twilioの管理画面で、音声通話のできる日本の番号を買ってください。'
        : 'npm run twilio -- setup に、使う番号(+81…)を付けて実行してください。',
    en:
      all.length === 0
        ? 'Buy a Japanese number with voice in Twilio’s console.'
        : 'Run npm run twilio -- setup with the number to use (+81…).',
  },
});

const notInAccount = (number: string): Check => ({
  id: 'number-in-account',
  state: 'fail',
  about: {
    ja: '案内の番号が、このアカウントにありません。',
    en: 'A number of the line does not belong to this account.',
  },
  expected: number,
  mend: {
    ja: '番号を買ったアカウント(サブアカウント)のSIDとトークンを設定するか、案内の番号を直してください。もう使わない番号は、npm run twilio -- forget に番号を付けて実行すると、調べなくなります。',
    en: 'Set the SID and token of the account (or subaccount) that bought it, or correct the number of the line. If the number is no longer used, run npm run twilio -- forget with the number: it is then no longer checked.',
  },
});

function checkNumber(number: TwilioNumber, addresses: LineAddresses): Check[] {
  if (!number.hasVoice) {
    return [
      {
        id: 'number-voice',
        state: 'fail',
        about: { ja: '電話を受けられない番号です。', en: 'This number cannot be called.' },
        found: number.number,
        mend: {
          ja: 'Twilioの管理画面で、音声通話(Voice)のできる番号を買ってください。',
          en: 'Buy a number with voice in Twilio’s console.',
        },
      },
    ];
  }
  const differences = differencesOf(number, wantedSettings(number.number, addresses));
  if (differences.length === 0) {
    const about = { ja: '番号の設定は、すべて正しいです。', en: 'All settings of the number are right.' };
    return [{ id: 'number-settings', state: 'ok', about, found: number.number }];
  }
  const isForeign = leadsElsewhere(number, addresses);
  const mend = isForeign
    ? {
        ja: `この番号は、ほかのサービスにつながっています。この案内に使うときは、npm run twilio -- setup ${number.number} を、もう使わないときは npm run twilio -- forget ${number.number} を実行してください。`,
        en: `This number leads to another service. If it is to lead here, run: npm run twilio -- setup ${number.number}. If it no longer belongs to the line, run: npm run twilio -- forget ${number.number}`,
      }
    : byCommand(number.number);
  return differences.map((difference) => ({
    ...toCheck(number, difference, mend),
    ...(isForeign && { isForeign }),
  }));
}

function toCheck({ number }: TwilioNumber, { name, found, expected }: SettingDifference, mend: Bilingual): Check {
  const { ja, en } = settingTexts[name];
  return {
    id: settingIdOf(name),
    state: minor.has(name) ? 'warn' : 'fail',
    about: { ja: `${number}:${ja}`, en: `${number}: ${en}` },
    expected: expected || '–',
    found: found || '–',
    mend,
  };
}
