import { expect } from '#jest';
import type { PublishResult } from '../../src/office/editions/publish.ts';

const closed = (gate: string, at: readonly object[]) => ({
  gate: { id: gate },
  ...(at.length > 0 && { hindrances: at }),
});

/** A publication that stopped at this gate and no other, for `toMatchObject`; `at` is what waits there. */
export const stoppedAt = (gate: string, ...at: readonly object[]) => ({ kind: 'stopped', gates: [closed(gate, at)] });

/** The same at several gates, in their order. */
export const stoppedAtAll = (...gates: readonly (readonly [gate: string, ...at: readonly object[]])[]) => ({
  kind: 'stopped',
  gates: gates.map(([gate, ...at]) => closed(gate, at)),
});

/** The texts that wait at the one gate at which a publication stopped. */
export function textsAt(gate: string, result: PublishResult) {
  expect(result).toMatchObject(stoppedAt(gate));
  const [first] = result.kind === 'stopped' ? result.gates : [];
  return (first?.hindrances ?? []).flatMap(({ place }) =>
    place && 'language' in place && place.prompt !== undefined
      ? [{ language: place.language, prompt: place.prompt }]
      : [],
  );
}
