import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { isOpen } from '../../call/person.ts';
import { telltaleConditions } from '../../call/walk.ts';
import { createLog } from '../../common/log.ts';
import { createEditionShelf } from '../../edition/edition.ts';
import { createLineApp } from '../../line/line-app.ts';
import { predictSeconds } from '../../speech/measure/predict-seconds.ts';
import type { Edition } from '../editions/edition.ts';
import { editionForCalls, prepareForCalls } from '../editions/shelf-for-calls.ts';
import { crawlEdition } from './crawl-edition.ts';
import type { CrawlResult } from './crawl-finding.ts';
import { noticeFor } from './crawl-notice.ts';
import { createCrawlAccount, openLoopbackTelephone } from './loopback-telephone.ts';
import type { LengthOf } from './tally.ts';
import type { Circumstance } from './telephone.ts';

export interface CrawlOptions {
  /** Seconds of the sentences whose sounds are kept already, by the sounds' keys; the others are predicted. */
  readonly measured?: ReadonlyMap<string, number>;
  /** Hears now and then how many answers there have been. */
  readonly report?: (turns: number) => void;
  /** Puts something between the telephone and the line; for tests. */
  readonly between?: (line: RequestListener) => RequestListener;
}

/**
 * Calls an edition on every way through a line that nobody else can call. What has no sound yet is taken to be spoken: it is
 * the words that are looked at.
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
    bring: () => null,
    sounds: { isReady: () => true, expect() {} },
    narrator: { ensureKey: async () => false, async forget() {} },
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

/** A moment at which most destinations answer, and one at which fewest do. */
function momentsOf({ line }: Edition): { readonly open: number; readonly closed: number } {
  const answering = (now: string) =>
    line.destinations.filter(({ hours }) => !hours || isOpen(hours, line.timeZone, now)).length;
  const instants = telltaleConditions(line)
    .map(({ now }) => now)
    .toSorted((one, other) => answering(one) - answering(other));
  return { open: Date.parse(instants.at(-1) ?? ''), closed: Date.parse(instants[0] ?? '') };
}
