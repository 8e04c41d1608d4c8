import { RecentMap } from '../../common/recent-map.ts';
import { readContent, writeContent } from '../../office/editions/edition-content.ts';
import type {
  EditionHead,
  EditionRecord,
  EditionRecords,
  EditionStores,
  Publication,
  SoundStore,
} from '../../office/editions/edition-records.ts';
import { createSqlMemoStore, type MemoTables } from '../memos/sql-memo-store.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { DatabaseWith, Queries } from '../queries.ts';
import { createAuditTrail } from '../staff/audit-trail.ts';
import type { AuditTables } from '../staff/staff-tables.ts';
import type { EditionRow, EditionTables, PublicationRow } from './edition-tables.ts';
import { createScheduleStore } from './schedule-store.ts';

type Tables = EditionTables & MemoTables & AuditTables;

const storesOver = (db: Queries<Tables>): EditionStores => ({
  async list(limit) {
    const rows = await db
      .selectFrom('editions')
      .select(['hash', 'number', 'comment', 'document_number', 'account_id', 'account_name', 'at'])
      .orderBy('number', 'desc')
      .limit(limit)
      .execute();
    return rows.map(toHead);
  },
  async find(hash) {
    // Every hash begins with the empty string, so the empty string does not identify an edition.
    if (hash === '') return null;
    // Hexadecimal digits sort the same in every database, so the hashes that begin with `hash` are those from `hash` up
    // to, but not including, `${hash}g`.
    const row = await db
      .selectFrom('editions')
      .selectAll()
      .where('hash', '>=', hash)
      .where('hash', '<', `${hash}g`)
      .orderBy('hash')
      .limit(1)
      .executeTakeFirst();
    return row ? toRecord(row) : null;
  },
  async add(record) {
    const { line, words, engine, manifest } = record;
    await db
      .insertInto('editions')
      .values({
        hash: record.hash,
        number: record.number,
        content: writeContent({ line, words, engine }),
        manifest: JSON.stringify(manifest),
        comment: record.comment,
        document_number: record.documentNumber,
        account_id: record.by.accountId,
        account_name: record.by.accountName,
        at: toMomentText(record.at),
      })
      .execute();
  },
  async publications(limit) {
    const rows = await db.selectFrom('publications').selectAll().orderBy('number', 'desc').limit(limit).execute();
    return rows.map(toPublication);
  },
  async emergencies() {
    const rows = await db
      .selectFrom('publications')
      .selectAll()
      .where('emergency', 'is not', null)
      .orderBy('number', 'desc')
      .execute();
    return rows.map(toPublication);
  },
  async publicationAt(moment) {
    const row = await db
      .selectFrom('publications')
      .selectAll()
      .where('at', '<=', toMomentText(moment))
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ? toPublication(row) : null;
  },
  async publish({ number, edition, kind, comment, by, at, emergency }) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('publications')
      .values({
        number,
        edition,
        kind,
        comment,
        account_id: by.accountId,
        account_name: by.accountName,
        at: toMomentText(at),
        emergency: emergency && JSON.stringify(emergency),
      })
      .onConflict((conflict) => conflict.column('number').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
  schedules: createScheduleStore(db),
  memos: createSqlMemoStore(db),
  audit: createAuditTrail(db),
});

const toHead = (row: Omit<EditionRow, 'content' | 'manifest'>): EditionHead => ({
  hash: row.hash,
  number: row.number,
  comment: row.comment,
  documentNumber: row.document_number,
  by: { accountId: row.account_id, accountName: row.account_name },
  at: fromMomentText(row.at),
});

const toRecord = (row: EditionRow): EditionRecord => {
  const { line, words, engine } = readContent(row.content);
  return { ...toHead(row), line, words, engine, manifest: JSON.parse(row.manifest) };
};

const toPublication = (row: PublicationRow): Publication => ({
  number: row.number,
  edition: row.edition,
  kind: row.kind === 'rolled-back' ? 'rolled-back' : 'published',
  comment: row.comment,
  by: { accountId: row.account_id, accountName: row.account_name },
  at: fromMomentText(row.at),
  emergency: row.emergency === null ? null : JSON.parse(row.emergency),
});

/** Maximum number of keys in one statement; every database allows that many parameters. */
const keysAtOnce = 500;

/** Sounds in the append-only table `sounds`. */
const createSoundStore = (db: Queries<EditionTables>): SoundStore => ({
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

/** How many editions are kept in memory: usually the live one, and another one that staff are looking at. */
const mostKept = 2;

/** Length of a whole hash. */
const wholeHash = 64;

/**
 * The records of published editions in the database. An edition never changes, so the editions that were read last are
 * kept in memory.
 */
export function createSqlEditionRecords({ queries, transaction }: DatabaseWith<Tables>): EditionRecords {
  const stores = storesOver(queries);
  const kept = new RecentMap<string, EditionRecord>(mostKept);
  return {
    ...stores,
    async find(hash) {
      const found = kept.get(hash) ?? (await stores.find(hash));
      if (found && hash.length === wholeHash) kept.set(hash, found);
      return found;
    },
    sounds: createSoundStore(queries),
    transaction: (work) => transaction((inside) => work(storesOver(inside))),
  };
}
