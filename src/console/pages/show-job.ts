import { messageOf } from '../../common/errors.ts';
import type { PublishJob } from '../../office/editions/publisher.ts';
import { showPerson } from '../show-act.ts';
import { showMoment } from '../show-moment.ts';
import type { Visitor } from '../visitor.ts';

/** What became of publishing, as the page tells it. */
export interface ShownJob {
  readonly isRunning: boolean;
  readonly kind: 'good' | 'error' | 'warning' | 'information';
  readonly text: string;
  readonly done: number;
  readonly total: number;
  readonly details: readonly string[];
}

/** Calls or problems that are told one by one; their page has them all. */
const mostTold = 5;

/** What callers hear now, and since when. */
export interface LiveNow {
  /** The number of the edition. */
  readonly edition: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * @param live null when nothing was ever published
 * @returns null when nothing has been published since the start, or something else has become live since
 */
export function showJob({ t, language }: Visitor, job: PublishJob, live: LiveNow | null): ShownJob | null {
  const told = (kind: ShownJob['kind'], text: string, details: readonly string[] = []): ShownJob => ({
    isRunning: false,
    kind,
    text,
    done: 0,
    total: 0,
    details,
  });
  if (job.state === 'none') return null;
  const who = showPerson(t, job.by);
  if (job.state === 'running') {
    const { done = 0, total = 0 } = job.progress ?? {};
    return { ...told('information', t('publish.job.running', { who })), isRunning: true, done, total };
  }
  // What became of an earlier publishing says nothing of what is live now.
  if (live !== null && live.at > job.at) return null;
  const when = showMoment(language, job.at);
  if (job.state === 'broken') return told('error', t('publish.job.broken', { when }), [messageOf(job.error)]);
  const { result } = job;
  switch (result.kind) {
    case 'published':
      return told('good', t('publish.job.published', { when, who, number: live?.edition ?? 0 }));
    case 'not-spoken':
      return told(
        'error',
        t('publish.job.not-spoken', { when }),
        [...new Set(result.failures.map(messageOf))].slice(0, 5),
      );
    case 'stopped':
      return told(
        'warning',
        t('publish.job.stopped', { when }),
        result.gates.map(({ gate: { title, advice }, hindrances }) => {
          const isPlaced = hindrances.some(({ place }) => place !== null);
          const heading = isPlaced
            ? t('publish.gate', { title: title[language], count: hindrances.length })
            : title[language];
          const told = isPlaced ? [] : hindrances.slice(0, mostTold).map((each) => each[language]);
          const stop = language === 'ja' ? '。' : '. ';
          return [heading, [...told, advice[language]].join(language === 'ja' ? '' : ' ')].join(stop);
        }),
      );
    case 'nothing-new':
    case 'overtaken':
    case 'not-allowed':
      return told('warning', t(`publish.job.${result.kind}`, { when }));
  }
}
