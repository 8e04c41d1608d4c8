/** Names that may be written in Latin letters in every language, as public offices in Japan write them. */
const allowedWords = ['My Number'] as const;

const pattern = new RegExp(
  `(?<![\\p{Script=Latin}\\p{M}])(?:${allowedWords.join('|')})(?![\\p{Script=Latin}\\p{M}])`,
  'gu',
);

/** Replaces each allowed name in a text by a space. */
export const withoutAllowedWords = (text: string): string => text.replace(pattern, ' ');

/** The allowed names, as shown in findings. */
export const allowedWordList = allowedWords.join(', ');
