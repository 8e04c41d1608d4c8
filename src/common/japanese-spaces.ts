/** Removes the spaces between words of Easy Japanese. Ordinary Japanese has none. */
export const withoutJapaneseSpaces = (text: string): string =>
  text.replaceAll(
    /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])\s+(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
    '',
  );
