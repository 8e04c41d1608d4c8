import type { SoundStore } from '../../office/editions/edition-records.ts';
import type { Queries } from '../open-database.ts';

/** So many keys fit into one statement on every database. */
const keysAtOnce = 500;

/** Sounds in the table `sounds`, which itself refuses changes. */
export const createSoundStore = (db: Queries): SoundStore => ({
  async entries(keys) {
    const found = [];
    for (let from = 0; from < keys.length; from += keysAtOnce) {
      const some = keys.slice(from, from + keysAtOnce);
      found.push(
        ...(await db.selectFrom('sounds').select(['key', 'seconds', 'sha256']).where('key', 'in', some).execute()),
      );
    }
    return found.map(({ key, seconds, sha256 }) => ({ key, seconds, sha256 }));
  },
  async read(key) {
    const row = await db.selectFrom('sounds').select('bytes').where('key', '=', key).executeTakeFirst();
    return row?.bytes ?? null;
  },
  async add({ key, seconds, sha256 }, bytes) {
    await db
      .insertInto('sounds')
      .values({ key, seconds, sha256, bytes })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  },
});
