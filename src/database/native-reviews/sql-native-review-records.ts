import type {
  NativeReviewRecords,
  NativeReviewStores,
} from '../../office/editions/native-review/native-review-records.ts';
import type { DraftTables } from '../drafts/draft-tables.ts';
import { draftStoresOver } from '../drafts/sql-draft-records.ts';
import type { DatabaseWith, Queries } from '../queries.ts';
import type { AuditTables } from '../staff/staff-tables.ts';
import { createJudgementStore } from './judgement-store.ts';
import { createNativeReviewStore } from './native-review-store.ts';
import type { NativeReviewTables } from './native-review-tables.ts';

type Tables = NativeReviewTables & DraftTables & AuditTables;

const storesOver = (queries: Queries<Tables>): NativeReviewStores => ({
  ...draftStoresOver(queries),
  reviews: createNativeReviewStore(queries),
  judgements: createJudgementStore(queries),
});

/** The records of native reviews in the database. */
export const createSqlNativeReviewRecords = ({ queries, transaction }: DatabaseWith<Tables>): NativeReviewRecords => ({
  ...storesOver(queries),
  transaction: (work) => transaction((inside) => work(storesOver(inside))),
});
