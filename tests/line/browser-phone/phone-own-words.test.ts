import { describe, expect, test } from '#jest';
import { html, nothing } from '../../../src/common/html.ts';
import { ownMessages } from '../../../src/line/browser-phone/page/own-messages.js';
import { ownWords as buttons } from '../../../src/line/browser-phone/page/own-words.js';
import { phoneWords } from '../../../src/line/browser-phone/phone-words.ts';
import { bundledDraft } from '../../support/bundled.ts';

const { languages } = bundledDraft().line;
const ownWords: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  Object.entries(buttons).map(([tag, words]) => [tag, { ...words, ...ownMessages[tag] }]),
);

/** The letters in which each language is written. */
const letters: Readonly<Record<string, RegExp>> = {
  en: /\p{Script=Latin}/u,
  'zh-Hans': /\p{Script=Han}/u,
  'zh-Hant': /\p{Script=Han}/u,
  ko: /\p{Script=Hangul}/u,
  es: /\p{Script=Latin}/u,
  pt: /\p{Script=Latin}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u,
};

describe('The page’s own words', () => {
  test('exist in the languages of the line, and in no other', () => {
    for (const all of [buttons, ownMessages]) expect(Object.keys(all)).toEqual(languages.map(({ tag }) => tag));
  });

  test.each(languages)('are complete in $name, and use only its letters', ({ tag }) => {
    const own = ownWords[tag] ?? {};
    expect(Object.keys(own)).toEqual(Object.keys(ownWords.en ?? {}));
    const foreign = Object.values(own).flatMap((text) =>
      [...text.replaceAll(/\{(?:key|seconds|line)\}/g, '')].filter(
        (sign) => /\p{L}/u.test(sign) && !letters[tag]?.test(sign),
      ),
    );
    expect(foreign).toEqual([]);
    expect(Object.values(own).filter((text) => text.trim() === '')).toEqual([]);
  });

  test('are also used for a regional variant', () => {
    const { say, plain } = phoneWords('pt-PT', nothing);
    expect(say('call', '', '')).toEqual(html`<span lang="pt-PT">${buttons.pt?.call ?? '?'}</span>`);
    expect(plain('contact', '', '')).toBe(ownMessages.pt?.contact);
  });

  test('differ between the two Chinese languages, except for “back”', () => {
    const [hans, hant] = [ownWords['zh-Hans'] ?? {}, ownWords['zh-Hant'] ?? {}];
    const same = Object.keys(hans).filter((label) => hans[label] === hant[label]);
    expect(same).toEqual(['back']);
  });

  test('have a reading for every kanji in Easy Japanese', () => {
    const bare = Object.values(ownWords.ja ?? {}).map((text) =>
      text.replaceAll(/\{[^|}]+\|[\p{Script=Hiragana}]+\}/gu, ''),
    );
    expect(bare.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
