import { readFile, stat } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';

/** Bytes; a notice has a thousandth of it. */
export const longestText = 1_000_000;

/** One small text in a file: whole, or as it was before. */
export const createTextPlace = (path: string) => ({
  /**
   * @returns null when there is no such file
   * @throws Error when it cannot be read, or is longer than any that is written here
   */
  async read(): Promise<string | null> {
    try {
      const { size } = await stat(path);
      if (size > longestText) throw new Error(`The file ${path} has ${size} bytes and is not one of ours.`);
      return await readFile(path, 'utf8');
    } catch (error) {
      if (Object(error).code === 'ENOENT') return null;
      throw error;
    }
  },
  async write(text: string): Promise<void> {
    await writeFileAtomic(path, text);
  },
});
