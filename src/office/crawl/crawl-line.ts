import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { createLog } from '../../common/log.ts';
import { createEditionShelf } from '../../edition/edition.ts';
import { createLineApp } from '../../line/line-app.ts';
import { predictSeconds } from '../../speech/measure/predict-seconds.ts';
import type { OfficeEdition } from '../editions/edition.ts';
import { editionForCalls } from '../editions/shelf-for-calls.ts';
import { toEditionFileInSteps } from '../editions/to-edition-file.ts';
import { crawlEdition } from './crawl-edition.ts';
import type { CrawlResult } from './crawl-finding.ts';
import { noticeFor } from './heard.ts';
import { createCrawlAccount, openLoopbackTelephone } from './loopback-telephone.ts';
import { occasionsOf } from './occasions.ts';
import type { LengthOf } from './tally.ts';
import type { Occasion } from './telephone.ts';

interface CrawlOptions {
  /** The lengths of stored sounds in seconds, by the key of the sound. Other lengths are predicted. */
  readonly measured?: ReadonlyMap<string, number>;
  /** Called regularly with the number of answers so far. */
  readonly report?: (turns: number) => void;
  /** Wraps the line; for tests. */
  readonly between?: (line: RequestListener) => RequestListener;
}

/**
 * Crawls every path of an edition through a line that nobody else can call. Missing sounds are treated as existing,
 * because only the words are checked.
 */
export async function crawlLine(
  edition: OfficeEdition,
  { measured = new Map(), report, between = (line) => line }: CrawlOptions = {},
): Promise<CrawlResult> {
  const account = createCrawlAccount();
  const notice = noticeFor(edition);
  const occasions = occasionsOf(edition);
  const called = editionForCalls(edition, await toEditionFileInSteps(edition));
  let now: Occasion | undefined;
  const line = createLineApp({
    settings: {
      twilio: account,
      publicUrl: account.publicUrl,
      trustProxy: 0,
      isProduction: false,
      hasPhonePage: false,
      audioCacheFolder: tmpdir(),
    },
    shelf: createEditionShelf(called),
    loadEdition: () => null,
    sounds: { isReady: () => true, expect() {} },
    narrator: { ensureKey: async () => false, async discard() {} },
    budget: { isLeft: () => true, spend() {} },
    disaster: () => (now?.circumstance === 'disaster' ? notice : null),
    clock: () => now?.at ?? 0,
    isReady: () => true,
    office: (_request, _response, next) => next(),
    unmade() {},
    log: createLog('silent'),
  });
  const set = (occasion: Occasion) => {
    now = occasion;
  };
  const telephone = await openLoopbackTelephone({ app: between(line), account, set });
  const lengthOf: LengthOf = ({ key, request }) => {
    const seconds = measured.get(key);
    return seconds === undefined
      ? { seconds: predictSeconds(request) ?? 0, isMeasured: false }
      : { seconds, isMeasured: true };
  };
  try {
    return await crawlEdition({ edition, occasions, telephone, lengthOf, report });
  } finally {
    await telephone.close();
  }
}
