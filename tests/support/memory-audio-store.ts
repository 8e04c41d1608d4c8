import type { AudioStore } from '../../src/sound/audio-store.ts';

/** An audio store in memory. It passes the same contract tests as the store in a folder. */
export function createMemoryAudioStore(): AudioStore {
  const files = new Map<string, Uint8Array>();
  const stamps = new Map<string, string>();
  let writes = 0;
  return {
    keys: async () => [...files.keys()],
    read: async (key) => files.get(key) ?? null,
    stamp: async (key) => stamps.get(key) ?? null,
    write: async (key, bytes) => {
      files.set(key, Uint8Array.from(bytes));
      writes += 1;
      stamps.set(key, `write ${writes}`);
    },
    remove: async (key) => {
      files.delete(key);
      stamps.delete(key);
    },
  };
}
