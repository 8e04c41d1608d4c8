import { Router } from 'express';
import { waitingIn } from '../../office/editions/approval/candidates.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { isFirstBeingMade } from '../first-edition.ts';
import { show } from '../show.ts';
import { visitOf } from '../visit.ts';
import { createApproveRouter } from './approve.ts';
import type { ApprovalsParts } from './approve-page.ts';

/** `GET /console/approvals`: how much waits in which language; below it one page for each language. */
export function createApprovalsPage(parts: ApprovalsParts & Pick<ConsoleParts, 'drafts' | 'editions'>): ConsolePage {
  const { approvals } = parts;
  const router = Router();
  router.get('/', async (_request, response) => {
    const { t } = visitOf(response);
    const situation = await approvals.read();
    const waiting = waitingIn(situation);
    const languages = situation.now.line.file.languages.map(({ tag, name }) => {
      const own = waiting.filter(({ language }) => language === tag);
      const live = own.filter(({ isLive }) => isLive).length;
      const sentBack = own.filter(({ state }) => state === 'sent-back').length;
      return { tag, name, href: `/console/approvals/${tag}`, news: own.length - live - sentBack, live, sentBack };
    });
    show(response, 'approvals', { title: t('approvals.title'), languages });
  });
  router.use('/', createApproveRouter(parts));
  return {
    path: '/approvals',
    navKey: 'approvals.nav',
    aboutKey: 'approvals.about',
    act: 'read',
    router,
    news: async ({ t }) => {
      if (await isFirstBeingMade(parts)) return null;
      const waiting = waitingIn(await approvals.read());
      const live = waiting.filter(({ isLive }) => isLive).length;
      const news = waiting.filter(({ state, isLive }) => state === 'to-approve' && !isLive).length;
      return live + news === 0 ? null : t(live > 0 ? 'approvals.news-live' : 'approvals.news', { count: news, live });
    },
  };
}
