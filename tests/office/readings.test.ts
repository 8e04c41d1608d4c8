import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import { alignReading } from '../../src/office/readings/align-reading.ts';
import { proposeReadings } from '../../src/office/readings/propose-readings.ts';
import { parseSentence } from '../../src/words/sentence-template.ts';

const written = (word: string, reading: string): string =>
  alignReading(word, reading)
    .map((piece) => (piece.reading === null ? piece.text : `{${piece.text}|${piece.reading}}`))
    .join('');

describe('A reading', () => {
  test.each([
    ['封筒', 'フウトウ', '{封筒|ふうとう}'],
    ['届き', 'トドキ', '{届|とど}き'],
    ['取り組み', 'トリクミ', '{取|と}り{組|く}み'],
    ['お知らせ', 'オシラセ', 'お{知|し}らせ'],
    ['食べ物', 'タベモノ', '{食|た}べ{物|もの}'],
    ['人々', 'ヒトビト', '{人々|ひとびと}'],
    // Kana that allow two divisions, and kana that are not read as they are written.
    ['生き生き', 'イキイキ', '{生|い}き{生|い}き'],
    ['思い出', 'オモイデ', '{思|おも}い{出|で}'],
    ['母親は母', 'ハハオヤハハハ', '{母親は母|ははおやははは}'],
    ['一ヶ月', 'イッカゲツ', '{一ヶ月|いっかげつ}'],
    ['ヶ月', 'カゲツ', '{ヶ月|かげつ}'],
    ['カード', 'カード', 'カード'],
    // Nothing says which part of the reading belongs to the digit.
    ['3月', 'サンガツ', '3月'],
    ['漢字', 'kanji', '漢字'],
    ['漢字', '', '漢字'],
  ])('of %s as %s is divided: %s', (word, reading, expected) => {
    expect(written(word, reading)).toBe(expected);
  });

  const kana = fc.constantFrom(...'あいきしたはもりカード');
  const kanji = fc.constantFrom(...'日本語人々届書');
  const any = (letters: fc.Arbitrary<string>, maxLength: number) =>
    fc.array(letters, { maxLength }).map((all) => all.join(''));

  test('is never spread over a word in a way that changes the word, however badly it fits', () => {
    fc.assert(
      fc.property(any(fc.oneof(kana, kanji), 12), any(fc.oneof(kana, kanji), 20), (word, reading) => {
        const pieces = alignReading(word, reading);
        expect(pieces.map(({ text }) => text).join('')).toBe(word);
        for (const piece of pieces) if (piece.reading !== null) expect(piece.reading).not.toBe('');
      }),
    );
  });

  test('that fits is complete after it was divided', () => {
    const parts = fc.array(fc.tuple(any(kanji, 2), any(kana, 3), any(kana, 2)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, (some) => {
        const usable = some.filter(([text, reading]) => (text === '') === (reading === ''));
        const word = usable.map(([text, , after]) => text + after).join('');
        const reading = usable.map(([, own, after]) => own + after).join('');
        const heard = alignReading(word, reading).map((piece) => piece.reading ?? piece.text);
        const hiragana = (text: string) =>
          text.replaceAll(/[ァ-ヶ]/g, (each) => String.fromCodePoint((each.codePointAt(0) ?? 0) - 0x60));
        expect(hiragana(heard.join(''))).toBe(hiragana(reading));
      }),
    );
  });

  test('is divided quickly even if the word allows a great many divisions', () => {
    expect(written('日あ'.repeat(20), 'あ'.repeat(80)).length).toBeGreaterThan(0);
    expect(written('日あ'.repeat(2000), 'あ'.repeat(8000))).toBe('日あ'.repeat(2000));
  });
});

/** A dictionary that finds the given words in a text, longer ones first, and knows their readings. */
const dictionaryOf = (words: Readonly<Record<string, string>>) => ({
  words: async (texts: readonly string[]) =>
    texts.map((text) => {
      const pattern = new RegExp(
        Object.keys(words)
          .toSorted((a, b) => b.length - a.length)
          .join('|'),
        'g',
      );
      return [...text.matchAll(pattern)].map(([word]) => ({ text: word, reading: words[word] ?? null }));
    }),
});

describe('Readings for a whole text', () => {
  const some = dictionaryOf({
    市役所: 'シヤクショ',
    役所: 'ヤクショ',
    届き: 'トドキ',
    住民: 'ジュウミン',
    票: 'ヒョウ',
    十: 'ジュウ',
    二: 'ニ',
    人: 'ニン',
    行っ: 'イッ',
    市: 'シ',
    円: 'エン',
    日: 'ニチ',
  });
  const propose = async (sentence: string, texts: readonly (readonly [string, readonly string[]])[] = []) => {
    const { sentences, ...more } = await proposeReadings([sentence], some, texts);
    return { sentence: sentences[0], ...more };
  };

  test('leave readings, values, digits and spaces as they are', async () => {
    const { sentence } = await propose('{市|いち}に {{day}}から 30円 届きます。');
    expect(sentence).toBe('{市|いち}に {{day}}から 30{円|えん} {届|とど}きます。');
  });

  test('find words in the whole sentence, but only in a part of it where a word overlaps an existing reading', async () => {
    expect((await propose('{市|し}役所へ')).sentence).toBe('{市|し}{役所|やくしょ}へ');
    expect((await propose('市役所へ')).sentence).toBe('{市役所|しやくしょ}へ');
  });

  test('join the words of a term, and know numbers of people and days that are not read as they are counted', async () => {
    expect((await propose('住民票')).sentence).toBe('{住民票|じゅうみんひょう}');
    expect((await propose('二人で')).sentence).toBe('{二人|ふたり}で');
    expect((await propose('十二人で')).sentence).toBe('{十二人|じゅうににん}で');
    expect((await propose('二日に')).sentence).toBe('{二日|ふつか}に');
    expect((await propose('十日に')).sentence).toBe('{十日|とおか}に');
    expect((await propose('十二日に')).sentence).toBe('{十二日|じゅうににち}に');
  });

  test('prefer the office’s earlier readings for words of several kanji, and the dictionary for single kanji', async () => {
    const texts = [['one', ['{住民票|すみんひょう}と {市|いち}と {行|おこな}う。']]] as const;
    const { sentence, differences } = await propose('住民票と 市へ 行った。', texts);
    expect(sentence).toBe('{住民票|すみんひょう}と {市|し}へ {行|い}った。');
    expect(differences).toEqual([
      { written: '住民票', before: 'すみんひょう', from: 'one', dictionary: 'じゅうみんひょう', used: 'すみんひょう' },
      { written: '市', before: 'いち', from: 'one', dictionary: 'し', used: 'し' },
    ]);
    expect((await propose('住民票', [['one', ['{住民票|じゅうみんひょう}']]])).differences).toEqual([]);
  });

  test('name the kanji that the dictionary does not know', async () => {
    expect(await propose('龘は 届きます。')).toMatchObject({ sentence: '龘は {届|とど}きます。', unknown: ['龘'] });
  });

  test('leave exactly the original text when they are removed again, for any text and any words', async () => {
    const letters = fc.constantFrom(...'日本人市役所届きますは。 3{}|', '{{x}}', '{日|ひ}', '{市|し');
    const texts = fc.array(letters, { maxLength: 20 }).map((all) => all.join(''));
    const words = fc.dictionary(
      fc.array(fc.constantFrom(...'日本人市役所届きます'), { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
      fc.array(fc.constantFrom(...'ニホンシトドキマス'), { minLength: 1, maxLength: 5 }).map((all) => all.join('')),
      { minKeys: 1, maxKeys: 6 },
    );
    const bare = (sentence: string) =>
      parseSentence(sentence)
        .map((part) => (part.kind === 'placeholder' ? `{{${part.name}}}` : part.text))
        .join('');
    const own = (sentence: string) => parseSentence(sentence).filter(({ kind }) => kind !== 'text');
    await fc.assert(
      fc.asyncProperty(texts, words, async (text, known) => {
        const [sentence = ''] = (await proposeReadings([text], dictionaryOf({ ...known }), [])).sentences;
        expect(bare(sentence)).toBe(bare(text));
        // What had a reading before still has it, in the same order.
        const after = own(sentence).map((part) => JSON.stringify(part));
        let from = 0;
        for (const part of own(text)) {
          const at = after.indexOf(JSON.stringify(part), from);
          expect(at).toBeGreaterThanOrEqual(0);
          from = at + 1;
        }
      }),
    );
  });
});
