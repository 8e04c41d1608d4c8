import type { RequestListener } from 'node:http';
import type { EditionShelf } from '../../src/edition/edition.ts';
import { createLineApp } from '../../src/line/line-app.ts';
import { createTransferBudget, type TransferBudget } from '../../src/line/transfer-budget.ts';
import type { CallReports } from '../../src/line/twilio/call-reports.ts';
import type { Context } from '../../src/office/context.ts';
import type { OfficeShelf } from '../../src/office/editions/edition.ts';
import { createFailureReporter } from '../../src/office/editions/report-failures.ts';
import { soundsForCalls } from '../../src/office/editions/shelf-for-calls.ts';
import { createOfficeRouter } from '../../src/office/office-router.ts';
import { openedEdition } from './opened-edition.ts';

/** The parts of line and office in one process. */
export interface OneProcess extends Context {
  /** The budget of transfers; by default, it measures time with the machine's stopwatch. */
  readonly budget?: TransferBudget;
  readonly reports?: CallReports;
}

/** The office's shelf, in the form that calls need. */
const shelfForCalls = (shelf: OfficeShelf): Pick<EditionShelf, 'current' | 'find'> => ({
  get current() {
    return openedEdition(shelf.current);
  },
  find: (id) => openedEdition(shelf.find(id)),
});

/** The HTTP side of line and office in one process, made from their parts. It does not listen on a port. */
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
