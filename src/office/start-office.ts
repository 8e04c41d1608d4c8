import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { messageOf } from '../common/errors.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { allNarrationsReady, noDatabase } from '../edition/office-messages.ts';
import { createBoundServer, headersBehindLine } from '../http/bound-requests.ts';
import { listen } from '../http/listen.ts';
import { textsWithoutSound } from '../speech/engine.ts';
import { startBackgroundTasks } from './background-tasks.ts';
import { collectWhenQuiet, createQuietCollector } from './collect-when-quiet.ts';
import type { Context } from './context.ts';
import { type AudioEvents, maintainAudio } from './editions/maintain-audio.ts';
import { createFailureReporter } from './editions/report-failures.ts';
import { keepSchedule } from './editions/schedule/schedule-keeper.ts';
import { textNames } from './editions/text-names.ts';
import { listenOnSocket } from './files/listen-on-socket.ts';
import { startDisasterTasks } from './open-disaster.ts';
import { canOpenOffice, type Office } from './open-office.ts';
import { createProgressBar } from './progress-bar.ts';
import { watchOffice } from './watch-office.ts';
import { writeForLine } from './write-for-line.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Milliseconds that requests in progress have to complete when the server stops. */
const drainTimeout = 10_000;

/** Milliseconds between two checks for idle connections while the server is stopping. */
const idleCheck = 50;

interface RunningOffice {
  readonly port: number;
  /** Accepts no new requests, gives requests in progress ten seconds to complete, and closes the context. */
  stop(): Promise<void>;
}

/** Where an office listens, and the line that started it, if any. */
interface OfficeStart {
  /**
   * The socket for a line on the same machine. A DATA_DIR has only one office: a second office finds the socket in use.
   */
  readonly socketPath: string;
  /** The line that started the office; null for an office that runs alone and serves a line on another machine. */
  readonly line: {
    readonly port: number;
    /** Sends a message to the line, in addition to the files that the line reads. */
    readonly say: (message: unknown) => void;
  } | null;
  /** The language of what is printed. */
  readonly language: TerminalLanguage;
}

const texts = {
  answers: (address: string) => ({
    ja: `管理プロセスが動いています: ${address} (電話プロセスの OFFICE_URL に、このマシンとポートを設定してください)`,
    en: `The office answers on ${address}; set OFFICE_URL of the line to this machine and port.`,
  }),
  lineAddress: { ja: '<電話プロセスのアドレス>', en: '<address of the line>' },
  noDatabase: {
    ja: 'データベースを開けません。電話の案内は続きますが、文を変えられません。理由はログにあります。',
    en: 'The database cannot be opened. Calls are answered, but nobody can change what is said. The log says why.',
  },
  console: { ja: '案内の文を変える:', en: 'Change what is said:' },
  firstLink: {
    ja: 'このリンクは24時間以内に一度だけ使え、使った人が最初の管理者になります。',
    en: 'This link works once, within 24 hours, and makes its user the first administrator.',
  },
} as const;

/**
 * Listens immediately, then makes missing audio while calls are already being answered.
 * @throws PortError if the port is in use or not permitted, and SocketTakenError if another office answers on the
 * socket
 */
export async function startOffice(
  app: RequestListener,
  context: Context,
  { socketPath, line, language }: OfficeStart,
): Promise<RunningOffice> {
  const { config, log, shelf, narrator, readiness, studio, office, publishFiles, scheduleKeeper } = context;
  const server = createBoundServer(app, { headers: headersBehindLine });
  // An office that runs alone listens twice: on its port and on the socket.
  const socketServer = line ? null : createBoundServer(app, { headers: headersBehindLine });
  const collector = createQuietCollector();
  for (const each of [server, socketServer]) {
    each?.on('request', ({ url = '' }) => collector.asked(url));
    // Without a listener, an error such as too many open files would end the process.
    // Before a server listens, `listenOnSocket` and `listen` report its errors.
    each?.on('error', (error) => {
      if (each.listening) log.error({ why: messageOf(error) }, 'a connection could not be accepted');
    });
  }
  const stopping = new AbortController();
  await listenOnSocket(socketServer ?? server, socketPath, log, stopping.signal);
  if (!line) await listen(server, config.port);
  const port = line?.port ?? (server.address() as AddressInfo).port;
  const address = `http://localhost:${port}`;
  if (socketServer) print(texts.answers(address)[language]);
  // An office that runs alone answers only its line, so staff open the console at the line's address.
  const consoleAt = config.publicUrl ?? (socketServer ? texts.lineAddress[language] : address);
  if (office) await printConsoleAddress(office, consoleAt, language, log);
  else {
    print(texts.noDatabase[language]);
    line?.say(noDatabase);
  }

  await context.control.announce(port).catch((error: unknown) => {
    log.warn({ why: messageOf(error) }, 'commands on this machine cannot reach this service');
  });

  const bar = createProgressBar(process.stderr, () => performance.now(), language);
  const tellFailures = createFailureReporter((told) =>
    log.error(told, 'a narration could not be made; callers hear it by <Say>'),
  );
  const events: AudioEvents = {
    progress(progress) {
      if (studio.spokenCount > 0 && !readiness.isReady) bar(progress);
    },
    failed(failures) {
      tellFailures(failures);
      context.raise('engine-failing', { details: () => textNames(shelf.current, textsWithoutSound(failures)) });
    },
    async complete(edition) {
      const isFirst = !readiness.isReady;
      readiness.isReady = true;
      line?.say(allNarrationsReady);
      if (isFirst) log.info({ edition: edition.id, spoken: studio.spokenCount }, 'all narrations exist');
      if (isFirst && publishFiles) await bringLive(publishFiles);
    },
    repairing: (count) =>
      log.warn({ count }, 'files of the audio cache are missing or damaged; they are being made again'),
  };
  maintainAudio(shelf, narrator, events, stopping.signal).catch((error: unknown) => {
    if (!stopping.signal.aborted)
      log.error({ err: error }, 'the maintenance of audio has stopped; missing audio is no longer made');
  });

  const bringLive = async (publish: NonNullable<Context['publishFiles']>) => {
    try {
      const failures = await publish(stopping.signal);
      if (failures.length > 0) events.failed(failures);
      else if (!stopping.signal.aborted) log.info({ edition: shelf.current.id }, 'the prompts folder is published');
    } catch (error) {
      // A stop during publishing leaves nothing half published, and is not an error.
      if (stopping.signal.aborted) return;
      log.error({ why: messageOf(error) }, 'the prompts folder could not be published; the next start tries again');
    }
  };
  if (office) startBackgroundTasks(office, shelf, log, stopping.signal);
  const unkept = (error: unknown) => {
    if (!stopping.signal.aborted)
      log.error({ why: messageOf(error) }, 'the scheduled publication could not be checked');
  };
  if (scheduleKeeper) keepSchedule(scheduleKeeper, unkept, stopping.signal).catch(unkept);
  void context.lineStatus.watch(stopping.signal);
  const { raise, clock } = context;
  const canRestart = () => {
    log.warn('the database can be opened again; a restart of the office opens it');
    process.kill(process.pid, 'SIGTERM');
  };
  watchOffice(
    {
      office,
      dataFolder: config.dataFolder,
      disaster: context.disaster.disaster,
      raise,
      clock,
      // No line restarts an office that runs alone, so such an office does not check whether the database can be opened
      // again. Its operator has to restart it.
      canOpen: async () => line !== null && (await canOpenOffice(config, clock)),
      canRestart,
    },
    stopping.signal,
  ).catch(() => {});
  startDisasterTasks(context.disaster, context, stopping.signal);
  collectWhenQuiet(collector, stopping.signal);
  writeForLine(context, line?.say ?? (() => {}), stopping.signal);

  return {
    port,
    async stop() {
      stopping.abort();
      const servers = [server, socketServer].filter((each) => each !== null);
      const closed = servers.map(
        (each) => new Promise<void>((resolve) => (each.listening ? void each.once('close', resolve) : resolve())),
      );
      for (const each of servers) each.close();
      // A keep-alive connection becomes idle only after its response is complete.
      const closeIdle = () => servers.map((each) => each.closeIdleConnections());
      setInterval(closeIdle, idleCheck).unref();
      await Promise.race([Promise.all(closed), setTimeout(drainTimeout, undefined, { ref: false })]);
      for (const each of servers) each.closeAllConnections();
      await context.close();
    },
  };
}

/**
 * Prints the address at which staff sign in. As long as nobody can sign in, the address is the link for the first
 * administrator.
 */
async function printConsoleAddress(
  { staff }: Office,
  address: string,
  language: TerminalLanguage,
  log: Logger,
): Promise<void> {
  // Making the link writes to the disk. A full disk must not end the start of the office.
  const link = await staff.firstSignInLink().catch((error: unknown) => {
    log.error({ why: messageOf(error) }, 'no first sign-in link could be made; the next start tries again');
    return { kind: 'not-needed' } as const;
  });
  if (link.kind === 'not-needed') {
    print(`${texts.console[language]} ${address}/console`);
    return;
  }
  print(`${texts.console[language]} ${address}/console/sign-in/${link.token}`);
  print(texts.firstLink[language]);
}
