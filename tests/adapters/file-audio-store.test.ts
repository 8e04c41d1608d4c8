import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, jest, test } from '#jest';
import { createFileAudioStore } from '../../src/adapters/files/file-audio-store.ts';
import { describeAudioStore } from '../contracts/audio-store.ts';
import { createMemoryAudioStore } from '../support/memory-audio-store.ts';

const folders: string[] = [];
const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'audio-'));
  folders.push(folder);
  return folder;
};
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describeAudioStore('a folder', async () => createFileAudioStore(await newFolder()));
describeAudioStore('the memory', async () => createMemoryAudioStore());

test('a folder that does not exist yet is made with the first sound', async () => {
  const store = createFileAudioStore(join(await newFolder(), 'not/yet'));
  expect(await store.keys()).toEqual([]);
  await store.write('e'.repeat(64), Uint8Array.of(1));
  expect(await store.keys()).toEqual(['e'.repeat(64)]);
});

test('files of other people are neither counted nor touched; leftovers of a crash go after ten seconds', async () => {
  const folder = await newFolder();
  const key = 'ab'.repeat(32);
  await mkdir(join(folder, 'ab'));
  await writeFile(join(folder, 'README.md'), 'hello');
  await writeFile(join(folder, 'ab', 'note.txt'), 'hello');
  await writeFile(join(folder, 'ab', `${key}.wav.1234567`), 'half a sou');
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  try {
    expect(await createFileAudioStore(folder).keys()).toEqual([]);
    expect(await readdir(join(folder, 'ab'))).toHaveLength(2);
    jest.advanceTimersByTime(10_000);
  } finally {
    jest.useRealTimers();
  }
  for (let tries = 0; tries < 50 && (await readdir(join(folder, 'ab'))).length > 1; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await readdir(join(folder, 'ab'))).toEqual(['note.txt']);
  expect(await readdir(folder)).toContain('README.md');
});
