import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { RaiseAlert } from '../alerts/alert.ts';
import { openAlerts } from '../alerts/open-alerts.ts';
import { messageOf } from '../common/errors.ts';
import { createLog } from '../common/log.ts';
import { machineStopwatch, type Stopwatch } from '../common/stopwatch.ts';
import type { Config } from '../config.ts';
import { createEditionShelf } from '../edition/edition.ts';
import { openNarrator } from '../edition/narrator.ts';
import { createFileAudioStore } from '../sound/file-audio-store.ts';
import type { SpeechEngine } from '../speech/engine.ts';
import type { SpeakingNarrator } from '../speech/narration.ts';
import { createSentenceStudio, type SentenceStudio } from '../speech/sentence-studio.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import { type CrawlJobs, createCrawlJobs } from './crawl/crawl-jobs.ts';
import { runCrawlProcess } from './crawl/run-crawl-process.ts';
import { type ApprovalDesk, createApprovalDesk } from './editions/approval/approval-desk.ts';
import type { OfficeShelf } from './editions/edition.ts';
import { rememberEditions } from './editions/follow-publications.ts';
import type { SoundIntake } from './editions/intake/sound-intake.ts';
import type { RestoredBackup } from './editions/restored-backup.ts';
import { startEditions } from './editions/start-editions.ts';
import { makePrivateFolder } from './files/private-folder.ts';
import { createServiceNote, fingerprintSettings } from './files/service-note.ts';
import { type DisasterControl, openDisaster } from './open-disaster.ts';
import { checkVoice, createEngine } from './open-engine.ts';
import { openLineStatus, type WatchedLine } from './open-line-status.ts';
import { type OpenNativeReviews, openNativeReviews } from './open-native-reviews.ts';
import { type Office, openOffice } from './open-office.ts';
import { type OpenPublishing, openPublishing } from './open-publishing.ts';
import { createRehearsalRoom, type RehearsalRoom } from './rehearsal/rehearsal-room.ts';
import { findStartProblems } from './start-problems.ts';

/** All parts of a running office. */
export interface Context extends OpenNativeReviews, OpenPublishing {
  readonly config: Config;
  readonly log: Logger;
  readonly shelf: OfficeShelf;
  readonly engine: SpeechEngine;
  readonly studio: SentenceStudio;
  readonly narrator: SpeakingNarrator;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Whether, at some moment since the start, all narrations of the current edition existed. */
  readonly readiness: { isReady: boolean };
  /** Null if the database could not be opened. */
  readonly office: Office | null;
  /** Null if `office` is null. */
  readonly approvals: ApprovalDesk | null;
  /** Null if `office` is null. */
  readonly intake: SoundIntake | null;
  /**
   * Set if the database was put back from a backup, and nothing was published between then and the start; otherwise
   * null.
   */
  readonly restoredBackup: RestoredBackup | null;
  /** The disaster notice. It works without the database too. */
  readonly disaster: DisasterControl;
  /** Crawls of drafts. Null if `office` is null. */
  readonly crawls: CrawlJobs | null;
  readonly lineStatus: WatchedLine;
  /** Alerts operators. Does nothing if the settings name no receiver of alerts. */
  readonly raise: RaiseAlert;
  /** Null if `office` is null. */
  readonly rehearsal: RehearsalRoom | null;
  /** Access for commands on the same machine. */
  readonly control: {
    readonly secret: string;
    /** Writes a note into DATA_DIR, so that commands can find this process. @throws Error if it cannot be written */
    announce(port: number): Promise<void>;
  };
  close(): Promise<void>;
}

/** What a test may replace. */
interface ContextOptions {
  /** Milliseconds since the epoch; the machine's clock by default. */
  readonly clock?: () => number;
  /** The machine's stopwatch by default. */
  readonly stopwatch?: Stopwatch;
  /**
   * By default, the engine that the settings name. The engine is closed with the context; it is also closed if no
   * context can be created.
   */
  readonly engine?: SpeechEngine;
}

/**
 * Builds all parts of the office with their concrete adapters. A published edition can be served without the prompts
 * folder, a voice or the audio cache, so problems with these are only logged.
 * @throws PromptsError if the words cannot be published, PromptFolderError if the folder cannot be used, and
 * ConfigError if the engine lacks credentials. These three are thrown only if no published edition can be read from the
 * database
 * @throws StorageError if the database could be opened but fails afterwards
 */
export async function createContext(
  config: Config,
  { clock = Date.now, stopwatch = machineStopwatch, engine: given }: ContextOptions = {},
): Promise<Context> {
  const log = createLog(config.logLevel);
  await makePrivateFolder(config.dataFolder).catch((error: unknown) => {
    log.warn({ why: messageOf(error) }, 'DATA_DIR cannot be closed to other users of this machine');
  });
  // The files are read while the database is being opened. `startEditions` sees an error of this reading only if it
  // needs the files. The empty handler prevents an unhandled rejection if it does not.
  const reading = readPromptFiles(config.promptsFolder);
  reading.catch(() => {});
  const engine = given ?? createEngine(config);
  const office = await openOffice(config, clock, log);
  try {
    const isDraftKept = (await office?.drafts.lineHistory(1))?.length === 1;
    const kept = office && { editions: office.editions, memos: office.memos, isDraftKept };
    const { current, publishedAt, next, refused } = await startEditions({ files: () => reading, engine, kept });
    const tell = (message: string) => (error: unknown) => log.error({ why: messageOf(error) }, message);
    if (refused) tell('the prompts folder cannot be published; callers hear the last edition')(refused.why);
    const started = { config, office, current, publishedAt, now: clock() };
    const { isLiveForgotten, restoredBackup } = await findStartProblems(started, tell);
    await checkVoice(engine).catch((error: unknown) => {
      if (publishedAt === null) throw error;
      tell('the voice cannot speak; callers hear the stored sounds, and <Say> for new sentences')(error);
    });
    const cache = createFileAudioStore(config.audioCacheFolder);
    const raise = openAlerts(config, (why) => log.error({ why }, 'an alert could not be sent')) ?? (() => {});
    const studio = createSentenceStudio(engine, cache, office?.editions.sounds);
    const shelf = createEditionShelf(current);
    // Done before the first request, because the line may already be waiting for a sound of a call that began on an
    // earlier edition.
    await (office && rememberEditions(office.editions, shelf))?.catch(
      tell('earlier editions cannot be read; their missing sounds are not made again'),
    );
    const narrator = await openNarrator(cache, studio, tell('the audio cache cannot be read; callers hear <Say>'));
    const speech = { engine, studio, narrator, cache };
    const time = { clock, stopwatch };
    const approvals =
      office &&
      createApprovalDesk({
        records: office.approvals,
        drafts: office.drafts,
        editions: office.editions,
        shelf,
        ...speech,
        ...time,
      });
    const readers = openNativeReviews(office, approvals, { engine, narrator, cache, clock });
    const crawls =
      office &&
      createCrawlJobs(
        (edition, signal, report) => runCrawlProcess(edition, office.editions.sounds, { signal, report }),
        clock,
      );
    const publishing = await openPublishing({
      config,
      office,
      approvals,
      crawls,
      // If the database was lost, only the line still knows the live edition. The prompts folder must not replace that
      // edition.
      next: isLiveForgotten ? null : next,
      shelf,
      ...speech,
      ...time,
      log,
    });
    const disaster = await openDisaster({
      config,
      office,
      line: () => shelf.current.file,
      approved: async (prompts) => {
        if (!approvals) throw new Error('Without a database, approvals cannot be looked up.');
        return approvals.approvedLanguages(prompts);
      },
      ...time,
      log,
    });
    const readiness = { isReady: false };
    const ending = new AbortController();
    const lineStatus = openLineStatus(
      { config, office, shelf, readiness, raise, ...time, log, disaster: disaster.disaster },
      ending.signal,
    );
    const secret = randomBytes(32).toString('base64url');
    const note = createServiceNote(config.dataFolder);
    const shared = { secret, settings: fingerprintSettings(config, secret) };
    return {
      config,
      log,
      shelf,
      engine,
      studio,
      narrator,
      clock,
      readiness,
      office,
      approvals,
      ...readers,
      ...publishing,
      restoredBackup,
      disaster,
      rehearsal:
        office &&
        createRehearsalRoom({
          records: office.rehearsals,
          drafts: office.drafts,
          noticeNow: disaster.disaster.rehearsedNow,
          approved: disaster.approved,
          engine,
          cache,
          clock,
        }),
      crawls,
      lineStatus,
      raise,
      control: { secret, announce: (port) => note.write({ port, ...shared }) },
      async close() {
        ending.abort();
        crawls?.stop();
        await note.remove({ secret }).catch(() => {});
        await engine.close();
        await office?.close();
      },
    };
  } catch (error) {
    await Promise.allSettled([engine.close(), office?.close()]);
    throw error;
  }
}
