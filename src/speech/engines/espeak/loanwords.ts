/**
 * Names of one language in the sentences of another, which the voice would read by its own letters: espeak's Spanish
 * makes "mi numbér" of My Number, its English "kyoomamoto" of Kumamoto.
 */
const spellings = new Map<string, readonly (readonly [RegExp, string])[]>([
  ['en', [[/Kumamoto/g, 'Koomamoto']]],
  ['es', [[/My Number/g, 'mai námber']]],
  ['pt', [[/My Number/g, 'mai nâmber']]],
]);

/** @param language the language alone, such as `es` */
export const loanwords = (language: string, text: string): string =>
  (spellings.get(language) ?? []).reduce((spelt, [name, spelling]) => spelt.replaceAll(name, spelling), text);
