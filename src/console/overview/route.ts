import { Router } from 'express';
import { may } from '../../office/staff/role.ts';
import { show } from '../frame/show.ts';
import { type ConsolePage, memberOf, visitOf } from '../frame/visit.ts';
import { overviewView } from './view.ts';

/** `GET /console`: a card for every page that the member may use. */
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
    const withNews = cards.map(async ({ news, ...card }) => ({ ...card, news: (await news?.(visit)) ?? null }));
    show(response, overviewView, { title: t('overview.title'), cards: await Promise.all(withNews) });
  });
  return { path: '/', navKey: 'overview.nav', group: null, act: 'read', router };
}
