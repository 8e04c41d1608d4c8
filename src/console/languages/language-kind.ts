import { languageNameFor } from '../../naming/language-names.ts';
import { namesIn } from '../../naming/names.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { EntryKind } from '../line/entry-kind.ts';
import { menuChanges, orderIn } from '../line/menu.ts';
import { isLanguageTag, languageErrors } from './language-check.ts';
import {
  longest,
  newLanguage,
  putLanguage,
  readLanguage,
  type SavedLanguage,
  standingOf,
  type TypedLanguage,
  toLanguage,
  typedLanguage,
} from './language-form.ts';
import { createLanguageFieldsView, languageAboveView } from './language-view.ts';
import { type LanguageEntry, languageMenu, mostLanguages, readLanguagesOff } from './menu.ts';
import { voiceErrors, voiceOf } from './voice-check.ts';
import { tryVoice } from './voice-trial.ts';

/** The text of the form's button, and the notice after saving, for each result of `standingOf`. */
const textsOf = {
  on: { submit: 'line.save', done: 'languages.done.saved' },
  off: { submit: 'languages.on-submit', done: 'languages.done.on' },
  new: { submit: 'languages.add', done: 'languages.done.added' },
} as const;

export type LanguageParts = Pick<ConsoleParts, 'drafts' | 'engine' | 'narrator' | 'report'>;

/**
 * Languages as entries of the line. The id of a language is its tag. Saving a language that is switched off switches it
 * on.
 */
export function createLanguageKind(parts: LanguageParts): EntryKind<SavedLanguage, TypedLanguage> {
  const { drafts, engine } = parts;
  /** Finds a language that is or was on the line. */
  const find = async (file: LineFile, tag: string): Promise<LanguageEntry | undefined> =>
    file.languages.find((each) => each.tag === tag) ??
    (await readLanguagesOff(drafts, file)).find((each) => each.tag === tag);

  return {
    name: 'languages',
    auditName: 'languages',
    // The address cannot be `new`, because `new` is the tag of Newari. The word `another` cannot be a tag, because the
    // first part of a tag has only two or three letters.
    addAt: 'another',
    idField: {
      name: 'tag',
      longest: longest.tag,
      label: 'languages.tag',
      help: 'languages.tag-help',
      wrong: 'languages.wrong.tag',
      isAmongFields: true,
    },

    isId: isLanguageTag,
    idsIn: ({ languages }) => languages.map(({ tag }) => tag),
    full: ({ languages }) => (languages.length >= mostLanguages ? 'languages.full' : null),
    put: (file, _tag, language) => putLanguage(file, language),
    summary: (file) => orderIn(languageMenu, file),

    fresh: ({ query: { tag } }, { now }) =>
      typeof tag === 'string' && isLanguageTag(tag) ? { id: tag, typed: newLanguage(tag, now.line.file) } : null,
    step: async (typed, step, language, visit) => ({
      typed,
      ...(step === 'listen' && { answer: await tryVoice(parts, language, visit) }),
    }),
    read: (request, t, kept, _keepsEmptyRows, { now }) => readLanguage(request, t, kept, now.line.file),
    check: async (language, visit) => {
      const { id, typed, kept } = language;
      const errors = languageErrors(language, visit);
      // If the voice is still the saved one, it is not looked up again. An unknown saved voice must not prevent other
      // changes.
      const isChosen = kept === undefined || voiceOf(engine, typed) !== kept.voices[engine.id];
      const isReady = isChosen && errors[engine.id] === undefined;
      const unknown = isReady ? await voiceErrors(engine, typed, visit.t) : {};
      const all = { ...unknown, ...errors };
      if (Object.keys(all).length > 0) return { entry: null, errors: all };
      const notice = unknown === null ? 'languages.done.unchecked' : undefined;
      return { entry: { ...toLanguage(id, typed), sheetNames: typed.sheetNames }, errors: null, notice };
    },
    keys: {
      changes: (before, after) => menuChanges(languageMenu, before, after),
      nameOf: (tag, { now, typed }, visit) =>
        now.line.file.languages.some((each) => each.tag === tag) ? namesIn(visit, now).language(tag) : typed.name,
    },
    done: (language) => textsOf[standingOf(language)].done,

    title: ({ id, isNew, typed }, { t, language }) => {
      if (!isNew) return t('languages.one-title', { name: typed.name || id });
      return isLanguageTag(id) ? t('languages.add-one', { name: languageNameFor(id, language) }) : t('languages.add');
    },
    fieldsView: createLanguageFieldsView(engine),
    aboveView: languageAboveView,
    submit: (language) => textsOf[standingOf(language)].submit,

    saved: { find, typedOf: (language, { now }) => typedLanguage(language, now.line.file) },
  };
}
