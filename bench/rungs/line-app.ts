import type { RequestListener } from 'node:http';
import { createLog } from '../../src/common/log.ts';
import { readConfig } from '../../src/config.ts';
import { createEditionShelf, openEdition } from '../../src/edition/edition.ts';
import { createLineApp } from '../../src/line/line-app.ts';
import { openLineSounds } from '../../src/line/line-sounds.ts';
import { createTransferBudget } from '../../src/line/transfer-budget.ts';
import { createEdition } from '../../src/office/editions/edition.ts';
import { everyNarration } from '../../src/office/editions/every-narration.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { createMemoryAudioStore } from '../../tests/support/memory-audio-store.ts';
import { createToneEngine } from '../../tests/support/tone-engine.ts';
import { account } from '../../tests/support/twilio-account.ts';
import { bundledPrompts, readPrompts, repeatLanguages } from '../draft.ts';

/**
 * The line as in production, with all middleware, logging and signature checks, on an edition made from an edition
 * file. All sounds count as existing: answers to webhooks only name sounds and never read them.
 * @param times how often each language is repeated, each time with a telephone number of its own. With null, the
 * bundled line is used unchanged
 */
export async function lineApp(times: number | null): Promise<RequestListener> {
  const settings = readConfig({
    PUBLIC_URL: account.publicUrl,
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authTokens[0],
  });
  const bundled = await readPrompts(bundledPrompts);
  const draft = times === null ? bundled : repeatLanguages(bundled, times);
  const spoken = createEdition(draft, createToneEngine());
  const keys = (await everyNarration(spoken)).map(({ key }) => key);
  const shelf = createEditionShelf(openEdition(toEditionFile(spoken)));
  const sounds = await openLineSounds({ ...createMemoryAudioStore(), keys: async () => keys }, () => {});
  return createLineApp({
    settings: { ...settings, isProduction: true, hasPhonePage: false },
    shelf,
    loadEdition: () => null,
    sounds,
    narrator: sounds.narrator,
    budget: createTransferBudget(() => draft.line.transfersPerHour),
    disaster: () => null,
    clock: Date.now,
    isReady: () => true,
    office: (_request, _response, next) => next(),
    unmade: () => {},
    log: createLog(settings.logLevel),
  });
}
