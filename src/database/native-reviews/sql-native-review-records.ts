import type {
  NativeReviewRecords,
  NativeReviewStores,
} from '../../office/editions/native-review/native-review-records.ts';
import { draftStoresOver } from '../drafts/sql-draft-records.ts';
import type { Database, Queries } from '../open-database.ts';
import { createJudgementStore } from './judgement-store.ts';
import { createNativeReviewStore } from './native-review-store.ts';

const storesOver = (queries: Queries): NativeReviewStores => ({
  ...draftStoresOver(queries),
  reviews: createNativeReviewStore(queries),
  judgements: createJudgementStore(queries),
});

/** The records of native reviews in the database. */
export const createSqlNativeReviewRecords = ({ queries, transaction }: Database): NativeReviewRecords => ({
  ...storesOver(queries),
  transaction: (work) => transaction((inside) => work(storesOver(inside))),
});
