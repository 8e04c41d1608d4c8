import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { html, type View } from '../../frame/html.ts';
import { csrfField, ifAny, type Status, status } from '../../frame/parts.ts';
import type { Visitor } from '../../frame/visit.ts';
import type { Drill } from '../../office/disaster/drill-records.ts';
import type { LineFile } from '../../words/line-file.ts';
import { namesOfChoices } from './switched-on.ts';

/** A drill in the list, ended or not, in the visitor's language. */
interface DescribedDrill {
  readonly when: string;
  readonly who: string;
  /** The kind, the places and the actions of the drill's notice; empty if it had none, or if no end was recorded. */
  readonly what: string;
  /** How long it took from the beginning of the drill until the notice was on; empty if that is not known. */
  readonly took: string;
  readonly outcome: Status;
  readonly comment: string;
}

/** The drills on the page of the disaster notice. */
export interface DrillsData {
  readonly isDue: boolean;
  /** Whether the result of a drill was ever recorded. A drill that was given up does not count. */
  readonly wasEverDone: boolean;
  /** Whether a drill is in progress. */
  readonly isOn: boolean;
  readonly held: readonly DescribedDrill[];
  readonly mayChange: boolean;
}

/** A duration in words, such as `1 min 5 s`. */
export const formatSeconds = ({ t }: Pick<Visitor, 't'>, seconds: number): string =>
  seconds < 60
    ? t('drill.seconds', { count: seconds })
    : t('drill.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });

/** @param going the number of the drill in progress; null if there is none */
export function describeDrill(
  visitor: Visitor,
  { disaster }: Pick<LineFile, 'disaster'>,
  drill: Drill,
  going: number | null,
): DescribedDrill {
  const { t, language } = visitor;
  const { by, at, end } = drill;
  const about = { when: formatMoment(language, at), who: formatPerson(visitor, by) };
  if (!end) {
    const outcome = { kind: 'plain' as const, text: t(`drill.outcomes.${drill.number === going ? 'going' : 'left'}`) };
    return { ...about, what: '', took: '', outcome, comment: '' };
  }
  const kinds = { right: 'good', wrong: 'warning', stopped: 'plain' } as const;
  return {
    ...about,
    what: [
      namesOfChoices(visitor, disaster?.kinds, end.kind === '' ? [] : [end.kind]),
      namesOfChoices(visitor, disaster?.places, end.places),
      namesOfChoices(visitor, disaster?.actions, end.actions),
    ]
      .filter((each) => each !== '')
      .join(t('drill.between')),
    took: end.seconds === null ? '' : formatSeconds(visitor, end.seconds),
    outcome: { kind: kinds[end.outcome], text: t(`drill.outcomes.${end.outcome}`) },
    comment: end.comment,
  };
}

/** Whether a drill is due, the button that begins or continues one, and the latest drills. */
export const drillsView: View<DrillsData> = ({ isDue, wasEverDone, isOn, held, mayChange }, visit) => {
  const { t } = visit;
  return html`<section id="drills">
<h2>${t('drill.title')}</h2>
<p>${t('drill.about')}</p>
${isDue && !isOn ? html`<p>${status({ kind: 'warning', text: t(wasEverDone ? 'drill.due' : 'drill.never') })}</p>` : ''}
${
  isOn
    ? html`<p><a class="button" href="/console/disaster/drill">${t('drill.go-on')}</a></p>`
    : mayChange
      ? html`<form method="post" action="/console/disaster/drill">
${csrfField(visit)}
<button class="button button-quiet" type="submit">${t('drill.begin')}</button>
</form>`
      : html`<p class="hint">${t('drill.who-may')}</p>`
}
${ifAny(
  held,
  (some) => html`<table class="table">
<caption>${t('drill.held')}</caption>
<thead><tr><th scope="col">${t('drill.when')}</th><th scope="col">${t('drill.who')}</th><th scope="col">${t('drill.what')}</th><th scope="col">${t('drill.took')}</th><th scope="col">${t('drill.outcome')}</th></tr></thead>
<tbody>
${some.map(
  ({ when, who, what, took, outcome, comment }) => html`<tr>
<td data-label="${t('drill.when')}">${when}</td>
<td data-label="${t('drill.who')}">${who}</td>
<td data-label="${t('drill.what')}">${what || t('publish.nothing')}</td>
<td data-label="${t('drill.took')}">${took || t('publish.nothing')}</td>
<td data-label="${t('drill.outcome')}"><div>${status(outcome)} ${comment}</div></td>
</tr>`,
)}
</tbody>
</table>`,
)}
</section>`;
};
