import type { TextStore } from '../../office/drafts/draft-records.ts';
import { type DraftText, textActs } from '../../office/drafts/draft-text.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { Queries } from '../queries.ts';
import type { DraftTables, DraftTextRow } from './draft-tables.ts';

/** Maximum number of prompts in one statement; every database allows that many parameters. */
const promptsAtOnce = 500;

/** Texts in the append-only table `draft_texts`. */
export const createTextStore = (db: Queries<DraftTables>): TextStore => ({
  async newest() {
    const rows = await db
      .selectFrom('draft_texts as text')
      .selectAll()
      .where(({ eb, selectFrom }) =>
        eb(
          'revision',
          '=',
          selectFrom('draft_texts as other')
            .select(({ fn }) => fn.max('other.revision').as('newest'))
            .whereRef('other.language', '=', 'text.language')
            .whereRef('other.prompt', '=', 'text.prompt'),
        ),
      )
      .execute();
    return rows.map(toText);
  },
  async find(language, prompt) {
    const row = await revisionsOf(db, language, prompt).limit(1).executeTakeFirst();
    return row ? toText(row) : null;
  },
  async history(language, prompt) {
    return (await revisionsOf(db, language, prompt).execute()).map(toText);
  },
  async histories(languages, prompts) {
    const found: DraftText[] = [];
    for (let from = 0; from < prompts.length; from += promptsAtOnce) {
      const rows = await db
        .selectFrom('draft_texts')
        .selectAll()
        .where('language', 'in', languages)
        .where('prompt', 'in', prompts.slice(from, from + promptsAtOnce))
        .orderBy('revision', 'desc')
        .execute();
      found.push(...rows.map(toText));
    }
    return found;
  },
  async writtenBetween(since, until) {
    const written = db
      .selectFrom('draft_texts')
      .selectAll()
      .where('at', '>', toMomentText(since))
      .orderBy('at', 'desc');
    const rows = await (until === Number.POSITIVE_INFINITY
      ? written
      : written.where('at', '<=', toMomentText(until))
    ).execute();
    return rows.map(toText);
  },
  async add(text) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('draft_texts')
      .values(toRow(text))
      .onConflict((conflict) => conflict.columns(['language', 'prompt', 'revision']).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
});

const revisionsOf = (db: Queries<DraftTables>, language: string, prompt: string) =>
  db
    .selectFrom('draft_texts')
    .selectAll()
    .where('language', '=', language)
    .where('prompt', '=', prompt)
    .orderBy('revision', 'desc');

const toRow = (text: DraftText): DraftTextRow => ({
  language: text.language,
  prompt: text.prompt,
  revision: text.revision,
  sentences: JSON.stringify(text.sentences),
  source_fingerprint: text.sourceFingerprint,
  is_ready: text.isReady ? 1 : 0,
  is_reviewed: text.isReviewed ? 1 : 0,
  act: text.act,
  reason: text.reason,
  account_id: text.by.accountId,
  account_name: text.by.accountName,
  at: toMomentText(text.at),
});

const toText = (row: DraftTextRow): DraftText => ({
  language: row.language,
  prompt: row.prompt,
  revision: row.revision,
  sentences: JSON.parse(row.sentences),
  sourceFingerprint: row.source_fingerprint,
  isReady: row.is_ready === 1,
  isReviewed: row.is_reviewed === 1,
  // An act that only a later version knows counts as an edit.
  act: textActs.find((act) => act === row.act) ?? 'edited',
  reason: row.reason,
  by: { accountId: row.account_id, accountName: row.account_name },
  at: fromMomentText(row.at),
});
