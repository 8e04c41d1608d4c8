import type { LanguageTag } from '../../../call/line.ts';
import type { OfficeEdition } from '../edition.ts';
import { approval, type UnapprovedIn } from './approval.ts';
import { type ClosedGate, type Gate, type GateSubject, type Hindrance, languagesOf, type Passing } from './gate.ts';
import { keptCalls, type RedCall } from './kept-calls.ts';
import { type LanguageCheck, languageCheck } from './language-check.ts';
import { nativeReaders } from './native-readers.ts';
import { openWarnings } from './open-warnings.ts';
import { type RemarksIn, readerRemarks } from './reader-remarks.ts';
import { unfinishedTexts } from './unfinished-texts.ts';
import { wrongWords } from './wrong-words.ts';

/** What the gates depend on. */
export interface GateParts {
  /** Runs the saved test calls on an edition. @returns the calls whose course differs from what is expected */
  readonly checks: (edition: OfficeEdition) => Promise<readonly RedCall[]>;
  readonly unapprovedIn: UnapprovedIn;
  readonly remarksIn: RemarksIn;
  /** Crawls every path of an edition. Null if no edition can be crawled. */
  readonly crawl: LanguageCheck | null;
  /** Whether languages with texts that no native reader has read need a reason: true in production. */
  readonly areReadersNeeded: boolean;
}

/** Every gate between a draft and its callers, in the order in which pages show them. */
export const createGates = ({
  checks,
  unapprovedIn,
  remarksIn,
  crawl,
  areReadersNeeded,
}: GateParts): readonly Gate[] => [
  unfinishedTexts,
  wrongWords,
  keptCalls(checks),
  openWarnings,
  readerRemarks(remarksIn),
  nativeReaders(areReadersNeeded),
  approval(unapprovedIn),
  languageCheck(crawl),
];

const stages: readonly Gate['asks'][] = ['words', 'edition', 'slow'];

/**
 * Determines which gates are closed. If a closed gate can never be passed, the gates of later stages are not asked,
 * because results for an edition with unfinished words mean nothing.
 * @param asks the stages whose gates are asked
 * @returns the closed gates, in the order of `gates`
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
  /**
   * When `warningsReason` was given, in milliseconds since the epoch; null for now. The reason does not apply to
   * hindrances that were caused later.
   */
  readonly warningsReasonAt: number | null;
  readonly emergencyReason: string;
  /** Reasons by language; a language without a reason is left out or has an empty text. */
  readonly unreadReasons?: Readonly<Record<LanguageTag, string>> | undefined;
}

/**
 * The closed gates that stop a publication: those that can never be passed, and those for which the reason is missing.
 */
export function stopsAt(closed: readonly ClosedGate[], reasons: PassReasons): ClosedGate[] {
  const { warningsReason, warningsReasonAt, emergencyReason, unreadReasons = {} } = reasons;
  const isLater = ({ since = Number.NEGATIVE_INFINITY }: Hindrance) =>
    warningsReasonAt !== null && since > warningsReasonAt;
  const isEmpty = (reason: string | undefined) => (reason ?? '').trim() === '';
  const isStopped: Readonly<Record<Passing, (gate: ClosedGate) => boolean>> = {
    never: () => true,
    'with-reason': ({ hindrances }) => isEmpty(warningsReason) || hindrances.some(isLater),
    'with-reason-each': (gate) => languagesOf(gate).some((tag) => isEmpty(unreadReasons[tag])),
    'in-emergency': () => isEmpty(emergencyReason),
  };
  return closed.filter((each) => isStopped[each.gate.passing](each));
}
