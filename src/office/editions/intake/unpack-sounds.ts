import { setImmediate } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { longestSound } from '../../../sound/file-audio-store.ts';

/** Limits of an uploaded file of sounds. The ZIP of a language has two sounds for each text, 10 to 15 MB in all. */
export const soundFileLimits = {
  /** Bytes of the uploaded file. */
  bytes: 20_000_000,
  /** Number of files in a ZIP, of all kinds. */
  files: 1000,
  /** Bytes of all files in a ZIP together, unpacked. */
  unpackedBytes: 24_000_000,
} as const;

/**
 * An uploaded file, or a file from an uploaded ZIP. `bytes` is null if the file is too long to be a sound, or damaged.
 */
export interface SoundFile {
  readonly name: string;
  readonly bytes: Uint8Array | null;
}

/** Why a ZIP is not read at all. `too-much`: it exceeds the limits. */
export type ArchiveProblem = 'damaged' | 'too-much';

/** Matches the name of the page that this service writes into its own ZIP files beside the sounds. */
const pages = /(?:^|\/)index\.html$/;

/**
 * The files of an upload, one after the other, so that at most one unpacked file is held here. The ZIP's list of files
 * is checked against the limits before anything is unpacked, and the unpacker gives no file more memory than the list
 * says.
 * @returns null at the end, or why a ZIP is not read
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
    // Lets other requests be answered between two files.
    await setImmediate();
    yield { name: file.name, bytes: file.size > longestSound ? null : unpackOne(bytes, index) };
  }
  return null;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

interface ListedFile {
  readonly name: string;
  /** Bytes of the unpacked file. */
  readonly size: number;
}

function listFiles(bytes: Uint8Array): ListedFile[] | ArchiveProblem {
  const files: ListedFile[] = [];
  let unpacked = 0;
  let isTooMuch = false;
  try {
    unzipSync(bytes, {
      filter({ name, size, originalSize, compression }) {
        // A file that was not compressed takes its actual size, even if the list says less.
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
    // Only the archive itself can cause an error here.
    return isTooMuch ? 'too-much' : 'damaged';
  }
}

/** Unpacks one file. Files are found by their position in the list, because two files can have the same name. */
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
