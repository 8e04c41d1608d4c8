import { expect } from '#jest';
import type { PublishResult } from '../../src/office/editions/publish.ts';

const closed = (gate: string, at: readonly object[]) => ({
  gate: { id: gate },
  ...(at.length > 0 && { hindrances: at }),
});

/**
 * For `toMatchObject`: a publication that stopped at this gate and at no other.
 * @param at the hindrances at the gate. Without any, all hindrances match
 */
export const stoppedAt = (gate: string, ...at: readonly object[]) => ({ kind: 'stopped', gates: [closed(gate, at)] });

/** For `toMatchObject`: a publication that stopped at several gates, in the given order. */
export const stoppedAtAll = (...gates: readonly (readonly [gate: string, ...at: readonly object[]])[]) => ({
  kind: 'stopped',
  gates: gates.map(([gate, ...at]) => closed(gate, at)),
});

/** Expects that a publication stopped only at this gate. @returns the texts that its hindrances are about */
export function textsAt(gate: string, result: PublishResult) {
  expect(result).toMatchObject(stoppedAt(gate));
  const [first] = result.kind === 'stopped' ? result.gates : [];
  return (first?.hindrances ?? []).flatMap(({ place }) =>
    place && 'language' in place && place.prompt !== undefined
      ? [{ language: place.language, prompt: place.prompt }]
      : [],
  );
}
