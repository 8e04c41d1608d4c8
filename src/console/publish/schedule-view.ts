import { html, type View } from '../../frame/html.ts';
import { banner, csrfField, foldedList, ifAny } from '../../frame/parts.ts';
import { changesView, type DescribedChanges } from './changes.ts';

/** The page of the scheduled publication. */
interface ScheduleData {
  /** A scheduled publication, or a failed one whose failure nobody has confirmed yet; null if there is neither. */
  readonly schedule: ShownSchedule | null;
  readonly mayPublish: boolean;
}

/** A scheduled publication, or a failed one whose failure nobody has confirmed yet. */
export interface ShownSchedule {
  readonly number: number;
  /** The details of the publication, each with its name. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** Why the publication failed; null while it is still scheduled. */
  readonly failure: {
    readonly text: string;
    readonly details: readonly string[];
    /** The program's error messages, for the technician. */
    readonly errors: readonly string[];
  } | null;
  readonly hasDraftChanged: boolean;
  /** What the publication would change for callers. */
  readonly changes: DescribedChanges;
}

export const scheduleView: View<ScheduleData> = ({ schedule, mayPublish }, visit) => {
  const { t } = visit;
  const toPublish = html`<p><a class="link-target" href="/console/publish">${t('schedule.to-publish')}</a></p>`;
  if (!schedule) return html`<p>${t('schedule.none')}</p>\n${toPublish}`;
  const { number, facts, failure, hasDraftChanged, changes } = schedule;
  const [act, button, kind] = failure
    ? (['settle', t('schedule.settle-button'), ''] as const)
    : (['cancel', t('schedule.cancel-button'), ' button-danger'] as const);
  return html`${failure ? banner({ kind: 'error', text: failure.text }) : ''}
${ifAny(
  failure?.details ?? [],
  (details) => html`<ul class="findings">
${details.map((detail) => html`<li>${detail}</li>`)}
</ul>`,
)}
${foldedList(t, failure?.errors ?? [])}
<p>${t(failure ? 'schedule.failed-help' : 'schedule.at-its-time')}</p>
${hasDraftChanged && !failure ? banner({ kind: 'warning', text: t('schedule.draft-changed') }) : ''}
<dl class="facts">
${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
</dl>
${
  mayPublish
    ? html`<form class="form" method="post" action="/console/publish/schedule/${act}">
${csrfField(visit)}
<input type="hidden" name="number" value="${number}">
<button class="button${kind}" type="submit">${button}</button>
</form>`
    : ''
}
${toPublish}
<section>
<h2>${t('schedule.changes', { count: changes.count })}</h2>
${changesView(changes, visit)}
</section>`;
};
