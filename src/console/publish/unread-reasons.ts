import type { Request } from 'express';
import type { LanguageTag } from '../../call/line.ts';
import { field } from '../../frame/fields.ts';
import { type Html, html } from '../../frame/html.ts';
import { namedAfter, readForm, textLine } from '../../frame/read-form.ts';
import type { Translate } from '../../frame/translate.ts';
import type { Names } from '../../naming/names.ts';
import { type ClosedGate, languagesOf } from '../../office/editions/gates/gate.ts';
import { byName } from '../../words/by-name.ts';
import type { LineFile } from '../../words/line-file.ts';

/** Reasons, or errors, by language. */
export type ByLanguage = Readonly<Record<LanguageTag, string>>;

/** A language with a field for a reason. */
export interface UnreadLanguage {
  readonly tag: LanguageTag;
  readonly name: string;
}

/**
 * `reason` is the maximum length of one reason, in characters. `languages` is the maximum number of languages in one
 * form, because the line has at most nine languages.
 */
export const unreadLimits = { reason: 300, languages: 9 } as const;

const nameOf = (tag: LanguageTag): string => `unread-${tag}`;

/**
 * Reads the reasons in a submitted form, by language. If there are more languages than `unreadLimits` allows, the rest
 * is ignored.
 */
export function readUnreadReasons(
  request: Request,
  t: Translate,
): { readonly unreadReasons: ByLanguage; readonly unreadErrors: ByLanguage } {
  const tags = namedAfter(request, 'unread-').filter((tag) => /^[a-zA-Z0-9-]{2,35}$/.test(tag));
  const reason = textLine(unreadLimits.reason);
  const fields = tags.slice(0, unreadLimits.languages).map((tag) => [nameOf(tag), reason] as const);
  const { typed, errors } = readForm(request, t, byName(fields));
  const byTag = (values: Readonly<Record<string, string | undefined>>): ByLanguage =>
    byName(
      Object.entries(values).flatMap(([name, value]) =>
        value === undefined ? [] : [[name.slice('unread-'.length), value]],
      ),
    );
  return { unreadReasons: byTag(typed), unreadErrors: byTag(errors) };
}

/** The languages that need a reason. Languages with a typed reason are included too, so that nothing typed is lost. */
export function unreadLanguages(
  names: Names,
  { languages }: LineFile,
  closed: readonly ClosedGate[],
  typed: ByLanguage,
): UnreadLanguage[] {
  const needed = new Set(closed.filter(({ gate }) => gate.passing === 'with-reason-each').flatMap(languagesOf));
  return languages
    .filter(({ tag }) => needed.has(tag) || (typed[tag] ?? '') !== '')
    .map(({ tag }) => ({ tag, name: names.language(tag) }));
}

/** An error for each language that needs a reason at these gates and has none. */
export const unreadErrorsOf = (t: Translate, gates: readonly ClosedGate[], typed: ByLanguage): ByLanguage =>
  byName(
    gates
      .filter(({ gate }) => gate.passing === 'with-reason-each')
      .flatMap(languagesOf)
      .filter((tag) => (typed[tag] ?? '').trim() === '')
      .map((tag) => [tag, t('publish.wrong.reason')]),
  );

/** Whether a field holds the reason of the last publication. */
export const isReasonOf = (typed: string | undefined, suggested: string | undefined): boolean =>
  typed !== undefined && typed !== '' && typed === suggested;

/** A field for the reason of each language. */
export const unreadFields = (
  t: Translate,
  unread: readonly UnreadLanguage[],
  typed: ByLanguage,
  errors: ByLanguage,
  suggested: ByLanguage,
): Html =>
  html`${unread.map(({ tag, name }) =>
    field(t, {
      name: nameOf(tag),
      label: t('publish.unread', { language: name }),
      help: t(isReasonOf(typed[tag], suggested[tag]) ? 'publish.reason-again' : 'publish.unread-help'),
      value: typed[tag] ?? '',
      error: errors[tag],
      maxlength: unreadLimits.reason,
      autocomplete: 'off',
    }),
  )}`;
