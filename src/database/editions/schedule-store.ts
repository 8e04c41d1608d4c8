import type { Nullable } from 'kysely';
import { readContent, writeContent } from '../../office/editions/edition-content.ts';
import type { ScheduleEnd, ScheduleHead, ScheduleStore } from '../../office/editions/schedule/schedule-records.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { Queries } from '../queries.ts';
import type { EditionTables, ScheduleEventRow, ScheduleRow } from './edition-tables.ts';

const headColumns = [
  ...(['number', 'edition', 'edition_number', 'publish_at', 'based_on', 'comment'] as const),
  ...([
    'document_number',
    'warnings_reason',
    'schedules.account_id',
    'schedules.account_name',
    'schedules.at',
  ] as const),
];

/** Scheduled publications in the append-only tables `schedules` and `schedule_events`. */
export const createScheduleStore = (db: Queries<EditionTables>): ScheduleStore => ({
  async newest() {
    // One statement, because every page of the console needs the newest schedule.
    const rows = await db
      .selectFrom('schedules')
      .leftJoin('schedule_events', 'schedule_events.schedule', 'schedules.number')
      .select(headColumns)
      .select([
        ...(['step', 'kind', 'failure', 'schedule_events.account_id as event_account_id'] as const),
        ...(['schedule_events.account_name as event_account_name', 'schedule_events.at as event_at'] as const),
      ])
      .orderBy('number', 'desc')
      .orderBy('step')
      .limit(2)
      .execute();
    const [row] = rows;
    if (!row) return null;
    const events = rows.filter(({ number }) => number === row.number);
    const ended = events.find(({ step }) => step === 'ended');
    return {
      ...toHead(row),
      end: ended ? toEnd(ended) : null,
      isSettled: events.some(({ step }) => step === 'settled'),
    };
  },
  async find(number) {
    const row = await db.selectFrom('schedules').selectAll().where('number', '=', number).executeTakeFirst();
    if (!row) return null;
    return {
      ...toHead(row),
      content: readContent(row.content),
      reasons: JSON.parse(row.reasons),
      emergency: row.emergency === null ? null : JSON.parse(row.emergency),
      unreadReasons: row.unread_reasons === '{}' ? undefined : JSON.parse(row.unread_reasons),
    };
  },
  async add({ content, reasons, emergency, unreadReasons = {}, by, ...head }) {
    const row = await db
      .insertInto('schedules')
      .values({
        edition: head.edition,
        edition_number: head.editionNumber,
        publish_at: toMomentText(head.publishAt),
        based_on: head.basedOn,
        content: writeContent(content),
        reasons: JSON.stringify(reasons),
        comment: head.comment,
        document_number: head.documentNumber,
        warnings_reason: head.warningsReason,
        emergency: emergency && JSON.stringify(emergency),
        unread_reasons: JSON.stringify(unreadReasons),
        account_id: by.accountId,
        account_name: by.accountName,
        at: toMomentText(head.at),
      })
      .returning('number')
      .executeTakeFirstOrThrow();
    return row.number;
  },
  end: (number, { kind, failure, by, at }) =>
    addEvent(db, {
      schedule: number,
      step: 'ended',
      kind,
      failure: failure && JSON.stringify(failure),
      account_id: by.accountId,
      account_name: by.accountName,
      at: toMomentText(at),
    }),
  settle: (number, by, at) =>
    addEvent(db, {
      schedule: number,
      step: 'settled',
      kind: 'read',
      failure: null,
      account_id: by.accountId,
      account_name: by.accountName,
      at: toMomentText(at),
    }),
});

/** @returns false if the schedule already has an event of this step */
async function addEvent(db: Queries<EditionTables>, event: ScheduleEventRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('schedule_events')
    .values(event)
    .onConflict((conflict) => conflict.columns(['schedule', 'step']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

interface HeadRow extends Omit<ScheduleRow, 'number' | 'content' | 'reasons' | 'emergency' | 'unread_reasons'> {
  readonly number: number;
}

const toHead = (row: HeadRow): ScheduleHead => ({
  number: row.number,
  edition: row.edition,
  editionNumber: row.edition_number,
  publishAt: fromMomentText(row.publish_at),
  basedOn: row.based_on,
  comment: row.comment,
  documentNumber: row.document_number,
  warningsReason: row.warnings_reason,
  by: { accountId: row.account_id, accountName: row.account_name },
  at: fromMomentText(row.at),
});

const kinds = ['published', 'cancelled', 'needless', 'failed'] as const satisfies readonly ScheduleEnd['kind'][];

/** The columns of an event when they are joined with the columns of its schedule. */
interface JoinedEvent extends Pick<Nullable<ScheduleEventRow>, 'kind' | 'failure'> {
  readonly event_account_id: string | null;
  readonly event_account_name: string | null;
  readonly event_at: string | null;
}

const toEnd = (row: JoinedEvent): ScheduleEnd => ({
  kind: kinds.find((kind) => kind === row.kind) ?? 'failed',
  failure: row.failure === null ? null : JSON.parse(row.failure),
  by: { accountId: row.event_account_id, accountName: row.event_account_name ?? '' },
  at: fromMomentText(row.event_at ?? ''),
});
