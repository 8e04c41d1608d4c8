import i18next from 'i18next';
import { en } from './en.ts';
import { ja } from './ja.ts';

/** The console's languages, the first one where nobody has chosen. */
export const consoleLanguages = ['ja', 'en'] as const;

/** What the console's own words are written in; it has nothing to do with the line's languages. */
export type ConsoleLanguage = (typeof consoleLanguages)[number];

/** Whether a text names one of them. */
export const isConsoleLanguage = (text: string): text is ConsoleLanguage => text === 'ja' || text === 'en';

/** The words for a key such as `sign-in.title`, with `{{…}}` filled in; views escape them, so they are not escaped here. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const i18n = i18next.createInstance();
void i18n.init({
  initAsync: false,
  lng: 'ja',
  fallbackLng: false,
  nsSeparator: false,
  interpolation: { escapeValue: false, skipOnVariables: true },
  resources: { ja: { translation: ja }, en: { translation: en } },
});

/** The words in one language. */
export const translator =
  (language: ConsoleLanguage): Translate =>
  (key, values = {}) =>
    i18n.t(key, { lng: language, replace: values });

/** Whether there are words for a key. */
export const hasText = (key: string): boolean => i18n.exists(key, { lng: 'ja' });
