import type { Judgement, JudgementStore } from '../../office/editions/native-review/native-review-records.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { Queries } from '../queries.ts';
import type { NativeReviewTables } from './native-review-tables.ts';

/** The last judgement about each text in each review, in the table `reading_judgements`. */
export const createJudgementStore = (db: Queries<NativeReviewTables>): JudgementStore => {
  const remarks = () =>
    db
      .selectFrom('reading_judgements')
      .innerJoin('readings', 'readings.number', 'reading_judgements.reading')
      .selectAll('reading_judgements')
      .select('readings.reader as reader')
      .where('is_right', '=', 0);
  const open = () => remarks().where('settled_at', 'is', null).orderBy('reading_judgements.number', 'desc');
  const withReader = (row: JudgementFound & { readonly reader: string }) => ({
    ...toJudgement(row),
    reader: row.reader,
  });
  return {
    async save({ review, language, prompt, hash, isRight, isForGroup, sentences, comment, at }) {
      const said = {
        language,
        text_hash: hash,
        is_right: isRight ? 1 : 0,
        for_group: isForGroup ? 1 : 0,
        sentences: JSON.stringify(sentences),
        comment,
        at: toMomentText(at),
        settled_id: null,
        settled_name: null,
        settled_at: null,
      } as const;
      await db
        .insertInto('reading_judgements')
        .values({ reading: review, prompt, ...said })
        .onConflict((conflict) => conflict.columns(['reading', 'prompt']).doUpdateSet(said))
        .execute();
    },
    async of(reviews) {
      if (reviews.length === 0) return [];
      const rows = await db.selectFrom('reading_judgements').selectAll().where('reading', 'in', reviews).execute();
      return rows.map(toJudgement);
    },
    async findRemark(number) {
      const row = await remarks().where('reading_judgements.number', '=', number).executeTakeFirst();
      return row ? withReader(row) : null;
    },
    async openAbout({ language, prompt }, limit) {
      const rows = await open()
        .where('reading_judgements.language', '=', language)
        .where('prompt', '=', prompt)
        .limit(limit)
        .execute();
      return rows.map(withReader);
    },
    async openIn(language, limit) {
      const found = language === null ? open() : open().where('reading_judgements.language', '=', language);
      return (await found.limit(limit).execute()).map(withReader);
    },
    async settle(number, { by, at }) {
      const { numUpdatedRows } = await db
        .updateTable('reading_judgements')
        .set({ settled_id: by.accountId, settled_name: by.accountName, settled_at: toMomentText(at) })
        .where('number', '=', number)
        .where('is_right', '=', 0)
        .where('settled_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
};

interface JudgementFound {
  readonly number: number;
  readonly reading: number;
  readonly language: string;
  readonly prompt: string;
  readonly text_hash: string;
  readonly is_right: number;
  readonly for_group: number;
  readonly sentences: string;
  readonly comment: string;
  readonly at: string;
  readonly settled_id: string | null;
  readonly settled_name: string | null;
  readonly settled_at: string | null;
}

const toJudgement = (row: JudgementFound): Judgement => ({
  number: row.number,
  review: row.reading,
  language: row.language,
  prompt: row.prompt,
  hash: row.text_hash,
  isRight: row.is_right === 1,
  isForGroup: row.for_group === 1,
  sentences: JSON.parse(row.sentences),
  comment: row.comment,
  at: fromMomentText(row.at),
  settled:
    row.settled_at === null
      ? null
      : { by: { accountId: row.settled_id, accountName: row.settled_name ?? '' }, at: fromMomentText(row.settled_at) },
});
