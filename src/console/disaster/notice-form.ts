import type { Request } from 'express';
import { choices, field } from '../../frame/fields.ts';
import { html, type View } from '../../frame/html.ts';
import type { KeptForm } from '../../frame/kept-form.ts';
import { csrfField } from '../../frame/parts.ts';
import { oneOf, readForm, textLine, ticked } from '../../frame/read-form.ts';
import type { Translate } from '../../frame/translate.ts';
import type { Visitor } from '../../frame/visit.ts';
import type { Mode } from '../../office/disaster/disaster-switch.ts';
import { localMoment, type NoticeForm, type NoticeProblem } from '../../office/disaster/read-notice.ts';
import type { LineFile } from '../../words/line-file.ts';

/** Each place and each action has a checkbox, whose name consists of one of these prefixes and the id. */
const [placeField, actionField] = ['place-', 'action-'] as const;

const modes = ['on', 'drill'] as const satisfies readonly Mode[];

/**
 * Reads the form of a notice, and whether the form is for a real notice or a drill. Unknown values and values that are
 * too long are kept, so that `readNotice` can report them.
 */
export function readNoticeForm(request: Request, t: Translate): { readonly mode: Mode; readonly form: NoticeForm } {
  const fields = { kind: textLine(100), at: textLine(16), until: textLine(16), mode: oneOf(modes, 'on') };
  const { mode, ...typed } = readForm(request, t, fields).typed;
  const [places, actions] = [ticked(request, placeField), ticked(request, actionField)];
  return { mode, form: { ...typed, places, actions } };
}

/** The form before it is filled in. The time of the notice is now. */
export const emptyNotice = (timeZone: string, now: number): NoticeForm => ({
  kind: '',
  places: [],
  actions: [],
  until: '',
  at: localMoment(now, timeZone),
});

/** A notice as hidden fields. The confirmation uses these fields to submit the notice again. */
export const hiddenNotice = ({ kind, places, actions, at, until }: NoticeForm): KeptForm['fields'] => [
  ['kind', kind],
  ...places.map((place) => [`${placeField}${place}`, '1'] as const),
  ...actions.map((action) => [`${actionField}${action}`, '1'] as const),
  ['at', at],
  ['until', until],
];

interface NamedChoice {
  readonly name: string;
  readonly text: string;
  readonly isChosen: boolean;
}

/** The data of the view of the form. */
export interface NoticeFormData {
  readonly kinds: readonly { readonly id: string; readonly text: string; readonly isChosen: boolean }[];
  readonly places: readonly NamedChoice[];
  readonly actions: readonly NamedChoice[];
  readonly at: string;
  readonly until: string;
  /** One sentence for each field with an error. */
  readonly errors: Readonly<Record<'kind' | 'places' | 'actions' | 'at' | 'until', string | undefined>>;
}

/** The options that the line offers, which of them a form has chosen, and the errors of the form. */
export function describeNoticeForm(
  { t, language }: Visitor,
  { disaster }: Pick<LineFile, 'disaster'>,
  form: NoticeForm,
  problems: readonly NoticeProblem[],
): NoticeFormData {
  const { kinds = [], places = [], actions = [] } = disaster ?? {};
  const boxes = (start: string, list: typeof places, chosen: readonly string[]) =>
    list.map(({ id, name }) => ({ name: `${start}${id}`, text: name[language], isChosen: chosen.includes(id) }));
  const errorOf = (name: keyof NoticeFormData['errors']) => {
    const found = problems.find((each) => each === name || each.startsWith(`${name}-`));
    return found && t(`disaster.wrong.${found}`);
  };
  return {
    kinds: kinds.map(({ id, name }) => ({ id, text: name[language], isChosen: id === form.kind })),
    places: boxes(placeField, places, form.places),
    actions: boxes(actionField, actions, form.actions),
    at: form.at,
    until: form.until,
    errors: {
      kind: errorOf('kind'),
      places: errorOf('places'),
      actions: errorOf('actions'),
      at: errorOf('at'),
      until: errorOf('until'),
    },
  };
}

/** The form in which staff fill in a notice or a drill. */
export const noticeFormView: View<{ readonly form: NoticeFormData; readonly mode: Mode }> = ({ form, mode }, visit) => {
  const { kinds, places, actions, at, until, errors } = form;
  const { t } = visit;
  return html`<form class="form form-wide" method="post" action="/console/disaster/confirm">
${csrfField(visit)}
<fieldset class="choices${errors.kind ? ' field-wrong' : ''}"${errors.kind ? html` aria-describedby="kind-error"` : ''}>
<legend>${t('disaster.kind')} <span class="field-required">${t('frame.required')}</span></legend>
${errors.kind ? html`<p class="field-error" id="kind-error">${errors.kind}</p>` : ''}
<div class="choices-row">
${kinds.map(({ id, text, isChosen }) => html`<label class="choice"><input type="radio" name="kind" value="${id}" required${isChosen ? ' checked' : ''}> <span>${text}</span></label>`)}
</div>
</fieldset>
${choices({ id: 'places', legend: t('disaster.places'), help: t('disaster.places-help'), choices: places, error: errors.places })}
${choices({ id: 'actions', legend: t('disaster.actions'), help: t('disaster.actions-help'), choices: actions, error: errors.actions })}
${field(t, { name: 'at', type: 'datetime-local', label: t('disaster.at'), help: t('disaster.at-help'), value: at, error: errors.at })}
${field(t, { name: 'until', type: 'datetime-local', label: t('disaster.until'), help: t('disaster.until-help'), value: until, error: errors.until, optional: true })}
<div class="disaster-buttons">
<button class="button" type="submit" name="mode" value="${mode}">${t('disaster.to-confirm')}</button>
</div>
</form>`;
};
