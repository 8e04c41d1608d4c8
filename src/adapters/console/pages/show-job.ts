import type { PublishJob } from '../../../editions/publisher.ts';
import { messageOf } from '../../../errors.ts';
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

/** @returns null when nothing has been published since the start */
export function showJob({ t, language }: Visitor, job: PublishJob): ShownJob | null {
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
  const when = showMoment(language, job.at);
  if (job.state === 'broken') return told('error', t('publish.job.broken', { when }), [messageOf(job.error)]);
  const { result } = job;
  switch (result.kind) {
    case 'published':
      return told('good', t('publish.job.published', { when, who, number: result.publication.number }));
    case 'not-spoken':
      return told(
        'error',
        t('publish.job.not-spoken', { when }),
        [...new Set(result.failures.map(messageOf))].slice(0, 5),
      );
    case 'calls-failed':
      return told(
        'warning',
        t('publish.job.calls-failed', { when }),
        result.calls.map(({ title, turn }) => t('publish.job.call', { title, turn })),
      );
    case 'crawl-failed':
      return told('warning', t('publish.job.crawl-failed', { when, count: result.count }));
    case 'unapproved':
    case 'nothing-new':
    case 'overtaken':
    case 'not-allowed':
    case 'blocked':
    case 'warnings-without-reason':
      return told('warning', t(`publish.job.${result.kind}`, { when }));
  }
}
