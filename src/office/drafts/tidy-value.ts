import { normalise } from '../../common/normalise.ts';
import type { FactFile } from '../../words/fact-file.ts';

/** Full-width digits, letters and signs as ordinary ones, and no blanks around. */
export const tidyLetters = (typed: string): string => normalise(typed, 'NFKC').trim();

/** Hyphens as keyboards write them; the long vowel mark stands where a Japanese keyboard has its minus. */
const dashes = /[\u2010-\u2015\u2212\u30FC\uFF0D]/gu;
const two = (digits: string): string => digits.padStart(2, '0');

/** A telephone number in groups: 03-0000-0000 for (０３)００００ー００００. */
const tidyPhone = (typed: string): string =>
  tidyLetters(typed.replaceAll(dashes, '-'))
    .replace(/^\(/, '')
    .replaceAll(/[\s()]+/g, '-');

/** A time of the day as HH:MM; what is none stays as it was typed. */
export const tidyTime = (typed: string): string =>
  tidyLetters(typed).replace(
    /^(\d{1,2})(?:[:時](\d{1,2})分?|時)$/u,
    (_all, hour: string, minute?: string) => `${two(hour)}:${two(minute ?? '0')}`,
  );

/** A value of a fact in the form in which it is kept, however an office writes it; what is none stays as it was typed. */
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
 * A number to dial in E.164 form: +81300000000 for 03-0000-0000. Short numbers stay as they are, so that whoever typed 119
 * is told about 119.
 */
export function tidyDialled(typed: string): string {
  const digits = tidyLetters(typed.replaceAll(dashes, '-')).replaceAll(/[\s().-]/g, '');
  return /^0\d{6,}$/.test(digits) ? `+81${digits.slice(1)}` : digits;
}
