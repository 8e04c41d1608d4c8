import type { DialOutcome, Input } from '../../call/input.ts';
import { createEditionShelf } from '../../edition/edition.ts';
import { type TurnAnswer, takeTurn } from '../../edition/take-turn.ts';
import { MissingPromptError } from '../../words/words.ts';
import type { OfficeEdition } from '../editions/edition.ts';
import { encodePath, type RehearsedInput } from './path-code.ts';
import { conditionsIn, lineIn, type Situation } from './situation.ts';

/** One turn of a rehearsed call. */
export interface RehearsedTurn extends Omit<TurnAnswer<OfficeEdition>, 'code' | 'turns'> {
  /** The input that led to this turn. */
  readonly input: Input;
}

/** The turns of a call, as far as the call got. */
export interface Rehearsed {
  readonly turns: readonly RehearsedTurn[];
  /** Whether the call stopped because words are missing. */
  readonly isBroken: boolean;
}

/**
 * Plays a call from its start, turn by turn, as on any other telephone. Every key press of a rehearsal plays the whole
 * call again, so that no state has to be stored between key presses. Inputs after the end of the call are ignored.
 * @param outcome the outcome of every transfer; null if the path contains the outcomes
 */
export function rehearse(
  edition: OfficeEdition,
  situation: Situation,
  path: readonly RehearsedInput[],
  outcome: DialOutcome | null = null,
): Rehearsed {
  const rehearsed: OfficeEdition = { ...edition, line: lineIn(edition.line, situation) };
  const shelf = createEditionShelf(rehearsed);
  const conditions = conditionsIn(rehearsed.line, situation);
  const turns: RehearsedTurn[] = [];
  const left = [...path];
  let input: Input | undefined = { kind: 'call-started', language: situation.language ?? undefined };
  let at: Pick<TurnAnswer<OfficeEdition>, 'code' | 'turns'> | { readonly code: null; readonly turns: 0 } = {
    code: null,
    turns: 0,
  };
  while (input) {
    let answer: TurnAnswer<OfficeEdition>;
    try {
      answer = takeTurn(shelf, { code: at.code, turns: at.turns, input, conditions });
    } catch (error) {
      if (error instanceof MissingPromptError) return { turns, isBroken: true };
      throw error;
    }
    turns.push({ ...answer, input });
    at = answer;
    const { ending } = answer;
    if (ending.do === 'hang-up') break;
    input = ending.do === 'dial' && outcome !== null ? { kind: 'dial-ended', outcome } : left.shift();
  }
  return { turns, isBroken: false };
}

/** The encoded path of a call, including inputs that the caller did not make, such as transfer outcomes. */
export const pathOf = (turns: readonly RehearsedTurn[]): string =>
  encodePath(
    turns.flatMap(({ input }) => (input.kind === 'call-started' || input.kind === 'limit-reached' ? [] : [input])),
  );
