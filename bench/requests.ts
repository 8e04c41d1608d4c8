import { keys } from '../src/call/input.ts';
import { limits } from '../src/call/limits.ts';
import { type Asked, writeWebhook } from './webhook.ts';

/** What a server is asked, one request after the other, for ever. */
export type Requests = () => Uint8Array;

/** The same few in turn. */
export function inTurn(requests: readonly Uint8Array[]): Requests {
  let index = 0;
  return () => {
    const request = requests[index % requests.length];
    index += 1;
    if (!request) throw new RangeError('There is nothing to ask.');
    return request;
  };
}

/** What a caller may do in any turn: press a key, or nothing. */
const presses = ['', ...keys];

/**
 * Webhooks of which none is ever the same as another: the states of recorded calls, reached after other numbers of turns and
 * with other keys pressed, in calls of their own. Some hundred thousand until a state comes again with the same key after as
 * many turns. The state of a call rides in its address, so each is answered as in a call that has come there.
 */
export function neverRepeated(recorded: readonly Asked[]): Requests {
  const states = [...new Map(recorded.map((asked) => [asked.path.replace(/\?n=\d+$/, ''), asked])).values()];
  let index = 0;
  return () => {
    const [place, round] = [index % states.length, Math.floor(index / states.length)];
    const state = states[place];
    index += 1;
    if (!state) throw new RangeError('There is nothing to ask.');
    const begins = state.key === undefined;
    const turns = 1 + (Math.floor(round / presses.length) % (limits.turnsPerCall - 1));
    const path = begins ? state.path : state.path.replace(/\?n=\d+$/, `?n=${turns}`);
    // Not the same key in all states of a round.
    const key = presses[(round + 5 * place) % presses.length] ?? '';
    return writeWebhook({ ...state, path, call: index, ...(begins ? {} : { key }) });
  };
}

/**
 * So many of them written at once, before a round, and any more as they are asked for. What a client does while it waits for
 * answers counts as waiting, and takes processor time from a server beside it.
 */
export function writtenBefore(requests: Requests, count: number): Requests {
  const written = Array.from({ length: count }, requests);
  let index = 0;
  return () => {
    const next = written[index] ?? requests();
    index += 1;
    return next;
  };
}
