import { messageOf } from '../../common/errors.ts';
import { RecentMap } from '../../common/recent-map.ts';
import { SpeechError } from '../../speech/engine.ts';

/** Failures with the same reason. */
export interface FailureSummary {
  readonly why: string;
  readonly count: number;
}

/** Milliseconds after which a persisting reason is reported again. */
const repeatAfter = 3_600_000;

/**
 * Maximum number of remembered reasons. When there are more, the oldest are forgotten, and are reported if they occur
 * again.
 */
const mostRemembered = 5000;

/**
 * The reason for a failure. The message of a `SpeechError` names one sentence; its cause, such as a full disk, is the
 * same for all.
 */
const reasonOf = (failure: unknown): string =>
  messageOf(failure instanceof SpeechError && failure.cause !== undefined ? failure.cause : failure);

/**
 * Groups failures by reason, so that a reason for which a hundred narrations fail becomes one entry with a count.
 * @returns the groups in order of first occurrence; if a reason occurred once, its `why` is the failure's own message
 */
function summarise(failures: readonly unknown[]): FailureSummary[] {
  const groups = Map.groupBy(failures, reasonOf);
  return [...groups].map(([reason, each]) => ({
    why: each.length === 1 ? messageOf(each[0]) : reason,
    count: each.length,
  }));
}

/**
 * Creates a function that reports each reason once, and again every hour while it persists. Failed narrations are
 * retried every half minute, so reporting every failure would fill the log.
 * @param stopwatch milliseconds of a monotonic clock
 */
export function createFailureReporter(
  report: (summary: FailureSummary) => void,
  stopwatch: () => number = () => performance.now(),
): (failures: readonly unknown[]) => void {
  const reportedAt = new RecentMap<string, number>(mostRemembered);
  return (failures) => {
    const now = stopwatch();
    const isNew = (reason: string) => now - (reportedAt.get(reason) ?? Number.NEGATIVE_INFINITY) >= repeatAfter;
    const news = failures.filter((failure) => isNew(reasonOf(failure)));
    for (const failure of news) reportedAt.set(reasonOf(failure), now);
    for (const summary of summarise(news)) report(summary);
  };
}
