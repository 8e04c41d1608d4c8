import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isContentKey } from '../../src/sound/audio-store.ts';
import { readMuLawWav } from '../../src/sound/wav.ts';

/** What lies in an audio cache. */
interface CachedSounds {
  /** Files under their own keys, and when each was written, in milliseconds. */
  readonly sounds: ReadonlyMap<string, number>;
  /** Anything else: temporary files. */
  readonly others: readonly string[];
}

/** Looks through an audio cache that nobody writes to. @throws AudioFileError for a sound that is not whole */
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
