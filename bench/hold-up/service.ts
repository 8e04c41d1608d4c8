import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { officeOf } from '../../tests/support/processes.ts';
import { startArguments } from '../../tests/support/start-line.ts';
import { account } from '../../tests/support/twilio-account.ts';
import { until } from '../../tests/support/until.ts';

/** The line has a core to itself; everything else uses the other one. */
export const cores = { line: '0', others: '1' } as const;

/** The public address. It has no TLS, so that console visitors send their cookies over plain HTTP. */
export const publicUrl = 'http://line.example.jp';

/** The resources used by the line's process. */
interface Used {
  /** Processor time since the start of the process, in milliseconds. */
  readonly cpu: number;
  /** Current memory, MB. */
  readonly resident: number;
  /** How late the process's timers fired since the last query, in milliseconds. */
  readonly late: { readonly p99: number; readonly most: number };
}

/** Line and office, started in the same way as by `npm start`, on different cores. */
export interface Service extends AsyncDisposable {
  readonly port: number;
  readonly dataFolder: string;
  readonly audioFolder: string;
  /** Waits until the office answers, and returns the id of its process. */
  office(): Promise<number>;
  /** Kills the office, whatever it is doing. */
  killOffice(): Promise<void>;
  used(): Promise<Used>;
  /** Causes trouble in the office; see `hooks.cjs`. */
  trouble(what: 'loop' | 'fillHeap'): Promise<void>;
  /** Waits until the output of the service matches. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
}

interface Folders {
  readonly data: string;
  readonly audio: string;
  readonly prompts: string;
  /** A folder for files that this process and the service exchange. */
  readonly rig: string;
}

/** Milliseconds between two checks whether the office answers. */
const lookEvery = 500;

/** The unit in which Linux counts processor time, in milliseconds. */
const tick = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

export async function startService({ data, audio, prompts, rig }: Folders): Promise<Service> {
  const { PATH, HOME } = process.env;
  const env = {
    ...{ PATH, HOME, PORT: '0', PROMPTS_DIR: prompts, AUDIO_CACHE_DIR: audio, DATA_DIR: data, PUBLIC_URL: publicUrl },
    NODE_COMPILE_CACHE: join(tmpdir(), 'kotozute-bench-compiled'),
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authTokens[0],
    NODE_OPTIONS: `--require ${join(import.meta.dirname, 'hooks.cjs')}`,
    HOLD_UP_FOLDER: rig,
    HOLD_UP_CORE: cores.others,
  };
  const child = spawn('taskset', ['-c', cores.line, process.execPath, ...startArguments()], {
    cwd: tmpdir(),
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = once(child, 'exit');
  const id = child.pid ?? 0;
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const says = (pattern: RegExp) =>
    until(`${pattern} in what the service prints`, () => {
      if (child.exitCode !== null) throw new Error(`The service ended:\n${printed}`);
      return pattern.exec(printed);
    });
  const [, port] = await says(/answers on http:\/\/localhost:(\d+)/);
  const isThere = async () => {
    const signal = AbortSignal.timeout(2000);
    const answer = await fetch(`http://127.0.0.1:${port}/console`, { redirect: 'manual', signal }).catch(() => null);
    return answer !== null && answer.status < 500;
  };
  // Checks as seldom as a person reloads a page, because each check takes processor time from the measured line.
  const office = () =>
    until('the office', async () => ((await isThere()) && officeOf(id)?.id) || setTimeout(lookEvery, null));
  return {
    port: Number(port),
    dataFolder: data,
    audioFolder: audio,
    says,
    office,
    async killOffice() {
      process.kill((await until('a process of the office', () => officeOf(id))).id, 'SIGKILL');
    },
    async used() {
      const path = join(rig, 'late.json');
      await rm(path, { force: true });
      process.kill(id, 'SIGUSR2');
      const late = await until('the delays of the line’s timers', async () =>
        JSON.parse(await readFile(path, 'utf8').catch(() => 'null')),
      );
      const [, fields = ''] = (await readFile(`/proc/${id}/stat`, 'utf8')).split(') ');
      const [user, system] = fields.split(' ').slice(11, 13).map(Number);
      const status = await readFile(`/proc/${id}/status`, 'utf8');
      const resident = (Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) * 1024) / 1e6;
      return { cpu: ((user ?? 0) + (system ?? 0)) * tick, resident, late };
    },
    async trouble(what) {
      await writeFile(join(rig, 'trouble'), what);
      process.kill(await office(), 'SIGUSR2');
      await setTimeout(100);
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      const late = globalThis.setTimeout(() => child.kill('SIGKILL'), 15_000);
      await exited;
      clearTimeout(late);
    },
  };
}
