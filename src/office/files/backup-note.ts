import { z } from 'zod';
import { createNoteFile } from './note-file.ts';

/** When the last backup of the database was made. */
const backupNote = z.object({
  /** Milliseconds since the epoch. */
  at: z.int().min(0),
});

/**
 * `backup.json` in DATA_DIR. It is not in the database, because a backup must not change the database, and because a database that
 * was put back would not know of later backups.
 */
export const createBackupNote = (folder: string) => createNoteFile(folder, 'backup.json', backupNote);
