import type { Request } from 'express';
import { field } from '../frame/fields.ts';
import { html, type View } from '../frame/html.ts';
import { csrfField } from '../frame/parts.ts';
import { line, number, readForm, tick } from '../frame/read-form.ts';
import type { Translate } from '../frame/translate.ts';

/** The most characters that may be typed into each field. */
const longest = { comment: 500, documentNumber: 100, warningsReason: 500, emergency: 400 } as const;

/** What is typed into the form. */
export interface PublishTyped {
  readonly comment: string;
  readonly documentNumber: string;
  /** The box "No document number is needed" is ticked. */
  readonly noDocument: boolean;
  /** Why open warnings may stay. */
  readonly warningsReason: string;
  /** Why it cannot wait for an approval; empty when it can. */
  readonly emergency: string;
  /** The number of the publication that was live when the page was shown; 0 for none. */
  readonly basedOn: number;
}

export type PublishErrors = { readonly [Name in keyof typeof longest]?: string };

/** A form as it was sent, or one with nothing typed yet. */
export interface SentPublishForm {
  readonly typed: PublishTyped;
  /** What is wrong, in one sentence per field. */
  readonly errors: PublishErrors;
  /** 422 when a field is too long, 400 when one is missing or contradicts another. */
  readonly status: 200 | 400 | 422;
}

export const emptyPublishForm: SentPublishForm = {
  typed: { comment: '', documentNumber: '', noDocument: false, warningsReason: '', emergency: '', basedOn: 0 },
  errors: {},
  status: 200,
};

/** Reads the form of publishing and finds everything that is wrong with it at once. */
export function readPublishForm(request: Request, t: Translate): SentPublishForm {
  const fields = {
    comment: line(longest.comment),
    documentNumber: line(longest.documentNumber),
    noDocument: tick,
    warningsReason: line(longest.warningsReason),
    emergency: line(longest.emergency),
    basedOn: number,
  };
  const { typed, errors: tooLong, isGood } = readForm(request, t, fields);
  const { comment, documentNumber, noDocument } = typed;
  const hasDocument = documentNumber !== '';
  const errors = {
    ...(comment === '' && { comment: t('publish.wrong.comment') }),
    ...(!hasDocument && !noDocument && { documentNumber: t('publish.wrong.document') }),
    ...(hasDocument && noDocument && { documentNumber: t('publish.wrong.document-and-none') }),
    ...tooLong,
  };
  return { typed, errors, status: !isGood ? 422 : Object.keys(errors).length > 0 ? 400 : 200 };
}

export interface PublishFormData extends Omit<SentPublishForm, 'status'> {
  /** Publishing needs a reason, because there are open warnings. */
  readonly hasWarnings: boolean;
  /** How many texts would be published without an approval. */
  readonly unapproved: number;
}

/** The form that publishes the draft. A field with an error is shown even when it is no longer asked for. */
export const publishFormView: View<PublishFormData> = ({ typed, errors, hasWarnings, unapproved }, visit) => {
  const { t } = visit;
  /** The part of a field that depends on what was typed into it. */
  const sent = (name: keyof typeof longest) => {
    const [value, error, maxlength] = [typed[name], errors[name], longest[name]];
    return { name, value, error, maxlength };
  };
  return html`<form class="form form-wide" method="post" action="/console/publish">
${csrfField(visit)}
<input type="hidden" name="basedOn" value="${typed.basedOn}">
${field(t, { ...sent('comment'), label: t('publish.comment'), help: t('publish.comment-help') })}
${field(t, { ...sent('documentNumber'), label: t('publish.document'), help: t('publish.document-help'), optional: true })}
<div class="check-field"><input id="noDocument" name="noDocument" type="checkbox" value="yes"${typed.noDocument ? ' checked' : ''}><label for="noDocument">${t('publish.no-document')}</label></div>
${
  hasWarnings || errors.warningsReason
    ? field(t, { ...sent('warningsReason'), label: t('publish.reason'), help: t('publish.reason-help') })
    : ''
}
${
  unapproved > 0 || errors.emergency
    ? field(t, {
        ...sent('emergency'),
        label: t('publish.emergency'),
        help: t('publish.emergency-help', { count: unapproved }),
      })
    : ''
}
${
  unapproved > 0
    ? html`<button class="button button-danger" type="submit">${t('publish.emergency-button')}</button>`
    : html`<button class="button" type="submit">${t('publish.button')}</button>`
}
</form>`;
};
