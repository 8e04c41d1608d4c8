import { describe, expect, test } from '#jest';
import { openNarrator } from '../../src/edition/narrator.ts';
import { createEdition } from '../../src/office/editions/edition.ts';
import { prepareAudio } from '../../src/office/editions/prepare-audio.ts';
import type { AudioStore } from '../../src/sound/audio-store.ts';
import { readSealed } from '../../src/sound/seal.ts';
import { readMuLawWav, writeMuLawWav } from '../../src/sound/wav.ts';
import { createSentenceStudio } from '../../src/speech/sentence-studio.ts';
import { bundledEdition } from '../support/bundled.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { createMemoryAudioStore } from '../support/memory-audio-store.ts';
import { sealWithoutKey } from '../support/old-seal.ts';
import { createToneEngine } from '../support/tone-engine.ts';

const edition = bundledEdition();
/** A small line, so that all its narrations can be made quickly. */
const small = createEdition(fixtureDraft(), { id: 'espeak', fingerprint: 'test' });
const goodbye = edition.script([{ prompt: 'goodbye', language: 'en' }]).narration;
const welcome = edition.script([{ prompt: 'welcome', language: 'es' }]).narration;

async function open(store: AudioStore = createMemoryAudioStore()) {
  const engine = createToneEngine();
  const studio = createSentenceStudio(engine, store);
  return { store, engine, studio, narrator: await openNarrator(store, studio) };
}

describe('A narration', () => {
  test('is made once, however many requests for it arrive at the same time', async () => {
    const { narrator, engine, store } = await open();
    expect(narrator.ready.has(welcome.key)).toBe(false);
    await Promise.all([narrator.ensure(welcome), narrator.ensure(welcome), narrator.ensureKey(welcome.key)]);
    expect(narrator.ready.has(welcome.key)).toBe(true);
    expect(engine.requests.length).toBe(3);
    const bytes = await store.read(welcome.key);
    expect(bytes && readMuLawWav(bytes).length / 8000).toBeGreaterThan(3 * 0.25 + 2 * 0.7);
  });

  test('requests all its sentences at once, so that an engine can speak several at a time', async () => {
    const { narrator, engine } = await open();
    const { synthesize } = engine;
    const allAsked = Promise.withResolvers<void>();
    let asked = 0;
    engine.synthesize = async (request) => {
      asked += 1;
      if (asked === 3) allAsked.resolve();
      await allAsked.promise;
      return synthesize(request);
    };
    await narrator.ensure(welcome);
    expect(asked).toBe(3);
  });

  test('keeps the sounds of all other sentences if one sentence fails', async () => {
    const { narrator, engine, store } = await open();
    const [first] = welcome.parts;
    if (typeof first !== 'object') throw new Error('a narration begins with a sentence');
    engine.failWhen((request) => request === first.request);
    await expect(narrator.ensure(welcome)).rejects.toThrow(/"welcome" in "es"/);
    expect((await store.keys()).length).toBe(2);
    // The narrator knows which sentences have a sound now, so that a line can tell which have none.
    const sentences = welcome.parts.filter((part) => typeof part === 'object');
    expect(sentences.map(({ key }) => narrator.ready.has(key))).toEqual([false, true, true]);
    engine.failWhen(() => false);
    const before = engine.requests.length;
    await narrator.ensure(welcome);
    expect(engine.requests.slice(before)).toEqual([first.request]);
  });

  test('is not made again by the next process', async () => {
    const first = await open();
    await first.narrator.ensure(goodbye);
    const second = await open(first.store);
    expect(second.narrator.ready.has(goodbye.key)).toBe(true);
    await second.narrator.ensure(goodbye);
    expect(second.engine.requests).toEqual([]);
  });

  test('shares its sentences with other narrations, so that no sentence is spoken twice', async () => {
    const { narrator, engine } = await open();
    await narrator.ensure(
      edition.script([
        { prompt: 'goodbye', language: 'en' },
        { prompt: 'limit', language: 'en' },
      ]).narration,
    );
    const before = engine.requests.length;
    await narrator.ensure(
      edition.script([
        { prompt: 'limit', language: 'en' },
        { prompt: 'goodbye', language: 'en' },
      ]).narration,
    );
    expect(engine.requests.length).toBe(before);
  });

  test.each([
    ['cut off', (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2)],
    ['empty', () => new Uint8Array(0)],
    ['a web page', () => new TextEncoder().encode('<html>')],
    ['of another format', (bytes: Uint8Array) => bytes.map((byte, index) => (index === 20 ? 1 : byte))],
  ])('whose file is %s is made again instead of played', async (_what, spoil) => {
    const first = await open();
    await first.narrator.ensure(goodbye);
    const whole = (await first.store.read(goodbye.key)) ?? new Uint8Array();
    await first.store.write(goodbye.key, spoil(whole));
    const second = await open(first.store);
    expect(await second.narrator.ensureKey(goodbye.key)).toBe(false);
    await second.narrator.ensure(goodbye);
    expect(await second.store.read(goodbye.key)).toEqual(whole);
    expect(second.engine.requests).toEqual([]);
  });

  test('has a sentence spoken again if the store has a damaged sound of it', async () => {
    const first = await open();
    await first.narrator.ensure(welcome);
    const [sentence] = welcome.parts;
    if (typeof sentence !== 'object') throw new Error('a narration begins with a sentence');
    await first.store.write(sentence.key, Uint8Array.of(1, 2, 3));
    await first.store.remove(welcome.key);
    const second = await open(first.store);
    await second.narrator.ensure(welcome);
    expect(second.engine.requests).toEqual([sentence.request]);
  });

  test('that cannot be spoken says which sentence, which language and why, keeps the rest, and can be tried again', async () => {
    const { narrator, engine, store } = await open();
    engine.failWhen(({ pieces }) => JSON.stringify(pieces).includes('aviso'));
    await expect(narrator.ensure(welcome)).rejects.toThrow(
      /"welcome" in "es" has no sound: the tone generator is broken/,
    );
    expect(narrator.ready.has(welcome.key)).toBe(false);
    expect((await store.keys()).length).toBe(2);
    engine.failWhen(() => false);
    await narrator.ensure(welcome);
    expect(narrator.ready.has(welcome.key)).toBe(true);
  });

  test('with an unknown key is not made', async () => {
    const { narrator } = await open();
    expect(await narrator.ensureKey('0'.repeat(64))).toBe(false);
  });
});

describe('Preparing an edition', () => {
  test('makes every narration, menus first, counts sentences, and the second time makes nothing', async () => {
    const { narrator, engine, store } = await open();
    const progress: { done: number; total: number; language: string }[] = [];
    expect(await prepareAudio(small, narrator, (step) => progress.push(step))).toEqual([]);
    const last = progress.at(-1);
    expect(last?.done).toBe(last?.total);
    expect(last?.total).toBe(engine.requests.length);
    expect(progress[0]?.language).toBe('ja en zh-Hans');
    expect(progress.every(({ done }, index) => done >= (progress[index - 1]?.done ?? 0))).toBe(true);
    const again = await open(store);
    expect(await prepareAudio(small, again.narrator, () => {})).toEqual([]);
    expect(again.engine.requests).toEqual([]);
  }, 60_000);

  test('continues after a failure, and returns what is missing', async () => {
    const { narrator, engine, store } = await open();
    engine.failWhen(({ language, pieces }) => language === 'en' && JSON.stringify(pieces).includes('Thank you'));
    const failures = await prepareAudio(small, narrator, () => {});
    expect(failures.length).toBeGreaterThan(0);
    for (const failure of failures) expect(String(failure)).toContain('"goodbye" in "en"');
    expect((await store.keys()).length).toBeGreaterThan(100);
  }, 60_000);
});

describe('A file that cannot be read', () => {
  const failing = (code: string) => async () => {
    throw Object.assign(new Error(code), { code });
  };

  test.each(['EISDIR', 'EIO', 'EACCES', 'EMFILE'])('(%s) is reported as lost, and made again', async (code) => {
    for (const what of ['read', 'stamp'] as const) {
      const store = createMemoryAudioStore();
      await (await open(store)).narrator.ensure(goodbye);
      const broken = { ...store, [what]: failing(code) };
      const { narrator } = await open(broken);
      narrator.register(goodbye);
      expect(await narrator.inspect()).toEqual([goodbye]);
      expect(narrator.ready.has(goodbye.key)).toBe(false);
      await narrator.ensure(goodbye);
      expect(narrator.ready.has(goodbye.key)).toBe(true);
    }
  });

  test('because it has the name of another sound, or an earlier kind of seal, is made again', async () => {
    const store = createMemoryAudioStore();
    const first = await open(store);
    await first.narrator.ensure(goodbye);
    await first.narrator.ensure(welcome);
    const right = await store.read(goodbye.key);
    const other = await store.read(welcome.key);
    if (!right || !other) throw new Error('The sounds are not there.');
    const old = sealWithoutKey(writeMuLawWav(readSealed(right, goodbye.key)));
    for (const wrong of [other, old]) {
      await store.write(goodbye.key, wrong);
      const { narrator, engine } = await open(store);
      await narrator.ensure(goodbye);
      expect(await store.read(goodbye.key)).toEqual(right);
      expect(engine.requests).toEqual([]);
    }
  });
});

test('a sentence of an earlier version is taken from the database unchanged, and cached with a seal for its key', async () => {
  const [part] = goodbye.parts;
  if (typeof part !== 'object') throw new Error('a narration begins with a sentence');
  const old = sealWithoutKey(writeMuLawWav(Uint8Array.of(1, 2, 3)));
  const store = createMemoryAudioStore();
  await store.write(part.key, sealWithoutKey(writeMuLawWav(Uint8Array.of(9, 9))));
  const engine = createToneEngine();
  const studio = createSentenceStudio(engine, store, { read: async (key) => (key === part.key ? old : null) });
  expect([...(await studio.codes(part))]).toEqual([1, 2, 3]);
  expect(engine.requests).toEqual([]);
  expect([...readSealed((await store.read(part.key)) ?? new Uint8Array(), part.key)]).toEqual([1, 2, 3]);
});

test('a sound in the database is not spoken again when the cache is full', async () => {
  const [part] = goodbye.parts;
  if (typeof part !== 'object') throw new Error('a narration begins with a sentence');
  const kept = sealWithoutKey(writeMuLawWav(Uint8Array.of(1, 2, 3)));
  const full = { ...createMemoryAudioStore(), write: () => Promise.reject(new Error('no space left')) };
  const engine = createToneEngine();
  const studio = createSentenceStudio(engine, full, { read: async () => kept });
  await expect(studio.codes(part)).rejects.toThrow('no space left');
  expect(engine.requests).toEqual([]);
});
