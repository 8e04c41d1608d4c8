import type { Edition } from '../edition.ts';
import { approval, type UnapprovedIn } from './approval.ts';
import type { ClosedGate, Gate, GateSubject } from './gate.ts';
import { keptCalls, type RedCall } from './kept-calls.ts';
import { type LanguageCheck, languageCheck } from './language-check.ts';
import { openWarnings } from './open-warnings.ts';
import { unfinishedTexts } from './unfinished-texts.ts';
import { wrongWords } from './wrong-words.ts';

/** What the gates ask. */
export interface GateParts {
  /** Makes the calls that are kept as tests on an edition. @returns those that go another way than they should */
  readonly checks: (edition: Edition) => Promise<readonly RedCall[]>;
  readonly unapprovedIn: UnapprovedIn;
  /** Null where nobody can call it. */
  readonly crawl: LanguageCheck | null;
}

/** Every gate between a draft and its callers, in the order in which a page tells of them. */
export const createGates = ({ checks, unapprovedIn, crawl }: GateParts): readonly Gate[] => [
  unfinishedTexts,
  wrongWords,
  keptCalls(checks),
  openWarnings,
  approval(unapprovedIn),
  languageCheck(crawl),
];

const stages: readonly Gate['asks'][] = ['words', 'edition', 'slow'];

/**
 * Asks gates which of them are closed. An edition of words that are not finished says nothing: when a gate of the words is
 * closed for good, gates of the edition are not asked.
 * @param asks which gates to ask
 * @returns in the order of the gates
 */
export async function closedGates(
  gates: readonly Gate[],
  subject: GateSubject,
  asks: readonly Gate['asks'][],
): Promise<ClosedGate[]> {
  const closed = new Map<Gate, ClosedGate>();
  for (const stage of stages.filter((each) => asks.includes(each))) {
    if (stage !== 'words' && [...closed.keys()].some(({ passing }) => passing === 'never')) break;
    for (const gate of gates.filter((each) => each.asks === stage)) {
      const hindrances = await gate.look(subject);
      if (hindrances.length > 0) closed.set(gate, { gate, hindrances });
    }
  }
  return gates.flatMap((gate) => closed.get(gate) ?? []);
}

/** Why closed gates are passed; empty for no reason. */
export interface PassReasons {
  readonly warningsReason: string;
  readonly emergency: string;
}

/** The closed gates at which a publication stops. */
export function stopsAt(closed: readonly ClosedGate[], { warningsReason, emergency }: PassReasons): ClosedGate[] {
  return closed.filter(({ gate: { passing } }) => {
    if (passing === 'never') return true;
    return (passing === 'with-reason' ? warningsReason : emergency).trim() === '';
  });
}
