import { advance, type CallEdition } from '../call/advance.ts';
import { sayableNotice } from '../call/disaster.ts';
import type { Conditions, Input } from '../call/input.ts';
import { limits } from '../call/limits.ts';
import type { State } from '../call/state.ts';
import { decodeState, encodeState } from '../call/state-code.ts';
import type { Saying, Step } from '../call/step.ts';

/** What a turn needs from a telephone of any kind. */
export interface TurnRequest {
  /** The coded state of the call; null when the call begins. */
  readonly code: string | null;
  /** Number of turns that this call has had. */
  readonly turns: number;
  readonly input: Input;
  readonly conditions: Conditions;
}

/** The step that ends a turn, which is never `say`. */
export type Ending = Exclude<Step, { do: 'say' }>;

/** An edition with scripts of some type, such as those of a line or those of a rehearsal. */
interface Speaking<Script> extends CallEdition {
  script(sayings: readonly Saying[], slow?: boolean, afterConnecting?: boolean): Script;
}

/** The type of an edition's scripts. */
type ScriptOf<Edition extends Speaking<unknown>> = ReturnType<Edition['script']>;

export interface TurnAnswer<Edition extends Speaking<unknown>> {
  readonly edition: Edition;
  readonly state: State;
  readonly code: string;
  readonly turns: number;
  /** What is said, as prompts; `script` has the words and the sounds. */
  readonly said: Extract<Step, { do: 'say' }>;
  readonly script: ScriptOf<Edition>;
  readonly ending: Ending;
}

/**
 * One turn of one call: decodes the state, advances, and looks up the words. No I/O. If the state cannot be decoded,
 * the call starts again. The current edition replaces the edition of the call if the shelf no longer has that edition.
 * It also does so while a notice is on, if the current edition can say the notice.
 */
export function takeTurn<Edition extends Speaking<unknown>>(
  shelf: { readonly current: Edition; find(id: string): Edition },
  { code, turns, input, conditions }: TurnRequest,
): TurnAnswer<Edition> {
  // The warning of a notice matters more than keeping the edition of the call, and only the current edition is sure to
  // contain the warning.
  const { disaster } = conditions;
  const isWarning = disaster !== null && sayableNotice(shelf.current.line, disaster) !== null;
  const home = (id: string) => (isWarning ? shelf.current : shelf.find(id));
  const from = code === null ? null : decodeState(code, (id) => home(id).line);
  const edition = from ? home(from.call.edition) : shelf.current;
  const state = from && { ...from, call: { ...from.call, edition: edition.id } };
  const isAnswered = input.kind === 'dial-ended' && input.outcome === 'answered';
  const happened: Input = turns >= limits.turnsPerCall && !isAnswered ? { kind: 'limit-reached' } : input;
  const turn = advance(edition, conditions, state, happened);
  const { said, ending } = split(turn.steps);
  return {
    edition,
    state: turn.state,
    code: encodeState(turn.state),
    turns: turns + 1,
    said,
    script: edition.script(said.sayings, said.slow, said.afterConnecting) as ScriptOf<Edition>,
    ending,
  };
}

/**
 * @throws RangeError when a turn is not one `say` and one ending. A test walks all turns and shows that this never
 * happens
 */
function split(steps: readonly Step[]) {
  const [first, last, ...rest] = steps;
  if (first?.do !== 'say' || !last || last.do === 'say' || rest.length > 0) {
    throw new RangeError('A turn says something and then waits, dials or hangs up.');
  }
  return { said: first, ending: last };
}
