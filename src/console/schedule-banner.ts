import { formatMoment } from '../frame/format-moment.ts';
import { formatPerson } from '../frame/format-person.ts';
import type { StandingBanner } from '../frame/visit.ts';
import type { ScheduleState } from '../office/editions/schedule/schedule-records.ts';
import type { ConsoleParts } from './console-parts.ts';

/**
 * The banner about the newest scheduled publication. It is shown until the edition is published or the schedule is
 * cancelled. After a failure, it is shown until somebody confirms having read about the failure.
 */
export async function readScheduleBanners({
  editions,
  clock,
}: Pick<ConsoleParts, 'editions' | 'clock'>): Promise<StandingBanner[]> {
  const newest = await editions.schedules.newest();
  const banner = newest && toBanner(newest, clock());
  return banner ? [banner] : [];
}

/** @returns null for a schedule that no longer needs attention */
function toBanner(schedule: ScheduleState, now: number): StandingBanner | null {
  const { editionNumber: number, publishAt, end, isSettled, by } = schedule;
  const href = '/console/publish/schedule';
  if (end === null) {
    const key = now < publishAt ? 'schedule.banner' : 'schedule.banner-due';
    return {
      kind: 'information',
      href,
      text: (visitor) => {
        const moment = formatMoment(visitor.language, publishAt);
        return visitor.t(key, { number, moment, who: formatPerson(visitor, by) });
      },
    };
  }
  const { failure } = end;
  if (!failure || isSettled) return null;
  return {
    kind: 'error',
    href,
    text: ({ t, language }) =>
      t('schedule.banner-failed', {
        number,
        moment: formatMoment(language, publishAt),
        why: t(`schedule.why.${failure.why}`),
      }),
  };
}
