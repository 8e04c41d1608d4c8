import { z } from 'zod';
import { createNoteFile } from './note-file.ts';

/** When the last backup of the database was made. */
const backupNote = z.object({
  /** Milliseconds since the epoch. */
  at: z.int().min(0),
});

/**
 * `backup.json` in DATA_DIR. The time is not stored in the database for two reasons: a backup must not change the
 * database, and a database that was put back would not know of later backups.
 */
export const createBackupNote = (folder: string) => createNoteFile(folder, 'backup.json', backupNote);
