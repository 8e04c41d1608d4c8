import { lstat, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { codeOf } from '../common/errors.ts';
import { ExplainedError, explanationOf } from '../common/explained-error.ts';
import { type AudioStore, isContentKey } from './audio-store.ts';

/** The audio cache cannot be used. The explanation says what to do, and names the folder, not a single file. */
class AudioCacheError extends ExplainedError {
  override readonly name = 'AudioCacheError';
}

const extension = '.wav';

/** Maximum size of a sound in bytes: ten minutes. Narrations are far shorter. */
export const longestSound = 5_000_000;

/** The path of a key's file inside the folder: `<first two digits>/<key>.wav`. */
export const audioPath = (key: string): string => join(key.slice(0, 2), `${key}${extension}`);

/**
 * Milliseconds between finding a temporary file and deleting it. Another process may still be writing the file. A write
 * takes milliseconds, so a file that is still there after ten seconds was left by a crash.
 */
const sweepAfter = 10_000;

/** The name that write-file-atomic gives to an unfinished file. */
const leftover = /^[0-9a-f]{64}\.wav\.\d+$/;

/** Deletes a leftover file after `sweepAfter`. A failure is ignored, because such a file does no harm. */
const sweep = (path: string): void => {
  setTimeout(() => void rm(path, { force: true }).catch(() => {}), sweepAfter).unref();
};

/** @throws ExplainedError if a file of this many bytes is longer than a sound may be */
function refuseTooLong(size: number): void {
  if (size <= longestSound) return;
  throw new ExplainedError({
    ja: `${size}バイトのファイルは、音声として大きすぎます`,
    en: `a file of ${size} bytes is too large for a sound`,
  });
}

/** A store of sounds in a folder. A crash leaves at most a temporary file, which the next start deletes. */
export function createFileAudioStore(folder: string): AudioStore {
  return {
    async keys() {
      const names = await filesIn(folder).catch((error: unknown) => {
        throw unusable(folder, 'read', error);
      });
      const keys: string[] = [];
      for (const { directory, name } of names) {
        const key = name.slice(0, -extension.length);
        if (name.endsWith(extension) && isContentKey(key)) keys.push(key);
        else if (leftover.test(name)) sweep(join(directory, name));
      }
      return keys;
    },
    async read(key) {
      try {
        const path = join(folder, audioPath(key));
        const { size, isRegular } = await look(path);
        if (!isRegular) return null;
        refuseTooLong(size);
        return await readFile(path);
      } catch (error) {
        if (isMissing(error)) return null;
        throw unusable(folder, 'read', error);
      }
    },
    async stamp(key) {
      try {
        const { size, mtimeMs, ino, isRegular } = await look(join(folder, audioPath(key)));
        if (!isRegular) return null;
        return `${size} ${mtimeMs} ${ino}`;
      } catch (error) {
        if (isMissing(error)) return null;
        throw unusable(folder, 'read', error);
      }
    },
    async write(key, bytes) {
      const path = join(folder, audioPath(key));
      const write = () => writeFileAtomic(path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      try {
        // A sound that is too long could be written but never read, so it would be made again and again.
        refuseTooLong(bytes.byteLength);
        await mkdir(join(folder, key.slice(0, 2)), { recursive: true });
        // Anything other than a regular file is removed first. A write would follow a link, and would block on a pipe
        // until another program reads it.
        const isInTheWay = await look(path).then(
          ({ isRegular }) => !isRegular,
          () => false,
        );
        if (isInTheWay) await rm(path, { force: true, recursive: true });
        await write();
      } catch (error) {
        throw unusable(folder, 'written', error);
      }
    },
    remove: (key) => rm(join(folder, audioPath(key)), { force: true, recursive: true }),
  };
}

/** The status of a path itself, not of what a link points to. Only a regular file counts as a sound. */
async function look(path: string) {
  const found = await lstat(path);
  return { ...found, isRegular: found.isFile() };
}

const unusable = (folder: string, what: 'read' | 'written', error: unknown): AudioCacheError => {
  const code = codeOf(error);
  const reason = code === undefined ? explanationOf(error) : { ja: code, en: code };
  const advice = code === 'ENOSPC' || code === 'EDQUOT' ? diskIsFull : isNotOurs;
  return new AudioCacheError(
    {
      ja: `音声キャッシュ「${folder}」${{ read: 'を読めません', written: 'に書けません' }[what]}(${reason.ja})。${advice.ja}。`,
      en: `The audio cache "${folder}" cannot be ${what} (${reason.en}); ${advice.en}.`,
    },
    { cause: error },
  );
};

const diskIsFull = { ja: 'ディスクに空きを作ってください', en: 'make room on its disk' } as const;
const isNotOurs = {
  ja: 'AUDIO_CACHE_DIR に、サービスのアカウントが読み書きできるフォルダーを設定してください',
  en: 'set AUDIO_CACHE_DIR to a folder that the user account of the service may read and write',
} as const;

/** All files in the two-digit folders. If one of these folders cannot be read, it counts as empty. */
async function filesIn(folder: string): Promise<{ directory: string; name: string }[]> {
  const directories = (await list(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name));
  const found: { directory: string; name: string }[] = [];
  for (const each of directories) {
    const directory = join(folder, each);
    for (const name of await list(directory).catch(() => [])) found.push({ directory, name });
  }
  return found;
}

async function list(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
