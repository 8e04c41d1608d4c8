import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { createTextFile } from './text-file.ts';

/**
 * A JSON file in which a process leaves a value for other processes, or for its next start. Only the owner of the file
 * may read it.
 * @param schema the format of the value
 */
export function createNoteFile<Value>(folder: string, name: string, schema: z.ZodType<Value>) {
  const path = join(folder, name);
  const file = createTextFile(path, 0o600);
  /** @returns null if there is no file. @throws Error if the file cannot be read, or has another format */
  const readIntact = async (): Promise<Value | null> => {
    const text = await file.read();
    return text === null ? null : schema.parse(JSON.parse(text));
  };
  return {
    readIntact,
    /** @returns null if there is no file, if the file cannot be read, or if it has another format */
    read: (): Promise<Value | null> => readIntact().catch(() => null),
    write: (value: Value): Promise<void> => file.write(JSON.stringify(value)),
    remove: (): Promise<void> => rm(path, { force: true }),
  };
}
