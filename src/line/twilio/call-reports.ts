import type { RaiseAlert } from '../../alerts/alert.ts';
import type { DialOutcome } from '../../call/input.ts';
import type { LanguageTag } from '../../call/line.ts';

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

/** Different things that are counted: more statuses, outcomes and languages than there are, and more errors than occur together. */
export const mostCounted = { errors: 100, others: 200 } as const;

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
  const count = (what: string, most: number = mostCounted.errors + mostCounted.others): void => {
    if (counts.has(what) || counts.size < most) counts.set(what, (counts.get(what) ?? 0) + 1);
  };
  let errors = 0;
  return {
    counts,
    ended: (status) => count(`call ${/^[a-z-]{1,20}$/.test(status) ? status : 'other'}`),
    twilioError(code) {
      // Their room is their own: however many there are, calls are counted.
      if (counts.has(`twilio ${code}`) || errors < mostCounted.errors) {
        if (!counts.has(`twilio ${code}`)) errors += 1;
        count(`twilio ${code}`);
      }
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
