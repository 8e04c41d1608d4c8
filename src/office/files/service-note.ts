import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { createTextPlace } from './text-place.ts';

/** Where the service that runs on a DATA_DIR can be asked, and with what. */
const serviceNote = z.object({
  port: z.int().min(1).max(65_535),
  /** Whoever may read the folder may ask. */
  secret: z.string().min(32),
});
export type ServiceNote = z.infer<typeof serviceNote>;

/** `service.json` in DATA_DIR: there while a service runs, or after one was killed. */
export function createServiceNote(folder: string) {
  const path = join(folder, 'service.json');
  const place = createTextPlace(path, 0o600);
  const read = async (): Promise<ServiceNote | null> => {
    try {
      return serviceNote.parse(JSON.parse((await place.read()) ?? ''));
    } catch {
      return null;
    }
  };
  return {
    /** @returns null where no service has left one that can be read */
    read,
    write: (note: ServiceNote): Promise<void> => place.write(JSON.stringify(note)),
    /** Takes it away, unless another service has put its own in its place. */
    async remove({ secret }: Pick<ServiceNote, 'secret'>): Promise<void> {
      if ((await read())?.secret === secret) await rm(path, { force: true });
    },
  };
}
