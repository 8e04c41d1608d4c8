import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, jest, test } from '#jest';
import { createFileAudioStore, longestSound } from '../../src/sound/file-audio-store.ts';
import { describeAudioStore } from '../contracts/audio-store.ts';
import { createMemoryAudioStore } from '../support/memory-audio-store.ts';
import { until } from '../support/until.ts';

const folders: string[] = [];
const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'audio-'));
  folders.push(folder);
  return folder;
};
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describeAudioStore('a folder', async () => createFileAudioStore(await newFolder()));
describeAudioStore('the memory', async () => createMemoryAudioStore());

test('a folder that does not exist yet is created with the first sound', async () => {
  const store = createFileAudioStore(join(await newFolder(), 'not/yet'));
  expect(await store.keys()).toEqual([]);
  await store.write('e'.repeat(64), Uint8Array.of(1));
  expect(await store.keys()).toEqual(['e'.repeat(64)]);
});

test('a sound that is too long to be read again is not written', async () => {
  const store = createFileAudioStore(await newFolder());
  await expect(store.write('f'.repeat(64), new Uint8Array(longestSound + 1))).rejects.toThrow(
    'is too large for a sound',
  );
  expect(await store.stamp('f'.repeat(64))).toBeNull();
  await store.write('f'.repeat(64), new Uint8Array(longestSound));
  expect((await store.read('f'.repeat(64)))?.length).toBe(longestSound);
});

test('foreign files are neither counted nor touched; leftovers of a crash are deleted after ten seconds', async () => {
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
  await until('the sweeping', async () => (await readdir(join(folder, 'ab'))).length === 1);
  expect(await readdir(join(folder, 'ab'))).toEqual(['note.txt']);
  expect(await readdir(folder)).toContain('README.md');
});

const isWindows = process.platform === 'win32';

test.each([
  ['a link', async (path: string, target: string) => symlink(target, path)],
  ...(isWindows ? [] : [['a pipe', async (path: string) => void execFileSync('mkfifo', [path])] as const]),
  ['a folder', async (path: string) => void (await mkdir(path))],
] as const)(
  '%s in place of a sound counts as no sound, and the next sound that is written replaces it and nothing else',
  async (_, put) => {
    const folder = await newFolder();
    const target = join(await newFolder(), 'another');
    await writeFile(target, 'not a sound');
    const key = 'cd'.repeat(32);
    const path = join(folder, 'cd', `${key}.wav`);
    await mkdir(join(folder, 'cd'));
    await put(path, target);
    const store = createFileAudioStore(folder);
    expect([await store.read(key), await store.stamp(key)]).toEqual([null, null]);
    await store.write(key, Uint8Array.of(1, 2));
    expect([...((await store.read(key)) ?? [])]).toEqual([1, 2]);
    expect(await readFile(target, 'utf8')).toBe('not a sound');
  },
);
