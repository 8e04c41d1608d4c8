import { Router } from 'express';
import { requireMember } from '../../frame/require-member.ts';
import { show } from '../../frame/show.ts';
import { memberOf, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { may } from '../../office/staff/role.ts';
import type { LineFile } from '../../words/line-file.ts';
import { todayIn } from '../../words/value-dates.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { createEntryRouter } from '../line/entry-router.ts';
import { factKind } from './fact-kind.ts';
import { linkUses } from './fact-uses.ts';
import { formatFact, formatFactDay } from './format-fact.ts';
import { factsView, factTypesView } from './list-view.ts';

/** The values that all languages share: `/console/facts`, with a form for each value. */
export function createFactsPage(parts: Pick<ConsoleParts, 'drafts' | 'clock'>): ConsolePage {
  const { drafts, clock } = parts;
  const router = Router();

  router.get('/', async (_request, response) => {
    const visit = visitOf(response);
    const { t, language } = visit;
    const now = await drafts.read();
    const names = namesIn(visit, now);
    const late = overdue(now.line.file, clock());
    show(response, factsView, {
      title: t('facts.title'),
      mayEdit: may(memberOf(response).member.role, 'edit'),
      facts: Object.entries(now.line.file.facts).map(([id, fact]) => ({
        id,
        name: names.fact(id),
        type: t(`names.types.${fact.type}`),
        value: formatFact(language, fact),
        source: fact.source,
        checkedOn: formatFactDay(language, fact.checkedOn),
        reviewBy: formatFactDay(language, fact.reviewBy),
        isLate: late.includes(id),
        uses: linkUses(names, now, id),
      })),
    });
  });

  router.use('/', createEntryRouter(parts, factKind));

  // The form of a new fact depends on its type. If the address names no known type, `createEntryRouter` passes the
  // request on to this handler, which asks for the type.
  router.get('/new', requireMember('edit'), (_request, response) => {
    const { t } = visitOf(response);
    show(response, factTypesView, { title: t('facts.add'), trail: [{ path: '/facts', text: t('facts.nav') }] });
  });

  return {
    path: '/facts',
    navKey: 'facts.nav',
    group: 'line',
    aboutKey: 'facts.about',
    act: 'read',
    router,
    tasks: async ({ t }) => {
      const { line } = await drafts.read();
      const count = overdue(line.file, clock()).length;
      return count === 0 ? [] : [{ kind: 'values', detail: t('facts.overdue', { count }), href: '/console/facts' }];
    },
  };
}

/** The ids of the facts whose day of review has passed. */
function overdue({ facts, timeZone }: LineFile, now: number): string[] {
  const today = todayIn(timeZone, now);
  return Object.keys(facts).filter((name) => (facts[name]?.reviewBy ?? today) < today);
}
