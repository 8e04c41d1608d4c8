import type { Bilingual } from './bilingual.ts';

/** A language for the people who run a line. */
export type TerminalLanguage = keyof Bilingual;

/**
 * The language of a terminal: Japanese if the environment says so, otherwise English. The file `.env` may contain these
 * variables, so it is loaded first, unless it cannot be read or a program refuses its arguments.
 * @param locale the locale of the system, for an environment without these variables, as on Windows
 */
export function terminalLanguage(
  { LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>,
  locale: string = Intl.DateTimeFormat().resolvedOptions().locale,
): TerminalLanguage {
  return (LC_ALL || LC_MESSAGES || LANG || locale).startsWith('ja') ? 'ja' : 'en';
}
