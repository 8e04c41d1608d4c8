import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ExplainedError } from '../common/explained-error.ts';
import { databaseFile } from '../database/open-database.ts';
import { createEditionFolder } from '../edition/edition-folder.ts';

/**
 * Throws if the database was lost, so that the caller makes no new one. A new database would hide the loss, and a
 * running service would not use it.
 * @throws ExplainedError if there is no database although callers hear an edition
 */
export async function refuseLostDatabase(dataFolder: string): Promise<void> {
  const path = join(dataFolder, databaseFile);
  if (existsSync(path)) return;
  const live = await createEditionFolder(dataFolder).pointerIfReadable();
  if (live === null) return;
  throw new ExplainedError({
    ja: `データベース「${path}」がありません。電話では公開中だった版が流れ続けます。サービスを止めてバックアップを戻すか、サービスを起動し直して新しく始めてください。`,
    en: `There is no database "${path}", although callers hear an edition. Stop the service and put the backup back, or restart the service to begin with a new database.`,
  });
}
