import { chosen, type ReadForm, textArea, textLine } from '../../frame/read-form.ts';
import { tidyDialled } from '../../office/drafts/tidy-value.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { TypedEntry } from '../line/entry-kind.ts';
import { nameInSource, ownName } from '../names/language-names.ts';
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

/** A language as in the form. */
export type TypedLanguage = ReadForm<typeof languageFields>['typed'];

/** The language to which a form belongs. */
type Formed = Pick<TypedEntry<LanguageEntry, TypedLanguage>, 'now' | 'id' | 'isNew'>;

/** Whether a language is on the line, was on it before, or is new. */
export function standingOf({ now, id, isNew }: Formed): 'on' | 'off' | 'new' {
  if (isNew) return 'new';
  return now.line.file.languages.some(({ tag }) => tag === id) ? 'on' : 'off';
}

/** The other languages of the menu, among which the language of the form gets its place. */
export const othersThan = ({ now, id, isNew }: Formed): readonly LanguageEntry[] =>
  now.line.file.languages.filter(({ tag }) => isNew || tag !== id);

/** The form of a language that is or was on the line. A language that was switched off returns to the end of the menu. */
export const typedLanguage = ({ tag, voices, ...language }: LanguageEntry, { languages }: LineFile): TypedLanguage => ({
  key: languages.some((each) => each.tag === tag) ? language.key : String(languages.length + 1),
  name: language.name,
  sourceName: language.sourceName,
  destination: language.destination,
  espeak: voices.espeak,
  google: voices.google,
  twilioVoice: voices.twilio.voice,
  twilioLanguage: voices.twilio.language,
  ownNumbers: language.ownNumbers.join('\n'),
});

/** The form of a new language, whose place is at the end of the menu. What can be derived from the tag is filled in. */
export const newLanguage = (
  tag: string,
  { languages, defaultDestination, sourceLanguage }: LineFile,
): TypedLanguage => ({
  key: String(languages.length + 1),
  destination: defaultDestination,
  ownNumbers: '',
  name: ownName(tag),
  sourceName: nameInSource(tag, sourceLanguage),
  ...voicesFor(tag),
});

/** The telephone numbers of this language alone, as they are dialled. Empty lines and duplicates are left out. */
export const numbersIn = ({ ownNumbers }: Pick<TypedLanguage, 'ownNumbers'>): string[] => [
  ...new Set(ownNumbers.split('\n').flatMap((each) => tidyDialled(each) || [])),
];

/** A checked form as the line file has it. */
export function toLanguage(tag: string, typed: TypedLanguage): LanguageEntry {
  const { espeak, google, twilioVoice, twilioLanguage, ...language } = typed;
  const voices = { espeak, google, twilio: { voice: twilioVoice, language: twilioLanguage } };
  return { tag, ...language, voices, ownNumbers: numbersIn(typed) };
}
