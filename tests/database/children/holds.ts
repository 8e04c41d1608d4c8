import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/* Locks a database file for writing, prints `held`, and keeps the lock for a minute or until this process is killed. */

const database = new DatabaseSync(process.argv[2] ?? '');
database.exec('begin immediate');
process.stdout.write('held\n');
await setTimeout(60_000);
database.exec('rollback');
