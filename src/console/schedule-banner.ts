import { formatMoment } from '../frame/format-moment.ts';
import { formatPerson } from '../frame/format-person.ts';
import type { StandingBanner } from '../frame/visit.ts';
import type { ScheduleState } from '../office/editions/schedule/schedule-records.ts';
import type { ConsoleParts } from './console-parts.ts';

/** What is scheduled, and what could not be published until somebody has read so. */
export async function readScheduleBanners({
  editions,
  clock,
}: Pick<ConsoleParts, 'editions' | 'clock'>): Promise<StandingBanner[]> {
  const newest = await editions.schedules.newest();
  const banner = newest && toBanner(newest, clock());
  return banner ? [banner] : [];
}

/** @returns null for a schedule that needs no attention any more */
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
