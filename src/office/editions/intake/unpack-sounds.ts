import { setImmediate } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { longestSound } from '../../../sound/file-audio-store.ts';

/** Limits of a file of sounds that is taken in. The ZIP of a language has two sounds for each text, some 15 MB in all. */
export const soundFileLimits = {
  /** Of the uploaded file. */
  bytes: 20_000_000,
  /** Files in a ZIP, of all kinds. */
  files: 1000,
  /** Of all sounds in a ZIP together, unpacked. */
  unpackedBytes: 24_000_000,
} as const;

/** A file, by itself or out of a ZIP. `bytes` is null for one that is too long to be a sound, or damaged. */
export interface SoundFile {
  readonly name: string;
  readonly bytes: Uint8Array | null;
}

/** Why a ZIP is not read at all. */
export type ArchiveProblem = 'damaged' | 'too-much';

/** What this service writes into its own ZIP files beside the sounds. */
const pages = /(?:^|\/)index\.html$/;

/**
 * The files of an upload, one after the other: a ZIP is never in memory unpacked as a whole. Its list is checked against the
 * limits before anything is unpacked; the unpacker gives no file more memory than the list says.
 */
export async function* soundFilesIn(name: string, bytes: Uint8Array): AsyncGenerator<SoundFile, ArchiveProblem | null> {
  if (!isZip(bytes)) {
    yield { name, bytes: bytes.length > longestSound ? null : bytes };
    return null;
  }
  const listed = listFiles(bytes);
  if (typeof listed === 'string') return listed;
  for (const [index, file] of listed.entries()) {
    if (file.name.endsWith('/') || pages.test(file.name)) continue;
    // Lets other requests have their turn between two files.
    await setImmediate();
    yield { name: file.name, bytes: file.size > longestSound ? null : unpackOne(bytes, index) };
  }
  return null;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

interface ListedFile {
  readonly name: string;
  /** Unpacked. */
  readonly size: number;
}

function listFiles(bytes: Uint8Array): ListedFile[] | ArchiveProblem {
  const files: ListedFile[] = [];
  let unpacked = 0;
  let isTooMuch = false;
  try {
    unzipSync(bytes, {
      filter({ name, size, originalSize, compression }) {
        // An uncompressed file takes its actual size, whatever the list says.
        const all = compression === 0 ? Math.max(size, originalSize) : originalSize;
        files.push({ name, size: all });
        unpacked += all;
        isTooMuch ||= files.length > soundFileLimits.files || unpacked > soundFileLimits.unpackedBytes;
        if (isTooMuch) throw new RangeError('The archive is too large.');
        return false;
      },
    });
    return files;
  } catch {
    // The file must be the cause.
    return isTooMuch ? 'too-much' : 'damaged';
  }
}

/** Files are found by their place in the list: two can have one name. */
function unpackOne(bytes: Uint8Array, wanted: number): Uint8Array | null {
  let index = -1;
  try {
    const found = unzipSync(bytes, {
      filter() {
        index += 1;
        return index === wanted;
      },
    });
    return Object.values(found)[0] ?? null;
  } catch {
    return null;
  }
}
