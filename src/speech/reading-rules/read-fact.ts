import type { LanguageTag } from '../../call/line.ts';
import { formatFactValue } from '../../words/format-fact-value.ts';
import type { FactValue } from '../../words/segment.ts';
import type { Piece } from '../engine.ts';
import { simplifiedChinese, traditionalChinese } from './chinese.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import { portuguese } from './portuguese.ts';
import { eachDigit, type ReadingRules } from './reading-rules.ts';
import { spanish } from './spanish.ts';

/**
 * Milliseconds of pause between two groups of a phone number: long enough to write a group down, short enough for the
 * groups to be heard as one number.
 */
const groupPauses = { slow: 400, brisk: 150 } as const;

/**
 * How phone numbers are spoken. `slow` lets callers write them down while they listen. `brisk` is the normal rate. It
 * is for the fallback: callers hear the text of the fallback twice, and have to wait for their language.
 */
export type NumberPace = keyof typeof groupPauses;

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

/** Converts a fact to pieces. Phone numbers are spoken group by group. All other facts are words at the normal rate. */
export function readFact(language: LanguageTag, value: FactValue, pace: NumberPace = 'slow'): Piece[] {
  const speak = rulesFor(language);
  switch (value.type) {
    case 'phone':
      return value.number
        .split(/\D+/)
        .filter((group) => group !== '')
        .flatMap((group, index): Piece[] => {
          const rate = pace === 'slow' ? 'number' : 'normal';
          const words: Piece = { kind: 'words', text: speak.digits(group), rate };
          return index === 0 ? [words] : [{ kind: 'pause', milliseconds: groupPauses[pace] }, words];
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
  return {
    digits: (group) => eachDigit(group, numeralsOf(language)).join(', '),
    month: (value) => formatFactValue(language, value),
    date: (value) => formatFactValue(language, value),
    day: (value) => formatFactValue(language, value),
    time: (value) => formatFactValue(language, value),
    hours: (weekly) => formatFactValue(language, { type: 'hours', weekly }),
    key: (key) => eachDigit(key, numeralsOf(language)).join(''),
  };
}

/** The ten digits as a language writes them. */
function numeralsOf(language: LanguageTag): string[] {
  const { format } = new Intl.NumberFormat(language);
  return Array.from('0123456789', (digit) => format(Number(digit)));
}
