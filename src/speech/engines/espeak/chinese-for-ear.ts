/**
 * Characters that espeak-ng 0.3.5 spells out in English, because its Mandarin lacks the syllables xiong, qiong and jiong
 * and takes 兒 for a suffix; found by asking it for every common character of both scripts. In pinyin without the i it
 * says them well: xong is [ɕʊŋ].
 */
const spellings = new Map<string, string>([
  ...each('兄凶兇胸匈汹洶', ' xong1 '),
  ...each('熊雄', ' xong2 '),
  ...each('穷窮琼瓊穹', ' qong2 '),
  ...each('窘炯迥', ' jong3 '),
  ['兒', '儿'],
]);

/** Chinese in either script, with the characters that espeak cannot read written so that it can. */
export function chineseWords(text: string): string {
  return Array.from(text, (character) => spellings.get(character) ?? character).join('');
}

function each(characters: string, spelling: string): [string, string][] {
  return Array.from(characters, (character) => [character, spelling]);
}
