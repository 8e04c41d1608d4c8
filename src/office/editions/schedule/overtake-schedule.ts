import type { AuditedPerson } from '../../staff/audit-entry.ts';
import { byProgram } from '../../staff/programs.ts';
import type { EditionStores } from '../edition-records.ts';
import { formatJapaneseTime } from './japanese-time.ts';
import type { ScheduleEnd } from './schedule-records.ts';

/** The edition that has just gone live. */
interface WentLive {
  /** The hash of the edition. */
  readonly edition: string;
  readonly by: AuditedPerson;
  readonly at: number;
}

/**
 * Ends the pending schedule, if there is one, because an edition has just gone live. Publishing the scheduled edition
 * later would replace the new one without a decision of staff. Call this in the transaction of the publication, so that
 * staff see both changes together.
 */
export async function overtakeSchedule(
  stores: Pick<EditionStores, 'schedules' | 'audit'>,
  { edition, by, at }: WentLive,
): Promise<void> {
  const schedule = await stores.schedules.newest();
  if (!schedule || schedule.end) return;
  const end: ScheduleEnd =
    schedule.edition === edition
      ? { kind: 'needless', failure: null, by, at }
      : { kind: 'failed', failure: { why: 'overtaken', details: [] }, by, at };
  if (!(await stores.schedules.end(schedule.number, end))) return;
  const about = {
    number: schedule.editionNumber,
    when: formatJapaneseTime(schedule.publishAt),
    why: end.failure?.why ?? 'needless',
  };
  await stores.audit.add({ at, who: byProgram('schedule'), act: `schedule-${end.kind}`, about });
}
