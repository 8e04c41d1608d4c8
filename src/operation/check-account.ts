import type { Bilingual } from '../common/bilingual.ts';
import type { Check } from './check.ts';
import { type TwilioApi, TwilioApiError, type TwilioTrouble, troubleTexts } from './twilio-api.ts';

/** The check that reports why a request to Twilio failed. */
export const troubleCheck = (error: TwilioApiError): Check => ({
  id: 'twilio-api',
  state: 'fail',
  about: troubleTexts[error.trouble].about,
  // A refusal is best explained by Twilio's error code. If Twilio gave none, the status of the answer is shown.
  found: error.trouble === 'refused' ? String(error.twilioCode ?? error.detail) : error.trouble,
  mend: troubleTexts[error.trouble].mend,
});

/** Troubles of Twilio, or of the network to Twilio, that end by themselves. No setting of the line causes them. */
const passingTroubles = new Set<string | undefined>(['server', 'too-many', 'unreachable'] satisfies TwilioTrouble[]);

/** Whether a check only says that Twilio could not answer at that moment. */
export const isPassing = ({ id, found }: Pick<Check, 'id' | 'found'>): boolean =>
  id === 'twilio-api' && passingTroubles.has(found);

/**
 * Asks Twilio one question after the other. Stops at the first question that fails, because later questions would most
 * likely fail too.
 * @returns the checks of the answered questions. After a failure, the last check reports the trouble
 * @throws any error of a question that is not a TwilioApiError
 */
export async function untilTrouble(questions: readonly (() => Promise<Check[]>)[]): Promise<Check[]> {
  const checks: Check[] = [];
  try {
    for (const ask of questions) checks.push(...(await ask()));
  } catch (error) {
    if (!(error instanceof TwilioApiError)) throw error;
    checks.push(troubleCheck(error));
  }
  return checks;
}

/** The page of Twilio’s console that shows the business profile of an account. */
const trustHub = 'https://console.twilio.com/us1/account/trust-hub/customer-profiles';

/** Checks the account, and whether the clock of this machine agrees with Twilio's. */
export async function checkAccount(api: TwilioApi, now: () => number): Promise<Check[]> {
  const { status, type } = await api.account();
  return [
    {
      id: 'account-status',
      about: { ja: 'アカウントの状態', en: 'The state of the account' },
      expected: 'active',
      found: status,
      ...(status === 'active'
        ? { state: 'ok' }
        : {
            state: 'fail',
            mend: {
              ja: 'Twilioの管理画面で、支払いと連絡を確かめてください。止まっている間、電話は受けられません。',
              en: 'Look at billing and messages in Twilio’s console; no call is answered while the account is not active.',
            },
          }),
    },
    {
      id: 'account-type',
      about: { ja: 'アカウントの種類', en: 'The type of the account' },
      expected: 'Full',
      found: type,
      ...(type === 'Full'
        ? { state: 'ok' }
        : {
            state: 'warn',
            mend: {
              ja: 'お試し(Trial)のアカウントは、電話の初めにTwilioの案内が流れ、登録した番号にしか転送できません。管理画面でアップグレードしてください。',
              en: 'With a trial account, callers first hear a message from Twilio, and calls are put through only to verified numbers. Upgrade the account in Twilio’s console.',
            },
          }),
    },
    {
      id: 'account-profile',
      state: 'skip',
      about: {
        ja: '事業者の登録(Primary Business Profile)。ないと、同時に受けられる電話が少なくなります。',
        en: 'The primary business profile. Without it, few calls are answered at the same time.',
      },
      mend: {
        ja: `APIでは調べられません。Twilioの管理画面の「Trust Hub」で、承認されているかを見てください: ${trustHub}`,
        en: `The API does not show this: look under “Trust Hub” in Twilio’s console whether it is approved: ${trustHub}`,
      },
    },
    ...checkClock(api.time, now()),
  ];
}

/**
 * If the clock is off by more than `warn` seconds, the check warns. If it is off by more than `fail` seconds, the check
 * fails. Opening hours and certificates depend on the clock.
 */
const clockBounds = { warn: 30, fail: 120 } as const;

function checkClock(theirs: number | null, ours: number): Check[] {
  if (theirs === null) return [];
  const seconds = Math.round((ours - theirs) / 1000);
  const about: Bilingual = { ja: 'このサーバーの時計', en: 'The clock of this machine' };
  const base = { id: 'clock', about, found: `${seconds >= 0 ? '+' : ''}${seconds} s` };
  if (Math.abs(seconds) <= clockBounds.warn) return [{ ...base, state: 'ok' }];
  const state = Math.abs(seconds) > clockBounds.fail ? 'fail' : 'warn';
  const mend = {
    ja: '時刻の同期(NTP)を動かしてください。受付時間と日付は、この時計で決まります。',
    en: 'Switch on time synchronisation (NTP). Opening hours and dates depend on this clock.',
  };
  return [{ ...base, state, mend }];
}
