import { normalise } from '../../../common/normalise.ts';

/** The code of a Hangul syllable in Unicode is 0xAC00 + (initial × 21 + vowel) × 28 + final. */
const first = 0xac00;
const initials = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ');
const finals = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'];

/** What a final consonant becomes before ㄴ or ㅁ. */
const nasals = new Map<string, string>([
  ...Array.from('ㄱㄲㄳㄺㅋ', (final): [string, string] => [final, 'ㅇ']),
  ...Array.from('ㄷㅅㅆㅈㅊㅌㅎ', (final): [string, string] => [final, 'ㄴ']),
  ...Array.from('ㅂㅄㄼㄿㅍ', (final): [string, string] => [final, 'ㅁ']),
]);

/**
 * Spells Hangul as it sounds, where espeak would read it letter by letter. Stops become nasal before ㄴ and ㅁ: 합니다 is
 * "hamnida". ㄹ and the consonant beside it change: 연락 is "yeollak", and 독립 is "dongnip". These rules are articles 18 to
 * 20 of the Standard Pronunciation of Korean. espeak itself joins a final consonant to a vowel that follows it.
 */
export function respellKorean(text: string): string {
  // Article 29: an ㄴ is inserted between 십 and 육.
  return normalise(text, 'NFC')
    .replaceAll('십육', '심뉵')
    .replace(/[가-힣]{2,}/g, (word) => {
      const syllables = Array.from(word, split);
      syllables.forEach((syllable, index) => {
        const next = syllables[index + 1];
        if (next !== undefined) assimilate(syllable, next);
      });
      return syllables.map(compose).join('');
    });
}

interface Syllable {
  initial: string;
  vowel: number;
  final: string;
}

function assimilate(before: Syllable, after: Syllable): void {
  if (after.initial === 'ㄹ') {
    if (before.final === 'ㄴ') before.final = 'ㄹ';
    else if (/[ㅁㅇㄱㅂ]/.test(before.final)) after.initial = 'ㄴ';
  } else if (after.initial === 'ㄴ' && before.final === 'ㄹ') after.initial = 'ㄹ';
  if (after.initial === 'ㄴ' || after.initial === 'ㅁ') before.final = nasals.get(before.final) ?? before.final;
}

function split(character: string): Syllable {
  const code = (character.codePointAt(0) ?? first) - first;
  return {
    initial: initials[Math.floor(code / 588)] ?? '',
    vowel: Math.floor(code / 28) % 21,
    final: finals[code % 28] ?? '',
  };
}

function compose({ initial, vowel, final }: Syllable): string {
  return String.fromCodePoint(first + (initials.indexOf(initial) * 21 + vowel) * 28 + finals.indexOf(final));
}
