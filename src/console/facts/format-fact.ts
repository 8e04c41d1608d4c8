import type { ConsoleLanguage } from '../../frame/translate.ts';
import { type FactFile, factValue } from '../../words/fact-file.ts';
import { formatFactValue } from '../../words/format-fact-value.ts';

/** The value of a fact, written in a language of the console. */
export const formatFact = (language: ConsoleLanguage, fact: FactFile): string =>
  formatFactValue(language, factValue(fact));

/** An ISO date in words, such as 2026年11月22日 or 22 November 2026. */
export function formatFactDay(language: ConsoleLanguage, date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return formatFactValue(language, { type: 'date', year, month, day });
}
