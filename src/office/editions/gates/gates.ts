import type { Edition } from '../edition.ts';
import { approval, type UnapprovedIn } from './approval.ts';
import type { ClosedGate, Gate, GateSubject } from './gate.ts';
import { keptCalls, type RedCall } from './kept-calls.ts';
import { type LanguageCheck, languageCheck } from './language-check.ts';
import { openWarnings } from './open-warnings.ts';
import { unfinishedTexts } from './unfinished-texts.ts';
import { wrongWords } from './wrong-words.ts';

/** What the gates depend on. */
interface GateParts {
  /** Runs the saved test calls on an edition. @returns those whose course differs from what is expected */
  readonly checks: (edition: Edition) => Promise<readonly RedCall[]>;
  readonly unapprovedIn: UnapprovedIn;
  /** Null where an edition cannot be called. */
  readonly crawl: LanguageCheck | null;
}

/** Every gate between a draft and its callers, in the order in which pages show them. */
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
 * Determines which gates are closed. Results for an edition with unfinished words mean nothing, so once a closed gate cannot be
 * passed, later stages are not asked.
 * @param asks which stages to ask
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

/** Reasons for passing closed gates; empty for none. */
interface PassReasons {
  readonly warningsReason: string;
  readonly emergencyReason: string;
}

/** The closed gates that stop a publication. */
export function stopsAt(closed: readonly ClosedGate[], { warningsReason, emergencyReason }: PassReasons): ClosedGate[] {
  return closed.filter(({ gate: { passing } }) => {
    if (passing === 'never') return true;
    return (passing === 'with-reason' ? warningsReason : emergencyReason).trim() === '';
  });
}
