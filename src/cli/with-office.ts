import { messageOf } from '../common/errors.ts';
import { createLog } from '../common/log.ts';
import { type Config, readConfig } from '../config.ts';
import { type Office, openOffice } from '../office/open-office.ts';

/**
 * Opens the database of the settings, runs `work`, and closes the database.
 * @returns the exit code of `work`; 1 if the database is unavailable or `work` fails
 */
export async function withOffice(work: (office: Office, config: Config) => Promise<number>): Promise<number> {
  let office: Office | null = null;
  try {
    const config = readConfig(process.env);
    office = await openOffice(config, Date.now, createLog('error'));
    if (!office) return 1;
    return await work(office, config);
  } catch (error) {
    console.error(messageOf(error));
    return 1;
  } finally {
    await office?.close();
  }
}
