import { afterAll, beforeAll, describe, expect, test } from '#jest';
import type { Pcm } from '../../src/sound/wav.ts';
import { type SpeechEngine, SpeechError, type SpeechRequest } from '../../src/speech/engine.ts';

/** An engine to test. */
interface SpeechEngineSubject<Engine extends SpeechEngine> {
  readonly open: () => Engine;
  /** Sentences of two to eight seconds, one in each language in which the engine is tested. */
  readonly sentences: readonly SpeechRequest[];
  /** The id of the process that speaks; absent if the engine has no process of its own. */
  readonly processId?: (engine: Engine) => number | undefined;
}

/** Registers the tests that every `SpeechEngine` must pass. */
export function describeSpeechEngine<Engine extends SpeechEngine>(
  name: string,
  { open, sentences, processId }: SpeechEngineSubject<Engine>,
): void {
  const [sentence] = sentences;
  if (sentence === undefined) throw new Error('There is no sentence to try the engine with.');

  describe(`${name} as a speech engine`, () => {
    let engine: Engine;
    beforeAll(() => {
      engine = open();
    });
    afterAll(() => engine.close());

    test.each(sentences)('speaks a sentence of plausible length in $language', async (each) => {
      const sound = await engine.synthesize(each);
      expect(seconds(sound)).toBeGreaterThan(2);
      expect(seconds(sound)).toBeLessThan(8);
      expect(loudest(sound)).toBeGreaterThan(0.1);
      expect(loudest(sound)).toBeLessThanOrEqual(1);
    });

    test('makes a sound of about the same length for the same request', async () => {
      const first = seconds(await engine.synthesize(sentence));
      expect(seconds(await engine.synthesize(sentence)) / first).toBeCloseTo(1, 1);
    });

    test('makes a pause as long as requested, to a tenth of a second', async () => {
      const paused = (milliseconds: number) =>
        engine.synthesize({
          ...sentence,
          pieces: [...sentence.pieces, { kind: 'pause', milliseconds }, ...sentence.pieces],
        });
      const longer = seconds(await paused(1400)) - seconds(await paused(400));
      expect(longer).toBeGreaterThan(0.9);
      expect(longer).toBeLessThan(1.1);
    });

    test('answers concurrent requests each with its own sentence', async () => {
      const alone: number[] = [];
      for (const each of sentences) alone.push(seconds(await engine.synthesize(each)));
      const together = await Promise.all(sentences.map((each) => engine.synthesize(each)));
      together.forEach((sound, index) => {
        expect(seconds(sound) / (alone[index] ?? 0)).toBeCloseTo(1, 1);
      });
    });

    test('refuses a voice that it does not have, and goes on', async () => {
      await expect(engine.synthesize({ ...sentence, voice: 'no-such-voice' })).rejects.toThrow(SpeechError);
      expect(seconds(await engine.synthesize(sentence))).toBeGreaterThan(2);
    });

    test('refuses a sentence without words', async () => {
      await expect(engine.synthesize({ ...sentence, pieces: [] })).rejects.toThrow(SpeechError);
    });

    test('ends its process when it is closed, and speaks nothing afterwards', async () => {
      const closing = open();
      await closing.synthesize(sentence);
      const id = processId?.(closing);
      expect(id === undefined).toBe(processId === undefined);
      await closing.close();
      if (id !== undefined) expect(isRunning(id)).toBe(false);
      await expect(closing.synthesize(sentence)).rejects.toThrow(SpeechError);
    });
  });
}

/** Whether a process is running. */
export function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

function seconds({ samples, sampleRate }: Pcm): number {
  return samples.length / sampleRate;
}

function loudest({ samples }: Pcm): number {
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
}
