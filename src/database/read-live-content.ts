import { createVerdictBook, type Verdicts } from '../office/editions/approval/verdicts.ts';
import type { EditionRecord } from '../office/editions/edition-records.ts';
import { createSqlApprovalRecords } from './editions/sql-approval-records.ts';
import { createSqlEditionRecords } from './editions/sql-edition-records.ts';
import type { Database } from './open-database.ts';
import { openForReading } from './open-for-reading.ts';

/** The live edition, and all valid verdicts about texts. */
export interface LiveContent {
  readonly record: EditionRecord;
  readonly verdicts: Verdicts;
  /** Whether the edition ever went live in an emergency. */
  readonly wasEmergency: boolean;
}

/**
 * Reads the live edition without changing the database.
 * @returns null if nothing is live, or if the database cannot be read, for example because another version wrote it
 */
export async function readLiveContent(folder: string): Promise<LiveContent | null> {
  let database: Database | null = null;
  try {
    database = openForReading(folder);
    const editions = createSqlEditionRecords(database);
    const [live] = await editions.publications(1);
    const record = live && (await editions.find(live.edition));
    if (!record) return null;
    const verdicts = await createVerdictBook(createSqlApprovalRecords(database), editions.sounds).read();
    const emergencies = await editions.emergencies();
    return { record, verdicts, wasEmergency: emergencies.some(({ edition }) => edition === record.hash) };
  } catch {
    return null;
  } finally {
    await database?.close();
  }
}
