import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { RequestListener, Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { messageOf } from '../common/errors.ts';
import { allSounds } from '../edition/office-messages.ts';
import { createBoundServer, headersBehindLine } from '../http/bound-requests.ts';
import { listen, PortError } from '../http/listen.ts';
import { attendOffice } from './attend-office.ts';
import { collectWhenQuiet, createQuietCollector } from './collect-when-quiet.ts';
import type { Context } from './context.ts';
import { type AudioEvents, keepAudio } from './editions/keep-audio.ts';
import { createFailureTeller } from './editions/tell-failures.ts';
import { leaveForLine } from './leave-for-line.ts';
import { attendDisaster } from './open-disaster.ts';
import type { Office } from './open-office.ts';
import { createProgressBar } from './progress-bar.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Milliseconds for answers under way when the server is told to stop. */
const drainFor = 10_000;

/** Milliseconds between two looks for connections that have become idle, while the server is stopping. */
const idleCheck = 50;

export interface RunningOffice {
  readonly port: number;
  /** Answers what is under way, takes nothing new, and ends the engine. */
  stop(): Promise<void>;
}

/** Where an office listens besides, and who has started it. */
export interface OfficePlace {
  /** For a line of the same machine. One DATA_DIR has one office: a second one finds the socket taken. */
  readonly socketPath: string;
  /** The line that started it; null for an office that was started by itself, for a line on another machine. */
  readonly line: {
    readonly port: number;
    /** Says something to the line, beside the files that it reads. */
    readonly say: (message: unknown) => void;
  } | null;
}

/**
 * Listens at once, then makes whatever audio is missing while calls are already answered.
 * @throws PortError when another program has the port, or this one may not have it
 */
export async function startOffice(
  app: RequestListener,
  context: Context,
  { socketPath, line }: OfficePlace,
): Promise<RunningOffice> {
  const { config, log, shelf, narrator, readiness, studio, office, publishFiles } = context;
  const server = createBoundServer(app, { headers: headersBehindLine });
  // An office that was started by itself listens twice: on its port, and on the socket.
  const beside = line ? null : createBoundServer(app, { headers: headersBehindLine });
  const collector = createQuietCollector();
  for (const each of [server, beside]) {
    each?.on('request', ({ url = '' }) => collector.asked(url));
    // Without a listener it would end the process: too many open files.
    each?.on('error', (error) => log.error({ why: messageOf(error) }, 'a connection could not be taken'));
  }
  await listenOnSocket(beside ?? server, socketPath, log);
  if (!line) await listen(server, config.port);
  const port = line?.port ?? (server.address() as AddressInfo).port;
  const address = `http://localhost:${port}`;
  if (beside) print(`The office answers on ${address}; set OFFICE_URL of the line to this machine and port.`);
  if (office) await printConsole(office, config.publicUrl ?? address, log);
  else
    print('The database cannot be opened: calls are answered, but nobody can change what is said. The log says why.');

  await context.control.announce(port).catch((error: unknown) => {
    log.warn({ why: messageOf(error) }, 'commands on this machine cannot ask this service how things stand');
  });

  const stopping = new AbortController();
  const bar = createProgressBar(process.stderr, () => performance.now());
  const tellFailures = createFailureTeller((told) =>
    log.error(told, 'a narration could not be made; it is said by <Say>'),
  );
  const events: AudioEvents = {
    progress(progress) {
      if (studio.spokenCount > 0 && !readiness.isReady) bar(progress);
    },
    failed: tellFailures,
    async complete(edition) {
      const isFirst = !readiness.isReady;
      readiness.isReady = true;
      line?.say(allSounds);
      if (isFirst) log.info({ edition: edition.id, spoken: studio.spokenCount }, 'every narration is there');
      if (isFirst && publishFiles) await bringLive(publishFiles);
    },
    repairing: (count) => log.warn({ count }, 'files of the audio cache were gone or changed; they are made again'),
  };
  keepAudio(shelf, narrator, events, stopping.signal).catch((error: unknown) => {
    if (!stopping.signal.aborted) log.error({ err: error }, 'the audio is no longer looked after');
  });

  const bringLive = async (publish: NonNullable<Context['publishFiles']>) => {
    try {
      const failures = await publish(stopping.signal);
      if (failures.length > 0) events.failed(failures);
      else if (!stopping.signal.aborted) log.info({ edition: shelf.current.id }, 'the prompts folder is published');
    } catch (error) {
      // A stop in the middle leaves nothing half live, and is nothing to complain of.
      if (stopping.signal.aborted) return;
      log.error({ why: messageOf(error) }, 'the prompts folder could not be published; the next start tries again');
    }
  };
  if (office) attendOffice(office, shelf, log, stopping.signal);
  attendDisaster(context.disaster, context, stopping.signal);
  collectWhenQuiet(collector, stopping.signal);
  leaveForLine(context, line?.say ?? (() => {}), stopping.signal);

  return {
    port,
    async stop() {
      stopping.abort();
      const closed = server.listening ? once(server, 'close') : Promise.resolve();
      server.close();
      beside?.close();
      // A connection that is kept open for more requests becomes idle only when its answer has been given.
      setInterval(() => server.closeIdleConnections(), idleCheck).unref();
      await Promise.race([closed, setTimeout(drainFor, undefined, { ref: false })]);
      beside?.closeAllConnections();
      await context.close();
    },
  };
}

/** Where staff sign in; as long as nobody can, with the link that lets the first person in. */
async function printConsole({ staff }: Office, address: string, log: Logger): Promise<void> {
  // Making the link writes: a disk that is full now must not keep callers from being answered.
  const link = await staff.firstSignInLink().catch((error: unknown) => {
    log.error({ why: messageOf(error) }, 'no first sign-in link could be made; the next start tries again');
    return { kind: 'not-needed' } as const;
  });
  if (link.kind === 'not-needed') {
    print(`Change what is said: ${address}/console`);
    return;
  }
  print(`Change what is said: ${address}/console/sign-in/${link.token}`);
  print('This link works once, within 24 hours, and makes its user the first administrator.');
}

/** @throws PortError when another office answers there */
async function listenOnSocket(server: Server, socketPath: string, log: Context['log']): Promise<void> {
  if (await answers(socketPath)) {
    throw new PortError('Another service runs on this DATA_DIR; end it, or set DATA_DIR to another folder.');
  }
  // Left by an office that was killed; a pipe of Windows is no file and goes with its process.
  if (!socketPath.startsWith('\\\\')) await rm(socketPath, { force: true }).catch(() => {});
  try {
    server.listen(socketPath);
    await once(server, 'listening');
  } catch (error) {
    log.error(
      { why: messageOf(error) },
      'DATA_DIR holds no socket: a line on this machine cannot reach the console; calls are answered',
    );
  }
}

const answers = (socketPath: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
