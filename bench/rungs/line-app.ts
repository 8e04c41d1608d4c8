import type { Express } from 'express';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Context } from '../../src/context.ts';
import { createEditionShelf } from '../../src/edition/edition-shelf.ts';
import { openNarrator } from '../../src/edition/narrator.ts';
import { createEdition } from '../../src/editions/edition.ts';
import { createTransferBudget } from '../../src/line/transfer-budget.ts';
import { createLog } from '../../src/log.ts';
import type { SpeechEngine } from '../../src/speech/engine.ts';
import type { Narration } from '../../src/speech/narration.ts';
import { createSentenceStudio } from '../../src/speech/sentence-studio.ts';
import { memoryDisaster } from '../../tests/support/disaster-control.ts';
import { createMemoryAudioStore } from '../../tests/support/memory-audio-store.ts';
import { createToneEngine } from '../../tests/support/tone-engine.ts';
import { account } from '../../tests/support/twilio-account.ts';
import { bundledPrompts, readPrompts, repeatLanguages } from '../draft.ts';

/** A narrator that looks every narration up and then calls it ready: webhooks name sounds and never touch them. */
async function openReadyNarrator(engine: SpeechEngine): Promise<Pick<Context, 'narrator' | 'studio'>> {
  const store = createMemoryAudioStore();
  const studio = createSentenceStudio(engine, store);
  const narrator = await openNarrator(store, studio);
  const isReady = (narration: Narration) => {
    narrator.isReady(narration);
    return true;
  };
  return { studio, narrator: { ...narrator, isReady } };
}

/**
 * The line as production runs it: every middleware, its log, its check of signatures.
 * @param times each language so many times, with a number of its own; null takes the bundled line as it is
 */
export async function lineApp(times: number | null): Promise<Express> {
  const settings = {
    PUBLIC_URL: account.publicUrl,
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authTokens[0],
  };
  const config = { ...readConfig(settings), isProduction: true, hasPhonePage: false };
  const bundled = await readPrompts(bundledPrompts);
  const draft = times === null ? bundled : repeatLanguages(bundled, times);
  const engine = createToneEngine();
  const shelf = createEditionShelf(createEdition(draft, engine));
  const context: Context = {
    config,
    log: createLog(config.logLevel),
    shelf,
    engine,
    ...(await openReadyNarrator(engine)),
    control: { secret: 'a secret for tests', announce: async () => {} },
    budget: createTransferBudget(() => draft.line.transfersPerHour),
    clock: Date.now,
    readiness: { isReady: true },
    office: null,
    publisher: null,
    rehearsal: null,
    approvals: null,
    publishFiles: null,
    crawls: null,
    disaster: memoryDisaster(() => shelf.current.file, Date.now).control,
    close: () => engine.close(),
  };
  return createApp(context);
}
