import { createHash } from 'node:crypto';
import type { AudioStore } from '../../sound/audio-store.ts';
import { telephoneRate } from '../../sound/mu-law.ts';
import { readSealed } from '../../sound/seal.ts';
import { SpeechError } from '../../speech/engine.ts';
import type { SpokenSentence } from '../../speech/narration.ts';
import type { SentenceStudio } from '../../speech/sentence-studio.ts';
import type { SoundStore } from './edition-records.ts';
import type { SoundEntry } from './manifest.ts';

/** Where the sounds of sentences come from, and where they are stored. */
interface PersistSoundsParts {
  readonly cache: AudioStore;
  /**
   * The only studio of the process. Another studio could synthesize the same sentence again, and callers could then
   * hear a different sound from the one that is stored.
   */
  readonly studio: Pick<SentenceStudio, 'codes'>;
  readonly sounds: SoundStore;
}

/** The entries of all sounds, in the order of the sentences; or the errors of the sentences that have no sound. */
export type PersistSoundsResult =
  | { readonly entries: readonly SoundEntry[] }
  | { readonly failures: readonly unknown[] };

/**
 * Stores the sounds of sentences permanently, unless they are already stored.
 * @throws StorageError when the database cannot store the sounds
 */
export async function persistSounds(
  sentences: readonly SpokenSentence[],
  places: PersistSoundsParts,
): Promise<PersistSoundsResult> {
  const { sounds } = places;
  const kept = new Map((await sounds.entries(sentences.map(({ key }) => key))).map((entry) => [entry.key, entry]));
  const entries: SoundEntry[] = [];
  const failures: unknown[] = [];
  for (const spoken of sentences) {
    const before = kept.get(spoken.key);
    if (before) {
      entries.push(before);
      continue;
    }
    const sound = await soundOf(spoken, places).catch((error: unknown) => {
      failures.push(error);
      return null;
    });
    if (!sound) continue;
    await sounds.add(sound.entry, sound.bytes);
    entries.push(sound.entry);
  }
  return failures.length > 0 ? { failures } : { entries };
}

/**
 * The sound of a sentence, which is synthesized if it is missing.
 * @throws Error if it cannot be synthesized or read
 */
async function soundOf(spoken: SpokenSentence, { cache, studio }: PersistSoundsParts) {
  const { key } = spoken;
  // The cache may lose any file at any time, so the sound of a sentence can be missing although all narrations with the
  // sentence exist.
  await studio.codes(spoken);
  const bytes = await cache.read(key);
  if (!bytes) {
    throw new SpeechError({
      ja: '音声キャッシュの音声が消えました。そこのファイルを消しているものがないか、確かめてください。',
      en: 'A sound has disappeared from the audio cache. Check whether something deletes files there.',
    });
  }
  const seconds = readSealed(bytes, key).length / telephoneRate;
  const entry: SoundEntry = { key, seconds, sha256: createHash('sha256').update(bytes).digest('hex') };
  return { entry, bytes };
}
