import type { RequestHandler } from 'express';
import { formatMoment } from '../frame/format-moment.ts';
import { formatPerson } from '../frame/format-person.ts';
import { type StandingBanner, setVisit, visitOf } from '../frame/visit.ts';
import type { ScheduleState } from '../office/editions/schedule/schedule-records.ts';
import type { ConsoleParts } from './console-parts.ts';

/**
 * Puts what is scheduled at the top of every page, and what could not be published until somebody has read so. Pages are shown
 * even when this cannot be read. As with emergencies, the answers to forms reuse what the previous page read.
 */
export const addScheduleBanner = ({
  editions,
  clock,
  report,
}: Pick<ConsoleParts, 'editions' | 'clock' | 'report'>): RequestHandler => {
  let known: ScheduleState | null | undefined;
  return async (_request, response, next) => {
    const visit = visitOf(response);
    if (!visit.signedIn || visit.isPart) return next();
    try {
      if (visit.isGet || known === undefined) known = await editions.schedules.newest();
      const banner = known && toBanner(known, clock());
      if (banner) setVisit(response, { ...visit, banners: [...visit.banners, banner] });
    } catch (error) {
      report(error);
    }
    next();
  };
};

/** @returns null for a schedule that needs no attention any more */
function toBanner(schedule: ScheduleState, now: number): StandingBanner | null {
  const { editionNumber: number, publishAt, end, isSettled, by } = schedule;
  const href = '/console/publish/schedule';
  if (end === null) {
    const key = now < publishAt ? 'schedule.banner' : 'schedule.banner-due';
    return {
      kind: 'information',
      href,
      text: ({ t, language }) =>
        t(key, { number, moment: formatMoment(language, publishAt), who: formatPerson(t, by) }),
    };
  }
  const { failure } = end;
  if (!failure || isSettled) return null;
  return {
    kind: 'error',
    href,
    text: ({ t, language }) =>
      t('schedule.banner-failed', {
        ...{ number, moment: formatMoment(language, publishAt), why: t(`schedule.why.${failure.why}`) },
      }),
  };
}
