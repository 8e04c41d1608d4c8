import type { RaiseAlert } from '../../alerts/alert.ts';
import type { DialOutcome } from '../../call/input.ts';
import type { LanguageTag } from '../../call/line.ts';
import type { TextRef } from '../../call/step.ts';
import type { Bilingual } from '../../common/bilingual.ts';
import { endStatuses } from './read-webhook.ts';

/** Where a transfer goes. `language` is null for a caller who has not chosen one. */
interface TransferTarget {
  readonly destination: string;
  readonly language: LanguageTag | null;
}

/** The names by which operators know the parts of the line. */
export interface CallNames {
  language(tag: LanguageTag): Bilingual;
  text(text: TextRef): Bilingual;
  destination(id: string): Bilingual;
}

/** Counts what happens in calls, and alerts the operators. Nothing that could identify a caller is kept. */
export interface CallReports {
  /** Twilio has reported that a call has ended. */
  ended(status: string): void;
  /** Twilio has reported an error with this code. */
  twilioError(code: string): void;
  /** A transfer has ended. `to` is null if the destination is unknown. */
  dialled(outcome: DialOutcome, to: TransferTarget | null): void;
  /**
   * Twilio's voice has spoken, because the narration does not exist. `language` is that of the first sentence.
   * `missing` returns the sentences that have no sound at the time when `missing` is called. The list is empty if every
   * sentence has a sound, and only the narration joined from them is missing. `missing` is called only when operators
   * are alerted, because by then the line may know of sounds that it did not know of during the turn.
   */
  said(language: LanguageTag, missing: () => readonly TextRef[]): void;
  /**
   * A turn failed, and the caller heard the trouble text. `language` is null if it is unknown, for example because the
   * caller has not chosen one yet. `text` is the text that could not be said; null if something else failed.
   */
  broke(language: LanguageTag | null, text: TextRef | null): void;
  /**
   * How often each event has happened since the line started. The keys are names such as `call completed`,
   * `twilio 11200`, `transfer failed`, `said ko` and `trouble ko`.
   */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Maximum number of Twilio's error codes that are counted separately. The other events need no limit, because they have
 * only a few names.
 */
export const mostErrors = 100;

/** Number of transfers that must fail in a row before operators are alerted. */
const failingInRow = 3;

/**
 * Operators are alerted when Twilio's voice has spoken in `count` turns within `within` milliseconds. A few such turns
 * are normal: after a publication or a new notice, some sounds are missing for a few seconds.
 */
const unrecorded = { count: 5, within: 600_000 } as const;

/** Milliseconds after the start in which missing sounds raise no alert, because the first ones are still being made. */
const firstSpeech = 900_000;

/** @param now monotonic time in milliseconds */
export function createCallReports(alert: RaiseAlert, now: () => number, names: CallNames): CallReports {
  const counts = new Map<string, number>();
  const start = now();
  /** The targets of the last transfers that failed in a row. */
  let failed: readonly (TransferTarget | null)[] = [];
  let failedSince = start;
  let said: { readonly at: number; readonly language: LanguageTag; readonly missing: () => readonly TextRef[] }[] = [];
  let saidSince = start;
  const named = ({ destination, language }: TransferTarget): Bilingual => {
    const [to, caller] = [names.destination(destination), language === null ? null : names.language(language)];
    return caller ? { ja: `${to.ja}(${caller.ja})`, en: `${to.en} (${caller.en})` } : to;
  };
  const count = (what: string): void => {
    counts.set(what, (counts.get(what) ?? 0) + 1);
  };
  const errors = new Set<string>();
  return {
    counts,
    ended: (status) => count(`call ${endStatuses.includes(status.toLowerCase()) ? status.toLowerCase() : 'other'}`),
    twilioError(code) {
      if (errors.size < mostErrors) errors.add(code);
      count(`twilio ${errors.has(code) ? code : 'other'}`);
      alert('twilio-errors', { details: () => [{ ja: code, en: code }] });
    },
    dialled(outcome, to) {
      count(`transfer ${outcome}`);
      if (failed.length === 0) failedSince = now();
      failed = outcome === 'failed' ? [...failed, to].slice(-failingInRow) : [];
      if (failed.length < failingInRow) return;
      const details = () => unique(failed.flatMap((each) => (each ? [named(each)] : [])));
      alert('transfers-failing', { details, lasting: now() - failedSince });
    },
    said(language, missing) {
      count(`said ${language}`);
      const at = now();
      if (at - start < firstSpeech) return;
      const recent = said.filter((each) => at - each.at < unrecorded.within);
      if (recent.length === 0) saidSince = at;
      said = [...recent, { at, language, missing }].slice(-unrecorded.count);
      if (said.length < unrecorded.count) return;
      const inTurn = (turn: (typeof said)[number]) => {
        const texts = turn.missing();
        return texts.length > 0 ? texts.map(names.text) : [names.language(turn.language)];
      };
      alert('said-not-played', { details: () => unique(said.flatMap(inTurn)), lasting: at - saidSince });
    },
    broke(language, text) {
      count(`trouble ${language ?? 'any'}`);
      const details = () => {
        if (text) return [names.text(text)];
        return language === null ? [] : [names.language(language)];
      };
      alert('trouble-spoken', { details });
    },
  };
}

/** Returns the details without repetitions. */
const unique = (details: readonly Bilingual[]): Bilingual[] => [
  ...new Map(details.map((each) => [`${each.ja} ${each.en}`, each])).values(),
];

/**
 * The code of the error that Twilio's webhook reports; null for any other payload. Nothing else of the payload is read,
 * because the payload contains the caller's telephone number.
 */
export const errorCodeIn = (payload: unknown): string | null =>
  (typeof payload === 'string' && /"error_code"\s*:\s*"?(\d{4,6})\b/.exec(payload)?.[1]) || null;
