import { describe, expect, test } from '#jest';
import { RecentMap } from '../../../src/common/recent-map.ts';
import { createEditionShelf } from '../../../src/edition/edition.ts';
import { openNarrator } from '../../../src/edition/narrator.ts';
import { createEdition } from '../../../src/office/editions/edition.ts';
import { everyScript } from '../../../src/office/editions/every-narration.ts';
import { createSentenceStudio } from '../../../src/speech/sentence-studio.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';
import { createMemoryAudioStore } from '../../support/memory-audio-store.ts';
import { createToneEngine } from '../../support/tone-engine.ts';

const engine = createToneEngine();

test('A map of recent entries keeps a fixed number of them: those that were set last', () => {
  const map = new RecentMap<string, number>(2);
  map.set('a', 1).set('b', 2).set('a', 3).set('c', 4);
  expect([...map]).toEqual([
    ['a', 3],
    ['c', 4],
  ]);
});

describe('What is kept in memory', () => {
  test('of an edition that is no longer live is its words, from which the same scripts are computed again when needed', () => {
    const [first, second] = [
      createEdition(fixtureDraft(), engine),
      createEdition(fixtureDraft(['en.yaml', 'Thank you for calling.', 'So long.']), engine),
    ];
    const before = [...everyScript(first)];
    expect([...everyScript(first)].find((script) => script !== null)).toBe(before.find((script) => script !== null));
    const shelf = createEditionShelf(first);
    shelf.publish(second);
    const after = [...everyScript(shelf.find(first.id))];
    expect(after).toEqual(before);
    expect(after.find((script) => script !== null)).not.toBe(before.find((script) => script !== null));
  });

  test('of narrations that may be requested is bounded: the one that was registered longest ago is removed', async () => {
    const store = createMemoryAudioStore();
    const narrator = await openNarrator(store, createSentenceStudio(engine, store));
    const keyOf = (number: number) => String(number).padStart(64, '0');
    const [script] = everyScript(createEdition(fixtureDraft(), engine));
    if (!script) throw new Error('There is no script.');
    const { parts, lead } = script.narration;
    for (let number = 0; number <= 10_000; number += 1) narrator.register({ key: keyOf(number), parts, lead });
    expect(await narrator.ensureKey(keyOf(0))).toBe(false);
    expect(await narrator.ensureKey(keyOf(1))).toBe(true);
  });
});
