import type { Request } from 'express';
import { field } from '../../frame/fields.ts';
import { html, type View } from '../../frame/html.ts';
import { oneOf, readForm, textLine } from '../../frame/read-form.ts';
import type { Translate } from '../../frame/translate.ts';
import { formatJapaneseTime, readJapaneseTime } from '../../office/editions/schedule/japanese-time.ts';
import { scheduleAhead } from '../../office/editions/schedule/schedule-publication.ts';

/** Maximum length of each field in characters. */
const longest = { publishDate: 20, publishTime: 20 } as const;

/** The fields about when to publish, as they were typed. */
interface ScheduleTyped {
  readonly when: 'now' | 'later';
  /** The day, such as `2026-12-01`. */
  readonly publishDate: string;
  /** The time, such as `09:00`. */
  readonly publishTime: string;
}

/** The part of the publishing form about when to publish. */
export interface ScheduleFormState {
  readonly typed: ScheduleTyped;
  /** One sentence for each field with an error. */
  readonly errors: { readonly [Name in keyof typeof longest]?: string };
  /** Milliseconds since the epoch; null if the draft is to be published immediately, or if there are errors. */
  readonly publishAt: number | null;
}

export const atOnce: ScheduleFormState = {
  typed: { when: 'now', publishDate: '', publishTime: '' },
  errors: {},
  publishAt: null,
};

/**
 * The form filled in with the time of a publication.
 * @param publishAt milliseconds since the epoch; null to publish immediately
 */
export function scheduledFor(publishAt: number | null): ScheduleFormState {
  if (publishAt === null) return atOnce;
  const [publishDate = '', publishTime = ''] = formatJapaneseTime(publishAt).split(' ');
  return { typed: { when: 'later', publishDate, publishTime }, errors: {}, publishAt };
}

/**
 * Reads when to publish. It is an error if a day or a time was typed but "at once" is chosen. Without this error, a
 * draft that is meant for a later day would go live immediately.
 * @param now milliseconds since the epoch
 */
export function readScheduleForm(request: Request, t: Translate, now: number): ScheduleFormState {
  const { typed, errors: tooLong } = readForm(request, t, {
    when: oneOf(['now', 'later'], 'now'),
    publishDate: textLine(longest.publishDate),
    publishTime: textLine(longest.publishTime),
  });
  const { when, publishDate, publishTime } = typed;
  const isTyped = publishDate !== '' || publishTime !== '';
  if (when === 'now') {
    const errors = isTyped ? { publishDate: t('schedule.wrong.date-without-later') } : {};
    return { typed, errors: { ...errors, ...tooLong }, publishAt: null };
  }
  const publishAt = readJapaneseTime(publishDate, publishTime);
  const isWhole = publishDate !== '' && publishTime !== '';
  const errors = {
    ...(publishDate === '' && { publishDate: t('schedule.wrong.no-date') }),
    ...(publishTime === '' && { publishTime: t('schedule.wrong.no-time') }),
    ...(isWhole && publishAt === null && { publishDate: t('schedule.wrong.no-such-moment') }),
    ...(publishAt !== null && momentError(t, publishAt - now)),
    ...tooLong,
  };
  return { typed, errors, publishAt: Object.keys(errors).length > 0 ? null : publishAt };
}

function momentError(t: Translate, ahead: number): ScheduleFormState['errors'] {
  if (ahead < scheduleAhead.least) return { publishTime: t('schedule.wrong.too-soon') };
  return ahead > scheduleAhead.most ? { publishDate: t('schedule.wrong.too-far') } : {};
}

/** The fields to choose between publishing immediately and publishing at a day and a time. */
export const scheduleFields: View<Pick<ScheduleFormState, 'typed' | 'errors'>> = ({ typed, errors }, { t }) => {
  const choice = (when: ScheduleTyped['when']) =>
    html`<div class="check-field"><input id="when-${when}" name="when" type="radio" value="${when}"${typed.when === when ? ' checked' : ''}><label for="when-${when}">${t(`schedule.${when}`)}</label></div>`;
  const given = (name: keyof typeof longest) => ({
    name,
    value: typed[name],
    error: errors[name],
    maxlength: longest[name],
    optional: true,
  });
  return html`<fieldset class="choices">
<legend>${t('schedule.when-legend')}</legend>
<p class="field-help">${t('schedule.when-help')}</p>
${choice('now')}
${choice('later')}
${field(t, { ...given('publishDate'), type: 'date', label: t('schedule.date'), help: t('schedule.moment-help') })}
${field(t, { ...given('publishTime'), type: 'time', label: t('schedule.time') })}
</fieldset>`;
};
