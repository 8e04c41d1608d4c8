import type { Bilingual } from '../common/bilingual.ts';
import type { Edition } from '../edition/edition.ts';
import type { Caller } from './call-line.ts';
import type { Check } from './check.ts';
import { checkAccount, untilTrouble } from './check-account.ts';
import { checkAddress } from './check-address.ts';
import { checkDialling, checkTried } from './check-destinations.ts';
import { checkDisk } from './check-disk.ts';
import { checkEdition, numbersOf } from './check-edition.ts';
import { checkFallback } from './check-fallback.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkSound } from './check-sound.ts';
import { writeFallback } from './fallback.ts';
import { unreadableNumbers, withNumbers } from './kept-numbers.ts';
import { type LineAddresses, numbersOfLine } from './number-settings.ts';
import type { ProbedLine } from './probe.ts';
import type { TwilioApi } from './twilio-api.ts';

/** The live edition, the active disaster notice, and the sounds. */
export interface LookedAtLine extends Omit<ProbedLine, 'isProduction'> {
  readonly edition: Edition;
  /** Whether a sound is stored under a key. */
  readonly hasSound: (key: string) => Promise<boolean>;
}

export interface LookParts {
  readonly api: TwilioApi;
  /** What is live; null before the first edition. */
  readonly line: LookedAtLine | null;
  /** The address of the document for callers while the server does not answer; null if there is none. */
  readonly fallbackUrl: string | null;
  /** Whether the document is put into the account's Assets. */
  readonly deploysFallback: boolean;
  /** The folders of the service, by the names of their settings. */
  readonly folders: Parameters<typeof checkDisk>[0];
  /** The numbers that were once set to lead to the line, in E.164 form; null if the record cannot be read. */
  readonly kept: readonly string[] | null;
  /** Replaces `kept`. */
  readonly keepNumbers: (numbers: readonly string[]) => Promise<void>;
  /** Checks what is on this machine: the running service, the database, the approval of the edition, and the voices. */
  readonly checkMachine: () => Promise<Check[]>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export const noEditionText: Bilingual = {
  ja: 'まだ公開された版がありません。一度 npm start で起動してください。',
  en: 'Nothing has been published yet: run npm start once.',
};

const noEdition: Check = {
  id: 'edition',
  state: 'fail',
  about: { ja: '公開された版', en: 'A published edition' },
  mend: noEditionText,
};

export const notConnectedText: Bilingual = {
  ja: 'Twilioにつながる設定がありません。PUBLIC_URL、TWILIO_ACCOUNT_SID、TWILIO_AUTH_TOKEN を設定してください(docs/operation.ja.md)。',
  en: 'The line is not connected to Twilio: set PUBLIC_URL, TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (docs/operation.md).',
};

const notConnected: Check = {
  id: 'not-connected',
  state: 'fail',
  about: { ja: 'Twilioとの接続', en: 'The connection to Twilio' },
  mend: notConnectedText,
};

/** Checks a line that is not connected to Twilio, as far as possible: this machine, and the live edition. */
export async function lookAtMachine({
  line,
  folders,
  checkMachine,
  clock,
}: Pick<LookParts, 'line' | 'folders' | 'checkMachine' | 'clock'>): Promise<Check[]> {
  return [
    notConnected,
    ...(await checkDisk(folders)),
    ...(await checkMachine()),
    ...(line ? checkTried(line.edition.line) : []),
    ...(line ? await checkEdition(line.edition, clock(), line.hasSound) : [noEdition]),
  ];
}

/**
 * Checks everything that a line needs to answer calls, as far as this machine can. Nobody is dialled, and no setting is
 * changed. Numbers that lead to the line are added to `kept`.
 */
export async function lookAtLine(
  { api, line, fallbackUrl, deploysFallback, kept, keepNumbers, folders, checkMachine, clock }: LookParts,
  { addresses, caller }: { readonly addresses: LineAddresses; readonly caller: Caller },
): Promise<Check[]> {
  const address = await checkAddress(caller, clock());
  const isReached = address.some(({ id, state }) => id === 'address' && state === 'ok');
  return [
    ...(await untilTrouble([
      () => checkAccount(api, clock),
      async () => {
        const all = await api.numbers();
        const leadingHere = numbersOfLine([], all, addresses).map(({ number }) => number);
        const changed = kept && withNumbers(kept, leadingHere);
        // If the folder cannot be written, the check of the disk reports it.
        if (changed) await keepNumbers(changed).catch(() => {});
        return checkNumbers([...(line ? numbersOf(line.edition.file) : []), ...(kept ?? [])], all, addresses);
      },
      async () => (line ? checkDialling(line.edition.line, api) : []),
    ])),
    ...(kept ? [] : [unreadableNumbers]),
    ...(line ? checkTried(line.edition.line) : []),
    ...(await checkDisk(folders)),
    ...(await checkMachine()),
    ...address,
    ...(line && isReached ? await checkFirstSound(caller.publicUrl, line) : []),
    ...(line ? await checkEdition(line.edition, clock(), line.hasSound) : [noEdition]),
    ...(line
      ? await checkFallback(line.edition, {
          address: fallbackUrl,
          deploys: deploysFallback,
          isDisaster: line.disaster !== null,
          now: clock(),
        })
      : []),
  ];
}

/** Checks the first sound of the fallback through the public address. An edition without a fallback is not checked. */
async function checkFirstSound(publicUrl: string, { edition, sound }: LookedAtLine): Promise<Check[]> {
  const [key] = writeFallback(edition, '', false)?.sounds ?? [];
  return key === undefined ? [] : checkSound(publicUrl, key, await sound(key));
}
