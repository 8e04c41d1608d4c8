import { z } from 'zod';
import { createNoteFile } from './note-file.ts';

/** How to reach the service that runs on a DATA_DIR. */
const serviceNote = z.object({
  port: z.int().min(1).max(65_535),
  /** Anyone who can read the file may use the secret. */
  secret: z.string().min(32),
});
type ServiceNote = z.infer<typeof serviceNote>;

/** `service.json` in DATA_DIR: exists while a service runs, or after one was killed. */
export function createServiceNote(folder: string) {
  const { read, write, remove } = createNoteFile(folder, 'service.json', serviceNote);
  return {
    read,
    write,
    /** Deletes the note, unless another service has replaced it with its own. */
    async remove({ secret }: Pick<ServiceNote, 'secret'>): Promise<void> {
      if ((await read())?.secret === secret) await remove();
    },
  };
}
