import { advance, type CallEdition } from './advance.ts';
import { type Conditions, dialOutcomes, type Input, keys } from './input.ts';
import type { State } from './state.ts';
import type { Turn } from './step.ts';

/** Every input of a call that has begun. */
export const everyInput: readonly Input[] = [
  ...keys.map((key): Input => ({ kind: 'key', key })),
  { kind: 'silence' },
  ...dialOutcomes.map((outcome): Input => ({ kind: 'dial-ended', outcome })),
  { kind: 'limit-reached' },
];

/**
 * Maximum number of states: far more than any line has. This limit stops a walk in which a bug creates ever more
 * states.
 */
const mostStates = 50_000;

/** One step of the walk. */
export interface WalkedTurn {
  /** Null when the call begins. */
  readonly from: State | null;
  readonly input: Input;
  readonly conditions: Conditions;
  readonly turn: Turn;
}

interface WalkOptions {
  /** States for which this returns the same text count as one state: the walk continues only from the first of them. */
  readonly identify?: (state: State) => string;
  /** Whether the walk goes on from a state; by default from every state. */
  readonly goesOn?: (state: State) => boolean;
}

/**
 * Walks every reachable state × every input × the given conditions, breadth first. Tests use the walk to prove that no
 * call can end badly. Publishing uses it to find the narrations that an edition needs. The narrations of the menus come
 * first.
 * @throws RangeError when there are more states than any line can have
 */
export function* walk(
  edition: CallEdition,
  everyCondition: readonly Conditions[],
  { identify = JSON.stringify, goesOn = () => true }: WalkOptions = {},
): Generator<WalkedTurn> {
  const starts: Input[] = [
    { kind: 'call-started' },
    ...edition.line.languages.map(({ tag }): Input => ({ kind: 'call-started', language: tag })),
  ];
  const seen = new Set<string>();
  let frontier: (State | null)[] = [null];
  while (frontier.length > 0) {
    const next: State[] = [];
    for (const from of frontier) {
      for (const input of from === null ? starts : everyInput) {
        for (const conditions of everyCondition) {
          const turn = advance(edition, conditions, from, input);
          yield { from, input, conditions, turn };
          const code = identify(turn.state);
          if (!seen.has(code) && goesOn(turn.state)) next.push(turn.state);
          if (seen.size > mostStates)
            throw new RangeError(
              `The walk found more than ${mostStates} states; something in a state probably grows without limit.`,
            );
          seen.add(code);
        }
      }
    }
    frontier = next;
  }
}
