import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { dictionary as japanese } from '@zxcvbn-ts/language-ja';

/** What comes first to the mind of somebody who types none of the Latin letters that the library's lists are in. */
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

/** Keys that lie beside each other on keyboards the library does not know. */
const keyboards = {
  kana: ['ぬふあうえおやゆよわほへ', 'たていすかんなにらせ゛゜', 'ちとしはきくまのりれけむ', 'つさそひこみもねるめろ'],
  cyrillic: ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю.'],
};

/** The neighbours of each key in the six directions in which the library looks, from the left and clockwise. */
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

/** The same password as somebody else would write it down: without signs between its words, and a date with hyphens. */
const waysToWrite = (password: string): string[] =>
  [password, password.replace(/[^\p{L}\p{N}]/gu, ''), password.replace(/[年月]/gu, '-').replaceAll('日', '')].filter(
    (written) => written !== '',
  );

/** After how many guesses a password is found by somebody who tries what is common first, and `words` before all else. */
export function createPasswordJudge(): (password: string, words: readonly string[]) => number {
  const library = new ZxcvbnFactory({
    dictionary: { ...dictionary, ...english, ...japanese, said },
    graphs: { ...adjacencyGraphs, kana: neighboursOn(keyboards.kana), cyrillic: neighboursOn(keyboards.cyrillic) },
  });
  return (password, words) =>
    Math.min(...waysToWrite(password).map((written) => library.check(written, [...words]).guesses));
}
