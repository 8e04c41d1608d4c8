import { advance } from '../call/advance.ts';
import type { Conditions, Input } from '../call/input.ts';
import { limits } from '../call/limits.ts';
import { noticeOn } from '../call/notice-on.ts';
import type { State } from '../call/state.ts';
import { decodeState, encodeState } from '../call/state-code.ts';
import type { Saying, Step } from '../call/step.ts';
import type { Edition, Script } from '../editions/edition.ts';
import type { EditionShelf } from '../editions/edition-shelf.ts';

/** What any kind of telephone brings along. */
export interface TurnRequest {
  /** The coded state of the call; null when it begins. */
  readonly code: string | null;
  /** How many turns this call has had. */
  readonly turns: number;
  readonly input: Input;
  readonly conditions: Conditions;
}

/** How a turn ends: never in a bare say. */
export type Ending = Exclude<Step, { do: 'say' }>;

export interface TurnAnswer {
  readonly edition: Edition;
  readonly state: State;
  readonly code: string;
  readonly turns: number;
  /** What is said, prompt by prompt; `script` has the same in words and sound. */
  readonly sayings: readonly Saying[];
  readonly script: Script;
  readonly ending: Ending;
}

/**
 * One turn of one call: the state is read, the line advances, and its words are looked up. No I/O. A state that cannot
 * be read begins the call anew; an edition that is gone becomes the current one.
 */
export function takeTurn(shelf: EditionShelf, { code, turns, input, conditions }: TurnRequest): TurnAnswer {
  // A warning counts more than the words on which a call began, and only the current edition surely has its words.
  const isWarning = noticeOn(shelf.current.line, conditions) !== null;
  const home = (id: string) => (isWarning ? shelf.current : shelf.find(id));
  const from = code === null ? null : decodeState(code, (id) => home(id).line);
  const edition = from ? home(from.edition) : shelf.current;
  const state = from && { ...from, edition: edition.id };
  const isAnswered = input.kind === 'dial-ended' && input.outcome === 'answered';
  const happened: Input = turns >= limits.turnsPerCall && !isAnswered ? { kind: 'limit-reached' } : input;
  const turn = advance(edition, conditions, state, happened);
  const { said, ending } = split(turn.steps);
  return {
    edition,
    state: turn.state,
    code: encodeState(turn.state),
    turns: turns + 1,
    sayings: said.sayings,
    script: edition.script(said.sayings, said.slow, said.afterConnecting),
    ending,
  };
}

/** @throws RangeError when a turn is not one say and one ending; the walk of all turns shows that none is */
function split(steps: readonly Step[]) {
  const [first, last, ...rest] = steps;
  if (first?.do !== 'say' || !last || last.do === 'say' || rest.length > 0) {
    throw new RangeError('A turn says something and then waits, dials or hangs up.');
  }
  return { said: first, ending: last };
}
