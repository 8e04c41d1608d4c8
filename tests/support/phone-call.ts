import { z } from 'zod';
import type { Key } from '../../src/call/input.ts';

const phoneTurn = z.object({
  state: z.string(),
  count: z.int(),
  language: z.string().nullable(),
  audio: z.string(),
  next: z.object({ do: z.enum(['wait-for-key', 'dial', 'hang-up']) }),
});
type PhoneTurn = z.infer<typeof phoneTurn>;

/**
 * Sends a request to a running server, as the browser phone does.
 * @throws Error if the answer is not 200 with a turn
 */
async function ask(url: string, body: object): Promise<PhoneTurn> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return phoneTurn.parse(await response.json());
}

/** Begins a call. */
export const call = (address: string): Promise<PhoneTurn> => ask(`${address}/phone/calls`, {});

/** Presses a key in the state of a turn. */
export const press = (address: string, { state, count }: PhoneTurn, key: Key): Promise<PhoneTurn> =>
  ask(`${address}/phone/turn`, { state, count, input: { kind: 'key', key } });
