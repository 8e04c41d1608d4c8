import type {
  ApprovalRecords,
  ApprovalStore,
  ApprovalStores,
} from '../../office/editions/approval/approval-records.ts';
import { draftStoresOver } from '../drafts/sql-draft-records.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { Database, Queries } from '../open-database.ts';
import { accountOf } from './account-of.ts';
import { createListeningStore } from './listening-store.ts';

/** What was decided about texts, in the table `approvals`, which itself refuses changes. */
const createApprovalStore = (db: Queries): ApprovalStore => ({
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

const storesOver = (queries: Queries): ApprovalStores => ({
  ...draftStoresOver(queries),
  approvals: createApprovalStore(queries),
  listenings: createListeningStore(queries),
});

/** What is kept about approvals, in the database. */
export const createApprovalRecords = ({ queries, transaction }: Database): ApprovalRecords => ({
  ...storesOver(queries),
  transaction: (work) => transaction((inside) => work(storesOver(inside))),
});
