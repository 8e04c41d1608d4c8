import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { createTextFile } from './text-file.ts';

/**
 * A file in which a process leaves a value in DATA_DIR for other processes. Only its owner may read it.
 */
export function createNoteFile<Value>(folder: string, name: string, schema: z.ZodType<Value>) {
  const path = join(folder, name);
  const file = createTextFile(path, 0o600);
  /** @returns null if there is no file. @throws Error if there is one without a value that can be read */
  const readIntact = async (): Promise<Value | null> => {
    const text = await file.read();
    return text === null ? null : schema.parse(JSON.parse(text));
  };
  return {
    readIntact,
    /** @returns null if there is no value that can be read */
    read: (): Promise<Value | null> => readIntact().catch(() => null),
    write: (value: Value): Promise<void> => file.write(JSON.stringify(value)),
    remove: (): Promise<void> => rm(path, { force: true }),
  };
}
