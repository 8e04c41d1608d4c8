import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import express, { type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { messageOf } from '../common/errors.ts';
import { machineStopwatch, type Stopwatch } from '../common/stopwatch.ts';
import { createEditionFolder, type EditionMessage, editionKind } from '../edition/edition-folder.ts';
import { type NoticeMessage, noticeKind, noticePath, readNoticeFile } from '../edition/notice-file.ts';
import { allSounds } from '../edition/office-messages.ts';
import type { SharedFileKind } from '../edition/shared-file.ts';
import { setSaid } from '../http/said-header.ts';
import { createFileAudioStore } from '../sound/file-audio-store.ts';
import { followFile } from './follow-file.ts';
import { createLineApp, healthText, isForOffice, type LineSettings } from './line-app.ts';
import { createLineEditions } from './line-editions.ts';
import { openLineSounds } from './line-sounds.ts';
import { createLineNotice } from './notice.ts';

/** What a line is opened with. */
export interface LineOptions {
  readonly settings: LineSettings & { readonly dataFolder: string };
  readonly log: Logger;
  /** Answers what only the office can. */
  readonly office: RequestHandler;
  /** Asked for sounds that are missing here; null where there is no office to make them. */
  readonly soundsOfOffice: RequestHandler | null;
  /** Whether an office says so when every narration of the live edition is there; otherwise an edition is enough to be ready. */
  readonly isTold: boolean;
  /** How the office fares, in a sentence. */
  readonly fares?: () => string;
  /** Milliseconds since the epoch; the machine's clock unless told otherwise. */
  readonly clock?: () => number;
  /** The machine's unless told otherwise. */
  readonly stopwatch?: Stopwatch;
}

/** A line that knows files only: editions, the live pointer, the disaster notice and sounds. */
export interface Line {
  readonly listener: RequestListener;
  /** Settles when there is an edition to answer with. */
  readonly ready: Promise<void>;
  readonly hasEdition: boolean;
  /** Takes what the office says beside its files: a notice or an edition that the disk does not take. */
  heard(message: unknown): void;
  close(): void;
}

/** Milliseconds between two looks at the sounds: one that was deleted or changed is said by `<Say>` from then on. */
const inspectEvery = 60_000;

/** Milliseconds that a call waits for the very first edition; Twilio gives up after four seconds. */
const waitsForFirst = 3500;

/** Requests that wait for it. */
const mostWaiting = 1000;

/** Opens a line on what the office has left in `dataFolder`; it needs no office to answer. */
export async function openLine(options: LineOptions): Promise<Line> {
  const { settings, log, office, clock = Date.now, stopwatch = machineStopwatch } = options;
  const { fares = () => '' } = options;
  const closing = new AbortController();
  const tell = (message: string) => (error: unknown) => log.error({ why: messageOf(error) }, message);
  const notice = createLineNotice({ clock, stopwatch });
  const folder = createEditionFolder(settings.dataFolder);
  const lost = tell('an edition on which a call began cannot be read; the call goes on with the current one');
  const editions = createLineEditions(folder, notice.words, lost);
  const unread = tell('the edition that is live cannot be read; callers hear the one before');
  const unheard = tell('the disaster notice cannot be read; what was known of it holds');
  const takeNotice = async () =>
    notice.adopt((await readNoticeFile(settings.dataFolder)) ?? { revision: 0, notice: null });
  // Before the first call is answered, so that no warning comes a moment late.
  await takeNotice().catch(unheard);
  await editions.follow().catch(unread);
  const { signal } = closing;
  void followFile(noticePath(settings.dataFolder), takeNotice, unheard, signal);
  void followFile(join(settings.dataFolder, 'editions', 'live'), editions.follow, unread, signal);
  const sounds = await openLineSounds(
    createFileAudioStore(settings.audioCacheFolder),
    tell('the audio cache cannot be read; callers hear <Say>'),
  );
  const inspecting = setInterval(() => void sounds.narrator.inspect().catch(() => {}), inspectEvery);
  inspecting.unref();
  signal.addEventListener('abort', () => clearInterval(inspecting), { once: true });
  // An edition that was live before has its sounds.
  let isReady = editions.shelf !== null || !options.isTold;
  const soundsElsewhere: RequestHandler = (request, response, next) => {
    if (!options.soundsOfOffice) return next();
    setSaid(request, sounds.said(String(request.params.name).slice(0, 64)));
    options.soundsOfOffice(request, response, next);
  };
  const open = (): RequestListener | null => {
    const { shelf } = editions;
    return (
      shelf &&
      createLineApp({
        settings,
        shelf,
        bring: editions.bring,
        sounds,
        narrator: sounds.narrator,
        stopwatch,
        disaster: notice.now,
        clock,
        isReady: () => isReady,
        office,
        soundsElsewhere,
        fares,
        unmade: () => {},
        log,
      })
    );
  };
  const app = open();
  return {
    // Where there is an edition, nothing stands between a call and its answer.
    listener: app ?? untilFirst(open, editions.first(), options),
    ready: editions.first(),
    get hasEdition() {
      return editions.shelf !== null;
    },
    heard(message) {
      if (message === allSounds) isReady = true;
      else if (isMessage<NoticeMessage>(message, 'notice', noticeKind)) notice.adopt(message.notice);
      else if (isMessage<EditionMessage>(message, 'edition', editionKind)) editions.publish(message.edition);
    },
    close: () => closing.abort(),
  };
}

/** Before there is an edition calls wait for a moment; health and the console do not. */
function untilFirst(
  open: () => RequestListener | null,
  first: Promise<void>,
  { office, settings, log, fares = () => '' }: LineOptions,
): RequestListener {
  let app: RequestListener | null = null;
  const console = express().disable('x-powered-by').set('trust proxy', settings.trustProxy).use(office);
  const waiting = new Set<() => void>();
  void first.then(() => {
    for (const go of waiting) {
      try {
        go();
      } catch (error) {
        log.error({ err: error }, 'a request broke');
      }
    }
    waiting.clear();
  });
  return (request, response) => {
    app ??= open();
    if (app) return app(request, response);
    if (request.url === '/healthz') return void response.end(healthText(fares()));
    if (isForOffice(request.url)) return void console(request, response);
    if (waiting.size >= mostWaiting) return void response.destroy();
    const late = setTimeout(() => {
      response.writeHead(503, { 'Content-Type': 'text/plain', 'Retry-After': '2' });
      response.end('There is no edition yet; the office is making the first one.');
    }, waitsForFirst);
    const go = () => {
      clearTimeout(late);
      app ??= open();
      app?.(request, response);
    };
    waiting.add(go);
    response.once('close', () => waiting.delete(go));
  };
}

/** What an office of this very version sends; what another sends is passed over. */
const isMessage = <Message extends { readonly format: number }>(
  message: unknown,
  field: keyof Message & string,
  { format }: SharedFileKind,
): message is Message =>
  typeof message === 'object' && message !== null && field in message && Reflect.get(message, 'format') === format;
