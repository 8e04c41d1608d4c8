import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { officeOf } from '../tests/support/processes.ts';
import { startArguments } from '../tests/support/start-line.ts';
import { account } from '../tests/support/twilio-account.ts';

/** A line that was started in the same way as by `npm start`. */
export interface StartedLine extends AsyncDisposable {
  readonly port: number;
  /** Seconds from the start of the process until it printed that it listens. */
  readonly secondsToListening: number;
  /** Seconds since the start of the process. */
  sinceStart(): number;
  /** Resolves once `/readyz` reports that the line is ready. @throws Error when this takes more than two minutes */
  ready(): Promise<void>;
  /** Resolves once a first start has published its edition in the database. Calls are answered before that. */
  published(): Promise<void>;
  /** The link that a first start prints. */
  signInLink(): Promise<string>;
  /** Current and peak memory of the line or the office, in MB. NaN if the system does not provide them. */
  memory(of?: 'line' | 'office'): Promise<{ readonly resident: number; readonly peak: number }>;
  /** Kills the office. Resolves once the line has started another office and forwards the console to it. */
  restartOffice(): Promise<void>;
}

interface StartOptions {
  readonly promptsFolder: string;
  readonly audioCacheFolder: string;
  readonly dataFolder: string;
  /** Whether the line has a Twilio account and an https address. If so, browsers send its cookies only over https. */
  readonly isConnected?: boolean;
}

/** Starts a line and waits until it listens. @throws Error when the process ends before it listens */
export async function startLine({
  promptsFolder,
  audioCacheFolder,
  dataFolder,
  isConnected = true,
}: StartOptions): Promise<StartedLine> {
  const { PATH, HOME, NODE_OPTIONS } = process.env;
  const env = {
    PATH,
    HOME,
    // Options for diagnosis, such as --heapsnapshot-signal=SIGUSR2.
    ...(NODE_OPTIONS !== undefined && { NODE_OPTIONS }),
    PORT: '0',
    ...(isConnected && {
      PUBLIC_URL: account.publicUrl,
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authTokens[0],
    }),
    PROMPTS_DIR: promptsFolder,
    AUDIO_CACHE_DIR: audioCacheFolder,
    DATA_DIR: dataFolder,
  };
  const started = performance.now();
  const sinceStart = () => (performance.now() - started) / 1000;
  // The process is started in another folder, so that it does not read a developer's `.env`.
  const child = spawn(process.execPath, startArguments(), { cwd: tmpdir(), env, stdio: ['ignore', 'pipe', 'ignore'] });
  const exited = once(child, 'exit');
  const listening = Promise.withResolvers<{ port: number; secondsToListening: number }>();
  const kept = Promise.withResolvers<void>();
  kept.promise.catch(() => {});
  const link = Promise.withResolvers<string>();
  link.promise.catch(() => {});
  createInterface(child.stdout).on('line', (text) => {
    if (text.includes('the prompts folder is published')) kept.resolve();
    const [found] = /http\S+\/console\/sign-in\/\S+/.exec(text) ?? [];
    if (found !== undefined) link.resolve(found);
    const [, port] = /answers on http:\/\/localhost:(\d+)/.exec(text) ?? [];
    if (port !== undefined) listening.resolve({ port: Number(port), secondsToListening: sinceStart() });
  });
  void exited.then(() => {
    listening.reject(new Error('The line ended before it listened.'));
    link.reject(new Error('The line ended before it printed a link.'));
    kept.reject(new Error('The line ended before it had stored its edition.'));
  });
  const { port, secondsToListening } = await listening.promise;
  return {
    port,
    secondsToListening,
    sinceStart,
    async ready() {
      for (const ends = performance.now() + 120_000; performance.now() < ends; await setTimeout(50)) {
        if ((await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200) return;
      }
      throw new Error('The line was not ready within two minutes.');
    },
    published: () => kept.promise,
    signInLink: () => link.promise,
    memory: (of = 'line') => memoryOf((of === 'line' ? child.pid : officeOf(child.pid ?? 0)?.id) ?? 0),
    async restartOffice() {
      const before = officeOf(child.pid ?? 0);
      if (!before) throw new Error('There is no office.');
      process.kill(before.id, 'SIGKILL');
      const hasAnother = async () => {
        const now = officeOf(child.pid ?? 0);
        if (!now || now.id === before.id) return false;
        return (await fetch(`http://127.0.0.1:${port}/console/sign-in`)).status === 200;
      };
      for (const ends = performance.now() + 60_000; performance.now() < ends; await setTimeout(200)) {
        if (await hasAnother()) return;
      }
      throw new Error('There was no other office within a minute.');
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** The memory of a process in MB, read from `/proc`; NaN on systems other than Linux, which have no such files. */
async function memoryOf(processId: number) {
  const status = await readFile(`/proc/${processId}/status`, 'utf8').catch(() => '');
  const megabytes = (field: string) => (Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1]) * 1024) / 1e6;
  return { resident: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** A folder that is deleted when disposed. */
export async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'kotozute-bench-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}
