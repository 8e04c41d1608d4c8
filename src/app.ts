import { randomBytes } from 'node:crypto';
import { type Express, Router } from 'express';
import { createControlRouter } from './adapters/control/control-router.ts';
import type { Context } from './context.ts';
import { shelfForCalls, soundsForCalls } from './editions/shelf-for-calls.ts';
import { createFailureTeller } from './editions/tell-failures.ts';
import { lazyRouter } from './lazy-router.ts';
import type { TrustProxy } from './line/behind-line.ts';
import { createLineApp } from './line/line-app.ts';

/**
 * The HTTP side of line and office as a function of their parts. Never listens.
 * @param trustProxy the setting, unless the requests come from a line
 */
export function createApp(context: Context, trustProxy: TrustProxy = context.config.trustProxy): Express {
  const { config, shelf, narrator, budget, clock, log, readiness } = context;
  const missing = createFailureTeller((told) => log.error(told, 'a narration could not be made'));
  return createLineApp({
    settings: { ...config, trustProxy },
    shelf: shelfForCalls(shelf),
    bring: () => null,
    sounds: soundsForCalls(shelf, narrator),
    narrator,
    budget,
    disaster: context.disaster.disaster.noticeNow,
    clock,
    isReady: () => readiness.isReady,
    office: createOfficeRouter(context),
    unmade: (error) => missing([error]),
    log,
  });
}

/** The office's side: `/console` and `/control`. */
function createOfficeRouter(context: Context): Router {
  const { config, shelf, narrator, clock, log, office, crawls, publisher, approvals, rehearsal } = context;
  const { disaster } = context.disaster;
  // Production is reached by https, whether or not anybody has said under which address.
  const isSecure = config.publicUrl?.startsWith('https:') ?? config.isProduction;
  const router = Router();
  if (office && crawls && publisher && approvals && rehearsal) {
    const parts = {
      desk: office.staff,
      drafts: office.drafts,
      editions: office.editions,
      publisher,
      approvals,
      crawls,
      memos: office.memos,
      disaster: { state: () => disaster.stateNow, desk: context.disaster.desk, approved: context.disaster.approved },
      rehearsal,
      shelf,
      narrator,
      engine: context.engine,
      clock,
      random: randomBytes,
      publicUrl: config.publicUrl,
      isSecure,
      report: (error: unknown) => log.error({ err: error }, 'a page of the console broke'),
    };
    const load = () => import('./adapters/console/console-router.ts');
    router.use(
      '/console',
      lazyRouter(async () => (await load()).createConsoleRouter(parts)),
    );
  } else {
    const load = () => import('./adapters/console/closed-console.ts');
    router.use(
      '/console',
      lazyRouter(async () => (await load()).createClosedConsole(randomBytes, isSecure)),
    );
  }
  router.use('/control', createControlRouter(context.control.secret, disaster));
  return router;
}
