import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/* Another program that holds a database file for writing until it is ended; says so when it has it. */

const database = new DatabaseSync(process.argv[2] ?? '');
database.exec('begin immediate');
process.stdout.write('held\n');
await setTimeout(60_000);
database.exec('rollback');
