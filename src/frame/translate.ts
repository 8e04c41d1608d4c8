import i18next, { type ResourceLanguage } from 'i18next';
import { texts } from '../console/texts.ts';
import type { KeyOf, Text, Texts } from './text.ts';

/** The console's languages. */
const consoleLanguages = ['ja', 'en'] as const;

/** A language of the console's own texts. It is unrelated to the languages of the line. */
export type ConsoleLanguage = (typeof consoleLanguages)[number];

/** Whether a string is one of the console's languages. */
export const isConsoleLanguage = (text: string): text is ConsoleLanguage => text === 'ja' || text === 'en';

/** The key of a console text, such as `sign-in.title`. */
export type TextKey = KeyOf<typeof texts>;

/**
 * The text for a key, with `{{…}}` filled in. It is not escaped here, because views escape it. `count` chooses between the
 * English singular and plural.
 */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

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

/** Caches texts without values, because a long page shows them many times. */
const plainTexts = { ja: new Map<string, string>(), en: new Map<string, string>() } as const;

/** The texts in one language. */
export const translator =
  (language: ConsoleLanguage): Translate =>
  (key, values) => {
    const count = values?.count;
    const look = () =>
      i18n.t(key, { lng: language, replace: values ?? {}, ...(typeof count === 'number' && { count }) });
    if (values !== undefined) return look();
    const known = plainTexts[language];
    const found = known.get(key) ?? look();
    known.set(key, found);
    return found;
  };

/** Whether a text has this key. */
export const hasText = (key: string): key is TextKey => i18n.exists(key, { lng: 'ja' });
