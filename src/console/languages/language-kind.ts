import { insertLanguage } from '../../office/drafts/language-menu.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { readForm, textsIn } from '../frame/read-form.ts';
import type { EntryKind } from '../line/entry-kind.ts';
import { menuChanges, orderIn } from '../line/menu.ts';
import { namesIn } from '../names/names.ts';
import { isLanguageTag, languageErrors } from './language-check.ts';
import {
  languageFields,
  longest,
  newLanguage,
  standingOf,
  type TypedLanguage,
  toLanguage,
  typedLanguage,
} from './language-form.ts';
import { languageAboveView, languageFieldsView } from './language-view.ts';
import { type LanguageEntry, languageMenu, mostLanguages, readLanguagesOff } from './menu.ts';

/** The button of the form, and what is said once it is saved. */
const textsOf = {
  on: { submit: 'line.save', done: 'languages.done.saved' },
  off: { submit: 'languages.on-submit', done: 'languages.done.on' },
  new: { submit: 'languages.add', done: 'languages.done.added' },
} as const;

/** Languages as entries of the line. The id of a language is its tag. Saving one that is off switches it on again. */
export function createLanguageKind({ drafts }: Pick<ConsoleParts, 'drafts'>): EntryKind<LanguageEntry, TypedLanguage> {
  /** A language that is on the line, or was. */
  const find = async (file: LineFile, tag: string): Promise<LanguageEntry | undefined> =>
    file.languages.find((each) => each.tag === tag) ??
    (await readLanguagesOff(drafts, file)).find((each) => each.tag === tag);

  return {
    name: 'languages',
    auditName: 'languages',
    // Not `new`, which is the tag of Newari; no tag begins with a word of more than three letters.
    addAt: 'another',
    idField: {
      ...{ name: 'tag', longest: longest.tag },
      ...{ label: 'languages.tag', help: 'languages.tag-help', wrong: 'languages.wrong.tag' },
    },

    isId: isLanguageTag,
    idsIn: ({ languages }) => languages.map(({ tag }) => tag),
    full: ({ languages }) => (languages.length >= mostLanguages ? 'languages.full' : null),
    put: (file, _tag, language) => ({ ...file, languages: insertLanguage(file.languages, language) }),
    summary: (file) => orderIn(languageMenu, file),

    fresh: (_request, { now }) => ({ id: '', typed: newLanguage(now.line.file) }),
    read: (request, t, kept) => readForm(request, t, languageFields, textsIn(kept)),
    check: async (language, visit) => {
      const errors = languageErrors(language, visit);
      if (Object.keys(errors).length > 0) return { entry: null, errors };
      const { id, typed, now, kept } = language;
      // A language that is added as a new one may have been on the line before.
      return { entry: toLanguage(id, typed, kept ?? (await find(now.line.file, id))), errors: null };
    },
    keys: {
      changes: (before, after) => menuChanges(languageMenu, before, after),
      nameOf: (tag, { now, typed }, visit) =>
        now.line.file.languages.some((each) => each.tag === tag) ? namesIn(visit, now).language(tag) : typed.name,
    },
    done: (language) => textsOf[standingOf(language)].done,

    title: ({ id, isNew, typed }, { t }) =>
      isNew ? t('languages.add') : t('languages.one-title', { name: typed.name || id }),
    fieldsView: languageFieldsView,
    aboveView: languageAboveView,
    submit: (language) => textsOf[standingOf(language)].submit,

    saved: { find, typedOf: (language, { now }) => typedLanguage(language, now.line.file) },
  };
}
