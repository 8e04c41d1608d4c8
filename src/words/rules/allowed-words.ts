/** Names that stay in Latin letters everywhere: each office of Japan writes them so in every language. */
const allowedWords = ['My Number'] as const;

const pattern = new RegExp(
  `(?<![\\p{Script=Latin}\\p{M}])(?:${allowedWords.join('|')})(?![\\p{Script=Latin}\\p{M}])`,
  'gu',
);

/** The text with a space where such a name was. */
export const withoutAllowedWords = (text: string): string => text.replace(pattern, ' ');

/** For findings. */
export const allowedWordList = allowedWords.join(', ');
