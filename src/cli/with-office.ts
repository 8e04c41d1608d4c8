import { explain } from '../common/explained-error.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { type Config, readConfig } from '../config.ts';
import { refuseLostDatabase } from '../office/lost-database.ts';
import { connectOffice, type Office } from '../office/open-office.ts';

/**
 * Opens the database of the settings, runs `work`, and closes the database.
 * @param language the language of error messages
 * @returns the exit code of `work`; 1 if the settings are wrong, the database is unavailable or `work` fails
 */
export async function withOffice(
  language: TerminalLanguage,
  work: (office: Office, config: Config) => Promise<number>,
): Promise<number> {
  let office: Office | null = null;
  try {
    const config = readConfig(process.env);
    await refuseLostDatabase(config.dataFolder);
    office = await connectOffice(config, Date.now);
    return await work(office, config);
  } catch (error) {
    console.error(explain(error, language));
    return 1;
  } finally {
    await office?.close();
  }
}
