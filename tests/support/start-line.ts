import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { until } from './until.ts';

const root = join(import.meta.dirname, '../..');

/** A setting that makes every write of the server last, so that a signal can be sent in the middle of one. */
export const slowDisk = { NODE_OPTIONS: `--require ${join(import.meta.dirname, 'slow-disk.cjs')}` };

/** How a process ended. */
interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The server as a process of its own. */
export interface StartedLine extends AsyncDisposable {
  readonly processId: number;
  /** What it has printed so far on one stream, or on both. */
  printed(stream?: 'stdout' | 'stderr'): string;
  /** Waits for something to be printed. @throws Error with everything printed when the process ends without it */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its address without a final slash, once it answers there. */
  address(): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** How it ended and that everything it printed has been read. @throws Error when it goes on for minutes */
  ended(): Promise<Ending>;
}

/** Folders of its own for one line, gone afterwards. */
export interface Place extends AsyncDisposable {
  readonly audio: string;
  readonly data: string;
  readonly prompts: string;
}

/**
 * Sounds that the embedded voice has made for earlier tests. They lie under the hash of all that makes them, so that no test
 * speaks a sentence again.
 */
const spokenBefore = join(tmpdir(), `kotozute-test-sounds-${userInfo().username}`);

/** @param sounds `spoken-before` for tests that need sounds but do not look at how they are made */
export async function createPlace(sounds: 'own' | 'spoken-before' = 'own'): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'kotozute-line-'));
  return {
    audio: sounds === 'own' ? join(folder, 'audio') : spokenBefore,
    data: join(folder, 'data'),
    prompts: join(folder, 'prompts'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** The arguments that `npm start` gives to Node, with its files named from the root of the file system. */
export function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [exec, node, ...args] = String(scripts.start).split(' ');
  if (exec !== 'exec' || node !== 'node') throw new Error(`"npm start" is no longer "exec node …": ${scripts.start}`);
  return args.map((arg) => (/\.(?:cjs|ts)$/.test(arg) ? join(root, arg) : arg));
}

/**
 * Starts the real server in its own folders, on a free port unless told otherwise. It gets nothing else from outside:
 * not the environment of the tests, nor, unless npm starts it, a developer's `.env`.
 */
export function startLine(
  place: Place,
  settings: Readonly<Record<string, string>> = {},
  by: 'node' | 'npm' | 'line' | 'office' = 'node',
): StartedLine {
  const env = {
    PATH: process.env.PATH,
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
