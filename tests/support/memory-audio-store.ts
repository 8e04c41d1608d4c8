import type { AudioStore } from '../../src/speech/audio-store.ts';

/** Sounds in memory; passes the same contract as the folder. */
export function createMemoryAudioStore(): AudioStore {
  const files = new Map<string, Uint8Array>();
  return {
    keys: async () => [...files.keys()],
    read: async (key) => files.get(key) ?? null,
    write: async (key, bytes) => {
      files.set(key, Uint8Array.from(bytes));
    },
    remove: async (key) => {
      files.delete(key);
    },
  };
}
