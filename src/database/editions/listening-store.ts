import type { ListeningStore } from '../../office/editions/approval/approval-records.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { Queries } from '../open-database.ts';
import { accountOf } from './account-of.ts';

/** So many hashes fit into one statement on every database. */
const hashesAtOnce = 500;

/** Who listened to what, in the tables `listenings` (begun) and `listened` (to the end), which themselves refuse changes. */
export const createListeningStore = (db: Queries): ListeningStore => ({
  async begin({ texts, seconds, by, at }) {
    const row = await db
      .insertInto('listenings')
      .values({
        texts: JSON.stringify(texts.map(({ language, prompt, hash }) => ({ language, prompt, hash }))),
        seconds,
        account_id: accountOf(by),
        account_name: by.accountName,
        at: toMomentText(at),
      })
      .returning('number')
      .executeTakeFirstOrThrow();
    return row.number;
  },
  async find(number) {
    const row = await db.selectFrom('listenings').selectAll().where('number', '=', number).executeTakeFirst();
    if (!row) return null;
    const by = { accountId: row.account_id, accountName: row.account_name };
    return { number, texts: JSON.parse(row.texts), seconds: row.seconds, by, at: fromMomentText(row.at) };
  },
  async end({ number, texts, by }, seconds, at) {
    for (const { language, prompt, hash } of texts) {
      await db
        .insertInto('listened')
        .values({
          listening: number,
          language,
          prompt,
          text_hash: hash,
          seconds,
          account_id: accountOf(by),
          at: toMomentText(at),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  },
  async heardBy(accountId, hashes) {
    const heard = new Set<string>();
    for (let from = 0; from < hashes.length; from += hashesAtOnce) {
      const rows = await db
        .selectFrom('listened')
        .select('text_hash')
        .where('account_id', '=', accountId)
        .where('text_hash', 'in', hashes.slice(from, from + hashesAtOnce))
        .execute();
      for (const { text_hash } of rows) heard.add(text_hash);
    }
    return heard;
  },
});
