import { createRequire } from 'node:module';
import { afterAll, cleanUp, deepTest, describe, expect, jest, test } from '#jest';
import type { SpeechRequest } from '../../../src/speech/engine.ts';
import { EspeakEngine } from '../../../src/speech/engines/espeak/espeak-engine.ts';
import { toPieces } from '../../../src/speech/to-pieces.ts';
import type { FactValue, Segment } from '../../../src/words/segment.ts';
import { describeSpeechEngine } from '../../contracts/speech-engine.ts';

/** Starting a process takes long on a machine that is busy with other tests. */
jest.setTimeout(60_000);

const voices = new Map([
  ['ja', 'ja'],
  ['en', 'en-us+klatt4'],
  ['zh-Hans', 'cmn'],
  ['zh-Hant', 'cmn'],
  ['ko', 'ko'],
  ['es', 'es-419'],
  ['pt', 'pt-br'],
]);
const month: FactValue = { type: 'month', year: 2015, month: 10 };
const hours: FactValue = { type: 'hours', weekly: [{ days: [1, 2, 3, 4, 5], opens: '09:30', closes: '17:30' }] };
const number: FactValue = { type: 'phone', number: '0670-00-0000' };

function request(language: string, ...parts: (string | FactValue | [string, string])[]): SpeechRequest {
  const segments = parts.map((part): Segment => {
    if (typeof part === 'string') return { kind: 'text', text: part };
    if ('type' in part) return { kind: 'fact', name: 'fact', value: part };
    return { kind: 'reading', text: part[0], reading: part[1] };
  });
  return { language, voice: voices.get(language) ?? language, speed: 'normal', pieces: toPieces(language, segments) };
}

const sentences = [
  request('ja', month, 'から ', ['封筒', 'ふうとう'], 'が あなたの いえへ とどきます。'),
  request('en', 'From ', month, ' your city will send an envelope to your home.'),
  request('zh-Hans', '从', month, '起，您会收到一个装有通知卡的信封。'),
  request('zh-Hant', '從', month, '起，您會收到一個裝有通知卡的信封。'),
  request('ko', month, '부터 집으로 통지 카드가 든 봉투가 옵니다.'),
  request('es', 'A partir de ', month, ' recibirá un sobre en su casa.'),
  request('pt', 'A partir de ', month, ', você receberá um envelope em casa.'),
];

describeSpeechEngine('The embedded voice', {
  open: () => new EspeakEngine(),
  sentences,
  processId: (engine) => engine.processId,
});

test('The embedded engine says whether a voice exists, and which voices the language has', async () => {
  const engine = new EspeakEngine();
  cleanUp(() => engine.close());
  const names = ['vi', 'vi-vn-x-central', 'vi-vn-x-south'];
  expect(await engine.voicesLike('vi')).toEqual({ isKnown: true, names });
  expect(await engine.voicesLike('vi-nothing')).toEqual({ isKnown: false, names });
  expect(await engine.voicesLike('en-us+klatt4')).toMatchObject({ isKnown: true });
  expect(await engine.voicesLike('nothing')).toEqual({ isKnown: false, names: [] });
});

describe('Pronunciation', () => {
  const engine = new EspeakEngine();
  afterAll(() => engine.close());

  /** The phonemes without stress, length and joins. */
  async function heard(language: string, ...parts: Parameters<typeof request>[1][]): Promise<string> {
    const phonemes = await engine.phonemes(request(language, ...parts));
    return phonemes.normalize('NFD').replaceAll(/[_ˈˌ\p{M}\p{Lm}]/gu, '');
  }

  deepTest.each(sentences)('reads every character in $language', async (sentence) => {
    for (const pieces of [
      sentence.pieces,
      toPieces(sentence.language, [{ kind: 'fact', name: 'hours', value: hours }]),
    ]) {
      const phonemes = await engine.phonemes({ ...sentence, pieces });
      expect(phonemes).not.toContain('(en)');
      expect(phonemes).not.toContain('tʃ_ˈaɪ_n_iː_z');
      expect(phonemes.length).toBeGreaterThan(20);
    }
  });

  test.each([
    ['ja', 'zeɽoɽokɯnanazeɽo', 'zeɽozeɽo'],
    ['en', 'ziəɹoʊ sɪks sɛvən ziəɹoʊ', 'ziəɹoʊ ziəɹoʊ'],
    ['ko', 'ɡoŋ juq tʃhiɫ ɡoŋ', 'ɡoŋ ɡoŋ'],
    ['es', 'seɾo seɪs sjete seɾo', 'seɾo seɾo'],
    ['pt', 'zɛɾʊ meɪæ sɛtʃy zɛɾʊ', 'zɛɾʊ zɛɾʊ'],
  ])('reads a phone number digit by digit in %s', async (language, first, second) => {
    const lines = (await heard(language, number)).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines.slice(0, 2)).toEqual([first, second]);
  });

  test.each(['zh-Hans', 'zh-Hant'])('reads a phone number in groups of digits in %s', async (language) => {
    const groups = (await heard(language, number)).split('\n').map((line) => line.split(' ').length);
    expect(groups).toEqual([4, 2, 4]);
  });

  test('reads は, へ and を at the end of a Japanese phrase as particles', async () => {
    expect(await heard('ja', 'これは です')).toMatch(/^koɽewa /);
    expect(await heard('ja', 'いえへ いきます')).toMatch(/^iee /);
    expect(await heard('ja', 'なまえを かく')).toMatch(/^namaeo /);
    expect(await heard('ja', ['番号', 'ばんごう'], 'は')).toMatch(/wa$/);
    expect(await heard('ja', 'はがき では ありません')).toMatch(/^haɡaki dewa /);
    expect(await heard('ja', 'はは です')).toMatch(/^haha /);
  });

  test('reads the long vowels of an authored reading as long', async () => {
    expect(await heard('ja', ['封筒', 'ふーとー'])).toBe(await heard('ja', ['封筒', 'ふうとう']));
    expect(await heard('ja', ['経営', 'けいえい'])).toBe(await heard('ja', ['経営', 'けーえー']));
    expect(await heard('ja', ['思う', 'おもう'])).toMatch(/ɯ$/);
  });

  test('reads digits and Latin letters in Japanese text', async () => {
    expect(await heard('ja', '12けたの QR コード')).toBe(await heard('ja', 'じゅうにけたの キューアール コード'));
    expect(await heard('ja', '１２けた')).toBe(await heard('ja', 'じゅうにけた'));
  });

  test('refuses kanji without a reading instead of spelling them out', async () => {
    await expect(engine.phonemes(request('ja', 'この 番号です'))).rejects.toThrow(/番号.*write its reading/);
  });

  test.each([
    ['zh-Hans', '这里是熊本县。', '穷人和兄弟很窘。'],
    ['zh-Hant', '這裡是熊本縣。', '窮人和兒子很窘。'],
  ])('reads in %s the characters that espeak alone cannot read', async (language, ...texts) => {
    for (const text of texts) expect(await heard(language, text)).not.toContain('(en)');
    expect(await heard(language, texts[0] ?? '')).toContain(' ɕonɡ');
  });

  test.each([
    ['합니다', 'hɐmnidɐ'],
    ['있습니다', 'it-s-ɯmnidɐ'],
    ['작년', 'tɕɐŋnjʌn'],
    ['독립', 'doŋnip'],
    ['연락', 'jʌlɐq'],
    ['십육', 'simnjuq'],
    ['십오', 'sipo'],
  ])('reads the Korean %s as it sounds', async (word, sound) => {
    expect(await heard('ko', word)).toBe(sound);
  });

  test('names its package and version in its fingerprint', () => {
    const { version } = createRequire(import.meta.url)('@echogarden/espeak-ng-emscripten/package.json');
    expect(engine.fingerprint).toContain(`@echogarden/espeak-ng-emscripten ${version}`);
  });
});
