import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { createTextFile } from './text-file.ts';

/**
 * A file in which a process leaves a value in DATA_DIR for other processes. Only its owner may read it. A damaged file counts
 * as absent.
 */
export function createNoteFile<Value>(folder: string, name: string, schema: z.ZodType<Value>) {
  const path = join(folder, name);
  const file = createTextFile(path, 0o600);
  return {
    /** @returns null if there is no value that can be read */
    async read(): Promise<Value | null> {
      try {
        return schema.parse(JSON.parse((await file.read()) ?? ''));
      } catch {
        return null;
      }
    },
    write: (value: Value): Promise<void> => file.write(JSON.stringify(value)),
    remove: (): Promise<void> => rm(path, { force: true }),
  };
}
