import { normalise } from '../../common/normalise.ts';

/** Maximum length of an id that is made from words, in characters, not counting an added number. Longer ids are hard to read. */
const longestMade = 40;

/** The Latin words and the numbers of a name, without accents; none if the name then has a letter other than A to Z. */
function latinWords(name: string): string[] {
  const plain = normalise(name, 'NFKD').replaceAll(/\p{Mark}/gu, '');
  if (/\p{Letter}/u.test(plain.replaceAll(/[A-Za-z]/g, ''))) return [];
  return plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/**
 * Makes an id for something new from the Latin words of its name, such as `waste-days` for "Waste days". If `isFree`
 * refuses this id, a number from 2 to 99 is added. If no name gives such words, or all these ids are refused, `numbered`
 * makes the id, such as `topic-3`.
 * @param names the name in one or more languages; the first that gives an id that begins with a letter counts
 * @param join puts words together
 * @param numbered makes an id from a number
 * @param isFree whether an id is well-formed and not taken
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
