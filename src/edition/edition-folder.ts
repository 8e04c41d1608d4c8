import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../common/errors.ts';
import type { EditionFile } from './edition-file.ts';
import { readShared, type SharedFileKind, writeShared } from './shared-file.ts';

/** The files of editions. An edition in seven languages has about a fortieth of the maximum size. */
export const editionKind: SharedFileKind = { name: 'edition', format: 2, longest: 20_000_000, alsoReads: [1] };

/**
 * The kind of file in which an edition is written. Earlier versions of the program ignore days with unusual hours, and
 * would put callers through to a closed destination. So an edition with such days has a format that those versions
 * refuse. All other editions keep format 1.
 */
const kindOf = ({ line }: EditionFile): SharedFileKind =>
  line.destinations.some(({ hours }) => hours?.dated) ? editionKind : { ...editionKind, format: 1 };

export const pointerKind: SharedFileKind = { name: 'live-edition', format: 1, longest: 100_000 };

/**
 * A message with an edition from an office to the line that started it, sent when the edition cannot be written to the
 * folder.
 */
export interface EditionMessage {
  readonly format: number;
  readonly edition: EditionFile;
}

/** Which edition is live. */
export interface LivePointer {
  /** The number of the publication; the highest is the newest. */
  readonly number: number;
  /** The hash of the edition. */
  readonly edition: string;
}

/**
 * The folder in which the office leaves editions for the line: `editions/` in DATA_DIR, with the pointer `live` in it.
 */
export interface EditionFolder {
  /**
   * Reads an edition.
   * @param name a hash, or its first digits, as in a webhook's address
   * @returns null if there is no such edition, or if the file with its name holds another edition
   * @throws SharedFileError when its file is damaged or was written by a later version, or a system error when the
   * folder or the file cannot be read
   */
  read(name: string): Promise<EditionFile | null>;
  /** Writes an edition atomically. */
  write(file: EditionFile): Promise<void>;
  /** Deletes all editions except these. */
  keepOnly(hashes: ReadonlySet<string>): Promise<void>;
  /** @returns null if no edition was ever live @throws SharedFileError or a system error, as `read` */
  readPointer(): Promise<LivePointer | null>;
  /**
   * Like `readPointer`, for callers that can do without the pointer.
   * @returns null also if the pointer cannot be read
   */
  pointerIfReadable(): Promise<LivePointer | null>;
  writePointer(pointer: LivePointer): Promise<void>;
}

const extension = '.edition';
const isName = (name: string): boolean => /^[0-9a-f]{10,64}$/.test(name);

export function createEditionFolder(dataFolder: string): EditionFolder {
  const folder = join(dataFolder, 'editions');
  const pointer = join(folder, 'live');
  const hashes = async (): Promise<string[]> => {
    try {
      const names = await readdir(folder);
      return names.filter((name) => name.endsWith(extension)).map((name) => name.slice(0, -extension.length));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  };
  const pathOf = (hash: string) => join(folder, `${hash}${extension}`);
  const readPointer = () => readShared<LivePointer>(pointerKind, pointer);
  return {
    async read(name) {
      if (!isName(name)) return null;
      const hash = (await hashes()).find((each) => each.startsWith(name));
      const file = hash === undefined ? null : await readShared<EditionFile>(editionKind, pathOf(hash));
      return file?.hash === hash ? file : null;
    },
    async write(file) {
      await mkdir(folder, { recursive: true });
      await writeShared(kindOf(file), pathOf(file.hash), file);
    },
    async keepOnly(kept) {
      for (const hash of await hashes()) if (!kept.has(hash)) await rm(pathOf(hash), { force: true });
    },
    readPointer,
    pointerIfReadable: () => readPointer().catch(() => null),
    async writePointer(live) {
      await mkdir(folder, { recursive: true });
      await writeShared(pointerKind, pointer, live);
    },
  };
}
