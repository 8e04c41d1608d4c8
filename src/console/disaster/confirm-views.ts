import { html, type View } from '../../frame/html.ts';
import type { KeptForm } from '../../frame/kept-form.ts';
import { banner, csrfField, hiddenFields } from '../../frame/parts.ts';
import type { Visitor } from '../../frame/visit.ts';
import type { Mode } from '../../office/disaster/disaster-switch.ts';
import { contradictionsIn, type NoticeForm } from '../../office/disaster/read-notice.ts';
import type { LineFile } from '../../words/line-file.ts';
import { drillHeadView } from './drill-view.ts';
import { type HeardIn, heardFirstView, heardInOthersView } from './heard.ts';
import { namesOfChoices } from './switched-on.ts';

/** The confirmation before a notice or a drill is switched on. */
interface ConfirmData {
  readonly mode: Mode;
  readonly heard: readonly HeardIn[];
  /** The notice as hidden fields, which the confirmation submits again. */
  readonly hidden: KeptForm['fields'];
  /** What was chosen: the disaster, its places, and what people should do. */
  readonly chosen: readonly string[];
  /**
   * The names of some people who may approve texts, if the texts of the notice are not approved in any language. Null
   * otherwise. Also null if the approvals cannot be read.
   */
  readonly approvers: string | null;
  /** Whether the approvals cannot be read. */
  readonly isApprovalUnknown: boolean;
  readonly mayApprove: boolean;
  /** See `describeContradictions`. */
  readonly contradictions: readonly string[];
}

/** The chosen disaster, places and actions, by the names that staff use; what was not chosen is left out. */
export function describeChoices(
  visitor: Visitor,
  { disaster }: Pick<LineFile, 'disaster'>,
  { kind, places, actions }: NoticeForm,
): string[] {
  return [
    namesOfChoices(visitor, disaster?.kinds, [kind]),
    namesOfChoices(visitor, disaster?.places, places),
    namesOfChoices(visitor, disaster?.actions, actions),
  ].filter(Boolean);
}

/** A sentence for each action that contradicts the kind of disaster or another action of the notice. */
export function describeContradictions(
  { t, language }: Visitor,
  { disaster }: Pick<LineFile, 'disaster'>,
  form: NoticeForm,
): string[] {
  const all = [...(disaster?.kinds ?? []), ...(disaster?.actions ?? [])];
  const nameOf = (id: string) => all.find((each) => each.id === id)?.name[language] ?? id;
  return contradictionsIn(form, { disaster }).map(({ action, other }) =>
    t('disaster.contradiction', { action: nameOf(action), other: nameOf(other) }),
  );
}

export const confirmView: View<ConfirmData> = (data, visit) => {
  const { mode, heard, hidden, chosen, approvers, mayApprove, contradictions } = data;
  const { t } = visit;
  return html`${mode === 'drill' ? drillHeadView('confirm', visit) : ''}
<p class="disaster-lead">${t('disaster.chosen')}: <strong>${chosen.join(' / ')}</strong></p>
${
  approvers === null
    ? ''
    : html`${banner({ kind: 'warning', text: t('disaster.nobody-approved') })}
<p>${mayApprove ? html`<a class="link-target" href="/console/disaster/approve">${t('disaster.to-approve')}</a>` : t('disaster.ask-approver', { names: approvers })}</p>`
}
${data.isApprovalUnknown ? banner({ kind: 'warning', text: t('disaster.approved-unknown') }) : ''}
${contradictions.map((text) => banner({ kind: 'warning', text }))}
<h2>${t('disaster.heard')}</h2>
${heardFirstView(heard, visit)}
<p class="disaster-lead">${t(`disaster.confirm-lead.${mode}`)}</p>
<form class="disaster-buttons" method="post" action="/console/disaster/on">
${csrfField(visit)}
<input type="hidden" name="mode" value="${mode}">
${hiddenFields(hidden)}
<button class="button${mode === 'on' ? ' button-danger' : ''}" type="submit">${t(`disaster.do-it.${mode}`)}</button>
<button class="button button-quiet" type="submit" formaction="/console/disaster/confirm" name="back" value="yes">${t('disaster.back')}</button>
</form>
${heardInOthersView(heard, visit)}`;
};

/** The confirmation before a notice is ended. */
export const offView: View<object> = (_data, visit) => {
  const { t } = visit;
  return html`<p class="disaster-lead">${t('disaster.off-lead')}</p>
<form class="disaster-buttons" method="post" action="/console/disaster/off">
${csrfField(visit)}
<button class="button button-danger" type="submit">${t('disaster.end')}</button>
<a class="link-target" href="/console/disaster">${t('disaster.back')}</a>
</form>`;
};
