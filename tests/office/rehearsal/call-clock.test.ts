import { describe, expect, test } from '#jest';
import { openNarrator } from '../../../src/edition/narrator.ts';
import { clockOf } from '../../../src/office/rehearsal/call-clock.ts';
import { createSoundOf, type NarrationSound, predict } from '../../../src/office/rehearsal/narration-sound.ts';
import { createSentenceStudio } from '../../../src/speech/sentence-studio.ts';
import { createMemoryAudioStore } from '../../support/memory-audio-store.ts';
import { callBy, fixtureEdition } from '../../support/small-rehearsal.ts';
import { createToneEngine } from '../../support/tone-engine.ts';

/** Every sentence takes one second and follows one second of silence; the tail also takes one second. */
const even = (count: number): NarrationSound => ({
  seconds: 2 * count + 1,
  sentences: Array.from({ length: count }, (_, index) => ({ from: 2 * index + 1, to: 2 * index + 2 })),
  isMeasured: true,
});

const clockBy = (path: string) => {
  const { turns } = callBy(path);
  const sounds = turns.map(({ script }) => even(script.sentences.length));
  return { turns, clock: clockOf(fixtureEdition().line, turns, sounds) };
};

describe('The clock of a call', () => {
  test('counts the sound until the key was offered, and half a second to press it', () => {
    // The first turn is the greeting, and then English from second 3 to 4. The menu is the welcome, and then the days,
    // also from second 3 to 4.
    const { clock } = clockBy('11');
    expect(clock.turns).toEqual([0, 4.5, 9]);
    expect(clock.language).toBe(4);
    expect(clock.information).toBe(9 + 1);
  });

  test('has no time for the caller’s language or for information before a language is chosen', () => {
    expect(clockBy('').clock).toMatchObject({ language: null, information: null });
    expect(clockBy('s').clock.language).toBeNull();
  });

  test('counts the whole sound and the whole wait if the caller is silent, and the whole sound before a key that is not offered', () => {
    const { turns, clock } = clockBy('s');
    expect(clock.turns[1]).toBe(2 * (turns[0]?.script.sentences.length ?? 0) + 1 + 4);
    const other = clockBy('1h');
    expect(other.clock.turns[2]).toBe(4.5 + 2 * (other.turns[1]?.script.sentences.length ?? 0) + 1 + 0.5);
  });

  test('begins in the caller’s language at once on that language’s own number', () => {
    const { turns } = callBy('', { language: 'en' });
    const sounds = turns.map(({ script }) => even(script.sentences.length));
    expect(clockOf(fixtureEdition().line, turns, sounds).language).toBe(2);
  });
});

describe('The sound of a narration', () => {
  test('is predicted until it is made, and measured afterwards, to the millisecond', async () => {
    const [store, engine] = [createMemoryAudioStore(), createToneEngine()];
    const narrator = await openNarrator(store, createSentenceStudio(engine, store));
    const soundOf = createSoundOf(store);
    const [menu] = callBy('').turns;
    if (!menu) throw new Error('The line said nothing.');
    const { narration, sentences } = menu.script;
    expect(await soundOf(narration)).toEqual(predict(narration));
    await narrator.ensure(narration);
    const sound = await soundOf(narration);
    expect(sound.isMeasured).toBe(true);
    expect(sound.sentences).toHaveLength(sentences.length);
    expect(sound.sentences[0]?.from).toBeCloseTo(0.3, 3);
    for (const [index, { from, to }] of sound.sentences.entries()) {
      expect(to).toBeGreaterThan(from);
      const next = sound.sentences[index + 1];
      const pause = narration.parts.filter((part) => typeof part === 'number')[index];
      if (next) expect(next.from - to).toBeCloseTo((pause ?? 0) / 1000, 3);
    }
    expect(sound.seconds - (sound.sentences.at(-1)?.to ?? 0)).toBeCloseTo(0.2, 3);
  });

  test('is predicted if the file is no sound', async () => {
    const store = createMemoryAudioStore();
    const [menu] = callBy('').turns;
    if (!menu) throw new Error('The line said nothing.');
    await store.write(menu.script.narration.key, new Uint8Array([1, 2, 3]));
    expect(await createSoundOf(store)(menu.script.narration)).toEqual(predict(menu.script.narration));
  });
});
