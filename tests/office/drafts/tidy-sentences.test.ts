import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import { type Tidied, textLimits, tidySentences, type Untidy } from '../../../src/office/drafts/tidy-sentences.ts';
import { cpuTime } from '../../support/cpu-time.ts';

const tidy = (text: string) => tidySentences(text);

describe('Typed sentences are corrected, and the correction is reported:', () => {
  test.each<[string, string, string[], Tidied[]]>([
    ['full-width digits', '２０２６年４月１日', ['2026年4月1日'], ['full-width-digits']],
    ['full-width letters', 'ＭＹ ｎumber', ['MY number'], ['full-width-letters']],
    ['half-width kana with their marks', 'ﾏｲﾅﾝﾊﾞｰ ｶﾞ ﾊﾟ', ['マイナンバー ガ パ'], ['half-width-kana']],
    ['half-width corner brackets', '｢はい｣｡', ['「はい」。'], ['half-width-kana']],
    ['a half-width mark behind full-width kana', 'カﾞ', ['ガ'], ['half-width-kana', 'composed']],
    ['letters and accents in two', 'Até amanhã'.normalize('NFD'), ['Até amanhã'], ['composed']],
    ['kana and their marks in two', 'ガ'.normalize('NFD'), ['ガ'], ['composed']],
    ['Korean in single letters', '번호'.normalize('NFD'), ['번호'], ['composed']],
    ['a tab', 'one\ttwo', ['one two'], ['spaces']],
    ['several spaces', 'one   two', ['one two'], ['spaces']],
    ['a space as wide as a kanji', 'ごみの　日', ['ごみの 日'], ['spaces']],
    ['a space that does not break', 'No se\u00A0lo diga', ['No se lo diga'], ['spaces']],
    [
      'everything at once',
      '１　ﾒ\t Ａ\u0301',
      ['1 メ Á'],
      ['full-width-digits', 'full-width-letters', 'half-width-kana', 'composed', 'spaces'],
    ],
  ])('%s', (_, typed, sentences, tidied) => {
    const read = tidy(typed);
    expect(read).toEqual({ sentences, tidied: expect.any(Array), untidy: [] });
    expect(new Set(read.tidied)).toEqual(new Set(tidied));
  });
});

describe('What is typed between sentences is no part of them:', () => {
  test.each<[string, string, string[]]>([
    ['spaces around', '  Hello.  ', ['Hello.']],
    ['line breaks of Windows', 'One.\r\nTwo.\r\n', ['One.', 'Two.']],
    ['line breaks of old Macs', 'One.\rTwo.', ['One.', 'Two.']],
    ['line breaks of word processors', 'One.\u2028Two.\u2029Three.', ['One.', 'Two.', 'Three.']],
    ['blank lines', '\n\nOne.\n \n\t\n　\nTwo.\n', ['One.', 'Two.']],
    ['nothing', '', []],
    ['nothing but blanks', ' \r\n\t\n', []],
  ])('%s', (_, typed, sentences) => {
    expect(tidy(typed)).toEqual({ sentences, tidied: [], untidy: [] });
  });
});

describe('What looks like a program stays text:', () => {
  test.each([
    '{{fact}} から {{key}}',
    '{封筒|ふうとう}',
    '<b>bold</b> &amp; <script>alert(1)</script>',
    '$t(goodbye) $1 $& $$',
    '%s %d `x` \\u0041 \\n',
    '# T-02: no comment',
    'Google® © ™ ‼ ㊗ ㊙ 〽 ☎ ☀',
    "'; drop table draft_texts; --",
    '__proto__',
  ])('%s', (text) => {
    expect(tidy(text)).toEqual({ sentences: [text], tidied: [], untidy: [] });
  });
});

describe('Nothing is saved of a text with', () => {
  test.each<[string, string, Untidy[]]>([
    ['a face', 'Hello 😀.', ['emoji']],
    ['a family of several signs', 'We 👨‍👩‍👧 are.', ['emoji']],
    ['a watch', '⌚', ['emoji']],
    ['half of a flag', '🇯', ['emoji']],
    ['a colour of skin', '🏽', ['emoji']],
    ['a flag', 'Japan 🇯🇵.', ['emoji']],
    ['a sign turned into a picture', '☎️', ['emoji']],
    ['a mark that turns the direction', 'Call \u200Fnow.', ['direction-mark']],
    ['an override of the direction', '\u202Etxt.exe', ['direction-mark']],
    ['a NUL', 'cut\u0000off', ['control-character']],
    ['a bell', 'ring\u0007ring', ['control-character']],
    ['half of a surrogate pair', 'broken \uD83D here', ['control-character']],
    ['a private-use character', '\uE000', ['control-character']],
    ['a byte order mark in the middle', 'a\uFEFFb', ['control-character']],
    ['a sentence that is too long', 'あ'.repeat(textLimits.characters + 1), ['too-long']],
    ['too many sentences', 'a\n'.repeat(textLimits.sentences + 1), ['too-many']],
    ['several mistakes at once', '😀\u202E\u0001', ['emoji', 'direction-mark', 'control-character']],
  ])('%s', (_, typed, untidy) => {
    expect(tidy(typed).untidy).toEqual(untidy);
  });

  test('but texts of exactly the maximum length and the maximum number of sentences are accepted', () => {
    expect(tidy('あ'.repeat(textLimits.characters)).untidy).toEqual([]);
    expect(tidy('a\n'.repeat(textLimits.sentences)).untidy).toEqual([]);
  });
});

describe('A paste of a million characters', () => {
  test.each([
    ['without an end', 'word '.repeat(200_000)],
    ['of blanks', ' '.repeat(1_000_000)],
    ['of line breaks', '\n'.repeat(1_000_000)],
    ['of short lines', 'a\n'.repeat(500_000)],
    ['of half-width kana', 'ｶﾞ'.repeat(500_000)],
  ])('%s is refused too quickly for a call to notice', (_, paste) => {
    const began = cpuTime();
    expect(tidy(paste)).toEqual({ sentences: [], tidied: [], untidy: ['too-long'] });
    expect(cpuTime() - began).toBeLessThan(500);
  });

  test('is refused unread, but for a text that is merely too long, everything that is wrong is reported', () => {
    const long = `${'あ'.repeat(900)}\n`.repeat(100);
    expect(tidy(`${long}😀`).untidy).toEqual(['too-long', 'emoji', 'too-many']);
  });
});

/** Characters of a paste. The awkward ones are more frequent than in random text. */
const character = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.constantFrom(
    ...'０Ａｚｶﾞﾟ \t\r\n　\u00A0\u2000\u0301\u3099\u200F\uFEFF\u2028\u000B😀',
    '\uD800',
    'e\u0301',
    '{{a}}',
  ),
);
const paste = fc.array(character, { maxLength: 30 }).map((each) => each.join(''));

describe('Whatever is pasted,', () => {
  test('it never throws, and what comes out is composed, singly spaced, one sentence a line', () => {
    fc.assert(
      fc.property(paste, (text) => {
        for (const sentence of tidy(text).sentences) {
          expect(sentence).toBe(sentence.normalize('NFC'));
          expect(sentence).toBe(sentence.trim());
          expect(sentence).not.toMatch(/ {2}|[\t\r\n\u2028\u2029]|(?! )\p{Zs}|^$/u);
          expect(sentence).not.toMatch(/[０-９Ａ-Ｚａ-ｚ\uFF61-\uFF9F]/u);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('what was corrected once stays as it is, and no further correction is reported', () => {
    fc.assert(
      fc.property(paste, (text) => {
        const once = tidy(text);
        expect(tidy(once.sentences.join('\n'))).toEqual({ ...once, tidied: [] });
      }),
      { numRuns: 2000 },
    );
  });
});
