import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { html, type View } from '../../frame/html.ts';
import { csrfField } from '../../frame/parts.ts';
import type { Visitor } from '../../frame/visit.ts';
import { needsRenewal, renewalDue, type SwitchedOn } from '../../office/disaster/disaster-state.ts';
import type { LineFile } from '../../words/line-file.ts';

/** A notice or a drill that is on, in the visitor's language. */
export interface DescribedNotice {
  readonly kind: string;
  /** The names of all places, joined; empty if there are none. */
  readonly places: string;
  readonly actions: string;
  readonly since: string;
  /** When the notice ends by itself; null if it does not. */
  readonly until: string | null;
  readonly confirmedAt: string;
  /** By when the notice should be confirmed again; null if it is already time to confirm it. */
  readonly confirmAgainBy: string | null;
  /** Who switched the notice or drill on, or last changed it. */
  readonly who: string;
  readonly needsRenewal: boolean;
}

/** Kinds, places or actions of the line. */
type Choices = NonNullable<LineFile['disaster']>['places'];

/** The names that staff use for some choices, joined. Ids that the line no longer has are shown as they are. */
export const namesOfChoices = ({ t, language }: Visitor, list: Choices = [], ids: readonly string[]): string =>
  ids.map((id) => list.find((each) => each.id === id)?.name[language] ?? id).join(t('frame.comma'));

/** @param now milliseconds since the epoch */
export function describeNotice(
  visitor: Visitor,
  { disaster }: Pick<LineFile, 'disaster'>,
  notice: SwitchedOn,
  now: number,
): DescribedNotice {
  const { language } = visitor;
  return {
    kind: namesOfChoices(visitor, disaster?.kinds, [notice.kind]),
    places: namesOfChoices(visitor, disaster?.places, notice.places),
    actions: namesOfChoices(visitor, disaster?.actions, notice.actions),
    since: formatMoment(language, notice.since),
    until: notice.until === null ? null : formatMoment(language, notice.until),
    confirmedAt: formatMoment(language, notice.confirmedAt),
    confirmAgainBy: needsRenewal(notice, now) ? null : formatMoment(language, renewalDue(notice)),
    who: formatPerson(visitor, notice.by),
    needsRenewal: needsRenewal(notice, now),
  };
}

/** The content of a notice or a drill, and who switched it on or last changed it. */
export const noticeFactsView: View<DescribedNotice> = (notice, { t }) => html`<dl class="facts">
<div><dt>${t('disaster.kind')}</dt><dd>${notice.kind}</dd></div>
<div><dt>${t('disaster.places')}</dt><dd>${notice.places || t('publish.nothing')}</dd></div>
<div><dt>${t('disaster.actions')}</dt><dd>${notice.actions || t('publish.nothing')}</dd></div>
<div><dt>${t('disaster.since')}</dt><dd>${notice.since}</dd></div>
<div><dt>${t('disaster.by')}</dt><dd>${notice.who}</dd></div>
<div><dt>${t('disaster.confirmed')}</dt><dd>${notice.confirmAgainBy === null ? notice.confirmedAt : t('disaster.confirm-again', { when: notice.confirmedAt, due: notice.confirmAgainBy })}</dd></div>
<div><dt>${t('disaster.until')}</dt><dd>${notice.until ?? t('disaster.until-off')}</dd></div>
</dl>`;

interface SwitchedOnData {
  readonly notice: DescribedNotice;
  /** Whether the live edition can say the notice. */
  readonly isHeard: boolean;
  readonly mayChange: boolean;
}

/** An active notice, with the buttons to end it and to confirm that it still applies. */
export const switchedOnView: View<SwitchedOnData> = ({ notice, isHeard, mayChange }, visit) => {
  const { t } = visit;
  return html`<section class="disaster-now disaster-on">
<h2>${t(isHeard ? 'disaster.now.on' : 'disaster.now.unheard')}</h2>
${noticeFactsView(notice, visit)}
${mayChange && notice.needsRenewal ? html`<p>${t('disaster.still', { when: notice.confirmedAt })}</p>` : ''}
${
  mayChange
    ? html`<div class="disaster-buttons">
<a class="button button-danger" href="/console/disaster/off">${t('disaster.end')}</a>
<form method="post" action="/console/disaster/renew">
${csrfField(visit)}
<button class="button button-quiet" type="submit">${t('disaster.renew')}</button>
</form>
</div>`
    : ''
}
</section>`;
};
