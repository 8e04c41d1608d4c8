import { randomBytes } from 'node:crypto';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { readConfig } from '../config.ts';
import { type Database, openDatabase } from '../database/open-database.ts';
import { createSqlStaffRecords } from '../database/staff/sql-staff-records.ts';
import { refuseLostDatabase } from '../office/lost-database.ts';
import { createStaffDesk } from '../office/staff/staff-desk.ts';
import { asksForHelp } from './arguments.ts';
import { misused, runMain } from './run-command.ts';
import { runStaffCommand } from './staff-command.ts';
import { help } from './staff-texts.ts';
import { readOptions } from './wrong-options.ts';

/* npm run staff -- <subcommand>: manages the accounts of the console, even while the line is answering calls. */

/** Reads only the settings needed here, so that accounts can be managed on a machine that is not set up for calls. */
function readSettings() {
  const { DATA_DIR, PORT, PUBLIC_URL } = process.env;
  const { dataFolder, port, publicUrl } = readConfig({ DATA_DIR, PORT, PUBLIC_URL });
  return { dataFolder, consoleUrl: `${publicUrl ?? `http://localhost:${port}`}/console` };
}

async function main(language: TerminalLanguage): Promise<number> {
  if (asksForHelp()) {
    console.log(help[language]);
    return 0;
  }
  const { positionals, values } = readOptions({
    allowPositionals: true,
    options: { role: { type: 'string' }, display: { type: 'string' } },
  });
  const { dataFolder, consoleUrl } = readSettings();
  let database: Database | undefined;
  const openDesk = async () => {
    await refuseLostDatabase(dataFolder);
    database = await openDatabase(dataFolder);
    // The key hashes the addresses from which people sign in. Nobody signs in here, so a random key is enough.
    const addressKey = randomBytes(32).toString('hex');
    return createStaffDesk({
      records: createSqlStaffRecords(database),
      clock: Date.now,
      random: randomBytes,
      addressKey,
    });
  };
  try {
    const { kind, text } = await runStaffCommand({ positionals, ...values }, openDesk, consoleUrl);
    if (kind === 'done') console.log(text[language]);
    else console.error(text[language]);
    return { done: 0, refused: 1, misused }[kind];
  } finally {
    await database?.close();
  }
}

await runMain(main, { help });
