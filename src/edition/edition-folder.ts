import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../common/errors.ts';
import type { EditionFile } from './edition-file.ts';
import { readShared, type SharedFileKind, writeShared } from './shared-file.ts';

/** An edition in seven languages takes a tenth of it. */
export const editionKind: SharedFileKind = { name: 'edition', format: 1, longest: 20_000_000 };

export const pointerKind: SharedFileKind = { name: 'live-edition', format: 1, longest: 100_000 };

/** An edition said by an office to the line that started it, where the folder takes no file. */
export interface EditionMessage {
  readonly format: number;
  readonly edition: EditionFile;
}

/** Which edition calls hear. */
export interface LivePointer {
  /** The publication: the higher number is newer. */
  readonly number: number;
  /** The hash of the edition. */
  readonly edition: string;
}

/** Where the office leaves editions for the line: `editions/` in DATA_DIR, and `live` beside them. */
export interface EditionFolder {
  /**
   * @param name a hash, or the first digits of one, as a webhook's address has them
   * @returns null where there is none
   * @throws SharedFileError for one that is damaged, or that a later version wrote
   */
  read(name: string): Promise<EditionFile | null>;
  /** Writes one whole. */
  write(file: EditionFile): Promise<void>;
  /** Takes away every edition but these. */
  keepOnly(hashes: ReadonlySet<string>): Promise<void>;
  /** @returns null before anything was live @throws SharedFileError as `read` */
  readPointer(): Promise<LivePointer | null>;
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
  return {
    async read(name) {
      if (!isName(name)) return null;
      const hash = (await hashes()).find((each) => each.startsWith(name));
      const file = hash === undefined ? null : await readShared<EditionFile>(editionKind, pathOf(hash));
      return file?.hash === hash ? file : null;
    },
    async write(file) {
      await mkdir(folder, { recursive: true });
      await writeShared(editionKind, pathOf(file.hash), file);
    },
    async keepOnly(kept) {
      for (const hash of await hashes()) if (!kept.has(hash)) await rm(pathOf(hash), { force: true });
    },
    readPointer: () => readShared<LivePointer>(pointerKind, pointer),
    async writePointer(live) {
      await mkdir(folder, { recursive: true });
      await writeShared(pointerKind, pointer, live);
    },
  };
}
