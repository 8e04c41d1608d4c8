import { keys } from '../src/call/input.ts';
import { limits } from '../src/call/limits.ts';
import { type Webhook, writeWebhook } from './webhook.ts';

/** Returns the next request for a server, without end. */
export type Requests = () => Uint8Array;

/** Repeats the given requests in order. */
export function inTurn(requests: readonly Uint8Array[]): Requests {
  let index = 0;
  return () => {
    const request = requests[index % requests.length];
    index += 1;
    if (!request) throw new RangeError('There is nothing to ask.');
    return request;
  };
}

/** What a caller can do in any turn: press a key, or nothing. */
const presses = ['', ...keys];

/**
 * Webhooks that are never the same: the states of recorded calls, combined with varying turn counts and keys, each as a call of
 * its own. The same combination of state, key and turn count returns only after some hundred thousand webhooks. A call's state
 * is in the webhook's address, so each is answered like a webhook of a real call in that state.
 */
export function neverRepeated(recorded: readonly Webhook[]): Requests {
  const states = [...new Map(recorded.map((asked) => [asked.path.replace(/\?n=\d+$/, ''), asked])).values()];
  let index = 0;
  return () => {
    const [position, round] = [index % states.length, Math.floor(index / states.length)];
    const state = states[position];
    index += 1;
    if (!state) throw new RangeError('There is nothing to ask.');
    const begins = state.key === undefined;
    const turns = 1 + (Math.floor(round / presses.length) % (limits.turnsPerCall - 1));
    const path = begins ? state.path : state.path.replace(/\?n=\d+$/, `?n=${turns}`);
    // Varies the key within a round.
    const key = presses[(round + 5 * position) % presses.length] ?? '';
    return writeWebhook({ ...state, path, call: index, ...(begins ? {} : { key }) });
  };
}

/**
 * Builds this many requests before a round, and further ones on demand. Building requests during a round would count as waiting
 * time and take processor time from the server.
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
