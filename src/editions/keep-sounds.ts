import { createHash } from 'node:crypto';
import type { AudioStore } from '../speech/audio-store.ts';
import { telephoneRate } from '../speech/mu-law.ts';
import type { SpokenSentence } from '../speech/narration.ts';
import { readSealed } from '../speech/seal.ts';
import type { SoundStore } from './edition-records.ts';
import type { SoundEntry } from './manifest.ts';

/** The sound of a sentence is neither in the cache nor kept. */
export class MissingSoundError extends Error {
  override readonly name = 'MissingSoundError';
}

/**
 * Keeps the sounds of sentences for good, those that are not kept yet.
 * @returns what is known of all of them, in the order of the sentences
 * @throws MissingSoundError when one is not in the cache, or not whole
 */
export async function keepSounds(
  sentences: readonly SpokenSentence[],
  cache: Pick<AudioStore, 'read'>,
  sounds: SoundStore,
): Promise<SoundEntry[]> {
  const kept = new Map((await sounds.entries(sentences.map(({ key }) => key))).map((entry) => [entry.key, entry]));
  const entries: SoundEntry[] = [];
  for (const { key, sentence } of sentences) {
    entries.push(kept.get(key) ?? (await keep(key, sentence, cache, sounds)));
  }
  return entries;
}

async function keep(
  key: string,
  { prompt, language }: SpokenSentence['sentence'],
  cache: Pick<AudioStore, 'read'>,
  sounds: SoundStore,
): Promise<SoundEntry> {
  const bytes = await cache.read(key);
  if (!bytes) throw new MissingSoundError(`A sentence of "${prompt}" in "${language}" has no sound in the cache.`);
  const seconds = readSealed(bytes).length / telephoneRate;
  const entry = { key, seconds, sha256: createHash('sha256').update(bytes).digest('hex') };
  await sounds.add(entry, bytes);
  return entry;
}
