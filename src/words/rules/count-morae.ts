const smallKana = /[ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ]/gu;
const mora = /[\p{Script=Hiragana}\p{Script=Katakana}ー]/gu;
const kanji = /\p{Script=Han}/gu;
const latin = /\p{Script=Latin}/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Counts the morae of a Japanese text in kana: one for each kana, none for a small vowel or glide, which belongs to the
 * kana before it; っ, ん and ー are morae of their own. As rough estimates, a kanji without a reading counts as two, and a
 * Latin letter as one; J-01 and T-07 report these characters.
 */
export function countMorae(text: string): number {
  return count(text, mora) - count(text, smallKana) + 2 * count(text, kanji) + count(text, latin);
}
