import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { createTextFile } from './text-file.ts';

/** A value that a process leaves in DATA_DIR for others, which only its owner may read. A damaged one counts as none. */
export function createNoteFile<Value>(folder: string, name: string, schema: z.ZodType<Value>) {
  const path = join(folder, name);
  const file = createTextFile(path, 0o600);
  return {
    /** @returns null if there is none that can be read */
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
