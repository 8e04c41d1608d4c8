import { advance } from '../../src/call/advance.ts';
import type { DisasterNotice } from '../../src/call/disaster.ts';
import type { Conditions, Input } from '../../src/call/input.ts';
import type { State } from '../../src/call/state.ts';
import { decodeState, encodeState } from '../../src/call/state-code.ts';
import { type WrittenTurn, writeTurn } from '../../src/cli/transcript.ts';
import type { OfficeEdition } from '../../src/office/editions/edition.ts';

/** The record of a call: its inputs, and everything that the line answered. */
export interface Transcript {
  readonly title: string;
  readonly at: string;
  /** The notice that is switched on, and the index of the first turn with it; 0 if it was on before the call. */
  readonly disaster?: { readonly notice: DisasterNotice; readonly from: number };
  readonly turns: readonly WrittenTurn[];
}

/** Plays the inputs of a transcript again. It encodes and decodes the state after every turn, as the line does. */
export function play(edition: OfficeEdition, { title, at, disaster, turns }: Transcript): Transcript {
  const ordinary: Conditions = { now: at, dialsUntried: true, mayTransfer: true, disaster: null };
  let state: State | null = null;
  return {
    title,
    at,
    ...(disaster && { disaster }),
    turns: turns.map(({ input }, index) => {
      const isOn = disaster !== undefined && index >= disaster.from;
      const conditions = isOn ? { ...ordinary, disaster: disaster.notice } : ordinary;
      const turn = advance(edition, conditions, state, input as Input);
      state = decodeState(encodeState(turn.state), () => edition.line);
      return writeTurn(edition, input as Input, turn);
    }),
  };
}
