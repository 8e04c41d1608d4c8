import { join } from 'node:path';
import { cleanUp, expect, test } from '#jest';
import { alertTexts } from '../../src/alerts/alert-texts.ts';
import { readConfig } from '../../src/config.ts';
import { createContext } from '../../src/office/context.ts';
import { startOffice } from '../../src/office/start-office.ts';
import { scratchFolder } from '../support/scratch-database.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';
import { startHooks } from '../support/start-hooks.ts';
import { createToneEngine } from '../support/tone-engine.ts';
import { until } from '../support/until.ts';

test('A failing engine raises an alert, which names the texts without a recording, and since when', async () => {
  const folder = await scratchFolder();
  const hooks = await startHooks();
  const prompts = join(folder, 'prompts');
  await writePrompts(prompts, smallFiles());
  const settings = {
    ...{ DATA_DIR: folder, AUDIO_CACHE_DIR: join(folder, 'sounds'), PROMPTS_DIR: prompts, LOG_LEVEL: 'silent' },
    ALERT_WEBHOOK_URL: `${hooks.address}/alerts`,
  };
  const engine = createToneEngine();
  engine.failWhen(() => true);
  const context = await createContext(readConfig(settings), { engine });
  const office = await startOffice((_request, response) => void response.end(), context, {
    ...{ socketPath: join(folder, 'office.sock'), language: 'en' },
    line: { port: 1, say: () => {} },
  });
  cleanUp(office.stop);
  await until('the alert', () => hooks.arrived.length > 0);
  const { kind, ja, en } = JSON.parse(hooks.arrived[0]?.replace('POST /alerts ', '') ?? '');
  expect(kind).toBe('engine-failing');
  expect(ja).toContain(alertTexts['engine-failing'].ja);
  expect(ja).toMatch(/\n対象: .*「最初のあいさつ」\(greeting\)/);
  expect(en).toMatch(/\nWhere: .*“First greeting” in .* \(greeting\)/);
  expect(en).toMatch(/\nSince \d+\/\d+ \d+:\d+ \(Japan\)\.$/);
});
