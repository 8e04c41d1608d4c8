import type { ReadingRecords, ReadingStores } from '../../office/editions/reading/reading-records.ts';
import { draftStoresOver } from '../drafts/sql-draft-records.ts';
import type { Database, Queries } from '../open-database.ts';
import { createJudgementStore } from './judgement-store.ts';
import { createReadingStore } from './reading-store.ts';

const storesOver = (queries: Queries): ReadingStores => ({
  ...draftStoresOver(queries),
  readings: createReadingStore(queries),
  judgements: createJudgementStore(queries),
});

/** The records of readings in the database. */
export const createSqlReadingRecords = ({ queries, transaction }: Database): ReadingRecords => ({
  ...storesOver(queries),
  transaction: (work) => transaction((inside) => work(storesOver(inside))),
});
