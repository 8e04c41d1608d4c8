import { sql } from 'kysely';
import { openDatabase } from '../../../src/database/open-database.ts';

/*
 * Opens the database of a folder and increments a counter. It does so in as many rounds as the second argument says,
 * one to three times in each. Each time, a transaction reads the counter and then writes what it read plus one.
 */

const [folder = '', times = '0', seed = '1'] = process.argv.slice(2);
const database = await openDatabase(folder);
let chance = Number(seed);
for (let count = 0; count < Number(times); count += 1) {
  chance = (chance * 48_271) % 2_147_483_647;
  // Sometimes several at once, so that this process also queues for its own connection.
  await Promise.all(
    Array.from({ length: 1 + (chance % 3) }, () =>
      database.transaction(async (queries) => {
        const { rows } = await sql<{ value: number }>`select value from counters where id = 'c'`.execute(queries);
        await sql`update counters set value = ${(rows[0]?.value ?? 0) + 1} where id = 'c'`.execute(queries);
        await sql`insert into notes (text) values (${`${seed} ${count}`})`.execute(queries);
      }),
    ),
  );
}
await database.close();
