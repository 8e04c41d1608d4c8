import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Config } from './config.ts';
import { createBoundServer } from './line/bound-connections.ts';
import { officeAway } from './line/office-away.ts';
import { openLine } from './line/open-line.ts';
import { createLog } from './log.ts';

/** A line of its own process, without an office: it answers from what an office has left in DATA_DIR. */
export interface RunningLine {
  readonly port: number;
  stop(): Promise<void>;
}

/** Milliseconds for answers under way when the line is told to stop. */
const drainFor = 10_000;

/** Listens at once; calls wait for a moment where there is no edition yet. */
export async function runLine(config: Config): Promise<RunningLine> {
  const log = createLog(config.logLevel);
  const line = await openLine({ settings: config, log, office: officeAway });
  const server = createBoundServer(line.listener);
  server.listen(config.port);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`Kotozute answers on http://localhost:${port}\n`);
  return {
    port,
    async stop() {
      line.close();
      const closed = once(server, 'close');
      server.close();
      setInterval(() => server.closeIdleConnections(), 50).unref();
      const late = setTimeout(() => server.closeAllConnections(), drainFor);
      await closed;
      clearTimeout(late);
    },
  };
}
