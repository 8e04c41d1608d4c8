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
   * The only studio of the process. Another studio could synthesize the same sentence again, and callers could then hear a
   * different sound from the one that is stored.
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
 * @throws StorageError when the database cannot store them
 */
export async function persistSounds(
  sentences: readonly SpokenSentence[],
  places: PersistSoundsParts,
): Promise<PersistSoundsResult> {
  const { cache, studio, sounds } = places;
  const kept = new Map((await sounds.entries(sentences.map(({ key }) => key))).map((entry) => [entry.key, entry]));
  const entries: SoundEntry[] = [];
  const failures: unknown[] = [];
  for (const spoken of sentences) {
    const { key } = spoken;
    const before = kept.get(key);
    if (before) {
      entries.push(before);
      continue;
    }
    try {
      // The cache may lose any file at any time, so the sound of a sentence can be missing although all narrations with the
      // sentence exist.
      await studio.codes(spoken);
    } catch (error) {
      failures.push(error);
      continue;
    }
    const bytes = await cache.read(key);
    if (bytes) entries.push(await keep(key, bytes, sounds));
    else
      failures.push(
        new SpeechError({
          ja: '音声キャッシュの音声が消えました。そこのファイルを消しているものがないか、確かめてください。',
          en: 'A sound was in the audio cache and has disappeared; is something deleting files there?',
        }),
      );
  }
  return failures.length > 0 ? { failures } : { entries };
}

async function keep(key: string, bytes: Uint8Array, sounds: SoundStore): Promise<SoundEntry> {
  const seconds = readSealed(bytes, key).length / telephoneRate;
  const entry = { key, seconds, sha256: createHash('sha256').update(bytes).digest('hex') };
  await sounds.add(entry, bytes);
  return entry;
}
