import type {
  ApprovalRecords,
  ApprovalStore,
  ApprovalStores,
  ListeningStore,
} from '../../office/editions/approval/approval-records.ts';
import type { AuditedPerson } from '../../office/staff/audit-entry.ts';
import type { DraftTables } from '../drafts/draft-tables.ts';
import { draftStoresOver } from '../drafts/sql-draft-records.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { DatabaseWith, Queries } from '../queries.ts';
import type { AuditTables } from '../staff/staff-tables.ts';
import type { EditionTables } from './edition-tables.ts';

type Tables = EditionTables & DraftTables & AuditTables;

/** Verdicts on texts, in the append-only table `approvals`. */
const createApprovalStore = (db: Queries<EditionTables>): ApprovalStore => ({
  async since(number) {
    const rows = await db.selectFrom('approvals').selectAll().where('number', '>', number).orderBy('number').execute();
    return rows.map((row) => ({
      number: row.number,
      language: row.language,
      prompt: row.prompt,
      hash: row.text_hash,
      verdict: row.verdict === 'approved' ? 'approved' : 'sent-back',
      revision: row.revision,
      lineRevision: row.line_revision,
      sounds: JSON.parse(row.sounds),
      comment: row.comment,
      by: { accountId: row.account_id, accountName: row.account_name },
      at: fromMomentText(row.at),
    }));
  },
  async add({ language, prompt, hash, verdict, revision, lineRevision, sounds, comment, by, at }) {
    await db
      .insertInto('approvals')
      .values({
        language,
        prompt,
        text_hash: hash,
        verdict,
        revision,
        line_revision: lineRevision,
        sounds: JSON.stringify(sounds),
        comment,
        account_id: accountOf(by),
        account_name: by.accountName,
        at: toMomentText(at),
      })
      .execute();
  },
});

/** Maximum number of hashes in one statement; every database allows that many parameters. */
const hashesAtOnce = 500;

/** Who listened to what, in the append-only tables `listenings` (started) and `listened` (heard to the end). */
const createListeningStore = (db: Queries<EditionTables>): ListeningStore => ({
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

/**
 * @throws RangeError for a person without an account. Such a person must not listen or approve, so this would be a bug
 */
function accountOf({ accountId }: AuditedPerson): string {
  if (accountId === null) throw new RangeError('Only somebody with an account listens and approves.');
  return accountId;
}

const storesOver = (queries: Queries<Tables>): ApprovalStores => ({
  ...draftStoresOver(queries),
  approvals: createApprovalStore(queries),
  listenings: createListeningStore(queries),
});

/** The records of approvals in the database. */
export const createSqlApprovalRecords = ({ queries, transaction }: DatabaseWith<Tables>): ApprovalRecords => ({
  ...storesOver(queries),
  transaction: (work) => transaction((inside) => work(storesOver(inside))),
});
