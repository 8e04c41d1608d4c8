import { explanationOf } from '../../common/explained-error.ts';
import { StorageError } from '../../common/storage-error.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { html, type View } from '../../frame/html.ts';
import { asksAgain, foldedList, ifAny, type Kind } from '../../frame/parts.ts';
import type { Visitor } from '../../frame/visit.ts';
import type { PublishJob } from '../../office/editions/publisher.ts';

/** The progress of a publication, or its outcome. */
export interface JobStatus {
  readonly isRunning: boolean;
  readonly kind: Kind;
  readonly text: string;
  /** How many of the needed sounds exist. */
  readonly done: number;
  /** How many sounds are needed; 0 until this number is known. */
  readonly total: number;
  readonly details: readonly string[];
  /** The program's error messages, for the technician. */
  readonly errors: readonly string[];
}

/** Maximum number of failures that are shown, and of hindrances that are shown for one gate. */
const mostShown = 5;

/** The live edition, and since when it has been live. */
export interface LiveNow {
  /** The number of the edition. */
  readonly edition: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Whether a publication is running that someone other than this person started. */
export const isOfOther = (job: PublishJob, { id }: { readonly id: string }): boolean =>
  job.state === 'running' && job.by.accountId !== id;

/**
 * Describes the last attempt to publish. Attempts of earlier processes do not count, except one that was left
 * unfinished.
 * @param live null if no live edition is stored
 * @returns null if there was no attempt, or if another edition has gone live since the attempt ended
 */
export function jobStatus(visitor: Visitor, job: PublishJob, live: LiveNow | null): JobStatus | null {
  const { t, language } = visitor;
  const told = (
    kind: Kind,
    text: string,
    details: readonly string[] = [],
    errors: readonly string[] = [],
  ): JobStatus => ({
    isRunning: false,
    kind,
    text,
    done: 0,
    total: 0,
    details,
    errors,
  });
  if (job.state === 'none') return null;
  const who = formatPerson(visitor, job.by);
  if (job.state === 'running') {
    const { done = 0, total = 0 } = job.progress ?? {};
    return { ...told('information', t('publish.job.running', { who })), isRunning: true, done, total };
  }
  // Another edition went live after this publication ended, so its outcome no longer matters.
  if (live !== null && live.at > job.at) return null;
  const when = formatMoment(language, job.at);
  if (job.state === 'broken') {
    // If the connection to the database was lost, the edition may nevertheless have gone live.
    const isLost = job.error instanceof StorageError && job.error.kind === 'lost';
    return told(
      'error',
      t(isLost ? 'publish.job.lost' : 'publish.job.broken', { when }),
      [],
      [explanationOf(job.error)[language]],
    );
  }
  const { result } = job;
  switch (result.kind) {
    case 'published':
      return told('good', t('publish.job.published', { when, who, number: live?.edition ?? 0 }));
    case 'not-spoken': {
      const failures = new Set(result.failures.map((failure) => explanationOf(failure)[language]));
      return told('error', t('publish.job.not-spoken', { when }), [], [...failures].slice(0, mostShown));
    }
    case 'stopped':
      return told(
        'warning',
        t('publish.job.stopped', { when }),
        result.gates.map(({ gate: { title, advice }, hindrances }) => {
          // Hindrances with a place are not repeated here. They are listed further down on the page, each with a link.
          const isPlaced = hindrances.some(({ place }) => place !== null);
          const heading = isPlaced
            ? t('publish.gate', { title: title[language], count: hindrances.length })
            : title[language];
          const each = isPlaced ? [] : hindrances.slice(0, mostShown).map((hindrance) => hindrance[language]);
          const [stop, blank] = language === 'ja' ? ['。', ''] : ['. ', ' '];
          return [heading, [...each, advice[language]].join(blank)].join(stop);
        }),
      );
    case 'scheduled': {
      const moment = formatMoment(language, result.publishAt);
      return told('good', t('schedule.job.scheduled', { who, moment, number: result.editionNumber }));
    }
    case 'already-scheduled':
    case 'wrong-moment':
    case 'not-the-same':
      return told('warning', t(`schedule.job.${result.kind}`, { when }));
    case 'nothing-new':
    case 'overtaken':
    case 'not-allowed':
      return told('warning', t(`publish.job.${result.kind}`, { when }));
  }
}

/**
 * The progress or outcome of a publication. While the publication is running, the browser requests this part about once
 * a second, and reloads the whole page at the end.
 * @param hasTyped whether the page has a form. The browser then does not request the part again, because the reload at
 * the end would lose what was typed
 */
export const publishJobView: View<{ readonly job: JobStatus | null; readonly hasTyped?: boolean }> = (
  { job, hasTyped = false },
  { t },
) => {
  // While the texts and the test calls are being checked, the number of needed sounds is not known yet.
  const bar = ({ done, total }: JobStatus) =>
    total === 0
      ? html`<label>${t('publish.job.checking')} <progress></progress></label>`
      : html`<label>${t('publish.job.progress', { done, total })} <progress max="${total}" value="${done}"></progress></label>`;
  const progress = (running: JobStatus) =>
    html`<p>${bar(running)}</p>
<p><a href="/console/publish">${t('publish.job.reload')}</a></p>`;
  return html`<div id="publish-job"${job?.isRunning && !hasTyped ? asksAgain('/console/publish/progress') : ''}>
${
  job
    ? html`<div class="banner banner-${job.kind}" role="${job.kind === 'error' ? 'alert' : 'status'}" data-outcome>
<p>${job.text}</p>
${job.isRunning ? progress(job) : ''}
${ifAny(
  job.details,
  (details) => html`<ul>
${details.map((detail) => html`<li>${detail}</li>`)}
</ul>`,
)}
${foldedList(t, job.errors)}
</div>`
    : ''
}
</div>`;
};
