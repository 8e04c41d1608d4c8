import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type EditionContent, readContent } from '../../office/editions/edition-content.ts';
import { databaseFile } from '../open-database.ts';

/**
 * Reads the content of the live edition. The database is opened read-only, because a command of a newer version must not migrate
 * it while the office is running.
 * @returns null if nothing is live, or if the content cannot be read, for example because another version wrote it
 */
export function readLiveContent(folder: string): EditionContent | null {
  try {
    const database = new DatabaseSync(join(folder, databaseFile), { readOnly: true });
    try {
      const live = database
        .prepare(
          'SELECT content FROM publications JOIN editions ON editions.hash = edition ORDER BY publications.number DESC LIMIT 1',
        )
        .get();
      return typeof live?.content === 'string' ? readContent(live.content) : null;
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}
