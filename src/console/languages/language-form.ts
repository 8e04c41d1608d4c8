import type { Request } from 'express';
import { formOf } from '../../frame/form.ts';
import { chosen, type ReadForm, readForm, textArea, textLine, textsIn } from '../../frame/read-form.ts';
import type { Translate } from '../../frame/translate.ts';
import { nameInSource, ownName } from '../../naming/language-names.ts';
import { insertLanguage } from '../../office/drafts/language-menu.ts';
import { leafletEntries, longestLeafletName, withLeafletNames } from '../../office/drafts/leaflet-names.ts';
import { tidyDialled } from '../../office/drafts/tidy-value.ts';
import { byName } from '../../words/by-name.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { FieldErrors, TypedEntry } from '../line/entry-kind.ts';
import { voicesFor } from './known-languages.ts';
import type { LanguageEntry } from './menu.ts';

/** Maximum length of each text field of a language, in characters. */
export const longest = { tag: 35, name: 100, voice: 100, numbers: 500 } as const;

/** The fields of the form of a language. */
export const languageFields = {
  key: chosen,
  name: textLine(longest.name),
  sourceName: textLine(longest.name),
  destination: chosen,
  espeak: textLine(longest.voice),
  google: textLine(longest.voice),
  twilioVoice: textLine(longest.voice),
  twilioLanguage: textLine(longest.voice),
  ownNumbers: textArea(longest.numbers),
} as const;

/** The form of a language as typed. */
export interface TypedLanguage extends TypedSettings {
  /**
   * The names on the printed sheets in this language, by the ids of `leafletEntries`. A name is empty if nobody has
   * written it. Names for which the form had no field are left out.
   */
  readonly sheetNames: SheetNames;
}
type TypedSettings = ReadForm<typeof languageFields>['typed'];
type SheetNames = Readonly<Record<string, string>>;

/** A language to be saved, with its names for the printed sheets. */
export interface SavedLanguage extends LanguageEntry {
  readonly sheetNames?: SheetNames;
}

/** The name of the field for a name on the printed sheets. */
export const sheetField = (id: string): string => id.replaceAll('/', '-');

/** Reads the form of a language. */
export function readLanguage(
  request: Request,
  t: Translate,
  kept: LanguageEntry | undefined,
  { leaflet }: LineFile,
): { readonly typed: TypedLanguage; readonly errors: FieldErrors } {
  const ids = leafletEntries({ leaflet }).map(({ id }) => id);
  const settings = readForm(request, t, languageFields, textsIn(kept));
  const fields = byName(ids.map((id) => [sheetField(id), textLine(longestLeafletName)]));
  const sent = readForm(request, t, fields, textsIn(leaflet));
  const sheetNames = byName(
    ids.filter((id) => formOf(request).has(sheetField(id))).map((id) => [id, sent.typed[sheetField(id)] ?? '']),
  );
  return { typed: { ...settings.typed, sheetNames }, errors: { ...settings.errors, ...sent.errors } };
}

/** The names that the printed sheets have in a language. */
const sheetNamesIn = (tag: string, file: LineFile): SheetNames =>
  byName(leafletEntries(file).map(({ id, names }) => [id, Object.hasOwn(names, tag) ? (names[tag] ?? '') : '']));

/**
 * Puts a language and its names on the printed sheets into the line. The language takes the place of its key in the
 * menu, and all keys are renumbered. An empty name is removed.
 */
export function putLanguage(file: LineFile, { sheetNames = {}, ...language }: SavedLanguage): LineFile {
  return withLeafletNames(
    { ...file, languages: insertLanguage(file.languages, language) },
    Object.entries(sheetNames).map(([id, after]) => ({ id, language: language.tag, after })),
  );
}

/** The language to which a form belongs. */
type Formed = Pick<TypedEntry<LanguageEntry, TypedLanguage>, 'now' | 'id' | 'isNew'>;

/** Whether a language is on the line, was on it before, or is new. */
export function standingOf({ now, id, isNew }: Formed): 'on' | 'off' | 'new' {
  if (isNew) return 'new';
  return now.line.file.languages.some(({ tag }) => tag === id) ? 'on' : 'off';
}

/** The languages of the menu without the language of the form. */
export const othersThan = ({ now, id, isNew }: Formed): readonly LanguageEntry[] =>
  now.line.file.languages.filter(({ tag }) => isNew || tag !== id);

/**
 * The form filled in with a language that is or was on the line. A language that was switched off
 * gets the last place in the menu.
 */
export const typedLanguage = ({ tag, voices, ...language }: LanguageEntry, file: LineFile): TypedLanguage => ({
  key: file.languages.some((each) => each.tag === tag) ? language.key : String(file.languages.length + 1),
  name: language.name,
  sourceName: language.sourceName,
  destination: language.destination,
  espeak: voices.espeak,
  google: voices.google,
  twilioVoice: voices.twilio.voice,
  twilioLanguage: voices.twilio.language,
  ownNumbers: language.ownNumbers.join('\n'),
  sheetNames: sheetNamesIn(tag, file),
});

/**
 * The form of a new language. The language gets the last place in the menu. Names and voices are filled in as far as
 * they can be derived from the tag.
 */
export const newLanguage = (tag: string, file: LineFile): TypedLanguage => ({
  key: String(file.languages.length + 1),
  destination: file.defaultDestination,
  ownNumbers: '',
  name: ownName(tag),
  sourceName: nameInSource(tag, file.sourceLanguage),
  sheetNames: sheetNamesIn(tag, file),
  ...voicesFor(tag),
});

/**
 * The typed telephone numbers that belong to this language alone, in E.164 form where possible. Empty lines and
 * duplicates are left out.
 */
export const numbersIn = ({ ownNumbers }: Pick<TypedLanguage, 'ownNumbers'>): string[] => [
  ...new Set(ownNumbers.split('\n').flatMap((each) => tidyDialled(each) || [])),
];

/** The entry of the line file that a form describes, without the names on the printed sheets. */
export function toLanguage(tag: string, typed: TypedLanguage): LanguageEntry {
  const { espeak, google, twilioVoice, twilioLanguage, sheetNames: _names, ...language } = typed;
  const voices = { espeak, google, twilio: { voice: twilioVoice, language: twilioLanguage } };
  return { tag, ...language, voices, ownNumbers: numbersIn(typed) };
}
