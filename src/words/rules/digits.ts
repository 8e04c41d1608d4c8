import { normalise } from '../../common/normalise.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { withoutAddresses } from './addresses.ts';
import { findingIn, quoteWords, sentencesOf } from './written-sentence.ts';

const separator = '[-‐‑–−ー() ]';
const months = [
  'january|february|march|april|may|june|july|august|september|october|november|december',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro',
].join('|');

/** Numbers in a single character, such as Ⅳ, ③ and ½. 〇 is left out, because it is used as a kanji. */
const numberSigns = /[[\p{Nl}\p{No}]--〇]/gv;

/**
 * The kinds of numbers, in the order in which they are looked for. Text that matches one kind is removed before the
 * next kind is looked for.
 */
const kinds = [
  {
    rule: 'N-01',
    patterns: [
      new RegExp(`(?<!\\d)0\\d{1,4}${separator}{0,2}\\d{1,4}${separator}{0,2}\\d{3,4}(?!\\d)`, 'gu'),
      new RegExp(`\\+\\d{1,3}(?:${separator}{0,2}\\d{1,4}){2,4}`, 'gu'),
    ],
    ja: 'は電話番号です。共通の値にして、文にはその値を入れてください',
    en: 'is a telephone number; make it a value that all languages share, and put that value here',
  },
  {
    rule: 'N-05',
    patterns: [
      /\d{1,4}(?:[./-]\d{1,2}){1,2}(?!\d)/gu,
      /\d{1,2}:\d{2}/gu,
      /\d{1,4} ?(?:年|月|日|時|时|点|點|分|년|월|일|시|분)/gu,
      new RegExp(`\\d{1,2}(?:st|nd|rd|th|º)?\\s+(?:of\\s+|de\\s+)?(?:${months})(?!\\p{L})`, 'giu'),
      new RegExp(`(?<!\\p{L})(?:${months})\\s+(?:the\\s+|de\\s+)?\\d{1,4}`, 'giu'),
      /\d{1,2}\s?(?:a\.?m\b|p\.?m\b|o['’]clock|h\b|horas)/giu,
      /(?<!\d)(?:19|20)\d{2}(?!\d)/gu,
    ],
    ja: 'は日付か時刻です。共通の値にして、文にはその値を入れてください',
    en: 'is a date or a time; make it a value that all languages share, and put that value here',
  },
  {
    rule: 'N-04',
    patterns: [/\p{Nd}+/gu],
    ja: 'は数字です。番号や日付は共通の値を入れ、短い数は「一つ」「二回」のように言葉で書いてください',
    en: 'is in digits; put in the values that all languages share, and write small counts in words',
  },
] as const;

/**
 * N-01: a telephone number in digits. N-05: a date or a time in digits. N-04: every other digit, in any script, and
 * numbers in a single character. Every voice reads digits in its own way. A fact is better: our own rules put it into
 * words, and it changes in all languages together.
 */
export function digits(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence) => {
    // Numbers in a single character are looked for before the text is normalised, because normalising changes the
    // number Ⅳ to the letters IV.
    const written = withoutAddresses(sentence.surface);
    // Nearly all sentences have no digits, and need no further checks. This saves time while staff type.
    if (!/\p{N}/u.test(written)) return [];
    const signs = written.match(numberSigns) ?? [];
    let rest = normalise(written.replace(numberSigns, ' '), 'NFKC');
    return kinds.flatMap(({ rule, patterns, ja, en }): Finding[] => {
      const found: string[] = rule === 'N-04' ? [...signs] : [];
      for (const pattern of patterns) {
        found.push(...(rest.match(pattern) ?? []));
        rest = rest.replace(pattern, ' ');
      }
      const words = quoteWords(found.map((word) => word.trim()));
      return found.length === 0
        ? []
        : [findingIn(sentence, rule, 'error', { ja: `${words.ja}${ja}。`, en: `${words.en} ${en}.` })];
    });
  });
}
