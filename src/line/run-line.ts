import type { AddressInfo } from 'node:net';
import { openAlerts } from '../alerts/open-alerts.ts';
import { sendHeartbeat } from '../alerts/send-alerts.ts';
import { messageOf } from '../common/errors.ts';
import { fetchStatus } from '../common/fetch-answer.ts';
import { createLog, createTroubleLog } from '../common/log.ts';
import { officeSocketPath } from '../common/office-socket.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import type { Config } from '../config.ts';
import { officeIsWell } from '../edition/office-messages.ts';
import { createBoundServer } from '../http/bound-requests.ts';
import { hasUtterance, secretHeader } from '../http/line-headers.ts';
import { listen, printLine } from '../http/listen.ts';
import { createOfficeProxy, noAnswer, type ProxyOptions } from './office-proxy.ts';
import { openLine } from './open-line.ts';
import { type OfficeProcess, runOffice } from './run-office.ts';
import { watchLine } from './watch-line.ts';

/** A running line process. */
interface RunningLine {
  readonly port: number;
  /**
   * Resolves when the line cannot continue. Either there is no edition, and the office cannot start and make one, or
   * another service runs on DATA_DIR.
   */
  readonly refused: Promise<void>;
  stop(): Promise<void>;
}

/** Milliseconds for open requests to finish when the line is told to stop. */
const drainFor = 10_000;

/**
 * If a call has recently needed the requested sound, the request waits up to five seconds for an office that is
 * starting. If no office answers, the response is 404.
 */
const soundsProxy: ProxyOptions = {
  waitFor: (request) => (hasUtterance(request) ? 5000 : 0),
  unavailable: (_request, _response, next) => next(),
};

/** Returns Node's arguments for starting the office, given the port of the line. */
type OfficeArguments = (port: number) => readonly string[];

/**
 * Starts a line. The line listens even while there is no edition yet; calls then wait a few seconds for the first one.
 * @param officeArguments null for a line without an office; not used if the settings name an office on another machine
 * @param language the language of the printed addresses
 * @throws PortError when the port is in use, or may not be opened by this account
 */
export async function runLine(
  config: Config,
  officeArguments: OfficeArguments | null,
  language: TerminalLanguage,
): Promise<RunningLine> {
  const log = createLog(config.logLevel);
  const { officeUrl, officeSecret } = config;
  const officeAddress =
    officeUrl === null
      ? { socketPath: officeSocketPath(config.dataFolder) }
      : { url: officeUrl, secret: officeSecret ?? '' };
  const startsOffice = officeUrl === null && officeArguments !== null;
  let unreached: string | null = null;
  const logUnreached = createTroubleLog(log, 'the office cannot be used; calls go on');
  const onAttempt = (failure: string | null) => {
    // For an office on this machine, `running` has the status.
    if (officeUrl === null) return;
    unreached = failure;
    logUnreached(failure);
  };
  const office = createOfficeProxy(officeAddress, { onAttempt });
  const soundsOfOffice =
    startsOffice || officeUrl !== null ? createOfficeProxy(officeAddress, { ...soundsProxy, onAttempt }) : null;
  let running: OfficeProcess | null = null;
  const officeStatus = () => {
    if (running) return running.status;
    if (officeUrl === null) return officeIsWell.none;
    if (unreached === null) return officeIsWell.elsewhere;
    return `The office on another machine cannot be used: ${unreached}.`;
  };
  const { heartbeatUrl } = config;
  const logUnsent = createTroubleLog(log, 'a sign of life could not be sent');
  const raise = openAlerts(config, (why) => log.error({ why }, 'an alert could not be sent'));
  const line = await openLine({
    settings: config,
    log,
    alert: raise ?? (() => {}),
    office,
    soundsOfOffice,
    waitsForSounds: startsOffice,
    officeStatus,
  });
  const server = createBoundServer(line.listener);
  await listen(server, config.port);
  // Without this listener, an error of the server would end the process. An example is the error that too many files
  // are open, which can happen during many calls.
  server.on('error', (error) => log.error({ why: messageOf(error) }, 'a connection could not be accepted'));
  const { port } = server.address() as AddressInfo;
  // The addresses are printed once calls can be answered. If the office cannot make a first edition, they are never
  // printed.
  void line.ready.then(() => printLine(config, port, language));
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
        taken: refused.resolve,
      })
    : null;
  const ask = officeUrl === null ? null : () => askOffice(officeUrl, officeSecret ?? '').then(onAttempt);
  // Without this first request, a wrong address or secret would be reported only after a minute, at the first check of
  // `watchLine`.
  void ask?.();
  const watch = watchLine({
    raise,
    heartbeat: heartbeatUrl === null ? null : () => void sendHeartbeat(heartbeatUrl, logUnsent),
    isReady: () => line.hasEdition && (running?.hasDatabase ?? true),
    askOffice: ask,
    isOfficeWell: () => (running ? running.isWell : unreached === null),
    now: () => performance.now(),
  });
  return {
    port,
    refused: refused.promise,
    async stop() {
      watch.close();
      // `once` of `node:events` is not used: its promise would reject at an error of the server, such as too many open
      // files.
      const closed = new Promise<void>((resolve) => void server.once('close', resolve));
      server.close();
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), drainFor);
      await Promise.all([closed, running?.stop(closed)]);
      await line.close();
      clearInterval(idle);
      clearTimeout(late);
    },
  };
}

/** The reason that `askOffice` returns after status 403, with which the office refuses a wrong secret. */
export const refusal = 'it refuses this line with status 403; OFFICE_SECRET must be the same on both machines';

/**
 * Requests `/` from an office on another machine. The office has no page there, so it answers 404 to a line that it
 * accepts.
 * @returns null if the office accepts this line; otherwise the reason why the office cannot be used
 */
export async function askOffice(url: string, secret: string): Promise<string | null> {
  try {
    const status = await fetchStatus(url, { headers: { [secretHeader]: secret } });
    if (status === 404) return null;
    return status === 403 ? refusal : `it answers with status ${status}`;
  } catch (error) {
    return noAnswer(error);
  }
}
