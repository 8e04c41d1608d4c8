import type { LanguageTag } from '../../../call/line.ts';
import type { Bilingual } from '../../../common/bilingual.ts';
import type { Finding } from '../../../words/finding.ts';
import type { Place } from '../../../words/place.ts';
import type { DraftNow } from '../../drafts/draft-desk.ts';
import type { OfficeEdition } from '../edition.ts';
import type { EditionRecord } from '../edition-records.ts';

/** A draft that somebody wants to publish. */
export interface GateSubject {
  readonly now: Pick<DraftNow, 'line' | 'draft' | 'find'>;
  /** All findings of the checks, about the draft's words and the resulting dialogue. */
  readonly findings: readonly Finding[];
  /** The draft as an edition; null while the checks find errors. */
  readonly edition: OfficeEdition | null;
  /** What callers hear now; null before the first publication. */
  readonly live: EditionRecord | null;
}

/** One thing that keeps a gate closed: where it is, what is wrong and, for some gates, what to do. */
export interface Hindrance extends Bilingual {
  /** Null if the hindrance has no place in the words; the gate's own page then shows what is wrong. */
  readonly place: Finding['place'] | null;
  /** The id of a rule; empty where there is none. */
  readonly rule: string;
  /** When somebody caused it, in milliseconds since the epoch. Absent if that does not matter. */
  readonly since?: number;
}

/** How a gate can be passed while it is closed. */
export type Passing =
  | 'never'
  /** With a reason, which is recorded in the audit trail. */
  | 'with-reason'
  /**
   * With a reason for each language that the hindrances of the gate name. The reasons are recorded in the audit trail.
   */
  | 'with-reason-each'
  /** In an emergency, with a reason that every page shows until the emergency is over. */
  | 'in-emergency';

/**
 * A condition that must hold before callers hear a draft. To add a gate, add a file in this folder and a line in
 * `gates.ts`.
 */
export interface Gate {
  readonly id: string;
  readonly passing: Passing;
  /**
   * When the gate is asked. `words`: at any time, because it needs only the draft. `edition`: only if no closed `words`
   * gate has `passing: 'never'`, because it needs an edition. `slow`: last, and only if no closed gate has
   * `passing: 'never'`, because it takes seconds or longer; its own page shows progress.
   */
  readonly asks: 'words' | 'edition' | 'slow';
  /** A heading for what keeps the gate closed. */
  readonly title: Bilingual;
  /** What to do, in one sentence. */
  readonly advice: Bilingual;
  /** What to do if the gate stops a command; null if `advice` fits there too. */
  readonly commandAdvice: Bilingual | null;
  /**
   * The page on which staff remove what keeps the gate closed: its path below `/console`. Null if they do that where
   * each hindrance is.
   */
  readonly page: string | null;
  /** @returns an empty list if the gate is open */
  look(subject: GateSubject): Promise<readonly Hindrance[]>;
}

/** A gate that is closed, and why. */
export interface ClosedGate {
  readonly gate: Gate;
  /** Has at least one entry. */
  readonly hindrances: readonly Hindrance[];
}

/** A finding of the checks as a hindrance. */
export const toHindrance = ({ place, rule, ja, en }: Finding): Hindrance => ({ place, rule, ja, en });

/** The languages in which a gate is closed. */
export const languagesOf = ({ hindrances }: Pick<ClosedGate, 'hindrances'>): LanguageTag[] => [
  ...new Set(hindrances.flatMap(({ place }) => (place && 'language' in place ? [place.language] : []))),
];

/** The hindrances of all gates that a publication passes with one reason, `warningsReason`. */
export const warningsIn = (closed: readonly ClosedGate[]): Hindrance[] =>
  closed.filter(({ gate }) => gate.passing === 'with-reason').flatMap(({ hindrances }) => hindrances);

/** A hindrance at a text. */
export const hindranceAt = (place: Place, text: Bilingual): Hindrance => ({ place, rule: '', ...text });
