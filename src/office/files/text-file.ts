import { readFile, stat } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { codeOf } from '../../common/errors.ts';
import { ExplainedError } from '../../common/explained-error.ts';

/** Maximum size, in bytes, of a file that is read. What this program writes into such files is far shorter. */
export const longestText = 1_000_000;

/**
 * A small text file with atomic writes.
 * @param mode permissions of the file; the system's default if omitted
 */
export const createTextFile = (path: string, mode?: number) => ({
  /**
   * @returns null if the file does not exist
   * @throws Error if it is not a regular file of at most 1 MB, or cannot be read
   */
  async read(): Promise<string | null> {
    try {
      const found = await stat(path);
      if (!found.isFile() || found.size > longestText) {
        throw new ExplainedError({
          ja: `「${path}」は、このプログラムが書いたファイルではありません。消してください。`,
          en: `"${path}" is not a file that this program wrote; remove it.`,
        });
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
