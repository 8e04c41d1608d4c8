import { createHash } from 'node:crypto';
import { expect, test } from '#jest';
import { openNarrator } from '../../../src/edition/narrator.ts';
import { persistSounds } from '../../../src/office/editions/persist-sounds.ts';
import { createSentenceStudio } from '../../../src/speech/sentence-studio.ts';
import { bundledEdition } from '../../support/bundled.ts';
import { createMemoryAudioStore } from '../../support/memory-audio-store.ts';
import { createToneEngine } from '../../support/tone-engine.ts';

test('A sentence that a call and a publication need at once is recorded once, so that what is kept is what is heard', async () => {
  const { narration } = bundledEdition().script([{ prompt: 'welcome', language: 'es' }]);
  const sentences = narration.parts.filter((part) => typeof part !== 'number');
  const cache = createMemoryAudioStore();
  const engine = createToneEngine();
  const studio = createSentenceStudio(engine, cache);
  const narrator = await openNarrator(cache, studio);
  const kept = new Map<string, Uint8Array>();
  const sounds = {
    entries: async () => [],
    add: async ({ key }: { readonly key: string }, bytes: Uint8Array) => void kept.set(key, bytes),
    read: async () => null,
  };
  const [persisted] = await Promise.all([
    persistSounds(sentences, { cache, studio, sounds } as Parameters<typeof persistSounds>[1]),
    narrator.ensure(narration),
  ]);
  expect(engine.requests).toHaveLength(sentences.length);
  const hashes = await Promise.all(
    sentences.map(async ({ key }) =>
      createHash('sha256')
        .update((await cache.read(key)) ?? '')
        .digest('hex'),
    ),
  );
  expect('entries' in persisted && persisted.entries.map(({ sha256 }) => sha256)).toEqual(hashes);
});
