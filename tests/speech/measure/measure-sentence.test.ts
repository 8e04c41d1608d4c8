import { describe, expect, test } from '#jest';
import { encodeMuLaw, telephoneRate } from '../../../src/sound/mu-law.ts';
import type { Speed } from '../../../src/speech/engine.ts';
import { finishSentence } from '../../../src/speech/finish-sentence.ts';
import { measureSentence } from '../../../src/speech/measure/measure-sentence.ts';
import { predictSeconds, requestedSilence } from '../../../src/speech/measure/predict-seconds.ts';
import { toSpoken } from '../../../src/speech/narration.ts';
import type { Segment } from '../../../src/words/segment.ts';
import { inARow, silence, speechLike, tone } from '../../support/sounds.ts';

const engine = { id: 'espeak', fingerprint: 'test' } as const;
const spoken = (language: string, ...segments: readonly Segment[]) =>
  toSpoken(engine, () => 'voice', 'normal', {
    prompt: 'again',
    language,
    segments,
  });
const text = (words: string): Segment => ({ kind: 'text', text: words });
const number: Segment = { kind: 'fact', name: 'office', value: { type: 'phone', number: '03-0000-0000' } };
const measure = (codes: Uint8Array, language = 'en', ...segments: readonly Segment[]) =>
  measureSentence({
    spoken: spoken(language, ...(segments.length > 0 ? segments : [text('There is more.')])),
    index: 1,
    codes,
  });

describe('Measuring a sentence', () => {
  test('measures length, level and peak of what callers hear', () => {
    const codes = finishSentence(speechLike(16_000, 2));
    const { seconds, level, peak, isClipped, index, prompt } = measure(codes);
    expect(seconds).toBe(codes.length / telephoneRate);
    expect(level).toBeCloseTo(-22, 1);
    expect(peak).toBeLessThanOrEqual(-3);
    expect([isClipped, index, prompt]).toEqual([false, 1, 'again']);
  });

  test('finds the longest silence inside, and none at the ends', () => {
    const part = tone(500, telephoneRate, 0.5, 0.2);
    const gap = (seconds: number) => silence(telephoneRate, seconds);
    const sound = inARow(gap(0.8), part, gap(0.5), part, gap(0.2), part, gap(0.9));
    expect(measure(encodeMuLaw(sound.samples)).innerSilence).toBeCloseTo(0.5, 1);
    expect(measure(encodeMuLaw(part.samples)).innerSilence).toBe(0);
  });

  test('detects a clipped wave', () => {
    expect(measure(encodeMuLaw(tone(100, telephoneRate, 0.5, 1.5).samples)).isClipped).toBe(true);
    expect(measure(encodeMuLaw(tone(100, telephoneRate, 0.5, 0.9).samples)).isClipped).toBe(false);
  });

  test('counts English in words and Japanese in morae, as they are spoken', () => {
    const codes = finishSentence(speechLike(16_000, 2));
    expect(measure(codes).units).toBe(3);
    expect(measure(codes, 'ja', { kind: 'reading', text: '切符', reading: 'きっぷ' }, text('です。')).units).toBe(5);
  });

  test('knows that numbers are read slowly on purpose, and how long the silences between their groups are', () => {
    const codes = finishSentence(speechLike(16_000, 6));
    const measured = measure(codes, 'en', number);
    expect(measured.isSlowOnPurpose).toBe(true);
    expect(measured.seconds - measured.spokenSeconds).toBeCloseTo(0.8);
    expect(measure(codes).isSlowOnPurpose).toBe(false);
  });

  test('predicts more time for a number than for its words, and none in a language without measurements', () => {
    const codes = finishSentence(speechLike(16_000, 2));
    const words = text('zero three zero zero zero zero zero zero zero zero');
    const [slowly, plainly] = [measure(codes, 'en', number).predicted, measure(codes, 'en', words).predicted];
    expect(slowly).toBeGreaterThan((plainly ?? 0) / 0.78);
    expect(measure(codes, 'th', words).predicted).toBeNull();
  });

  test('predicts slow speech at the rates that engines are asked for: four fifths, and seven tenths for numbers', () => {
    const predict = (speed: Speed, segment: Segment) => {
      const { request } = toSpoken(engine, () => 'voice', speed, {
        prompt: 'again',
        language: 'en',
        segments: [segment],
      });
      return (predictSeconds(request) ?? 0) - requestedSilence(request);
    };
    const words = text('There is more.');
    const edges = 0.2;
    expect(predict('slow', words)).toBeCloseTo(predict('normal', words) / 0.8);
    expect((predict('slow', number) - edges / 0.8) * 0.7).toBeCloseTo((predict('normal', number) - edges) * 0.78);
  });
});
