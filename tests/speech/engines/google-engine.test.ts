import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '#jest';
import { SpeechError, type SpeechRequest } from '../../../src/speech/engine.ts';
import { GoogleEngine, type GoogleOptions } from '../../../src/speech/engines/google/google-engine.ts';
import { toPieces } from '../../../src/speech/to-pieces.ts';
import type { FactValue, Segment } from '../../../src/words/segment.ts';
import { describeSpeechEngine } from '../../contracts/speech-engine.ts';
import { type GoogleLoopback, startGoogleLoopback } from '../../support/google-loopback.ts';

/** Loading Google's client takes long on a machine that is busy with other tests. */
jest.setTimeout(60_000);

const month: FactValue = { type: 'month', year: 2015, month: 10 };
const number: FactValue = { type: 'phone', number: '0570-00-0000' };

function request(language: string, voice: string, ...parts: (string | FactValue | [string, string])[]): SpeechRequest {
  const segments = parts.map((part): Segment => {
    if (typeof part === 'string') return { kind: 'text', text: part };
    if ('type' in part) return { kind: 'fact', name: 'fact', value: part };
    return { kind: 'reading', text: part[0], reading: part[1] };
  });
  return { language, voice, speed: 'normal', pieces: toPieces(language, segments) };
}

/** One sentence of each language, and the SSML expected for it. */
const spoken: readonly [SpeechRequest, string][] = [
  [
    request('ja', 'ja-JP-Neural2-B', month, 'から ', ['封筒', 'ふうとう'], 'が あなたの いえへ とどきます。'),
    '<speak>にせんじゅうごねん じゅうがつから <sub alias="ふうとう">封筒</sub>が あなたの いえへ とどきます。</speak>',
  ],
  [
    request('en', 'en-US-Neural2-F', 'The "card" & the number: ', number, '.'),
    '<speak>The &quot;card&quot; &amp; the number: <prosody rate="78%">zero five seven zero</prosody><break time="400ms"/>' +
      '<prosody rate="78%">zero zero</prosody><break time="400ms"/><prosody rate="78%">zero zero zero zero.</prosody></speak>',
  ],
  [
    request('zh-Hans', 'cmn-CN-Wavenet-A', '从', month, '起，您会收到一个装有通知卡的信封。'),
    '<speak>从二零一五年十月起，您会收到一个装有通知卡的信封。</speak>',
  ],
  [
    request('zh-Hant', 'cmn-TW-Wavenet-A', '從', month, '起，您會收到一個裝有通知卡的信封。'),
    '<speak>從二零一五年十月起，您會收到一個裝有通知卡的信封。</speak>',
  ],
  [
    request('ko', 'ko-KR-Neural2-A', month, '부터 집으로 통지 카드가 든 봉투가 옵니다.'),
    '<speak>이천십오년 시월부터 집으로 통지 카드가 든 봉투가 옵니다.</speak>',
  ],
  [
    request('es', 'es-US-Neural2-A', 'A partir de ', month, ' recibirá un sobre en su casa.'),
    '<speak>A partir de octubre de dos mil quince recibirá un sobre en su casa.</speak>',
  ],
  [
    request('pt', 'pt-BR-Neural2-A', 'A partir de ', month, ', você receberá um envelope em casa.'),
    '<speak>A partir de outubro de dois mil e quinze, você receberá um envelope em casa.</speak>',
  ],
];
const sentences = spoken.map(([sentence]) => sentence);

let google: GoogleLoopback;
beforeAll(async () => {
  google = await startGoogleLoopback();
});
afterAll(async () => google[Symbol.asyncDispose]());

const openEngine = (options: GoogleOptions = {}) =>
  new GoogleEngine({ endpoint: google.endpoint, requestsPerMinute: 60_000, ...options });

describeSpeechEngine('Google’s client', { open: openEngine, sentences });

describe('Google is asked', () => {
  const engines: GoogleEngine[] = [];
  const opened = (options?: GoogleOptions) => {
    const engine = openEngine(options);
    engines.push(engine);
    return engine;
  };
  afterEach(() => Promise.all(engines.splice(0).map((engine) => engine.close())));

  test.each(spoken.map(([sentence, ssml]) => ({ ...sentence, ssml })))(
    'for $language in exactly these words',
    async ({ ssml, ...sentence }) => {
      await opened().synthesize(sentence);
      expect(google.requests.at(-1)?.input).toMatchObject({ ssml });
    },
  );

  test.each(sentences)('for $language with the voice, its language and the format', async (sentence) => {
    await opened().synthesize(sentence);
    const seen = google.requests.at(-1);
    expect(seen?.voice).toMatchObject({
      name: sentence.voice,
      languageCode: sentence.voice.slice(0, sentence.voice.indexOf('-', 4)),
    });
    expect(seen?.audioConfig).toEqual({
      audioEncoding: 'LINEAR16',
      sampleRateHertz: 24_000,
      speakingRate: sentence.language === 'ja' ? 0.85 : 0.95,
      pitch: 0,
      volumeGainDb: 0,
      effectsProfileId: [],
    });
  });

  test('for slow speech at four fifths of the normal rate, and for numbers at seven tenths', async () => {
    const [, sentence] = sentences;
    if (!sentence) throw new Error('There is no sentence.');
    await opened().synthesize({ ...sentence, speed: 'slow' });
    expect(google.requests.at(-1)?.audioConfig).toMatchObject({ speakingRate: 0.76 });
    expect(google.requests.at(-1)?.input.ssml).toContain('<prosody rate="88%">zero five seven zero</prosody>');
    await opened().synthesize({ ...request('ja', 'ja-JP-Neural2-B', 'とどきます。'), speed: 'slow' });
    expect(google.requests.at(-1)?.audioConfig).toMatchObject({ speakingRate: 0.68 });
  });

  test('with the right language code for a voice whose name has its region in small letters', async () => {
    const voice = 'fil-ph-Neural2-A';
    await expect(opened().synthesize({ ...request('fil', voice, 'Magandang araw po.') })).rejects.toThrow(
      /does not exist/,
    );
    expect(google.requests.at(-1)?.voice).toMatchObject({ name: voice, languageCode: 'fil-PH' });
  });

  test('for at most four sentences at a time', async () => {
    const engine = opened();
    await Promise.all([...sentences, ...sentences].map((each) => engine.synthesize(each)));
    expect(google.mostAtOnce).toBeGreaterThan(1);
    expect(google.mostAtOnce).toBeLessThanOrEqual(4);
  });

  test('for no more sentences a minute than configured', async () => {
    const engine = opened({ requestsPerMinute: 300 });
    const [sentence] = sentences;
    if (!sentence) throw new Error('There is no sentence.');
    await engine.synthesize(sentence);
    const before = performance.now();
    await Promise.all([1, 2, 3].map(() => engine.synthesize(sentence)));
    // Sentences are 200 ms apart. Part of the first interval passed while the previous sentence was spoken.
    expect(performance.now() - before).toBeGreaterThan(350);
  });

  test('which voices it has for a language', async () => {
    expect(await opened().voices('en-US')).toEqual(['en-US-Neural2-C', 'en-US-Neural2-F']);
    expect(await opened().voices('cmn-TW')).toEqual(['cmn-TW-Wavenet-A']);
    expect(await opened().voices('th-TH')).toEqual([]);
  });

  test('whether a voice exists, and which voices the language has', async () => {
    const names = ['en-US-Neural2-C', 'en-US-Neural2-F'];
    expect(await opened().voicesLike('en-US-Neural2-F')).toEqual({ isKnown: true, names });
    expect(await opened().voicesLike('en-US-Neural2-Z')).toEqual({ isKnown: false, names });
    // An incomplete name, and something that is no name of a voice.
    expect(await opened().voicesLike('en-US')).toEqual({ isKnown: false, names });
    expect(await opened().voicesLike('Joanna')).toEqual({ isKnown: false, names: [] });
  });

  test('nothing if the sentence is too long for it, and the message says which sentence', async () => {
    const before = google.requests.length;
    const long = request('en', 'en-US-Neural2-F', `Bring the envelope. ${'word '.repeat(1000)}`);
    await expect(opened().synthesize(long)).rejects.toThrow(
      'The sentence that begins "Bring the envelope. " is too long for Google (5035 bytes, at most 5000); split it into two sentences.',
    );
    const markup = request(
      'ja',
      'ja-JP-Neural2-B',
      ...Array.from({ length: 160 }, () => ['封筒', 'ふうとう'] as [string, string]),
    );
    await expect(opened().synthesize(markup)).rejects.toThrow(SpeechError);
    expect(google.requests.length).toBe(before);
  });

  test('nothing if the voice cannot be one of Google’s', async () => {
    const before = google.requests.length;
    await expect(opened().synthesize(request('en', 'en-us+klatt4', 'Hello.'))).rejects.toThrow(/is not a Google voice/);
    expect(google.requests.length).toBe(before);
  });

  test('without characters that XML forbids', async () => {
    await opened().synthesize(request('en', 'en-US-Neural2-F', 'Keep\u0000the <card>\u000b safe\uD800.'));
    expect(google.requests.at(-1)?.input.ssml).toBe('<speak>Keep the &lt;card&gt;  safe\uFFFD.</speak>');
  });
});
