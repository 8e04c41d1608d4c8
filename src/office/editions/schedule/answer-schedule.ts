import type { AuditedPerson } from '../../staff/audit-entry.ts';
import { type Actor, whoIs } from '../../staff/desk/actor.ts';
import { may } from '../../staff/role.ts';
import type { EditionRecords } from '../edition-records.ts';
import { formatJapaneseTime } from './japanese-time.ts';
import type { ScheduleState, ScheduleStore } from './schedule-records.ts';

/** The outcome of cancelling a schedule, or of recording that somebody has read about its failure. */
export type ScheduleAnswer = { readonly kind: 'done' | 'too-late' | 'not-allowed' };

/** What `cancelSchedule` and `settleSchedule` need. */
interface AnswerParts {
  readonly records: EditionRecords;
  readonly clock: () => number;
}

/** Cancels a schedule, whoever made it. @returns `too-late` if the schedule has already ended, or is not the newest */
export const cancelSchedule = (parts: AnswerParts, actor: Actor, number: number): Promise<ScheduleAnswer> =>
  answerSchedule(parts, actor, number, {
    act: 'schedule-cancelled',
    isPossible: ({ end }) => end === null,
    change: (schedules, by, at) => schedules.end(number, { kind: 'cancelled', failure: null, by, at }),
  });

/**
 * Records that somebody has read why a schedule failed; the pages then stop showing the failure.
 * @returns `too-late` if the schedule is not the newest, did not fail, or was settled before
 */
export const settleSchedule = (parts: AnswerParts, actor: Actor, number: number): Promise<ScheduleAnswer> =>
  answerSchedule(parts, actor, number, {
    act: 'schedule-settled',
    isPossible: ({ end }) => end?.kind === 'failed',
    change: (schedules, by, at) => schedules.settle(number, by, at),
  });

/** The parts in which cancelling and settling a schedule differ. */
interface Answer {
  readonly act: 'schedule-cancelled' | 'schedule-settled';
  readonly isPossible: (schedule: ScheduleState) => boolean;
  /** @returns false if somebody else was faster */
  change(schedules: ScheduleStore, by: AuditedPerson, at: number): Promise<boolean>;
}

async function answerSchedule(
  { records, clock }: AnswerParts,
  actor: Actor,
  number: number,
  { act, isPossible, change }: Answer,
): Promise<ScheduleAnswer> {
  if (!may(actor.role, 'publish')) return { kind: 'not-allowed' };
  const by = whoIs(actor);
  const at = clock();
  return records.transaction(async ({ schedules, audit }): Promise<ScheduleAnswer> => {
    const schedule = await schedules.newest();
    if (schedule?.number !== number || !isPossible(schedule)) return { kind: 'too-late' };
    if (!(await change(schedules, by, at))) return { kind: 'too-late' };
    const about = { number: schedule.editionNumber, when: formatJapaneseTime(schedule.publishAt) };
    await audit.add({ at, who: by, act, about });
    return { kind: 'done' };
  });
}
