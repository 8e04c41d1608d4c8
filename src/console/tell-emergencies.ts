import type { RequestHandler } from 'express';
import type { OpenEmergency } from '../office/editions/approval/emergency.ts';
import type { ConsoleParts } from './console-parts.ts';
import { showPerson } from './show-act.ts';
import { showMoment } from './show-moment.ts';
import type { Tiding } from './tidings.ts';
import { setVisit, visitOf } from './visit.ts';

/**
 * Puts what went live without approval at the top of every page, until all of it is approved. A page is shown all the same
 * when that cannot be read. Most forms only lead to another page: their answers say what the page before them said.
 */
export const tellEmergencies = ({ approvals, report }: Pick<ConsoleParts, 'approvals' | 'report'>): RequestHandler => {
  let known: readonly Tiding[] | null = null;
  return async (_request, response, next) => {
    const visit = visitOf(response);
    if (!visit.signedIn || visit.isPart) return next();
    try {
      if (visit.isGet || known === null) known = (await approvals.emergencies()).map(toTiding);
      setVisit(response, { ...visit, tidings: [...visit.tidings, ...known] });
    } catch (error) {
      report(error);
    }
    next();
  };
};

/** Who, when, why, and how much of it is still open. */
const toTiding = ({ publication, reason, texts }: OpenEmergency): Tiding => ({
  kind: 'warning',
  href: '/console/approvals',
  text: ({ t, language }) =>
    t('approvals.emergency', {
      who: showPerson(t, publication.by),
      when: showMoment(language, publication.at),
      count: texts.length,
      reason,
    }),
});
