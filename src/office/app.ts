import type { RequestListener } from 'node:http';
import { createLineApp } from '../line/line-app.ts';
import type { Context } from './context.ts';
import { shelfForCalls, soundsForCalls } from './editions/shelf-for-calls.ts';
import { createFailureTeller } from './editions/tell-failures.ts';
import { createOfficeRouter } from './office-router.ts';

/** The HTTP side of line and office in one process, as a function of their parts. Never listens. */
export function createApp(context: Context): RequestListener {
  const { config, shelf, narrator, budget, clock, log, readiness } = context;
  const missing = createFailureTeller((told) => log.error(told, 'a narration could not be made'));
  return createLineApp({
    settings: config,
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
