import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { createTextFile } from './text-file.ts';

/** How to reach the service that runs on a DATA_DIR. */
const serviceNote = z.object({
  port: z.int().min(1).max(65_535),
  /** Anyone who can read the folder may use it. */
  secret: z.string().min(32),
});
type ServiceNote = z.infer<typeof serviceNote>;

/** `service.json` in DATA_DIR: exists while a service runs, or after one was killed. */
export function createServiceNote(folder: string) {
  const path = join(folder, 'service.json');
  const file = createTextFile(path, 0o600);
  const read = async (): Promise<ServiceNote | null> => {
    try {
      return serviceNote.parse(JSON.parse((await file.read()) ?? ''));
    } catch {
      return null;
    }
  };
  return {
    /** @returns null if there is none that can be read */
    read,
    write: (note: ServiceNote): Promise<void> => file.write(JSON.stringify(note)),
    /** Deletes it, unless another service has replaced it with its own. */
    async remove({ secret }: Pick<ServiceNote, 'secret'>): Promise<void> {
      if ((await read())?.secret === secret) await rm(path, { force: true });
    },
  };
}
