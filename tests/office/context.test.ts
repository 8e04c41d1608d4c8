import { join } from 'node:path';
import { expect, test } from '#jest';
import { readConfig } from '../../src/config.ts';
import { createContext } from '../../src/office/context.ts';
import { PromptFolderError } from '../../src/words/prompt-files.ts';
import { scratchFolder } from '../support/scratch-database.ts';
import { createToneEngine } from '../support/tone-engine.ts';

test('A given engine is closed if the office cannot be opened', async () => {
  const folder = await scratchFolder();
  let closed = 0;
  const close = async () => {
    closed += 1;
  };
  const engine = { ...createToneEngine(), close };
  const places = { DATA_DIR: folder, AUDIO_CACHE_DIR: folder, PROMPTS_DIR: join(folder, 'none') };
  const opened = createContext(readConfig({ ...places, LOG_LEVEL: 'silent' }), { engine });
  await expect(opened).rejects.toThrow(PromptFolderError);
  expect(closed).toBe(1);
});
