import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startArguments } from '../tests/support/start-line.ts';
import type { RungName } from './rungs/rung.ts';

/** The resources that a server has used since its start. */
export interface Usage {
  /** Processor time of all threads of the server, in microseconds. */
  readonly cpu: number;
  /** Current and peak memory, in MB. */
  readonly resident: number;
  readonly peak: number;
}

/** A rung, in a separate process. */
export interface ServerProcess extends AsyncDisposable {
  readonly port: number;
  usage(): Promise<Usage>;
}

/** The memory limits with which the line is started; the other rungs have none. */
const memoryFlags = startArguments().filter((argument) => argument.startsWith('--max-'));

/**
 * Starts the server of a rung and waits until it listens.
 * @param times how often each language is repeated; only for the line
 * @param flags further flags for Node, such as `--cpu-prof`
 * @throws Error when the process ends before it listens
 */
export async function startServer(
  name: RungName,
  { times, flags = [] }: { readonly times?: number; readonly flags?: readonly string[] } = {},
): Promise<ServerProcess> {
  const { PATH, HOME } = process.env;
  const child = fork(join(import.meta.dirname, 'server.ts'), [name, ...(times === undefined ? [] : [String(times)])], {
    env: { PATH, HOME },
    execArgv: [...(name === 'line' ? memoryFlags : []), ...flags],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The server "${name}" ended too early.`);
  });
  ended.catch(() => {});
  const told = async () => (await Promise.race([once(child, 'message'), ended]))[0];
  const { port } = await told();
  return {
    port,
    async usage() {
      const answer = told();
      child.send('usage');
      return answer;
    },
    async [Symbol.asyncDispose]() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
