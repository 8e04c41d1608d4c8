import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { messageOf } from '../common/errors.ts';
import { createLog } from '../common/log.ts';
import { officeSocketPath } from '../common/office-socket.ts';
import type { Config } from '../config.ts';
import { createBoundServer } from '../http/bound-requests.ts';
import { listen, printLine } from '../http/listen.ts';
import { isSaid } from '../http/said-header.ts';
import { createOfficeProxy, type ProxyOptions } from './office-proxy.ts';
import { openLine } from './open-line.ts';
import { type OfficeProcess, runOffice } from './run-office.ts';

/** A line in a process of its own. */
export interface RunningLine {
  /** Settles when it cannot go on: there is no edition, and the office refused to make one. */
  readonly refused: Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds for answers under way when the line is told to stop. */
const drainFor = 10_000;

/** A sound that a call wants waits for an office that is being started; without one there is no such recording. */
const soundsProxy: ProxyOptions = {
  patience: (request) => (isSaid(request) ? 5000 : 0),
  away: (_request, _response, next) => next(),
};

/** How the office is started beside the line, given the port on which the line answers. */
export type OfficeArguments = (port: number) => readonly string[];

/**
 * Listens at once; calls wait for a moment where there is no edition yet.
 * @param officeArguments null for a line without an office; not used where the office is at an address of its own
 * @throws PortError when another program has the port, or this one may not have it
 */
export async function runLine(config: Config, officeArguments: OfficeArguments | null): Promise<RunningLine> {
  const log = createLog(config.logLevel);
  const { officeUrl, officeSecret } = config;
  const place =
    officeUrl === null
      ? { socketPath: officeSocketPath(config.dataFolder) }
      : { url: officeUrl, secret: officeSecret ?? '' };
  const startsOffice = officeUrl === null && officeArguments !== null;
  let unreached: string | null = null;
  const reached = (why: string | null) => {
    // Of an office of its own the line knows more.
    if (officeUrl === null || why === unreached) return;
    unreached = why;
    if (why !== null) log.error({ why }, 'the office cannot be reached; calls go on');
  };
  const office = createOfficeProxy(place, { fares: reached });
  const soundsOfOffice =
    startsOffice || officeUrl !== null ? createOfficeProxy(place, { ...soundsProxy, fares: reached }) : null;
  let running: OfficeProcess | null = null;
  const fares = () => {
    if (running) return running.fares;
    if (officeUrl === null) return 'There is no office.';
    return unreached === null ? 'The office is on another machine.' : 'The office on another machine does not answer.';
  };
  const line = await openLine({ settings: config, log, office, soundsOfOffice, isTold: startsOffice, fares });
  const server = createBoundServer(line.listener);
  await listen(server, config.port);
  // Without a listener it would end the process: too many open files, at a moment at which many call.
  server.on('error', (error) => log.error({ why: messageOf(error) }, 'a connection could not be taken'));
  const { port } = server.address() as AddressInfo;
  // Not before calls can be answered; and never, when the office refuses to make a first edition.
  void line.ready.then(() => printLine(config, port));
  const refused = Promise.withResolvers<void>();
  running = startsOffice
    ? runOffice({
        arguments: officeArguments(port),
        log,
        heard: line.heard,
        refused() {
          if (!line.hasEdition) refused.resolve();
          return line.hasEdition;
        },
      })
    : null;
  return {
    refused: refused.promise,
    async stop() {
      line.close();
      const closed = once(server, 'close');
      server.close();
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), drainFor);
      await Promise.all([closed, running?.stop(closed)]);
      clearInterval(idle);
      clearTimeout(late);
    },
  };
}
