import i18next, { type ResourceLanguage } from 'i18next';
import type { KeyOf, Text, TextAt, Texts, ValuesOf } from './text.ts';
import type { ownTexts } from './texts.ts';

/** The console's languages. */
const consoleLanguages = ['ja', 'en'] as const;

/** A language of the console's own texts. It is unrelated to the languages of the line. */
export type ConsoleLanguage = (typeof consoleLanguages)[number];

/** Whether a string is one of the console's languages. */
export const isConsoleLanguage = (text: string): text is ConsoleLanguage => text === 'ja' || text === 'en';

/**
 * The texts that have keys. The frame has its own texts. Code that passes more texts to the frame adds their type to
 * this interface with `declare module`.
 */
export interface KnownTexts extends Readonly<typeof ownTexts> {}

/** The key of a console text, such as `sign-in.title`. */
export type TextKey = KeyOf<KnownTexts>;

/** The intersection of all types of a union. */
type Together<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** The values that the text of a key needs. If `Key` is a union of keys, these are the values of all their texts. */
export type ValuesFor<Key extends TextKey> = Together<ValuesOf<TextAt<KnownTexts, Key>>>;

/** The keys of texts that need no values other than `Name`. */
export type KeyWith<Name extends string> = {
  [Key in TextKey]: [keyof ValuesOf<TextAt<KnownTexts, Key>>] extends [Name] ? Key : never;
}[TextKey];

/** The key of a text that needs no values. */
export type PlainKey = KeyWith<never>;

/**
 * The text for a key, with `{{…}}` filled in. It is not escaped here, because views escape it. `count` chooses between
 * the English singular and plural.
 */
export interface Translate {
  (key: PlainKey): string;
  <Key extends TextKey>(key: Key, values: ValuesFor<Key>): string;
}

const isText = (each: Text | Texts): each is Text => typeof each.ja === 'string';

/** The texts of one language, in the format of i18next. */
export function resourcesOf(some: Texts, language: ConsoleLanguage): ResourceLanguage {
  const entries = Object.entries(some).flatMap(([name, each]): (readonly [string, string | ResourceLanguage])[] => {
    if (!isText(each)) return [[name, resourcesOf(each, language)]];
    const words = each[language];
    if (typeof words === 'string') return [[name, words]];
    return [
      [`${name}_one`, words.one],
      [`${name}_other`, words.other],
    ];
  });
  return Object.fromEntries(entries);
}

/** Texts, ready to be looked up by their keys. */
export interface Translator {
  /** The texts in one language. */
  readonly translator: (language: ConsoleLanguage) => Translate;
  /** Whether a text has this key. */
  readonly hasText: <Key extends string>(key: Key) => key is Key & TextKey;
}

/** Prepares texts for looking them up. `texts` must contain every text that `KnownTexts` names. */
export function createTranslator(texts: Readonly<KnownTexts>): Translator {
  const i18n = i18next.createInstance();
  void i18n.init({
    initAsync: false,
    lng: 'ja',
    fallbackLng: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    resources: {
      ja: { translation: resourcesOf(texts, 'ja') },
      en: { translation: resourcesOf(texts, 'en') },
    },
  });
  /** A cache of the texts without values, because a long page shows them many times. */
  const plainTexts = { ja: new Map<string, string>(), en: new Map<string, string>() } as const;
  return {
    translator: (language) => (key: string, values?: Readonly<Record<string, string | number>>) => {
      const count = values?.count;
      const look = () =>
        i18n.t(key, { lng: language, replace: values ?? {}, ...(typeof count === 'number' && { count }) });
      if (values !== undefined) return look();
      const known = plainTexts[language];
      const found = known.get(key) ?? look();
      known.set(key, found);
      return found;
    },
    hasText: <Key extends string>(key: Key): key is Key & TextKey => i18n.exists(key, { lng: 'ja' }),
  };
}
