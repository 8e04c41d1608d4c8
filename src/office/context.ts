import { randomBytes } from 'node:crypto';
import { messageOf } from '../common/errors.ts';
import { createLog } from '../common/log.ts';
import { machineStopwatch, type Stopwatch } from '../common/stopwatch.ts';
import { type Config, ConfigError } from '../config.ts';
import { createEditionShelf } from '../edition/edition.ts';
import { openNarrator } from '../edition/narrator.ts';
import { createFileAudioStore } from '../sound/file-audio-store.ts';
import type { SpeechEngine } from '../speech/engine.ts';
import { EspeakEngine } from '../speech/engines/espeak/espeak-engine.ts';
import { GoogleEngine } from '../speech/engines/google/google-engine.ts';
import { createSentenceStudio } from '../speech/sentence-studio.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import { crawlApart } from './crawl/crawl-apart.ts';
import { createCrawlJobs } from './crawl/crawl-jobs.ts';
import { createApprovalDesk } from './editions/approval/approval-desk.ts';
import { bringFilesLive } from './editions/bring-files-live.ts';
import { rememberEditions } from './editions/follow-publications.ts';
import { createPublisher } from './editions/publisher.ts';
import { startEditions } from './editions/start-editions.ts';
import { keepPrivate } from './files/private-folder.ts';
import { createServiceNote } from './files/service-note.ts';
import type { Context } from './office-context.ts';
import { openDisaster } from './open-disaster.ts';
import { openOffice } from './open-office.ts';
import { createRehearsalRoom } from './rehearsal/rehearsal-room.ts';
import { checkCalls } from './rehearsal/run-rehearsed-calls.ts';
import { clockTroubleAt, isAnotherLive, whatIfForgotten } from './start-troubles.ts';

export type { Context } from './office-context.ts';

/** What a test may put in the place of the machine's own. */
export interface ContextOptions {
  /** Milliseconds since the epoch; the machine's clock unless told otherwise. */
  readonly clock?: () => number;
  /** The machine's unless told otherwise. */
  readonly stopwatch?: Stopwatch;
  /** Another voice than the one the settings name. */
  readonly engine?: SpeechEngine;
}

/** The voice that the settings name, not yet asked whether it can speak. */
const createEngine = ({ speechEngine, googleEndpoint }: Config): EspeakEngine | GoogleEngine =>
  speechEngine === 'espeak' ? new EspeakEngine() : new GoogleEngine({ endpoint: googleEndpoint });

/** @throws ConfigError when a voice cannot speak for want of credentials */
async function checkVoice(engine: SpeechEngine): Promise<void> {
  if (!(engine instanceof GoogleEngine)) return;
  try {
    await engine.open();
  } catch (error) {
    throw new ConfigError(`The settings are not right:\n- SPEECH_ENGINE=google: ${messageOf(error)}`, { cause: error });
  }
}

/**
 * The voice that the settings name.
 * @throws ConfigError when it cannot speak for want of credentials: no other voice ever takes its place
 */
export async function openEngine(config: Config): Promise<EspeakEngine | GoogleEngine> {
  const engine = createEngine(config);
  await checkVoice(engine);
  return engine;
}

/**
 * Builds the only concrete adapters there are. An edition that was published needs neither the prompts folder, nor a voice,
 * nor the audio cache: whatever is wrong with them is told, and callers hear it.
 * @throws PromptsError when the words cannot be published and nothing ever was
 * @throws NoPromptFolderError when there is no folder with them, and nothing was ever published
 * @throws ConfigError when the voice cannot speak, and nothing was ever published
 */
export async function createContext(
  config: Config,
  { clock = Date.now, stopwatch = machineStopwatch, engine: given }: ContextOptions = {},
): Promise<Context> {
  const log = createLog(config.logLevel);
  await keepPrivate(config.dataFolder).catch((error: unknown) => {
    log.warn({ why: messageOf(error) }, 'DATA_DIR cannot be closed to other users of this machine');
  });
  // Read while the database is opened; looked at only where its words matter.
  const reading = readPromptFiles(config.promptsFolder);
  reading.catch(() => {});
  const office = await openOffice(config, clock, log);
  try {
    const engine = given ?? createEngine(config);
    const isDraftKept = (await office?.drafts.lineHistory(1))?.length === 1;
    const kept = office && { editions: office.editions, memos: office.memos, isDraftKept };
    const { current, publishedAt, next, refused } = await startEditions({ files: () => reading, engine, kept });
    const tell = (message: string) => (error: unknown) => log.error({ why: messageOf(error) }, message);
    if (refused) tell('the prompts folder cannot be published; callers hear the last edition')(refused.why);
    const isLiveForgotten =
      office !== null && publishedAt === null && (await isAnotherLive(config.dataFolder, current));
    if (isLiveForgotten) tell('the database does not know the edition that is live')(whatIfForgotten);
    const clockTrouble = publishedAt !== null && clockTroubleAt(clock(), publishedAt);
    if (clockTrouble) tell('the clock of this machine seems wrong; opening hours and dates go by it')(clockTrouble);
    await checkVoice(engine).catch((error: unknown) => {
      if (publishedAt === null) throw error;
      tell('the voice cannot speak; callers hear the recordings that are kept, and <Say> for what is new')(error);
    });
    const cache = createFileAudioStore(config.audioCacheFolder);
    const studio = createSentenceStudio(engine, cache, office?.editions.sounds);
    const shelf = createEditionShelf(current);
    // Before the first request: a call that waited for this process to start must not be moved to other words.
    await (office && rememberEditions(office.editions, shelf))?.catch(
      tell('earlier editions cannot be read; calls that began on them go on with this one'),
    );
    const narrator = await openNarrator(cache, studio, tell('the audio cache cannot be read; callers hear <Say>'));
    const approvals =
      office &&
      createApprovalDesk({
        records: office.approvals,
        drafts: office.drafts,
        editions: office.editions,
        ...{ shelf, engine, narrator, cache, clock, stopwatch },
      });
    const crawls =
      office &&
      createCrawlJobs(
        (edition, signal, report) => crawlApart(edition, office.editions.sounds, { signal, report }),
        clock,
      );
    const publishing = office &&
      approvals && {
        approvals,
        checks: checkCalls(office.rehearsals.calls),
        crawl: crawls?.crawlForPublishing ?? null,
        desk: office.drafts,
        records: office.editions,
        shelf,
        engine,
        narrator,
        cache,
        clock,
      };
    const disaster = await openDisaster({
      config,
      office,
      line: () => shelf.current.file,
      approved: async (prompts) => {
        if (!approvals) throw new Error('Without a database nobody can look what is approved.');
        return approvals.approvedLanguages(prompts);
      },
      clock,
      stopwatch,
      log,
    });
    const secret = randomBytes(32).toString('base64url');
    const note = createServiceNote(config.dataFolder);
    return {
      config,
      log,
      shelf,
      engine,
      studio,
      narrator,
      clock,
      readiness: { isReady: false },
      office,
      approvals,
      publisher: publishing && createPublisher(publishing),
      publishFiles:
        publishing && next && office && !isLiveForgotten
          ? (signal) => bringFilesLive({ ...publishing, next, memos: office.memos }, signal)
          : null,
      disaster,
      rehearsal:
        office &&
        createRehearsalRoom({
          records: office.rehearsals,
          drafts: office.drafts,
          noticeNow: disaster.disaster.rehearsedNow,
          approved: disaster.approved,
          ...{ engine, cache, clock },
        }),
      crawls,
      control: { secret, announce: (port) => note.write({ port, secret }) },
      async close() {
        crawls?.stop();
        await note.remove({ secret }).catch(() => {});
        await engine.close();
        await office?.close();
      },
    };
  } catch (error) {
    await office?.close();
    throw error;
  }
}
