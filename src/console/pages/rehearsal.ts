import { Router } from 'express';
import type { ConsolePage } from '../console-page.ts';
import { queryIn, type RehearsalPageParts } from './open-rehearsal.ts';
import { createRehearsalCallsRouter } from './rehearsal-calls.ts';
import { createRehearsalChangesRouter } from './rehearsal-changes.ts';
import { createRehearsalProblemsRouter } from './rehearsal-problems.ts';
import { showRehearsal } from './show-rehearsal.ts';

/**
 * `GET /console/rehearsal`: a telephone on the draft. The address is the call: its settings and its way; nothing else remembers
 * it. Below: what sounds different, what somebody noticed, and calls that are kept as tests.
 */
export function createRehearsalPage(parts: RehearsalPageParts): ConsolePage {
  const { rehearsal } = parts;
  const router = Router();
  router.get('/', (request, response) => showRehearsal(parts, response, queryIn(request)));
  router.use('/changes', createRehearsalChangesRouter(parts));
  router.use('/problems', createRehearsalProblemsRouter(parts));
  router.use('/calls', createRehearsalCallsRouter(parts));
  return {
    path: '/rehearsal',
    navKey: 'rehearsal.nav',
    aboutKey: 'rehearsal.about',
    act: 'read',
    router,
    news: async ({ t }) => {
      const open = (await rehearsal.records.problems.list(1000)).filter(({ settled }) => settled === null).length;
      return open === 0 ? null : t('rehearsal.news', { count: open });
    },
  };
}
