import type { RaiseAlert } from '../../alerts/alert.ts';
import type { DialOutcome } from '../../call/input.ts';
import type { LanguageTag } from '../../call/line.ts';
import { endStatuses } from './read-webhook.ts';

/** What is counted of calls: kinds of things that happened, and nothing of who called. */
export interface CallReports {
  /** Twilio tells that a call has ended. */
  ended(status: string): void;
  /** Twilio tells of an error, by its code. */
  twilioError(code: string): void;
  /** A transfer has ended. */
  dialled(outcome: DialOutcome): void;
  /** A sentence was said by Twilio's voice, because its recording does not exist. */
  said(language: LanguageTag): void;
  /** A turn broke, and the caller heard the trouble text; null before a language is chosen. */
  broke(language: LanguageTag | null): void;
  /** How often each thing has happened since the line started: `call completed`, `twilio 11200`, `transfer failed`, `said ko`, `trouble ko`. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Different errors of Twilio's that are counted. Of everything else there are only a few kinds. */
export const mostErrors = 100;

/** So many transfers that fail one after the other are told. */
const failingInRow = 3;

/** So many sentences without a recording within so many milliseconds are told. A publication or a notice lacks some for seconds. */
const unrecorded = { count: 5, within: 600_000 } as const;

/** Milliseconds after the start in which recordings may be missing: the first ones are being made. */
const firstSpeech = 900_000;

/**
 * @param now milliseconds, only ever increasing
 * @param nameOf the name of a language, as operators read it
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

/** The code of the error that Twilio's webhook tells of; null for another body. Nothing else of it is read: it has the caller's number. */
export const errorCodeIn = (payload: unknown): string | null =>
  (typeof payload === 'string' && /"error_code"\s*:\s*"?(\d{4,6})\b/.exec(payload)?.[1]) || null;
