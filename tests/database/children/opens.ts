import { openDatabase } from '../../../src/database/open-database.ts';

/* Opens the database of a folder and closes it again. */

await (await openDatabase(process.argv[2] ?? '')).close();
