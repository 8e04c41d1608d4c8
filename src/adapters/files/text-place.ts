import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';

/** One small text in a file: whole, or as it was before. */
export const createTextPlace = (path: string) => ({
  /** @returns null when there is no such file */
  async read(): Promise<string | null> {
    try {
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
