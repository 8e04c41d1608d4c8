import type { RequestListener } from 'node:http';
import { isOpen } from '../call/hours.ts';
import { telltaleConditions } from '../call/walk.ts';
import { createEditionShelf } from '../edition/edition-shelf.ts';
import { createTransferBudget } from '../line/transfer-budget.ts';
import { predictSeconds } from '../speech/measure/predict-seconds.ts';
import { crawlEdition } from './crawl/crawl-edition.ts';
import type { CrawlResult } from './crawl/crawl-finding.ts';
import { noticeFor } from './crawl/crawl-notice.ts';
import { createCrawlAccount, openLoopbackTelephone } from './crawl/loopback-telephone.ts';
import type { LengthOf } from './crawl/tally.ts';
import type { Circumstance } from './crawl/telephone.ts';
import type { Edition } from './editions/edition.ts';
import { everyNarration } from './editions/every-narration.ts';
import { sentencesIn } from './editions/manifest.ts';
import { prepareForCalls } from './editions/shelf-for-calls.ts';
import type { Context } from './line-context.ts';

/** The application of a context, as `createApp` makes it. */
export type MakeApp = (context: Context) => RequestListener;

export interface CrawlOptions {
  readonly signal?: AbortSignal;
  readonly report?: (turns: number) => void;
}

/**
 * Calls an edition on every way through the whole application, without anybody else hearing of it. What has no sound yet is
 * taken to be spoken: it is the words that are looked at.
 */
export async function crawlLine(
  context: Context,
  edition: Edition,
  makeApp: MakeApp,
  { signal, report }: CrawlOptions = {},
): Promise<CrawlResult> {
  const { engine, narrator, disaster, config } = context;
  const account = createCrawlAccount();
  const notice = noticeFor(edition);
  const moments = momentsOf(edition);
  await prepareForCalls(edition);
  let now: Circumstance = 'open';
  const app = makeApp({
    ...context,
    config: { ...config, twilio: account, publicUrl: account.publicUrl, hasPhonePage: false, isProduction: false },
    shelf: createEditionShelf(edition),
    narrator: { ...narrator, isReady: () => true },
    budget: createTransferBudget(() => Number.POSITIVE_INFINITY),
    clock: () => (now === 'closed' ? moments.closed : moments.open),
    disaster: {
      ...disaster,
      disaster: { ...disaster.disaster, noticeNow: () => (now === 'disaster' ? notice : null) },
    },
    office: null,
    publisher: null,
    crawls: null,
  });
  const set = (circumstance: Circumstance) => {
    now = circumstance;
  };
  const telephone = await openLoopbackTelephone({ app, account, set });
  const measured = await measuredIn(context, edition);
  const lengthOf: LengthOf = ({ key, request }) => {
    const seconds = measured.get(key);
    return seconds === undefined
      ? { seconds: predictSeconds(request) ?? 0, isMeasured: false }
      : { seconds, isMeasured: true };
  };
  try {
    return await crawlEdition({ edition, engine: engine.id, telephone, lengthOf, signal, report });
  } finally {
    await telephone.close();
  }
}

/** Seconds of the sentences whose sounds are kept already; none while the database cannot be had. */
async function measuredIn({ office }: Context, edition: Edition): Promise<ReadonlyMap<string, number>> {
  const keys = sentencesIn(await everyNarration(edition)).map(({ key }) => key);
  const entries = (await office?.editions.sounds.entries(keys)) ?? [];
  return new Map(entries.map(({ key, seconds }) => [key, seconds]));
}

/** A moment at which most destinations answer, and one at which fewest do. */
function momentsOf({ line }: Edition): { readonly open: number; readonly closed: number } {
  const answering = (now: string) =>
    line.destinations.filter(({ hours }) => !hours || isOpen(hours, line.timeZone, now)).length;
  const instants = telltaleConditions(line)
    .map(({ now }) => now)
    .toSorted((one, other) => answering(one) - answering(other));
  return { open: Date.parse(instants.at(-1) ?? ''), closed: Date.parse(instants[0] ?? '') };
}
