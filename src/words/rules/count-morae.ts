const smallKana = /[ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ]/gu;
const mora = /[\p{Script=Hiragana}\p{Script=Katakana}ー]/gu;
const kanji = /\p{Script=Han}/gu;
const latin = /\p{Script=Latin}/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Counts the morae of a Japanese text in kana. Each kana is one mora, including っ, ん and ー. Small kana such as ゃ and ぁ
 * do not count, because they belong to the kana before them. As rough estimates, a kanji without a reading counts as
 * two morae, and a Latin letter as one. J-01 reports such kanji, and T-07 such letters.
 */
export function countMorae(text: string): number {
  return count(text, mora) - count(text, smallKana) + 2 * count(text, kanji) + count(text, latin);
}
