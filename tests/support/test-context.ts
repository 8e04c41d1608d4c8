import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../src/common/log.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { createEditionShelf } from '../../src/edition/edition.ts';
import { openNarrator } from '../../src/edition/narrator.ts';
import { createTransferBudget, type TransferBudget } from '../../src/line/transfer-budget.ts';
import type { Context } from '../../src/office/context.ts';
import { createEdition, type OfficeEdition } from '../../src/office/editions/edition.ts';
import { everyScript } from '../../src/office/editions/every-narration.ts';
import { createTextSounds } from '../../src/office/editions/text-sounds.ts';
import { openLineStatus } from '../../src/office/open-line-status.ts';
import type { AudioStore } from '../../src/sound/audio-store.ts';
import { createFileAudioStore } from '../../src/sound/file-audio-store.ts';
import { joinNarration } from '../../src/sound/join-narration.ts';
import { seal } from '../../src/sound/seal.ts';
import { createSentenceStudio } from '../../src/speech/sentence-studio.ts';
import type { Draft } from '../../src/words/draft.ts';
import { bundledDraft } from './bundled.ts';
import { memoryDisaster } from './disaster-control.ts';
import { createApp, type OneProcess } from './line-and-office.ts';
import { moments } from './moments.ts';
import { createToneEngine, type ToneEngine } from './tone-engine.ts';
import { account } from './twilio-account.ts';

interface TestContext extends OneProcess {
  readonly engine: ToneEngine;
  readonly budget: TransferBudget;
  /** The time of the clock, which tests can change. */
  now: string;
}

/** Stores the same short sound for every narration of an edition. This saves minutes of speech synthesis. */
async function fill(store: AudioStore, edition: OfficeEdition): Promise<void> {
  const sound = joinNarration([{ codes: new Uint8Array(800).fill(0x90) }]);
  const keys = new Set<string>();
  for (const script of everyScript(edition)) if (script) keys.add(script.narration.key);
  for (const key of keys) await store.write(key, seal(sound, key));
}

/**
 * The application without a database. Its parts are real, except that it has tones instead of a voice, and a clock that
 * does not move.
 */
export async function createTestContext(
  change: {
    draft?: Draft;
    settings?: Record<string, string>;
    config?: Partial<Config>;
    now?: string;
    isFilled?: boolean;
    log?: Context['log'];
  } = {},
): Promise<TestContext & { app: ReturnType<typeof createApp> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kotozute-'));
  const settings = {
    PUBLIC_URL: account.publicUrl,
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authTokens[0] ?? '',
    TWILIO_AUTH_TOKEN_NEXT: account.authTokens[1] ?? '',
    AUDIO_CACHE_DIR: folder,
    LOG_LEVEL: 'silent',
    ...change.settings,
  };
  const config: Config = { ...readConfig(settings), ...change.config };
  const engine = createToneEngine();
  const store = createFileAudioStore(folder);
  const studio = createSentenceStudio(engine, store);
  const draft = change.draft ?? bundledDraft();
  const edition = createEdition(draft, engine);
  if (change.isFilled) await fill(store, edition);
  const narrator = await openNarrator(store, studio);
  const clock = () => Date.parse(context.now);
  const [shelf, readiness, raise] = [createEditionShelf(edition), { isReady: false }, () => {}] as const;
  const log = change.log ?? createLog(config.logLevel);
  const disaster = memoryDisaster(() => edition.file, clock).control;
  const context: TestContext = {
    config,
    log,
    shelf,
    engine,
    studio,
    narrator,
    sounds: createTextSounds({ engine, narrator, cache: store }),
    control: { secret: 'a secret for tests', announce: async () => {} },
    budget: createTransferBudget(() => draft.line.transfersPerHour, clock),
    clock,
    now: change.now ?? moments.open,
    readiness,
    office: null,
    publisher: null,
    scheduleKeeper: null,
    approvals: null,
    nativeReviews: null,
    intake: null,
    restoredBackup: null,
    publishFiles: null,
    crawls: null,
    lineStatus: openLineStatus(
      {
        config,
        office: null,
        shelf,
        disaster: disaster.disaster,
        readiness,
        raise,
        ...{ clock, stopwatch: () => 0 },
        log,
      },
      new AbortController().signal,
    ),
    raise,
    rehearsal: null,
    disaster,
    close: () => rm(folder, { recursive: true, force: true }),
  };
  return Object.assign(context, { app: createApp(context) });
}
