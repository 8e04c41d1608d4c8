import type { Logger } from 'pino';
import { EspeakEngine } from './adapters/espeak/espeak-engine.ts';
import { createFileAudioStore } from './adapters/files/file-audio-store.ts';
import { readPromptFiles } from './adapters/files/prompt-files.ts';
import { GoogleEngine } from './adapters/google/google-engine.ts';
import { type Config, ConfigError } from './config.ts';
import { bringFilesLive } from './editions/bring-files-live.ts';
import { createEditionShelf, type EditionShelf } from './editions/edition-shelf.ts';
import { rememberEditions } from './editions/follow-publications.ts';
import type { Failure } from './editions/prepare-audio.ts';
import { createPublisher, type Publisher } from './editions/publisher.ts';
import { startEditions } from './editions/start-editions.ts';
import { messageOf } from './errors.ts';
import { createLog } from './log.ts';
import { type Office, openOffice } from './open-office.ts';
import type { SpeechEngine } from './speech/engine.ts';
import { type Narrator, openNarrator } from './speech/narrator.ts';
import { createSentenceStudio, type SentenceStudio } from './speech/sentence-studio.ts';
import { createTransferBudget, type TransferBudget } from './switchboard/transfer-budget.ts';

/** Everything the app is made of. */
export interface Context {
  readonly config: Config;
  readonly log: Logger;
  readonly shelf: EditionShelf;
  readonly engine: SpeechEngine;
  readonly studio: SentenceStudio;
  readonly narrator: Narrator;
  readonly budget: TransferBudget;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Whether every narration has once been there since the start. */
  readonly readiness: { isReady: boolean };
  /** Null while the database cannot be had. */
  readonly office: Office | null;
  /** Null without an office. */
  readonly publisher: Publisher | null;
  /**
   * Publishes the prompts folder where it is the draft and has changed; null when there is nothing to publish.
   * @returns what could not be spoken
   */
  readonly publishFiles: ((signal: AbortSignal) => Promise<readonly Failure[]>) | null;
  close(): Promise<void>;
}

/** What a test may put in the place of the machine's own. */
export interface ContextOptions {
  /** Milliseconds since the epoch; the machine's clock unless told otherwise. */
  readonly clock?: () => number;
  /** Another voice than the one the settings name. */
  readonly engine?: SpeechEngine;
}

/**
 * The voice that the settings name.
 * @throws ConfigError when it cannot speak for want of credentials: no other voice ever takes its place
 */
export async function openEngine({ speechEngine, googleEndpoint }: Config): Promise<EspeakEngine | GoogleEngine> {
  if (speechEngine === 'espeak') return new EspeakEngine();
  const engine = new GoogleEngine({ endpoint: googleEndpoint });
  try {
    await engine.open();
  } catch (error) {
    throw new ConfigError(`The settings are not right:\n- SPEECH_ENGINE=google: ${messageOf(error)}`, { cause: error });
  }
  return engine;
}

/**
 * Builds the only concrete adapters there are.
 * @throws PromptsError when the words cannot be published and nothing ever was
 * @throws NoPromptFolderError when there is no folder with them
 * @throws ConfigError when the voice cannot speak
 */
export async function createContext(
  config: Config,
  { clock = Date.now, engine: given }: ContextOptions = {},
): Promise<Context> {
  const log = createLog(config.logLevel);
  const [files, office] = await Promise.all([readPromptFiles(config.promptsFolder), openOffice(config, clock, log)]);
  try {
    const engine = given ?? (await openEngine(config));
    const isDraftKept = (await office?.drafts.lineHistory(1))?.length === 1;
    const kept = office && { editions: office.editions, memos: office.memos, isDraftKept };
    const { current, next, refused } = await startEditions({ files, engine, kept });
    if (refused)
      log.error({ why: refused.message }, 'the prompts folder cannot be published; callers hear the last edition');
    const cache = createFileAudioStore(config.audioCacheFolder);
    const studio = createSentenceStudio(engine, cache, office?.editions.sounds);
    const shelf = createEditionShelf(current);
    // Before the first request: a call that waited for this process to start must not be moved to other words.
    await (office && rememberEditions(office.editions, shelf))?.catch((error: unknown) => {
      log.error(
        { why: messageOf(error) },
        'earlier editions cannot be read; calls that began on them go on with this one',
      );
    });
    const narrator = await openNarrator(cache, studio);
    const publishing = office && {
      desk: office.drafts,
      records: office.editions,
      shelf,
      engine,
      narrator,
      cache,
      clock,
    };
    return {
      config,
      log,
      shelf,
      engine,
      studio,
      narrator,
      budget: createTransferBudget(current.file.transfersPerHour),
      clock,
      readiness: { isReady: false },
      office,
      publisher: publishing && createPublisher(publishing),
      publishFiles:
        publishing && next && office
          ? (signal) => bringFilesLive({ ...publishing, next, files, memos: office.memos }, signal)
          : null,
      async close() {
        await engine.close();
        await office?.close();
      },
    };
  } catch (error) {
    await office?.close();
    throw error;
  }
}
