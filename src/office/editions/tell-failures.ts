import { messageOf } from '../../common/errors.ts';
import { SpeechError } from '../../speech/engine.ts';
import type { Failure } from './prepare-audio.ts';

/** What several failures have in common. */
export interface FailuresTold {
  readonly why: string;
  readonly count: number;
}

/** Milliseconds after which a reason that lasts is told again. */
const tellAgainAfter = 3_600_000;

/** More different reasons than there can be sentences at fault; beyond it the memory begins again. */
const mostRemembered = 1000;

/** A full disk fails every sentence in turn: the sentence is wrapped around the reason. */
const reasonOf = (failure: Failure): string =>
  messageOf(failure instanceof SpeechError && failure.cause !== undefined ? failure.cause : failure);

/**
 * Failures by their reason: one that fails a hundred narrations is one line with a count.
 * @returns in the order in which the reasons came first; of a reason that came once, the failure's own message
 */
export function summarise(failures: readonly Failure[]): FailuresTold[] {
  const groups = Map.groupBy(failures, reasonOf);
  return [...groups].map(([reason, each]) => ({
    why: each.length === 1 ? messageOf(each[0]) : reason,
    count: each.length,
  }));
}

/**
 * Tells each reason once, and again every hour while it lasts: what failed is tried again every half minute.
 * @param stopwatch milliseconds from any beginning, never set
 */
export function createFailureTeller(
  tell: (told: FailuresTold) => void,
  stopwatch: () => number = () => performance.now(),
): (failures: readonly Failure[]) => void {
  const toldAt = new Map<string, number>();
  return (failures) => {
    const now = stopwatch();
    const isNew = (reason: string) => now - (toldAt.get(reason) ?? Number.NEGATIVE_INFINITY) >= tellAgainAfter;
    const news = failures.filter((failure) => isNew(reasonOf(failure)));
    if (toldAt.size >= mostRemembered) toldAt.clear();
    for (const failure of news) toldAt.set(reasonOf(failure), now);
    for (const told of summarise(news)) tell(told);
  };
}
