import { createHash } from 'node:crypto';
import { expect, test } from '#jest';
import { openNarrator } from '../../../src/edition/narrator.ts';
import { persistSounds } from '../../../src/office/editions/persist-sounds.ts';
import type { AudioStore } from '../../../src/sound/audio-store.ts';
import { createSentenceStudio } from '../../../src/speech/sentence-studio.ts';
import { bundledEdition } from '../../support/bundled.ts';
import { createMemoryAudioStore } from '../../support/memory-audio-store.ts';
import { createToneEngine } from '../../support/tone-engine.ts';

/** The sentences of one narration, and stores for their sounds. */
function begin(cache: AudioStore = createMemoryAudioStore()) {
  const { narration } = bundledEdition().script([{ prompt: 'welcome', language: 'es' }]);
  const sentences = narration.parts.filter((part) => typeof part !== 'number');
  const engine = createToneEngine();
  const studio = createSentenceStudio(engine, cache);
  const kept = new Map<string, Uint8Array>();
  const sounds = {
    entries: async () => [],
    add: async ({ key }: { readonly key: string }, bytes: Uint8Array) => void kept.set(key, bytes),
    read: async () => null,
  };
  const persist = () => persistSounds(sentences, { cache, studio, sounds } as Parameters<typeof persistSounds>[1]);
  return { narration, sentences, cache, engine, studio, kept, persist };
}

test('A sentence that a call and a publication need at the same time is spoken once, so that the sound kept is the one heard', async () => {
  const { narration, sentences, cache, engine, studio, persist } = begin();
  const narrator = await openNarrator(cache, studio);
  const [persisted] = await Promise.all([persist(), narrator.ensure(narration)]);
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

test.each([
  ['cannot be read', () => Promise.reject(new Error('EIO'))],
  ['is damaged', async () => new Uint8Array(100)],
  ['has disappeared', async () => null],
])(
  'A sound that %s once it is made is a failure of its sentence, and the other sentences are kept',
  async (_, read) => {
    const whole = createMemoryAudioStore();
    let broken = '';
    const cache = { ...whole, read: (key: string) => (key === broken ? read() : whole.read(key)) };
    const { sentences, kept, persist } = begin(cache);
    broken = sentences[0]?.key ?? '';
    const persisted = await persist();
    expect('failures' in persisted && persisted.failures).toHaveLength(1);
    expect([...kept.keys()]).toEqual(sentences.slice(1).map(({ key }) => key));
  },
);
