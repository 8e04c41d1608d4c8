import type { LanguageTag } from '../../call/line.ts';
import { formatFactValue } from '../../words/format-fact-value.ts';
import type { FactValue } from '../../words/segment.ts';
import type { Piece } from '../engine.ts';
import { simplifiedChinese, traditionalChinese } from './chinese.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import { portuguese } from './portuguese.ts';
import type { ReadingRules } from './reading-rules.ts';
import { spanish } from './spanish.ts';

/**
 * The pause between two groups of a phone number: long enough to write a group down, short enough for the groups to be
 * heard as one number.
 */
const groupPause: Piece = { kind: 'pause', milliseconds: 400 };

const rules = new Map<string, ReadingRules>([
  ['ja', japanese],
  ['en', english],
  ['zh-Hans', simplifiedChinese],
  ['zh-Hant', traditionalChinese],
  ['ko', korean],
  ['es', spanish],
  ['pt', portuguese],
]);

/** The reading rules of a language. A language without rules of its own gets rules based on `Intl`. */
function rulesFor(language: LanguageTag): ReadingRules {
  const locale = new Intl.Locale(language).maximize();
  return rules.get(locale.language) ?? rules.get(`${locale.language}-${locale.script}`) ?? genericRules(language);
}

/**
 * A fact as it is spoken. Phone numbers are spoken slowly, group by group. All other facts are words at the normal
 * rate.
 */
export function readFact(language: LanguageTag, value: FactValue): Piece[] {
  const speak = rulesFor(language);
  switch (value.type) {
    case 'phone':
      return value.number
        .split(/\D+/)
        .filter((group) => group !== '')
        .flatMap((group, index): Piece[] => {
          const words: Piece = { kind: 'words', text: speak.digits(group), rate: 'number' };
          return index === 0 ? [words] : [groupPause, words];
        });
    case 'month':
      return words(speak.month(value));
    case 'date':
      return words(speak.date(value));
    case 'day':
      return words(speak.day(value));
    case 'time':
      return words(speak.time(value));
    case 'hours':
      return words(speak.hours(value.weekly));
    case 'key':
      return words(speak.key(value.key));
  }
}

function words(text: string): Piece[] {
  return [{ kind: 'words', text, rate: 'normal' }];
}

/**
 * Rules for a language that has none of its own. Digits are read one by one in the language's numerals, separated by
 * commas so that engines read them as digits. Dates, times and hours are read as `formatFactValue` writes them.
 */
function genericRules(language: LanguageTag): ReadingRules {
  const numeral = (key: string) => (/\d/.test(key) ? new Intl.NumberFormat(language).format(Number(key)) : key);
  return {
    digits: (group) => Array.from(group, numeral).join(', '),
    month: (value) => formatFactValue(language, value),
    date: (value) => formatFactValue(language, value),
    day: (value) => formatFactValue(language, value),
    time: (value) => formatFactValue(language, value),
    hours: (weekly) => formatFactValue(language, { type: 'hours', weekly }),
    key: numeral,
  };
}
