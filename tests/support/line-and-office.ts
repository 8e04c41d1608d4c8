import type { RequestListener } from 'node:http';
import type { EditionShelf } from '../../src/edition/edition.ts';
import { createLineApp } from '../../src/line/line-app.ts';
import { createTransferBudget, type TransferBudget } from '../../src/line/transfer-budget.ts';
import type { CallReports } from '../../src/line/twilio/call-reports.ts';
import type { Context } from '../../src/office/context.ts';
import type { OfficeShelf } from '../../src/office/editions/edition.ts';
import { createFailureReporter } from '../../src/office/editions/report-failures.ts';
import { editionForCalls, soundsForCalls } from '../../src/office/editions/shelf-for-calls.ts';
import { createOfficeRouter } from '../../src/office/office-router.ts';

/** What the office is made of. */
export interface OneProcess extends Context {
  /** How many transfers are left; by the machine's stopwatch unless told otherwise. */
  readonly budget?: TransferBudget;
  readonly reports?: CallReports;
}

/** The office's shelf as calls see it. */
const shelfForCalls = (shelf: OfficeShelf): Pick<EditionShelf, 'current' | 'find'> => ({
  get current() {
    return editionForCalls(shelf.current);
  },
  find: (id) => editionForCalls(shelf.find(id)),
});

/** The HTTP side of line and office in one process, as a function of their parts. Never listens. */
export function createApp(context: OneProcess): RequestListener {
  const { config, shelf, narrator, clock, log, readiness } = context;
  const { budget = createTransferBudget(() => shelf.current.file.transfersPerHour) } = context;
  const missing = createFailureReporter((told) => log.error(told, 'a narration could not be made'));
  return createLineApp({
    settings: config,
    shelf: shelfForCalls(shelf),
    loadEdition: () => null,
    sounds: soundsForCalls(shelf, narrator),
    narrator,
    budget,
    ...(context.reports && { reports: context.reports }),
    disaster: context.disaster.disaster.noticeNow,
    clock,
    isReady: () => readiness.isReady,
    office: createOfficeRouter(context),
    unmade: (error) => missing([error]),
    log,
  });
}
