import { normalise } from '../../common/normalise.ts';
import type { FactFile } from '../../words/fact-file.ts';

/** Turns full-width digits, letters and symbols into ASCII and removes surrounding spaces. */
const tidyLetters = (typed: string): string => normalise(typed, 'NFKC').trim();

/** What people type as a hyphen. On a Japanese keyboard, the minus key produces the long vowel mark. */
const dashes = /[\u2010-\u2015\u2212\u30FC\uFF0D]/gu;
const two = (digits: string): string => digits.padStart(2, '0');

/** Turns a telephone number into groups separated by single hyphens: (０３)００００ー００００ becomes 03-0000-0000. */
const tidyPhone = (typed: string): string =>
  tidyLetters(typed.replaceAll(dashes, '-'))
    .replaceAll(/[\s()-]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** Turns a time of day into HH:MM. Any other text stays as typed, except for character width and outer spaces. */
export const tidyTime = (typed: string): string =>
  tidyLetters(typed).replace(
    /^(\d{1,2})(?:[:時](\d{1,2})分?|時)$/u,
    (_all, hour: string, minute?: string) => `${two(hour)}:${two(minute ?? '0')}`,
  );

/**
 * Turns a typed value of a fact into its stored form. A value that does not fit its type stays as typed, except for
 * character width and outer spaces. Dashes also become hyphens, except in a time. In a telephone number, brackets and
 * inner spaces become hyphens, too.
 */
export function tidyValue(type: Exclude<FactFile['type'], 'hours'>, typed: string): string {
  const plain = tidyLetters(typed.replaceAll(dashes, '-'));
  switch (type) {
    case 'phone':
      return tidyPhone(typed);
    case 'time':
      return tidyTime(typed);
    case 'month':
      return plain.replace(
        /^(\d{4})[-/.年](\d{1,2})月?$/u,
        (_all, year: string, month: string) => `${year}-${two(month)}`,
      );
    case 'date':
      return plain.replace(
        /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u,
        (_all, year: string, month: string, day: string) => `${year}-${two(month)}-${two(day)}`,
      );
    case 'day':
      return plain.replace(
        /^(\d{1,2})[-/.月](\d{1,2})日?$/u,
        (_all, month: string, day: string) => `${two(month)}-${two(day)}`,
      );
  }
}

/**
 * Turns a telephone number to be dialled into E.164 form: 03-0000-0000 becomes +81300000000. A number with fewer than
 * seven digits, or without a 0 at the beginning, only loses its separators, so that an error message about 119 shows
 * 119.
 */
export function tidyDialled(typed: string): string {
  const digits = tidyLetters(typed.replaceAll(dashes, '-')).replaceAll(/[\s().-]/g, '');
  return /^0\d{6,}$/.test(digits) ? `+81${digits.slice(1)}` : digits;
}
