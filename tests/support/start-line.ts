import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { until } from './until.ts';

const root = join(import.meta.dirname, '../..');

/** Settings that make every write of the server take a while, so that a test can send a signal during a write. */
export const slowDisk = { NODE_OPTIONS: `--require ${join(import.meta.dirname, 'slow-disk.cjs')}` };

/** How a process ended. */
interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The server, in a separate process. */
export interface StartedLine extends AsyncDisposable {
  readonly processId: number;
  /** What the process has printed so far on one stream, or on both. */
  printed(stream?: 'stdout' | 'stderr'): string;
  /** Waits until the output matches. @throws Error with the whole output if the process ends without a match */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Waits until the server answers. @returns its address without a final slash */
  address(): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /**
   * Waits until the process has ended and its output has been read.
   * @throws Error if it does not end within three minutes
   */
  ended(): Promise<Ending>;
}

/** The folders of one line. They are deleted afterwards, except an audio folder that tests share. */
export interface Place extends AsyncDisposable {
  readonly audio: string;
  readonly data: string;
  readonly prompts: string;
}

/**
 * The folder of sounds that the embedded voice has made for earlier tests. The name of a sound is the hash of
 * everything that it is made from, so tests can reuse it.
 */
const spokenBefore = join(tmpdir(), `kotozute-test-sounds-${userInfo().username}`);

/** @param sounds `spoken-before` for tests that need sounds but do not test how sounds are made */
export async function createPlace(sounds: 'own' | 'spoken-before' = 'own'): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'kotozute-line-'));
  return {
    audio: sounds === 'own' ? join(folder, 'audio') : spokenBefore,
    data: join(folder, 'data'),
    prompts: join(folder, 'prompts'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** The arguments that `npm start` passes to Node, with absolute paths for its files. */
export function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [exec, node, ...args] = String(scripts.start).split(' ');
  if (exec !== 'exec' || node !== 'node') throw new Error(`"npm start" is no longer "exec node …": ${scripts.start}`);
  return args.map((arg) => (/\.(?:cjs|ts)$/.test(arg) ? join(root, arg) : arg));
}

/**
 * Starts the real server in the folders of `place`, on a free port unless `settings` name one. The server does not get
 * the environment of the tests. It also does not read a developer's `.env`, unless npm starts it.
 * @param by `npm` runs `npm start`. `line` and `office` start only this part of the server
 */
export function startLine(
  place: Place,
  settings: Readonly<Record<string, string>> = {},
  by: 'node' | 'npm' | 'line' | 'office' = 'node',
): StartedLine {
  const env = {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    HOME: process.env.HOME,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    PORT: '0',
    PROMPTS_DIR: place.prompts,
    AUDIO_CACHE_DIR: place.audio,
    DATA_DIR: place.data,
    ...settings,
  };
  const child =
    by === 'npm'
      ? spawn('npm', ['start'], { cwd: root, env })
      : spawn(process.execPath, [...startArguments(), ...(by === 'line' || by === 'office' ? [by] : [])], {
          cwd: tmpdir(),
          env,
        });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  let ending: Ending | null = null;
  child.on('close', (code, signal) => {
    ending = { code, signal };
  });
  const printed = (stream?: keyof typeof output) => (stream ? output[stream] : output.stdout + output.stderr);
  const ended = () => until(`the end of process ${child.pid}, which said:\n${printed()}`, () => ending);
  const says = (pattern: RegExp) =>
    until(`${pattern} in what the line prints`, () => {
      const found = pattern.exec(printed());
      if (!found && ending) throw new Error(`The line ended without ${pattern}; it said:\n${printed()}`);
      return found;
    });
  return {
    processId: child.pid ?? 0,
    printed,
    says,
    address: async () => (await says(/^(?:Kotozute|The office) answers on (http:\/\/localhost:\d+)/m))[1] ?? '',
    kill: (signal) => child.kill(signal),
    ended,
    async [Symbol.asyncDispose]() {
      if (ending) return;
      child.kill('SIGTERM');
      const deadline = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended().finally(() => clearTimeout(deadline));
    },
  };
}
