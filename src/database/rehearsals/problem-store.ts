import type { ProblemReport, ProblemStore } from '../../office/rehearsal/rehearsal-records.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { Queries } from '../queries.ts';
import type { RehearsalTables } from './rehearsal-tables.ts';

/** Maximum number of open reports listed for a text. */
const mostAboutOne = 50;

/** Reports and how they were settled, in the append-only tables `problem_reports` and `problems_settled`. */
export const createProblemStore = (db: Queries<RehearsalTables>): ProblemStore => {
  const all = () =>
    db
      .selectFrom('problem_reports')
      .leftJoin('problems_settled', 'problems_settled.report', 'problem_reports.number')
      .selectAll('problem_reports')
      .select([
        'problems_settled.comment as settled_comment',
        'problems_settled.account_id as settled_id',
        'problems_settled.account_name as settled_name',
        'problems_settled.at as settled_at',
      ]);
  return {
    async add({ language, prompt, second, comment, address, by, at }) {
      const { number } = await db
        .insertInto('problem_reports')
        .values({
          language,
          prompt,
          second,
          comment,
          address,
          account_id: by.accountId,
          account_name: by.accountName,
          at: toMomentText(at),
        })
        .returning('number')
        .executeTakeFirstOrThrow();
      return number;
    },
    async settle(number, { comment, by, at }) {
      const report = await db.selectFrom('problem_reports').select('number').where('number', '=', number).execute();
      if (report.length === 0) return false;
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('problems_settled')
        .values({
          report: number,
          comment,
          account_id: by.accountId,
          account_name: by.accountName,
          at: toMomentText(at),
        })
        .onConflict((conflict) => conflict.column('report').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    async find(number) {
      const row = await all().where('number', '=', number).executeTakeFirst();
      return row ? toReport(row) : null;
    },
    async list(limit) {
      const open = await all().where('report', 'is', null).orderBy('number', 'desc').limit(limit).execute();
      const settled = await all().where('report', 'is not', null).orderBy('number', 'desc').limit(limit).execute();
      return [...open, ...settled].slice(0, limit).map(toReport);
    },
    async openCount() {
      const { count } = await db
        .selectFrom('problem_reports')
        .leftJoin('problems_settled', 'problems_settled.report', 'problem_reports.number')
        .where('report', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    },
    async openAbout({ language, prompt }) {
      const rows = await all()
        .where('language', '=', language)
        .where('prompt', '=', prompt)
        .where('report', 'is', null)
        .orderBy('number', 'desc')
        .limit(mostAboutOne)
        .execute();
      return rows.map(toReport);
    },
  };
};

interface JoinedRow {
  readonly number: number;
  readonly language: string;
  readonly prompt: string;
  readonly second: number | null;
  readonly comment: string;
  readonly address: string;
  readonly account_id: string | null;
  readonly account_name: string;
  readonly at: string;
  readonly settled_comment: string | null;
  readonly settled_id: string | null;
  readonly settled_name: string | null;
  readonly settled_at: string | null;
}

const toReport = (row: JoinedRow): ProblemReport => ({
  number: row.number,
  language: row.language,
  prompt: row.prompt,
  second: row.second,
  comment: row.comment,
  address: row.address,
  by: { accountId: row.account_id, accountName: row.account_name },
  at: fromMomentText(row.at),
  settled:
    row.settled_at === null
      ? null
      : {
          comment: row.settled_comment ?? '',
          by: { accountId: row.settled_id, accountName: row.settled_name ?? '' },
          at: fromMomentText(row.settled_at),
        },
});
