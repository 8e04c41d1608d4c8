import type { Logger } from 'pino';
import { EspeakEngine } from './adapters/espeak/espeak-engine.ts';
import { createFileAudioStore } from './adapters/files/file-audio-store.ts';
import { readPromptFiles } from './adapters/files/prompt-files.ts';
import { GoogleEngine } from './adapters/google/google-engine.ts';
import { type Config, ConfigError } from './config.ts';
import { createEdition } from './editions/edition.ts';
import { createEditionShelf, type EditionShelf } from './editions/edition-shelf.ts';
import { messageOf } from './errors.ts';
import { createLog } from './log.ts';
import { checkDraft } from './prompts/check-draft.ts';
import { readDraft } from './prompts/draft.ts';
import { PromptsError } from './prompts/finding.ts';
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
  close(): Promise<void>;
}

/** Where the words are published from and the narrations lie; both made by this file alone. */
export interface ContextOptions {
  /** Milliseconds since the epoch; the machine's clock unless told otherwise. */
  readonly clock?: () => number;
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
 * @throws PromptsError when the words cannot be published; nothing else is served yet, so the start stops
 * @throws ConfigError when the voice cannot speak
 */
export async function createContext(config: Config, { clock = Date.now }: ContextOptions = {}): Promise<Context> {
  const log = createLog(config.logLevel);
  const draft = readDraft(await readPromptFiles(config.promptsFolder));
  const errors = checkDraft(draft).filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new PromptsError(errors);
  const engine = await openEngine(config);
  const store = createFileAudioStore(config.audioCacheFolder);
  const studio = createSentenceStudio(engine, store);
  const shelf = createEditionShelf(createEdition(draft, engine));
  return {
    config,
    log,
    shelf,
    engine,
    studio,
    narrator: await openNarrator(store, studio),
    budget: createTransferBudget(draft.line.transfersPerHour),
    clock,
    readiness: { isReady: false },
    close: () => engine.close(),
  };
}
