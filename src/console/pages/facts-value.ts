import { type FactFile, factValue } from '../../words/fact-file.ts';
import { showFact } from '../../words/show-fact.ts';
import type { ConsoleLanguage } from '../texts/texts.ts';

/** The value of a fact as callers of this language read it. */
export const showValue = (language: ConsoleLanguage, fact: FactFile): string => showFact(language, factValue(fact));

/** 2026年11月22日, or 22 November 2026. */
export function showDay(language: ConsoleLanguage, date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return showFact(language, { type: 'date', year, month, day });
}
