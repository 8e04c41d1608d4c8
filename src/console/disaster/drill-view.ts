import { field } from '../../frame/fields.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { banner, csrfField } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { longestDrillComment } from '../../office/disaster/drill-desk.ts';
import { drillOutcomes } from '../../office/disaster/drill-records.ts';
import { type HeardIn, heardFirstView, heardInOthersView } from './heard.ts';
import { type NoticeFormData, noticeFormView } from './notice-form.ts';
import { type DescribedNotice, noticeFactsView } from './switched-on.ts';

const steps = ['choose', 'confirm', 'listen'] as const;

/** The head of every page of a drill. It says that this is a drill, and which of its steps the page is. */
export const drillHeadView: View<(typeof steps)[number]> = (now, { t }) => html`<div class="drill-head" data-outcome>
${banner({ kind: 'information', text: t('drill.banner') })}
<ol class="drill-steps" aria-label="${t('drill.steps')}">
${steps.map((step) => html`<li${step === now ? html` aria-current="step"` : ''}>${t(`drill.step.${step}`)}</li>`)}
</ol>
</div>`;

/** The form that ends a drill, as it was filled in. */
export interface DrillEndForm {
  readonly outcome: string;
  readonly comment: string;
  readonly errors: Readonly<Partial<Record<'outcome' | 'comment', string | undefined>>>;
}

/** A drill that is in progress. */
interface DrillData {
  /**
   * A sentence that says who began the drill, and when; null if the records have no drill in progress, for example
   * because a command began it.
   */
  readonly begun: string | null;
  /** The form of the first step; null once the notice of the drill has been switched on. */
  readonly form: NoticeFormData | null;
  /** The drill after its notice has been switched on; null before. */
  readonly pressed: {
    readonly notice: DescribedNotice;
    /** How long it took from the beginning of the drill until the notice was on; null if that is not known. */
    readonly took: string | null;
    readonly heard: readonly HeardIn[];
    /** The address of a rehearsal in which the notice is heard as callers would hear it. */
    readonly call: string;
    readonly end: DrillEndForm;
  } | null;
}

export const drillView: View<DrillData> = ({ begun, form, pressed }, visit) => {
  const { t } = visit;
  return html`${drillHeadView(pressed ? 'listen' : 'choose', visit)}
${begun === null ? '' : html`<p>${begun}</p>`}
${form ? noticeFormView({ form, mode: 'drill' }, visit) : ''}
${
  pressed
    ? html`<section class="disaster-now disaster-drill">
${pressed.took === null ? '' : html`<p class="disaster-lead">${t('drill.pressed', { took: pressed.took })}</p>`}
${noticeFactsView(pressed.notice, visit)}
</section>
<section>
<h2>${t('drill.listen-title')}</h2>
<p><a class="link-target" href="${pressed.call}">${t('drill.call')}</a></p>
${heardFirstView(pressed.heard, visit)}
${heardInOthersView(pressed.heard, visit)}
</section>
<section>
<h2>${t('drill.record-title')}</h2>
${endForm(pressed.end, visit)}
</section>`
    : ''
}
${stopForm(visit)}`;
};

const endForm: View<DrillEndForm> = ({ outcome, comment, errors }, visit) => {
  const { t } = visit;
  const { outcome: wrong } = errors;
  return html`<form class="form form-wide" method="post" action="/console/disaster/drill/end">
${csrfField(visit)}
<fieldset class="choices${wrong ? ' field-wrong' : ''}"${wrong ? html` aria-describedby="outcome-error"` : ''}>
<legend>${t('drill.outcome-question')} <span class="field-required">${t('frame.required')}</span></legend>
${wrong ? html`<p class="field-error" id="outcome-error">${wrong}</p>` : ''}
<div class="choices-row">
${drillOutcomes
  .filter((each) => each !== 'stopped')
  .map(
    (each, index) =>
      html`<label class="choice"><input type="radio" name="outcome" value="${each}" required${each === outcome ? ' checked' : ''}${wrong && index === 0 ? ' autofocus' : ''}> <span>${t(`drill.outcomes.${each}`)}</span></label>`,
  )}
</div>
</fieldset>
${field(t, { name: 'comment', label: t('drill.comment'), help: t('drill.comment-help'), value: comment, error: errors.comment, optional: true, maxlength: longestDrillComment, autocomplete: 'off' })}
<button class="button" type="submit">${t('drill.end')}</button>
</form>`;
};

const stopForm = (visit: Visit): Html => html`<form method="post" action="/console/disaster/drill/end">
${csrfField(visit)}
<input type="hidden" name="outcome" value="stopped">
<button class="button button-quiet" type="submit">${visit.t('drill.stop')}</button>
</form>`;
