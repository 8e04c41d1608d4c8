import { normalise } from '../../common/normalise.ts';

/** Maximum length of an id that is made from words, in characters, without the number that may be added. */
const longestMade = 40;

/**
 * The words and numbers of a name in Latin letters, without accents. Empty if a letter other than A to Z is left after
 * the accents are removed.
 */
function latinWords(name: string): string[] {
  const plain = normalise(name, 'NFKD').replaceAll(/\p{Mark}/gu, '');
  if (/\p{Letter}/u.test(plain.replaceAll(/[A-Za-z]/g, ''))) return [];
  return plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/**
 * Makes an id for a new entry from the Latin words of its name, such as `waste-days` for "Waste days". If `isFree`
 * refuses this id, a number from 2 to 99 is added. If no name has usable words, or all these ids are refused,
 * `numbered` makes the id, such as `topic-3`.
 * @param names the name in one or more languages. The first one whose words give an id that begins with a letter is
 * used
 * @param join joins words to an id
 * @param numbered makes an id from a number, which counts up from 1
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
