import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { dictionary as japanese } from '@zxcvbn-ts/language-ja';

/** Common passwords, mostly in scripts other than Latin, because the library's own lists are in Latin letters. */
const said = [
  ...[
    'パスワード',
    'ぱすわーど',
    'ひみつ',
    'ありがとうございます',
    'よろしくおねがいします',
    'いつもおせわになっております',
  ],
  ...['비밀번호', '사랑해요', '안녕하세요', '密码', '密碼', '我爱你', '我愛你', 'contraseña', 'contrasena', 'senha'],
  ...['пароль', 'привет', 'любовь', 'спасибо'],
];

/** The rows of keys on keyboards that the library does not know. */
const keyboards = {
  kana: ['ぬふあうえおやゆよわほへ', 'たていすかんなにらせ゛゜', 'ちとしはきくまのりれけむ', 'つさそひこみもねるめろ'],
  cyrillic: ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю.'],
};

/** Returns the neighbours of each key in the six directions that the library uses, clockwise from the left. */
function neighboursOn(rows: readonly string[]): Record<string, (string | null)[]> {
  const keyAt = (row: number, column: number) => rows[row]?.[column] ?? null;
  const keys = rows.flatMap((text, row) =>
    [...text].map((key, column): [string, (string | null)[]] => [
      key,
      [
        ...[keyAt(row, column - 1), keyAt(row - 1, column), keyAt(row - 1, column + 1)],
        ...[keyAt(row, column + 1), keyAt(row + 1, column), keyAt(row + 1, column - 1)],
      ],
    ]),
  );
  return Object.fromEntries(keys);
}

/**
 * Returns three variants of a password: as typed, without spaces and symbols, and with Japanese dates written with
 * hyphens. Empty variants are left out.
 */
const variantsOf = (password: string): string[] =>
  [password, password.replace(/[^\p{L}\p{N}]/gu, ''), password.replace(/[年月]/gu, '-').replaceAll('日', '')].filter(
    (written) => written !== '',
  );

/**
 * Creates a function that estimates how many guesses a password withstands. The attacker is assumed to try `words`
 * first, and then common passwords. The estimate is that of the variant that is easiest to guess.
 */
export function createPasswordJudge(): (password: string, words: readonly string[]) => number {
  const library = new ZxcvbnFactory({
    dictionary: { ...dictionary, ...english, ...japanese, said },
    graphs: { ...adjacencyGraphs, kana: neighboursOn(keyboards.kana), cyrillic: neighboursOn(keyboards.cyrillic) },
  });
  return (password, words) =>
    Math.min(...variantsOf(password).map((written) => library.check(written, [...words]).guesses));
}
