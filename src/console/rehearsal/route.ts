import { Router } from 'express';
import { queryIn } from '../../frame/form.ts';
import type { ConsolePage } from '../console-page.ts';
import { createCallsRouter } from './calls-route.ts';
import { createChangesRouter } from './changes-route.ts';
import { createHearRouter } from './hear-route.ts';
import type { RehearsalPageParts } from './open-rehearsal.ts';
import { showRehearsal } from './page.ts';
import { createProblemsRouter } from './problems-route.ts';

/**
 * `GET /console/rehearsal`: a telephone that calls the draft or the live edition. The address contains the settings and
 * the inputs of the call, so it describes the whole call. Pages below this address show changed texts, reported
 * problems, and calls that are kept as tests.
 */
export function createRehearsalPage(parts: RehearsalPageParts): ConsolePage {
  const { rehearsal } = parts;
  const router = Router();
  router.get('/', (request, response) => showRehearsal(parts, response, queryIn(request)));
  router.use('/changes', createChangesRouter(parts));
  router.use('/hear', createHearRouter(parts));
  router.use('/problems', createProblemsRouter(parts));
  router.use('/calls', createCallsRouter(parts));
  return {
    path: '/rehearsal',
    navKey: 'rehearsal.nav',
    group: 'publish',
    aboutKey: 'rehearsal.about',
    act: 'read',
    styles: ['rehearsal', 'call-map'],
    scripts: ['rehearsal'],
    router,
    tasks: async ({ t }) => {
      const open = await rehearsal.records.problems.openCount();
      if (open === 0) return [];
      return [{ kind: 'problems', detail: t('rehearsal.news', { count: open }), href: '/console/rehearsal/problems' }];
    },
  };
}
