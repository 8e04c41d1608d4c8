import type { Finding } from '../../../words/finding.ts';
import type { Place } from '../../../words/place.ts';
import type { DraftNow } from '../../drafts/draft-desk.ts';
import type { Edition } from '../edition.ts';
import type { EditionRecord } from '../edition-record.ts';

/** A draft that somebody wants to publish. */
export interface GateSubject {
  readonly now: Pick<DraftNow, 'line' | 'draft' | 'find'>;
  /** Everything that the checks say of its words and of the dialogue that they make. */
  readonly findings: readonly Finding[];
  /** The draft as callers would hear it; null while its words have errors. */
  readonly edition: Edition | null;
  /** What callers hear now; null before the first publication. */
  readonly live: EditionRecord | null;
}

/** A text in the two languages of the console. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

/** One thing that keeps a gate closed: where it is, what is wrong, and what to do. */
export interface Hindrance extends Bilingual {
  /** Null for what is no place in the words; the gate's own page shows it. */
  readonly place: Finding['place'] | null;
  /** The id of a rule; empty where there is none. */
  readonly rule: string;
}

/** How a gate can be passed while it is closed. */
export type Passing =
  | 'never'
  /** With a reason, which the audit keeps. */
  | 'with-reason'
  /** In an emergency, with a reason that every page shows until the gate is open. */
  | 'in-emergency';

/**
 * Something that must hold before callers hear a draft. A new gate is a file beside this one and a line in `gates.ts`; one that
 * is put right on a page of its own is a name in `opens` as well.
 */
export interface Gate {
  readonly id: string;
  readonly passing: Passing;
  /**
   * `words`: asked of the draft alone, at any time. `edition`: needs an edition, so only asked when no gate of the words is
   * closed for good. `slow`: takes seconds or longer, so it is asked last and its own page shows how far it is.
   */
  readonly asks: 'words' | 'edition' | 'slow';
  /** What waits at the gate, as a heading. */
  readonly title: Bilingual;
  /** What to do, in one sentence. */
  readonly advice: Bilingual;
  /** Where it is put right. */
  readonly opens: 'place' | 'approvals' | 'kept-calls' | 'language-check';
  /** @returns nothing when it is open */
  look(subject: GateSubject): Promise<readonly Hindrance[]>;
}

/** A gate that is closed, and why. */
export interface ClosedGate {
  readonly gate: Gate;
  /** At least one. */
  readonly hindrances: readonly Hindrance[];
}

/** A finding of the checks at a gate. */
export const toHindrance = ({ place, rule, ja, en }: Finding): Hindrance => ({ place, rule, ja, en });

/** A text at a gate. */
export const hindranceAt = (place: Place, text: Bilingual): Hindrance => ({ place, rule: '', ...text });
