import type { NativeReview, NativeReviewStore } from '../../office/editions/native-review/native-review-records.ts';
import type { Flag } from '../column-types.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { Queries } from '../queries.ts';
import type { NativeReviewTables } from './native-review-tables.ts';

/** Links for native readers, in the table `readings`. */
export const createNativeReviewStore = (db: Queries<NativeReviewTables>): NativeReviewStore => {
  const found = () => db.selectFrom('readings').selectAll();
  /**
   * Sets times of a review, if the review is neither finished nor revoked. `begun_at` is set only once.
   * @returns whether the times were set
   */
  const mark = async (number: number, values: Partial<Record<'begun_at' | 'finished_at' | 'revoked_at', string>>) => {
    let query = db
      .updateTable('readings')
      .set(values)
      .where('number', '=', number)
      .where('finished_at', 'is', null)
      .where('revoked_at', 'is', null);
    if (values.begun_at !== undefined) query = query.where('begun_at', 'is', null);
    return (await query.executeTakeFirst()).numUpdatedRows === 1n;
  };
  return {
    async add({ tokenHash, language, reader, by, madeAt, validUntil, isOfEverything }) {
      const { number } = await db
        .insertInto('readings')
        .values({
          token_hash: tokenHash,
          language,
          reader,
          account_id: by.accountId,
          account_name: by.accountName,
          made_at: toMomentText(madeAt),
          valid_until: toMomentText(validUntil),
          begun_at: null,
          finished_at: null,
          revoked_at: null,
          of_everything: isOfEverything ? 1 : 0,
        })
        .returning('number')
        .executeTakeFirstOrThrow();
      return number;
    },
    async find(number) {
      const row = await found().where('number', '=', number).executeTakeFirst();
      return row ? toNativeReview(row) : null;
    },
    async findByHash(tokenHash) {
      const row = await found().where('token_hash', '=', tokenHash).executeTakeFirst();
      return row ? toNativeReview(row) : null;
    },
    async list(limit) {
      return (await found().orderBy('number', 'desc').limit(limit).execute()).map(toNativeReview);
    },
    begin: (number, at) => mark(number, { begun_at: toMomentText(at) }),
    finish: (number, at) => mark(number, { finished_at: toMomentText(at) }),
    revoke: (number, at) => mark(number, { revoked_at: toMomentText(at) }),
  };
};

interface FoundRow {
  readonly number: number;
  readonly token_hash: string;
  readonly language: string;
  readonly reader: string;
  readonly account_id: string | null;
  readonly account_name: string;
  readonly made_at: string;
  readonly valid_until: string;
  readonly begun_at: string | null;
  readonly finished_at: string | null;
  readonly revoked_at: string | null;
  readonly of_everything: Flag;
}

const momentOrNull = (text: string | null): number | null => (text === null ? null : fromMomentText(text));

const toNativeReview = (row: FoundRow): NativeReview => ({
  number: row.number,
  tokenHash: row.token_hash,
  language: row.language,
  reader: row.reader,
  by: { accountId: row.account_id, accountName: row.account_name },
  madeAt: fromMomentText(row.made_at),
  validUntil: fromMomentText(row.valid_until),
  begunAt: momentOrNull(row.begun_at),
  finishedAt: momentOrNull(row.finished_at),
  revokedAt: momentOrNull(row.revoked_at),
  isOfEverything: row.of_everything === 1,
});
