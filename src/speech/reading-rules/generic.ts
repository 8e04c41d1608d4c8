import type { LanguageTag } from '../../call/line.ts';
import { showFact } from '../../words/show-fact.ts';
import type { ReadingRules } from './rules.ts';

/**
 * A language without rules of its own: digits one by one, in its own numerals, which engines read as digits when commas
 * part them; dates and times as `Intl` writes them in that language.
 */
export function generic(language: LanguageTag): ReadingRules {
  const numeral = (key: string) => (/\d/.test(key) ? new Intl.NumberFormat(language).format(Number(key)) : key);
  return {
    digits: (group) => Array.from(group, numeral).join(', '),
    month: (value) => showFact(language, value),
    date: (value) => showFact(language, value),
    day: (value) => showFact(language, value),
    time: (value) => showFact(language, value),
    hours: (weekly) => showFact(language, { type: 'hours', weekly }),
    key: numeral,
  };
}
