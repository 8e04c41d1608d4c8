import { Router } from 'express';
import { may } from '../../office/staff/role.ts';
import type { ConsolePage } from '../console-page.ts';
import { show } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';

/** `GET /console`: a card for every page that somebody may use. */
export function createOverviewPage(): ConsolePage {
  const router = Router();
  router.get('/', async (_request, response) => {
    const visit = visitOf(response);
    const { t, pages } = visit;
    const { member } = memberOf(response);
    const cards = pages.flatMap(({ path, navKey, aboutKey, act, news }) =>
      aboutKey !== undefined && may(member.role, act)
        ? [{ href: `/console${path}`, name: t(navKey), about: t(aboutKey), news }]
        : [],
    );
    const shown = cards.map(async ({ news, ...card }) => ({ ...card, news: (await news?.(visit)) ?? null }));
    show(response, 'overview', { title: t('overview.title'), cards: await Promise.all(shown) });
  });
  return { path: '/', navKey: 'overview.nav', act: 'read', router };
}
