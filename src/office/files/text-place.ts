import { readFile, stat } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { codeOf } from '../../common/errors.ts';

/** Bytes of the largest text that is read; a thousand times what is ever written. */
export const longestText = 1_000_000;

/**
 * One small text in a file: whole, or as it was before.
 * @param mode who may read it; as the system has it unless told otherwise
 */
export const createTextPlace = (path: string, mode?: number) => ({
  /**
   * @returns null when there is no such file
   * @throws Error when it is no ordinary file of at most 1 MB, or cannot be read
   */
  async read(): Promise<string | null> {
    try {
      const found = await stat(path);
      if (!found.isFile() || found.size > longestText) {
        throw new Error(`"${path}" is not what was written there; take it away.`);
      }
      return await readFile(path, 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  },
  async write(text: string): Promise<void> {
    await writeFileAtomic(path, text, mode === undefined ? {} : { mode });
  },
});
