import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { type Database, openDatabase } from '../database/open-database.ts';
import { createSqlStaffRecords } from '../database/staff/sql-staff-records.ts';
import { createStaffDesk } from '../office/staff/staff-desk.ts';
import { asksForHelp } from './arguments.ts';
import { runMain } from './run-command.ts';
import { help, runStaffCommand } from './staff-command.ts';

/* npm run staff -- <subcommand>: manages the accounts of the console, also while the line is answering calls. */

/** Reads only the settings needed here, so that accounts can be managed on a machine that is not set up for calls. */
function readSettings() {
  const { DATA_DIR, PORT, PUBLIC_URL } = process.env;
  const { dataFolder, port, publicUrl } = readConfig({ DATA_DIR, PORT, PUBLIC_URL });
  return { dataFolder, consoleUrl: `${publicUrl ?? `http://localhost:${port}`}/console` };
}

async function main(): Promise<number> {
  if (asksForHelp()) {
    console.log(help);
    return 0;
  }
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string' }, display: { type: 'string' } },
  });
  const { dataFolder, consoleUrl } = readSettings();
  let database: Database | undefined;
  const openDesk = async () => {
    database = await openDatabase(dataFolder);
    // No one signs in here, so no address is hashed, and any key will do.
    const addressKey = randomBytes(32).toString('hex');
    return createStaffDesk({
      records: createSqlStaffRecords(database),
      clock: Date.now,
      random: randomBytes,
      addressKey,
    });
  };
  try {
    const said = await runStaffCommand({ positionals, ...values }, openDesk, consoleUrl);
    if (said.kind === 'done') console.log(said.text);
    else console.error(said.text);
    return { done: 0, refused: 1, misused: 2 }[said.kind];
  } finally {
    await database?.close();
  }
}

await runMain(main);
