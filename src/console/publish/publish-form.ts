import type { Request } from 'express';
import { field } from '../../frame/fields.ts';
import { html, type View } from '../../frame/html.ts';
import { csrfField } from '../../frame/parts.ts';
import { checkbox, integer, readForm, textLine } from '../../frame/read-form.ts';
import type { PlainKey, Translate } from '../../frame/translate.ts';
import type { SuggestedReasons } from '../../office/editions/last-reasons.ts';
import { atOnce, readScheduleForm, type ScheduleFormState, scheduleFields } from './schedule-form.ts';
import { type ByLanguage, isReasonOf, readUnreadReasons, type UnreadLanguage, unreadFields } from './unread-reasons.ts';

/**
 * Maximum length of these text fields, in characters. The reasons by language and the schedule have their own limits.
 */
const longest = { comment: 500, documentNumber: 100, warningsReason: 500, emergencyReason: 400 } as const;

/** The values typed into the form. */
interface PublishTyped {
  readonly comment: string;
  readonly documentNumber: string;
  /** Whether the box "No document number is needed" is ticked. */
  readonly noDocument: boolean;
  /** Why open warnings are acceptable; empty if no reason was given. */
  readonly warningsReason: string;
  /** Why the publication cannot wait for approval; empty if no reason was given. */
  readonly emergencyReason: string;
  /** The number of the publication that was live when the page was shown; 0 for none. */
  readonly basedOn: number;
  /** By language: why the language is offered although no native reader has read some of its texts. */
  readonly unreadReasons: ByLanguage;
}

type PublishErrors = { readonly [Name in keyof typeof longest]?: string };

/** The state of the form: its values and its errors. */
export interface PublishFormState {
  readonly typed: PublishTyped;
  /** One sentence for each field with an error. */
  readonly errors: PublishErrors;
  /** When to publish. */
  readonly schedule: ScheduleFormState;
  readonly unreadErrors: ByLanguage;
  /** 409 if a publication that another person started was running, 422 if the form has errors. */
  readonly status: 200 | 409 | 422;
}

export const emptyPublishForm: PublishFormState = {
  typed: {
    comment: '',
    documentNumber: '',
    noDocument: false,
    warningsReason: '',
    emergencyReason: '',
    basedOn: 0,
    unreadReasons: {},
  },
  errors: {},
  schedule: atOnce,
  unreadErrors: {},
  status: 200,
};

/**
 * Reads the form, and finds all errors that do not depend on the draft. Which reasons are needed depends on the draft.
 * The gates decide this when the draft is published.
 * @param now milliseconds since the epoch
 */
export function readPublishForm(request: Request, t: Translate, now: number): PublishFormState {
  const read = readForm(request, t, {
    comment: textLine(longest.comment),
    documentNumber: textLine(longest.documentNumber),
    noDocument: checkbox,
    warningsReason: textLine(longest.warningsReason),
    emergencyReason: textLine(longest.emergencyReason),
    basedOn: integer,
  });
  const { comment, documentNumber, noDocument } = read.typed;
  const hasDocument = documentNumber !== '';
  const errors = {
    ...(comment === '' && { comment: t('publish.wrong.comment') }),
    ...(!hasDocument && !noDocument && { documentNumber: t('publish.wrong.document') }),
    ...(hasDocument && noDocument && { documentNumber: t('publish.wrong.document-and-none') }),
    ...read.errors,
  };
  const schedule = readScheduleForm(request, t, now);
  const { unreadReasons, unreadErrors } = readUnreadReasons(request, t);
  const status = Object.keys({ ...errors, ...schedule.errors, ...unreadErrors }).length > 0 ? 422 : 200;
  return { typed: { ...read.typed, unreadReasons }, errors, unreadErrors, schedule, status };
}

export interface PublishFormData extends Omit<PublishFormState, 'status'> {
  /** The reasons of the last publication that apply again. */
  readonly suggested: SuggestedReasons;
  /** Whether there are open warnings, which need a reason. */
  readonly hasWarnings: boolean;
  /** The languages with a field for a reason. */
  readonly unread: readonly UnreadLanguage[];
  /** Number of texts that would be published without an approval. */
  readonly unapproved: number;
  /** Whether a publication is scheduled already. Then no other publication can be scheduled. */
  readonly isScheduled: boolean;
}

/** The form that publishes the draft. */
export const publishFormView: View<PublishFormData> = (data, visit) => {
  const { t } = visit;
  const { typed, errors, schedule, suggested, hasWarnings, unapproved, isScheduled } = data;
  // Even if a publication is scheduled, the fields for the day and the time are shown if they hold a choice or an
  // error. If they were hidden, sending the form again would publish immediately.
  const hasSchedule = !isScheduled || schedule.typed.when === 'later' || Object.keys(schedule.errors).length > 0;
  const given = (name: keyof typeof longest) => ({
    name,
    value: typed[name],
    error: errors[name],
    maxlength: longest[name],
  });
  /** The text of the button, which depends on the choice between now and later. The style sheet shows one of the two. */
  const buttonText = (now: PlainKey, later: PlainKey) =>
    hasSchedule
      ? html`<span class="publish-now">${t(now)}</span><span class="publish-later">${t(later)}</span>`
      : t(now);
  return html`<form class="form form-wide" method="post" action="/console/publish">
${csrfField(visit)}
<input type="hidden" name="basedOn" value="${typed.basedOn}">
<div class="publish-fields">
${field(t, { ...given('comment'), label: t('publish.comment'), help: t('publish.comment-help') })}
${
  hasWarnings || errors.warningsReason
    ? field(t, {
        ...given('warningsReason'),
        label: t('publish.reason'),
        help: t(
          isReasonOf(typed.warningsReason, suggested.warningsReason) ? 'publish.reason-again' : 'publish.reason-help',
        ),
      })
    : ''
}
${unreadFields(t, data.unread, typed.unreadReasons, data.unreadErrors, suggested.unreadReasons)}
${
  unapproved > 0 || errors.emergencyReason
    ? field(t, {
        ...given('emergencyReason'),
        label: t('publish.emergency'),
        help: t('publish.emergency-help', { count: unapproved }),
      })
    : ''
}
${field(t, { ...given('documentNumber'), label: t('publish.document'), help: t('publish.document-help'), optional: true })}
<div class="check-field"><input id="noDocument" name="noDocument" type="checkbox" value="yes"${typed.noDocument ? ' checked' : ''}><label for="noDocument">${t('publish.no-document')}</label></div>
${
  isScheduled
    ? html`<p>${t('schedule.one-is-scheduled')} <a href="/console/publish/schedule">${t('schedule.to-schedule')}</a></p>`
    : ''
}
${hasSchedule ? scheduleFields(schedule, visit) : ''}
</div>
${
  unapproved > 0
    ? html`<button class="button button-danger" type="submit">${buttonText('publish.emergency-button', 'schedule.emergency-button')}</button>`
    : html`<button class="button" type="submit">${buttonText('publish.button', 'schedule.button')}</button>`
}
</form>`;
};
