import { needsRenewal, type SwitchedOn } from '../../office/disaster/disaster-state.ts';
import type { Mode } from '../../office/disaster/disaster-switch.ts';
import type { LineFile } from '../../words/line-file.ts';
import { formatMoment } from '../frame/format-moment.ts';
import { formatPerson } from '../frame/format-person.ts';
import { html, type View } from '../frame/html.ts';
import { csrfField } from '../frame/parts.ts';
import type { Visitor } from '../frame/visit.ts';

/** A notice or a drill that is on, in the visitor's language. */
export interface DescribedNotice {
  readonly kind: string;
  /** In one text; empty if there are none. */
  readonly places: string;
  readonly actions: string;
  readonly since: string;
  /** Null when it has no end. */
  readonly until: string | null;
  readonly confirmedAt: string;
  /** Who switched it on. */
  readonly who: string;
  readonly needsRenewal: boolean;
}

/** @param now milliseconds since the epoch */
export function describeNotice(
  { t, language }: Visitor,
  { disaster }: Pick<LineFile, 'disaster'>,
  notice: SwitchedOn,
  now: number,
): DescribedNotice {
  const { kinds = [], places = [], actions = [] } = disaster ?? {};
  const nameOf = (list: typeof places, id: string) => list.find((each) => each.id === id)?.name[language] ?? id;
  const namesOf = (list: typeof places, ids: readonly string[]) =>
    ids.map((id) => nameOf(list, id)).join(t('disaster.comma'));
  return {
    kind: nameOf(kinds, notice.kind),
    places: namesOf(places, notice.places),
    actions: namesOf(actions, notice.actions),
    since: formatMoment(language, notice.since),
    until: notice.until === null ? null : formatMoment(language, notice.until),
    confirmedAt: formatMoment(language, notice.confirmedAt),
    who: formatPerson(t, notice.by),
    needsRenewal: needsRenewal(notice, now),
  };
}

interface SwitchedOnData {
  readonly mode: Mode;
  readonly notice: DescribedNotice;
  readonly mayChange: boolean;
}

/** An active notice or drill, with the buttons to end it and to confirm that it still applies. */
export const switchedOnView: View<SwitchedOnData> = ({ mode, notice, mayChange }, visit) => {
  const { t } = visit;
  return html`<section class="disaster-now disaster-${mode}">
<h2>${t(`disaster.now.${mode}`)}</h2>
<dl class="facts">
<div><dt>${t('disaster.kind')}</dt><dd>${notice.kind}</dd></div>
<div><dt>${t('disaster.places')}</dt><dd>${notice.places || t('publish.nothing')}</dd></div>
<div><dt>${t('disaster.actions')}</dt><dd>${notice.actions || t('publish.nothing')}</dd></div>
<div><dt>${t('disaster.since')}</dt><dd>${t('disaster.since-who', { since: notice.since, who: notice.who })}</dd></div>
<div><dt>${t('disaster.until')}</dt><dd>${notice.until ?? t('disaster.until-off')}</dd></div>
</dl>
${mayChange && notice.needsRenewal ? html`<p>${t('disaster.still', { when: notice.confirmedAt })}</p>` : ''}
${
  mayChange
    ? html`<div class="disaster-buttons">
<a class="button button-danger" href="/console/disaster/off?mode=${mode}">${t(`disaster.end.${mode}`)}</a>
<form method="post" action="/console/disaster/renew">
${csrfField(visit)}
<input type="hidden" name="mode" value="${mode}">
<button class="button button-quiet" type="submit">${t('disaster.renew')}</button>
</form>
</div>`
    : ''
}
</section>`;
};
