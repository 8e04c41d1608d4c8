import { normalise } from '../../common/normalise.ts';

/** Maximum length of an id that is made from words, in characters, not counting an added number. Longer ids are hard to read. */
const longestMade = 40;

/** The Latin words of a name, without accents; none if the name has a letter other than A to Z. */
function latinWords(name: string): string[] {
  const plain = normalise(name, 'NFKD').replaceAll(/\p{Mark}/gu, '');
  if (/\p{Letter}/u.test(plain.replaceAll(/[A-Za-z]/g, ''))) return [];
  return plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/**
 * Makes an id for something new from the Latin words of its name, such as `waste-days` for "Waste days". If this id is taken, a
 * number is added. If the name has no Latin words, the id is made from a number alone, such as `topic-3`.
 * @param names the name in one or more languages; the first in Latin letters counts
 * @param join puts words together
 * @param numbered makes an id from a number
 * @param isFree whether an id has the right form and nothing else has it
 */
export function makeId(
  names: readonly string[],
  join: (words: readonly string[]) => string,
  numbered: (number: number) => string,
  isFree: (id: string) => boolean,
): string {
  const made = names.map((name) => join(latinWords(name)).slice(0, longestMade).replace(/-+$/, ''));
  const words = made.find((id) => /^[a-z]/.test(id));
  if (words !== undefined && isFree(words)) return words;
  for (let number = 2; words !== undefined && number < 100; number += 1) {
    const id = join([words, String(number)]);
    if (isFree(id)) return id;
  }
  let number = 1;
  while (!isFree(numbered(number))) number += 1;
  return numbered(number);
}

/** Joins words with hyphens: `waste-days`. */
export const hyphenated = (words: readonly string[]): string => words.join('-');

/** Joins words in camel case, for ids that texts use as placeholders: `wasteDays`. */
export const inCamelCase = ([first = '', ...others]: readonly string[]): string =>
  [first, ...others.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)].join('');
