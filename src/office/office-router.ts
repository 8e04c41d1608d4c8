import { randomBytes } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import { readCallCounts } from '../edition/call-counts-file.ts';
import type { Context } from './context.ts';
import { createControlRouter } from './control/control-router.ts';
import { createDrillDesk } from './disaster/drill-desk.ts';
import { createBackupNote } from './files/backup-note.ts';
import { createDictionary } from './readings/dictionary.ts';
import { isAnotherLive } from './start-problems.ts';

/** Loads the console only when it is needed: it is the largest part of the office, and calls do not need it. */
export const loadConsole = () => import('../console/console-router.ts');

/** Routes the requests that only the office answers: `/console` and `/control`. */
export function createOfficeRouter(context: Context): Router {
  const {
    config,
    shelf,
    narrator,
    clock,
    log,
    office,
    crawls,
    publisher,
    approvals,
    nativeReviews,
    intake,
    rehearsal,
  } = context;
  const { disaster } = context.disaster;
  // Production is served by https, even if no public URL is configured.
  const isSecure = config.publicUrl?.startsWith('https:') ?? config.isProduction;
  // The console shows that a backup was put back until something is published.
  let backup = context.restoredBackup;
  void shelf.published().then(() => {
    backup = null;
  });
  const restoredBackup = () => backup;
  const router = Router();
  if (office && crawls && publisher && approvals && nativeReviews && intake && rehearsal) {
    const parts = {
      staff: office.staff,
      drafts: office.drafts,
      editions: office.editions,
      publisher,
      approvals,
      nativeReviews,
      sounds: context.sounds,
      intake,
      isLiveForgotten: () => isAnotherLive(config.dataFolder, shelf.current),
      restoredBackup,
      lastBackup: async () => (await createBackupNote(config.dataFolder).read())?.at ?? null,
      crawls,
      memos: office.memos,
      disaster: {
        state: () => disaster.stateNow,
        desk: context.disaster.desk,
        approved: context.disaster.approved,
        drills: createDrillDesk({ records: office.drills, state: () => disaster.stateNow, clock }),
      },
      isTwilioSet: config.twilio !== null,
      lineStatus: context.lineStatus.status,
      callCounts: () => readCallCounts(config.dataFolder),
      deploysFallback: config.deploysFallback,
      rehearsal,
      dictionary: createDictionary(),
      shelf,
      narrator,
      engine: context.engine,
      clock,
      random: randomBytes,
      publicUrl: config.publicUrl,
      hasPhonePage: config.hasPhonePage,
      isSecure,
      report: (error: unknown) => log.error({ err: error }, 'a page of the console failed'),
    };
    router.use(
      '/console',
      lazyRouter(async () => (await loadConsole()).createConsoleRouter(parts)),
    );
  } else {
    const load = () => import('../console/closed-console.ts');
    router.use(
      '/console',
      lazyRouter(async () => (await load()).createClosedConsole(randomBytes, isSecure)),
    );
  }
  router.use('/control', createControlRouter(context.control.secret, disaster));
  return router;
}

/**
 * Loads a router at its first request, so that the office starts sooner, and needs less memory while nobody uses the
 * router.
 */
function lazyRouter(load: () => Promise<Router>): RequestHandler {
  let loading: Promise<Router> | null = null;
  return async (request, response, next) => {
    loading ??= load();
    try {
      (await loading)(request, response, next);
    } catch (error) {
      // The next request loads the router again.
      loading = null;
      next(error);
    }
  };
}
