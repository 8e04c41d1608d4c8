import type { RequestHandler } from 'express';
import { isPastReview } from '../../call/person.ts';
import { needsRenewal } from '../../office/disaster/disaster-state.ts';
import type { OpenEmergency } from '../../office/editions/approval/emergency.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { formatMoment } from './format-moment.ts';
import { formatPerson } from './format-person.ts';
import { type StandingBanner, setVisit, type Visitor, visitOf } from './visit.ts';

/** The disaster notice, a drill, and a passed review date. Read from memory, because every page asks. */
export const createStandingBanners =
  ({ shelf, disaster, clock }: Pick<ConsoleParts, 'shelf' | 'disaster' | 'clock'>) =>
  (): StandingBanner[] => {
    const now = clock();
    const { on, drill } = disaster.state();
    const { reviewBy, timeZone } = shelf.current.line;
    const href = '/console/disaster';
    return [
      ...(on
        ? [
            {
              kind: 'error' as const,
              text: ({ t, language }: Visitor) =>
                t(needsRenewal(on, now) ? 'disaster.banner-renew' : 'disaster.banner', {
                  since: formatMoment(language, on.since),
                }),
              href,
            },
          ]
        : []),
      ...(drill
        ? [
            {
              kind: 'information' as const,
              text: ({ t, language }: Visitor) =>
                t('disaster.banner-drill', { since: formatMoment(language, drill.since) }),
              href,
            },
          ]
        : []),
      ...(isPastReview(reviewBy, timeZone, new Date(now).toISOString())
        ? [
            {
              kind: 'warning' as const,
              text: ({ t }: Visitor) => t('frame.past-review', { date: reviewBy }),
              href: '/console/facts',
            },
          ]
        : []),
    ];
  };

/**
 * Puts what was published without approval at the top of every page, until all of it is approved. Pages are shown even when
 * this cannot be read. Most forms only redirect to another page, so their answers reuse what the previous page read.
 */
export const addEmergencyBanners = ({
  approvals,
  report,
}: Pick<ConsoleParts, 'approvals' | 'report'>): RequestHandler => {
  let known: readonly StandingBanner[] | null = null;
  return async (_request, response, next) => {
    const visit = visitOf(response);
    if (!visit.signedIn || visit.isPart) return next();
    try {
      if (visit.isGet || known === null) known = (await approvals.emergencies()).map(toBanner);
      setVisit(response, { ...visit, banners: [...visit.banners, ...known] });
    } catch (error) {
      report(error);
    }
    next();
  };
};

/** Who published it, when, why, and how many texts are still to be approved. */
const toBanner = ({ publication, reason, texts }: OpenEmergency): StandingBanner => ({
  kind: 'warning',
  href: '/console/approvals',
  text: ({ t, language }) =>
    t('approvals.emergency', {
      who: formatPerson(t, publication.by),
      when: formatMoment(language, publication.at),
      count: texts.length,
      reason,
    }),
});
