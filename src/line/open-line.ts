import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import express, { type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { RaiseAlert } from '../alerts/alert.ts';
import { messageOf } from '../common/errors.ts';
import { createTroubleLog } from '../common/log.ts';
import { machineStopwatch, type Stopwatch } from '../common/stopwatch.ts';
import { createEditionFolder, type EditionMessage, editionKind } from '../edition/edition-folder.ts';
import { type NoticeMessage, noticeKind, noticePath, readNoticeFile } from '../edition/notice-file.ts';
import { allNarrationsReady } from '../edition/office-messages.ts';
import type { SharedFileKind } from '../edition/shared-file.ts';
import { rememberUtterance } from '../http/line-headers.ts';
import { createFileAudioStore } from '../sound/file-audio-store.ts';
import { callNames } from './call-names.ts';
import { followFile } from './follow-file.ts';
import { keepCallCounts } from './keep-call-counts.ts';
import { createLineApp, healthText, isForOffice, type LineSettings } from './line-app.ts';
import { createLineEditions } from './line-editions.ts';
import { createLineNotice } from './line-notice.ts';
import { openLineSounds } from './line-sounds.ts';
import { createCallReports } from './twilio/call-reports.ts';

/** The options of a line. */
interface LineOptions {
  readonly settings: LineSettings & { readonly dataFolder: string };
  readonly log: Logger;
  /** Answers the requests for the office. */
  readonly office: RequestHandler;
  /** Answers requests for sounds that are missing here; null if there is no office to create them. */
  readonly soundsOfOffice: RequestHandler | null;
  /**
   * Whether `/readyz` reports readiness only after the office has reported that all narrations exist. A line that has
   * an edition at its start does not wait for that.
   */
  readonly waitsForSounds: boolean;
  /** The status of the office, in a sentence. */
  readonly officeStatus?: () => string;
  /** Alerts the operators; by default, does nothing. */
  readonly alert?: RaiseAlert;
  /** Milliseconds since the epoch; the machine's clock by default. */
  readonly clock?: () => number;
  /** By default, the stopwatch of the machine. */
  readonly stopwatch?: Stopwatch;
  /** Milliseconds that a call waits for the first edition; `waitsForFirst` by default. */
  readonly patience?: number;
  /** Polling interval for the files of the office, in milliseconds; `lookEvery` of `follow-file.ts` by default. */
  readonly lookEvery?: number;
}

/** A line. To answer calls it needs only files: editions, the live pointer, the disaster notice and sounds. */
interface Line {
  readonly listener: RequestListener;
  /** Resolves when there is an edition. */
  readonly ready: Promise<void>;
  readonly hasEdition: boolean;
  /**
   * Handles a message of the office: a notice, an edition that the office could not write to its file, or the report
   * that all narrations exist. Other messages are ignored.
   */
  heard(message: unknown): void;
  /** Stops polling the files, and writes the last call counts for the office. */
  close(): Promise<void>;
}

/**
 * Milliseconds between two inspections of the sounds. After an inspection has found that a sound was deleted or
 * changed, callers hear `<Say>` until the sound is created again.
 */
const inspectEvery = 60_000;

/** Milliseconds that a call waits for the first edition; Twilio gives up after four seconds. */
const waitsForFirst = 3500;

/** Maximum number of requests that wait for the first edition. */
const mostWaiting = 1000;

/** Opens a line on the files that the office has left in `dataFolder`. The office need not be running. */
export async function openLine(options: LineOptions): Promise<Line> {
  const { settings, log, office, clock = Date.now, stopwatch = machineStopwatch } = options;
  const { officeStatus = () => '' } = options;
  const closing = new AbortController();
  const tell = (message: string) => (error: unknown) => log.error({ why: messageOf(error) }, message);
  const notice = createLineNotice({ clock, stopwatch });
  const folder = createEditionFolder(settings.dataFolder);
  const lost = tell('an edition on which a call began cannot be read; the call goes on with the current one');
  let findSounds = async (): Promise<void> => {};
  const editions = createLineEditions(folder, notice.words, lost, () => findSounds());
  const unread = tell('the live edition cannot be read; callers hear the previous one');
  const unheard = tell('the disaster notice cannot be read; its last known state stays in effect');
  const takeNotice = async () =>
    notice.adopt((await readNoticeFile(settings.dataFolder)) ?? { revision: 0, notice: null });
  const { signal } = closing;
  // The notice is read before the first call is answered, so that no call misses a warning.
  await followFile(noticePath(settings.dataFolder), takeNotice, unheard, signal, options.lookEvery);
  await followFile(join(settings.dataFolder, 'editions', 'live'), editions.follow, unread, signal, options.lookEvery);
  // The cache is listed again before an edition that `follow` has read becomes current. A failure that lasts is logged
  // once.
  const noCache = createTroubleLog(log, 'the audio cache cannot be read; callers hear <Say>');
  const sounds = await openLineSounds(createFileAudioStore(settings.audioCacheFolder), (error) =>
    noCache(messageOf(error)),
  );
  findSounds = () =>
    sounds.narrator.findNew().then(
      () => noCache(null),
      (error) => noCache(messageOf(error)),
    );
  const inspecting = setInterval(() => void sounds.narrator.inspect().catch(() => {}), inspectEvery);
  inspecting.unref();
  signal.addEventListener('abort', () => clearInterval(inspecting), { once: true });
  const alert = options.alert ?? (() => {});
  const reports = createCallReports(
    alert,
    stopwatch,
    callNames(() => editions.shelf),
  );
  const uncounted = tell('the call counts cannot be written for the office');
  const { dataFolder } = settings;
  const writeCounts = keepCallCounts({ dataFolder, reports, since: clock(), failed: uncounted }, signal);
  // The sounds of an edition that was live before this start exist already, so the line is ready at once.
  let isReady = editions.shelf !== null || !options.waitsForSounds;
  const soundsElsewhere: RequestHandler = (request, response, next) => {
    if (!options.soundsOfOffice) return next();
    rememberUtterance(request, sounds.said(String(request.params.name).slice(0, 64)));
    options.soundsOfOffice(request, response, next);
  };
  const open = (): RequestListener | null => {
    const { shelf } = editions;
    return (
      shelf &&
      createLineApp({
        settings,
        shelf,
        loadEdition: editions.loadEdition,
        sounds,
        narrator: sounds.narrator,
        stopwatch,
        disaster: notice.now,
        clock,
        isReady: () => isReady,
        office,
        soundsElsewhere,
        officeStatus,
        unmade: () => {},
        alert,
        reports,
        log,
      })
    );
  };
  const app = open();
  return {
    // If there is an edition already, calls go straight to the app.
    listener: app ?? untilFirst(open, editions.first(), options),
    ready: editions.first(),
    get hasEdition() {
      return editions.shelf !== null;
    },
    heard(message) {
      if (message === allNarrationsReady) isReady = true;
      else if (isMessage<NoticeMessage>(message, 'notice', noticeKind)) notice.adopt(message.notice);
      else if (isMessage<EditionMessage>(message, 'edition', editionKind)) editions.publish(message.edition);
    },
    async close() {
      closing.abort();
      await writeCounts();
    },
  };
}

/**
 * The listener of a line that starts without an edition. Each request waits for the first edition. If there is none
 * after `patience`, the response is 503. If `mostWaiting` requests are waiting, the connection of any further one is
 * closed. Requests for `/healthz` and for the office do not wait.
 */
function untilFirst(
  open: () => RequestListener | null,
  first: Promise<void>,
  { office, settings, log, officeStatus = () => '', patience = waitsForFirst }: LineOptions,
): RequestListener {
  let app: RequestListener | null = null;
  const officeApp = express().disable('x-powered-by').set('trust proxy', settings.trustProxy).use(office);
  const waiting = new Set<() => void>();
  void first.then(() => {
    for (const go of waiting) {
      try {
        go();
      } catch (error) {
        log.error({ err: error }, 'a request failed');
      }
    }
    waiting.clear();
  });
  return (request, response) => {
    app ??= open();
    if (app) return app(request, response);
    if (request.url === '/healthz') return void response.end(healthText(officeStatus()));
    if (isForOffice(request.url)) return void officeApp(request, response);
    if (waiting.size >= mostWaiting) return void response.destroy();
    const late = setTimeout(() => {
      waiting.delete(go);
      response.writeHead(503, { 'Content-Type': 'text/plain', 'Retry-After': '2' });
      response.end('There is no edition yet; the office is making the first one.');
    }, patience);
    const go = () => {
      clearTimeout(late);
      app ??= open();
      app?.(request, response);
    };
    waiting.add(go);
    response.once('close', () => waiting.delete(go));
  };
}

/** Whether a message has the given field and is in the format that this version knows. */
const isMessage = <Message extends { readonly format: number }>(
  message: unknown,
  field: keyof Message & string,
  { format }: SharedFileKind,
): message is Message =>
  typeof message === 'object' && message !== null && field in message && Reflect.get(message, 'format') === format;
