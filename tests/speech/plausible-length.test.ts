import { afterAll, beforeAll, cleanUp, deepTest, describe, expect, jest, test } from '#jest';
import { outOfOrder } from '../../src/call/say.ts';
import { everyScript } from '../../src/office/editions/every-narration.ts';
import { telephoneRate } from '../../src/sound/mu-law.ts';
import type { Pcm } from '../../src/sound/wav.ts';
import { amplitudeOf } from '../../src/speech/active-level.ts';
import type { Piece, SpeechRequest } from '../../src/speech/engine.ts';
import { EspeakEngine } from '../../src/speech/engines/espeak/espeak-engine.ts';
import { finishing, trimEnds } from '../../src/speech/finish-sentence.ts';
import type { SpokenSentence } from '../../src/speech/narration.ts';
import { implausibleLength } from '../../src/speech/plausible-length.ts';
import { createSentenceStudio } from '../../src/speech/sentence-studio.ts';
import { bundledEdition } from '../support/bundled.ts';
import { createMemoryAudioStore } from '../support/memory-audio-store.ts';
import { tone } from '../support/sounds.ts';
import { createToneEngine } from '../support/tone-engine.ts';

/** Long, because the deep tests speak most bundled sentences. */
jest.setTimeout(240_000);

const words = (text: string, rate: 'normal' | 'number' = 'normal'): Piece => ({ kind: 'words', text, rate });
const request = (...pieces: Piece[]): SpeechRequest => ({ language: 'en', voice: 'v', speed: 'normal', pieces });

const edition = bundledEdition();
const sentences = new Map<string, SpokenSentence>();
for (const script of everyScript(edition)) {
  for (const part of script?.narration.parts ?? []) if (typeof part !== 'number') sentences.set(part.key, part);
}

/**
 * The length of a sound without the silence at its ends, which is trimmed as in `finishSentence`. The other steps of
 * finishing are left out, because they take longer than speaking.
 */
function secondsBetweenEnds({ samples, sampleRate }: Pcm): number {
  const inSamples = (milliseconds: number) => Math.round((milliseconds * sampleRate) / 1000);
  const { trim, frame, keep } = finishing;
  const cut = trimEnds(samples, { threshold: amplitudeOf(trim), frame: inSamples(frame), keep: inSamples(keep) });
  return cut.length / sampleRate;
}

describe('The length of a sentence', () => {
  test.each([
    ['twelve kana', request(words('おうちに とどきます'))],
    ['kanji by their reading', request({ kind: 'reading', text: '字', reading: 'おうちにとどきます' })],
    ['ten hanzi', request(words('您会收到一个信封吗你'))],
    ['ten hangul', request(words('집으로 봉투가 옵니다요'))],
    ['ten vowel groups', request(words('Your city will send an envelope to you'))],
    ['ten words with accents', request(words('él él él él él él él él él él'))],
  ])('of %s is between one and five seconds', (_what, asked) => {
    expect(implausibleLength(asked, 0.3)?.en).toMatch(/^The sound is too short for its words: it takes 0\.3 seconds, /);
    expect(implausibleLength(asked, 1.2)).toBeNull();
    expect(implausibleLength(asked, 3)).toBeNull();
    expect(implausibleLength(asked, 6)?.en).toMatch(/^The sound is too long for its words: it takes 6\.0 seconds, /);
  });

  test('includes the pauses between its pieces, but not those at its ends', () => {
    const pause: Piece = { kind: 'pause', milliseconds: 10_000 };
    expect(implausibleLength(request(words('one'), pause, words('two')), 11)).toBeNull();
    expect(implausibleLength(request(words('one'), pause, words('two')), 1)?.en).toMatch(/too short/);
    expect(implausibleLength(request(pause, words('one two'), pause), 1)).toBeNull();
    expect(implausibleLength(request(pause, words('one two'), pause), 11)?.en).toMatch(/too long/);
  });

  test('may be longer for numbers and for slow speech', () => {
    const digits = 'zero five seven zero zero five seven zero';
    expect(implausibleLength(request(words(digits)), 7)?.en).toMatch(/too long/);
    expect(implausibleLength(request(words(digits, 'number')), 7)).toBeNull();
    expect(implausibleLength({ ...request(words(digits)), speed: 'slow' }, 7)).toBeNull();
  });

  test('counts each letter that is spelled', () => {
    expect(implausibleLength(request(words('QR PC')), 1.9)).toBeNull();
  });
});

describe('Of the bundled sentences in the embedded voice', () => {
  const engine = new EspeakEngine();
  const lengths: { text: string; request: SpeechRequest; seconds: number }[] = [];
  beforeAll(async () => {
    // Only some of the slow sentences are spoken, because their words are those of the normal ones.
    const spoken = [...sentences.values()].filter(
      ({ request: { speed } }, index) => speed === 'normal' || index % 9 === 0,
    );
    for (const { request: asked } of spoken) {
      const seconds = secondsBetweenEnds(await engine.synthesize(asked));
      const text = asked.pieces.map((piece) => (piece.kind === 'pause' ? '' : piece.text)).join('');
      lengths.push({ text, request: asked, seconds });
    }
  });
  afterAll(() => engine.close());

  const alarms = (factor: number) =>
    lengths.filter(({ request: asked, seconds }) => implausibleLength(asked, factor * seconds) !== null);

  deepTest('none has an implausible length', () => {
    expect(lengths.length).toBeGreaterThan(500);
    expect(alarms(1).map(({ text, seconds }) => `${text} (${seconds} s)`)).toEqual([]);
  });

  deepTest('nearly all would be found at three times their length, and most at a quarter of it', () => {
    expect(alarms(3).length / lengths.length).toBeGreaterThan(0.97);
    expect(alarms(0.25).length / lengths.length).toBeGreaterThan(0.6);
  });
});

test('The words of the fallback take at most eight seconds in each language, with their pauses', async () => {
  const engine = new EspeakEngine();
  cleanUp(() => engine.close());
  const seconds: Record<string, number> = {};
  for (const { tag } of edition.line.languages) {
    const { parts, lead } = edition.script([{ prompt: outOfOrder, language: tag }]).narration;
    let sum = lead / 1000;
    for (const part of parts) {
      sum += typeof part === 'number' ? part / 1000 : secondsBetweenEnds(await engine.synthesize(part.request));
    }
    seconds[tag] = sum;
  }
  expect(Object.entries(seconds).filter(([, each]) => each > 8)).toEqual([]);
  expect(Math.min(...Object.values(seconds))).toBeGreaterThan(5);
});

describe('A sentence of implausible length', () => {
  test('is not kept, and the reason names its prompt and language', async () => {
    const spoken = sentences.values().find(({ sentence }) => sentence.prompt === 'goodbye');
    if (!spoken) throw new Error('There is no goodbye.');
    const store = createMemoryAudioStore();
    const drone = tone(300, telephoneRate, 60, 0.3);
    const studio = createSentenceStudio(
      { ...createToneEngine(), fingerprint: 'drone', synthesize: async () => drone },
      store,
    );
    await expect(studio.codes(spoken)).rejects.toThrow(
      new RegExp(`^A sentence of "goodbye" in "${spoken.sentence.language}" has no sound: The sound is too long`),
    );
    expect(await store.keys()).toEqual([]);
    expect(studio.spokenCount).toBe(0);
  });
});
