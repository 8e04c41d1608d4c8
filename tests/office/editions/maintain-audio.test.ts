import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, deepTest, describe, expect, jest, test } from '#jest';
import { createEditionShelf } from '../../../src/edition/edition.ts';
import { openNarrator } from '../../../src/edition/narrator.ts';
import { createEdition } from '../../../src/office/editions/edition.ts';
import { everyNarration } from '../../../src/office/editions/every-narration.ts';
import { maintainAudio } from '../../../src/office/editions/maintain-audio.ts';
import type { AudioStore } from '../../../src/sound/audio-store.ts';
import { createFileAudioStore } from '../../../src/sound/file-audio-store.ts';
import { readSealed } from '../../../src/sound/seal.ts';
import { createSentenceStudio } from '../../../src/speech/sentence-studio.ts';
import { readDraft } from '../../../src/words/draft.ts';
import { fixtureFiles } from '../../support/draft-fixture.ts';
import { createMemoryAudioStore } from '../../support/memory-audio-store.ts';
import { createToneEngine } from '../../support/tone-engine.ts';
import { until } from '../../support/until.ts';

const soon = { retry: 50, inspect: 50 };
jest.setTimeout(60_000);
const ends: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A small line whose audio is maintained. */
async function keep(store: AudioStore) {
  const engine = createToneEngine();
  const studio = createSentenceStudio(engine, store);
  const narrator = await openNarrator(store, studio);
  const shelf = createEditionShelf(createEdition(readDraft(fixtureFiles()), engine));
  const seen = { failures: [] as unknown[], complete: 0, repairing: [] as number[] };
  const stop = new AbortController();
  const kept = maintainAudio(
    shelf,
    narrator,
    {
      progress: () => {},
      failed: (failures) => seen.failures.push(...failures),
      complete: () => {
        seen.complete += 1;
      },
      repairing: (count) => seen.repairing.push(count),
    },
    stop.signal,
    soon,
  ).catch(() => {});
  ends.push(() => {
    stop.abort();
    return kept;
  });
  const goodbye = shelf.current.script([{ prompt: 'goodbye', language: 'en' }]).narration;
  return { engine, studio, narrator, shelf, seen, goodbye };
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
const fileOf = (folder: string, key: string) => join(folder, key.slice(0, 2), `${key}.wav`);

describe('Audio that is looked after', () => {
  deepTest.each([
    ['cut off', (path: string) => truncate(path, 1000)],
    [
      'changed by one byte',
      async (path: string) => {
        const bytes = await readFile(path);
        bytes[500] = (bytes[500] ?? 0) ^ 1;
        await writeFile(path, bytes);
      },
    ],
    ['emptied', (path: string) => truncate(path, 0)],
    ['deleted', (path: string) => rm(path)],
  ])(
    'notices a file that is %s, makes the same file again, byte for byte, and counts it as one that was broken',
    async (_what, spoil) => {
      const folder = await newFolder();
      const { narrator, seen, shelf } = await keep(createFileAudioStore(folder));
      await until('everything is there', () => seen.complete === 1);
      const { narration } = shelf.current.script([{ prompt: 'goodbye', language: 'en' }]);
      await narrator.ensure(narration);
      const whole = await readFile(fileOf(folder, narration.key));
      await spoil(fileOf(folder, narration.key));
      await until('it is repaired', async () => seen.repairing.length > 0 && narrator.ready.has(narration.key));
      expect(await readFile(fileOf(folder, narration.key))).toEqual(whole);
      expect(narrator.brokenCount).toBe(1);
      expect(seen.complete).toBe(1);
    },
  );

  deepTest('goes on trying while the disk is full, and completes when there is room again', async () => {
    const store = createMemoryAudioStore();
    let isFull = true;
    const full: AudioStore = {
      ...store,
      write: async (key, bytes) => {
        if (isFull) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
        await store.write(key, bytes);
      },
    };
    const { narrator, seen, goodbye } = await keep(full);
    await until('it fails', () => seen.failures.length > 0);
    expect(String(seen.failures[0])).toMatch(/"[\w.-]+" in "[\w-]+" has no sound: ENOSPC/);
    expect(narrator.ready.has(goodbye.key)).toBe(false);
    expect(await store.keys()).toEqual([]);
    isFull = false;
    await until('everything is there', () => seen.complete === 1);
  });

  deepTest(
    'consists of whole files only, even if two offices look after one folder, and neither disturbs the other',
    async () => {
      const folder = await newFolder();
      const [one, two] = await Promise.all([keep(createFileAudioStore(folder)), keep(createFileAudioStore(folder))]);
      await until('both are complete', () => one.seen.complete + two.seen.complete === 2);
      expect([...one.seen.failures, ...two.seen.failures]).toEqual([]);
      for (const directory of await readdir(folder)) {
        for (const name of await readdir(join(folder, directory))) {
          expect(readSealed(await readFile(join(folder, directory, name)), name.slice(0, 64)).length).toBeGreaterThan(
            0,
          );
        }
      }
      expect([...one.seen.repairing, ...two.seen.repairing]).toEqual([]);
    },
  );

  test('has all others if an engine fails at some sentence, and is completed once the engine works again', async () => {
    const { engine, shelf, seen, narrator, goodbye } = await keep(createMemoryAudioStore());
    engine.failWhen(({ pieces }) => JSON.stringify(pieces).includes('Thank you for calling.'));
    await until('it fails', () => seen.failures.length > 0);
    const [without, others] = [[] as string[], [] as string[]];
    for (const { key, parts } of await everyNarration(shelf.current)) {
      const sentences = parts.flatMap((part) => (typeof part === 'number' ? [] : [part.sentence]));
      const needsIt = sentences.some(({ language, prompt }) => language === 'en' && prompt === 'goodbye');
      (needsIt ? without : others).push(key);
    }
    expect(without).toContain(goodbye.key);
    expect(without.filter((key) => narrator.ready.has(key))).toEqual([]);
    expect(others.length).toBeGreaterThan(100);
    expect(others.filter((key) => !narrator.ready.has(key))).toEqual([]);
    expect(seen.complete).toBe(0);
    engine.failWhen(() => false);
    await until('everything is there', () => seen.complete === 1);
    expect(without.filter((key) => !narrator.ready.has(key))).toEqual([]);
  });
});

test('a store that is read-only serves what it has, and a sound that is damaged in it is not ready', async () => {
  const store = createMemoryAudioStore();
  const first = await keep(store);
  await until('everything is there', () => first.seen.complete === 1);
  let mayWrite = false;
  const readOnly: AudioStore = {
    ...store,
    write: async (key, bytes) => {
      if (!mayWrite) throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });
      await store.write(key, bytes);
    },
  };
  const second = await keep(readOnly);
  await until('everything is found', () => second.seen.complete === 1);
  expect(second.seen.failures).toEqual([]);
  const { narration } = second.shelf.current.script([{ prompt: 'emergency', language: 'en' }]);
  await store.write(narration.key, Uint8Array.of(1, 2, 3));
  const reopened = await openNarrator(readOnly, second.studio);
  await expect(reopened.ensure(narration)).rejects.toThrow('read-only file system');
  expect(reopened.ready.has(narration.key)).toBe(false);
  mayWrite = true;
  await reopened.ensure(narration);
  expect(reopened.ready.has(narration.key)).toBe(true);
});
