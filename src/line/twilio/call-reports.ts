import type { RaiseAlert } from '../../alerts/alert.ts';
import type { DialOutcome } from '../../call/input.ts';
import type { LanguageTag } from '../../call/line.ts';
import { endStatuses } from './read-webhook.ts';

/** The call counts: how often each kind of event has happened. Nothing about the callers is kept. */
export interface CallReports {
  /** Twilio has reported that a call has ended. */
  ended(status: string): void;
  /** Twilio has reported an error with this code. */
  twilioError(code: string): void;
  /** A transfer has ended. */
  dialled(outcome: DialOutcome): void;
  /** Twilio's voice has spoken, because a recording does not exist. `language` is that of the first sentence. */
  said(language: LanguageTag): void;
  /** A turn broke, and the caller heard the trouble text. `language` is null before one is chosen. */
  broke(language: LanguageTag | null): void;
  /**
   * How often each event has happened since the line started, by name, such as `call completed`, `twilio 11200`,
   * `transfer failed`, `said ko`, `trouble ko`.
   */
  readonly counts: ReadonlyMap<string, number>;
}

/** Maximum number of Twilio's errors that are counted separately. All other events have only a few kinds. */
export const mostErrors = 100;

/** Number of transfers that must fail in a row before operators are alerted. */
const failingInRow = 3;

/**
 * Operators are alerted when Twilio's voice has replaced `count` recordings within `within` milliseconds. After a publication or
 * a new notice, some recordings are missing for a few seconds.
 */
const unrecorded = { count: 5, within: 600_000 } as const;

/** Milliseconds after the start in which missing recordings raise no alert, because the first ones are still being made. */
const firstSpeech = 900_000;

/**
 * @param now milliseconds, only ever increasing
 * @param nameOf returns the name of a language for operators
 */
export function createCallReports(
  alert: RaiseAlert,
  now: () => number,
  nameOf: (language: LanguageTag) => string = (tag) => tag,
): CallReports {
  const counts = new Map<string, number>();
  const start = now();
  let failed = 0;
  let said: { readonly at: number; readonly language: LanguageTag }[] = [];
  const named = (tag: LanguageTag) => ({ ja: nameOf(tag), en: nameOf(tag) });
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
      alert('twilio-errors', { details: [{ ja: code, en: code }] });
    },
    dialled(outcome) {
      count(`transfer ${outcome}`);
      failed = outcome === 'failed' ? failed + 1 : 0;
      if (failed >= failingInRow) alert('transfers-failing');
    },
    said(language) {
      count(`said ${language}`);
      const at = now();
      if (at - start < firstSpeech) return;
      said = [...said.filter((each) => at - each.at < unrecorded.within), { at, language }].slice(-unrecorded.count);
      if (said.length < unrecorded.count) return;
      const languages = new Set(said.map((each) => each.language));
      alert('said-not-played', { details: [...languages].map(named) });
    },
    broke(language) {
      count(`trouble ${language ?? 'any'}`);
      alert('trouble-spoken', { details: language === null ? [] : [named(language)] });
    },
  };
}

/**
 * The code of the error that Twilio's webhook reports; null for any other payload. Nothing else of the payload is read, because
 * it contains the caller's number.
 */
export const errorCodeIn = (payload: unknown): string | null =>
  (typeof payload === 'string' && /"error_code"\s*:\s*"?(\d{4,6})\b/.exec(payload)?.[1]) || null;
