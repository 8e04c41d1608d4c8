import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { isOpen } from '../../call/person.ts';
import { representativeConditions } from '../../call/representative-conditions.ts';
import { createLog } from '../../common/log.ts';
import { createEditionShelf } from '../../edition/edition.ts';
import { createLineApp } from '../../line/line-app.ts';
import { predictSeconds } from '../../speech/measure/predict-seconds.ts';
import type { Edition } from '../editions/edition.ts';
import { editionForCalls, prepareForCalls } from '../editions/shelf-for-calls.ts';
import { crawlEdition } from './crawl-edition.ts';
import type { CrawlResult } from './crawl-finding.ts';
import { noticeFor } from './heard.ts';
import { createCrawlAccount, openLoopbackTelephone } from './loopback-telephone.ts';
import type { LengthOf } from './tally.ts';
import type { Circumstance } from './telephone.ts';

interface CrawlOptions {
  /** Lengths in seconds of sentences whose sounds are stored, by the key of the sound. Other lengths are predicted. */
  readonly measured?: ReadonlyMap<string, number>;
  /** Called regularly with the number of answers so far. */
  readonly report?: (turns: number) => void;
  /** Wraps the line; for tests. */
  readonly between?: (line: RequestListener) => RequestListener;
}

/**
 * Crawls every path of an edition through a line that nobody else can call. Missing sounds are treated as existing, because
 * only the words are checked.
 */
export async function crawlLine(
  edition: Edition,
  { measured = new Map(), report, between = (line) => line }: CrawlOptions = {},
): Promise<CrawlResult> {
  const account = createCrawlAccount();
  const notice = noticeFor(edition);
  const moments = momentsOf(edition);
  await prepareForCalls(edition);
  let now: Circumstance = 'open';
  const line = createLineApp({
    settings: {
      twilio: account,
      publicUrl: account.publicUrl,
      trustProxy: 0,
      isProduction: false,
      hasPhonePage: false,
      audioCacheFolder: tmpdir(),
    },
    shelf: createEditionShelf(editionForCalls(edition)),
    loadEdition: () => null,
    sounds: { isReady: () => true, expect() {} },
    narrator: { ensureKey: async () => false, async discard() {} },
    budget: { isLeft: () => true, spend() {} },
    disaster: () => (now === 'disaster' ? notice : null),
    clock: () => (now === 'closed' ? moments.closed : moments.open),
    isReady: () => true,
    office: (_request, _response, next) => next(),
    unmade() {},
    log: createLog('silent'),
  });
  const set = (circumstance: Circumstance) => {
    now = circumstance;
  };
  const telephone = await openLoopbackTelephone({ app: between(line), account, set });
  const lengthOf: LengthOf = ({ key, request }) => {
    const seconds = measured.get(key);
    return seconds === undefined
      ? { seconds: predictSeconds(request) ?? 0, isMeasured: false }
      : { seconds, isMeasured: true };
  };
  try {
    return await crawlEdition({ edition, telephone, lengthOf, report });
  } finally {
    await telephone.close();
  }
}

/** A time at which the most destinations are open, and one at which the fewest are. */
function momentsOf({ line }: Edition): { readonly open: number; readonly closed: number } {
  const answering = (now: string) =>
    line.destinations.filter(({ hours }) => !hours || isOpen(hours, line.timeZone, now)).length;
  const instants = representativeConditions(line)
    .map(({ now }) => now)
    .toSorted((one, other) => answering(one) - answering(other));
  return { open: Date.parse(instants.at(-1) ?? ''), closed: Date.parse(instants[0] ?? '') };
}
