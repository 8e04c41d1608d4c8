import { describe, expect, test } from '#jest';
import type { AudioStore } from '../../src/sound/audio-store.ts';

const key = (digit: string) => digit.repeat(64);

/** Registers the tests that every `AudioStore` must pass. */
export function describeAudioStore(name: string, open: () => Promise<AudioStore>): void {
  describe(`${name} as a store of sounds`, () => {
    test('is empty at first', async () => {
      const store = await open();
      expect(await store.keys()).toEqual([]);
      expect(await store.read(key('a'))).toBeNull();
    });

    test('gives back what was written, to the byte', async () => {
      const store = await open();
      await store.write(key('a'), Uint8Array.of(0, 255, 7));
      expect([...((await store.read(key('a'))) ?? [])]).toEqual([0, 255, 7]);
      expect(await store.keys()).toEqual([key('a')]);
    });

    test('keeps a copy: what the writer does with its bytes later changes nothing', async () => {
      const store = await open();
      const bytes = Uint8Array.of(1, 2, 3);
      await store.write(key('a'), bytes);
      bytes.fill(9);
      expect([...((await store.read(key('a'))) ?? [])]).toEqual([1, 2, 3]);
    });

    test('writes a part of a larger buffer as that part alone', async () => {
      const store = await open();
      await store.write(key('b'), Uint8Array.of(1, 2, 3, 4).subarray(1, 3));
      expect([...((await store.read(key('b'))) ?? [])]).toEqual([2, 3]);
    });

    test('keeps one whole sound when several writers write the same key', async () => {
      const store = await open();
      const writers = Array.from({ length: 8 }, (_, index) =>
        store.write(key('c'), new Uint8Array(50_000).fill(index)),
      );
      await Promise.all(writers);
      const bytes = await store.read(key('c'));
      expect(bytes?.length).toBe(50_000);
      expect(new Set(bytes).size).toBe(1);
    });

    test('gives a sound another stamp when it changes, and no stamp to a sound that does not exist', async () => {
      const store = await open();
      expect(await store.stamp(key('e'))).toBeNull();
      await store.write(key('e'), Uint8Array.of(1, 2));
      const first = await store.stamp(key('e'));
      expect(await store.stamp(key('e'))).toBe(first);
      await store.write(key('e'), Uint8Array.of(3, 4));
      expect(await store.stamp(key('e'))).not.toBe(first);
    });

    test('forgets what is removed, and allows it to be removed twice', async () => {
      const store = await open();
      await store.write(key('d'), Uint8Array.of(1));
      await store.remove(key('d'));
      await store.remove(key('d'));
      expect(await store.read(key('d'))).toBeNull();
      expect(await store.keys()).toEqual([]);
    });
  });
}
