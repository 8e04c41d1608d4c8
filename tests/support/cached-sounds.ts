import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isContentKey } from '../../src/sound/audio-store.ts';
import { readMuLawWav } from '../../src/sound/wav.ts';

/** The files in an audio cache. */
interface CachedSounds {
  /** The paths of sounds, with the time at which each was written, in milliseconds since the epoch. */
  readonly sounds: ReadonlyMap<string, number>;
  /** The paths of all other files, such as temporary ones. */
  readonly others: readonly string[];
}

/** Reads an audio cache. Nothing may write to it at the same time. @throws AudioFileError for a damaged sound */
export async function cachedSounds(folder: string): Promise<CachedSounds> {
  const sounds = new Map<string, number>();
  const others: string[] = [];
  const entries = existsSync(folder) ? await readdir(folder, { recursive: true, withFileTypes: true }) : [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if (entry.name.endsWith('.wav') && isContentKey(entry.name.slice(0, -'.wav'.length))) {
      readMuLawWav(await readFile(path));
      sounds.set(path, (await stat(path)).mtimeMs);
    } else others.push(path);
  }
  return { sounds, others };
}
