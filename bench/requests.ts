import { keys } from '../src/call/input.ts';
import { limits } from '../src/call/limits.ts';
import { type Webhook, writeWebhook } from './webhook.ts';

/** Returns the next request for a server. There is always another one. */
export type Requests = () => Uint8Array;

/** Returns the given requests in order, again and again. */
export function inTurn(requests: readonly Uint8Array[]): Requests {
  let index = 0;
  return () => {
    const request = requests[index % requests.length];
    index += 1;
    if (!request) throw new RangeError('There are no requests.');
    return request;
  };
}

/** What a caller can do in any turn: press a key, or remain silent (the empty text). */
const presses = ['', ...keys];

/**
 * Returns webhooks that are never repeated, each of a different call. Each combines a state of the recorded calls with
 * a turn count and a key; those that begin a call have neither. The same combination of state, key and turn count
 * returns only after some hundred thousand webhooks. The state is in the webhook's address, so each webhook is answered
 * like one of a real call in that state.
 */
export function neverRepeated(recorded: readonly Webhook[]): Requests {
  const states = [...new Map(recorded.map((asked) => [asked.path.replace(/\?n=\d+$/, ''), asked])).values()];
  let index = 0;
  return () => {
    const [position, round] = [index % states.length, Math.floor(index / states.length)];
    const state = states[position];
    index += 1;
    if (!state) throw new RangeError('There are no requests.');
    const begins = state.key === undefined;
    const turns = 1 + (Math.floor(round / presses.length) % (limits.turnsPerCall - 1));
    const path = begins ? state.path : state.path.replace(/\?n=\d+$/, `?n=${turns}`);
    // The key varies from state to state within a round.
    const key = presses[(round + 5 * position) % presses.length] ?? '';
    return writeWebhook({ ...state, path, call: index, ...(begins ? {} : { key }) });
  };
}

/**
 * Builds `count` requests immediately, before a round, and further ones on demand. Building a request during the round
 * would count as latency and take processor time from the server.
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
