import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '#jest';
import { scratchFolder } from '../support/scratch-database.ts';

const guard = join(import.meta.dirname, '../../guard.cjs');

/** A Node older than 26 that is also installed on this machine. */
const oldNode = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .map((folder) => join(folder, 'node'))
  .find((path) => existsSync(path) && majorOf(path) < 26);

function majorOf(path: string): number {
  return Number(/^v(\d+)/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[1]);
}

/** Whether code was compiled ahead, whether Node can use it there, and the language of the terminal. */
interface Ahead {
  readonly exists?: boolean;
  readonly isUsable?: boolean;
  readonly LANG?: string;
}

/**
 * Runs the guard as if on another Node.
 * @returns what it prints, the exit code if it ends the process, and the folders of its compile cache
 */
function runAsIf(version: string, globals: object, { exists = false, isUsable = true, LANG = 'C' }: Ahead = {}) {
  const said: string[] = [];
  const compiles: string[] = [];
  let code: number | null = null;
  class Exit extends Error {}
  const exit = (given: number) => {
    code = given;
    throw new Exit();
  };
  const enableCompileCache = (folder: string) => {
    const isFailing = folder.startsWith('/app/') && !isUsable;
    if (!isFailing) compiles.push(folder);
    return { status: isFailing ? 0 : 1 };
  };
  const modules: Readonly<Record<string, unknown>> = {
    'node:module': { enableCompileCache, constants: { compileCacheStatus: { FAILED: 0, ENABLED: 1 } } },
    'node:fs': { existsSync: () => exists, mkdirSync: () => {} },
  };
  const require = createRequire(import.meta.url);
  try {
    runInNewContext(readFileSync(guard, 'utf8'), {
      ...globals,
      console: { error: (text: string) => said.push(text) },
      process: { versions: { node: version }, env: { DATA_DIR: '/data', LANG }, exit },
      __dirname: '/app',
      require: (name: string) => modules[name] ?? require(name),
    });
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
  }
  return { said: said.join('\n'), code, compiles };
}

describe('The guard in front of everything', () => {
  // In newer versions of V8, every new context has a Temporal of its own. In older versions it has none. Both cases are
  // simulated here.
  test.each([
    ['20.20.2', {}],
    ['24.9.0', {}],
    ['25.1.0', { Temporal: {} }],
    ['26.0.0', { Temporal: undefined }],
  ])('names the missing runtime on Node %s in one sentence and ends with 1', (version, globals) => {
    const { said, code } = runAsIf(version, globals);
    expect(code).toBe(1);
    expect(said.split('\n')).toHaveLength(1);
    expect(said).toMatch(/^Kotozute needs Node 26, which npm installs with the project, but this is Node /);
    expect(said).toContain(`Node ${version}: run "npm ci" without --omit=optional and start with "npm start"`);
  });

  test('says so in Japanese in a Japanese terminal', () => {
    const { said, code } = runAsIf('20.20.2', {}, { LANG: 'ja_JP.UTF-8' });
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/^KotozuteにはNode 26が必要です.*Node 20\.20\.2 です。.*。$/),
    ]);
  });

  test.each(['26.10.0', '27.0.0'])('lets Node %s pass without a word', (version) => {
    expect(runAsIf(version, { Temporal: {} })).toMatchObject({ said: '', code: null });
  });

  test.each([
    ['the code that was compiled ahead', { exists: true }, '/app/node_modules/.cache/kotozute'],
    ['the data folder if nothing was compiled ahead', {}, '/data/compile-cache'],
    ['the data folder if that code is unusable', { exists: true, isUsable: false }, '/data/compile-cache'],
  ])('uses %s', (_, ahead, folder) => {
    expect(runAsIf('26.10.0', { Temporal: {} }, ahead).compiles).toEqual([join(folder)]);
  });

  test('relies on npm, which compiles line, office and console after an installation', async () => {
    const root = join(guard, '..');
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(scripts.postinstall).toContain('./compile.cjs');
    const folder = await scratchFolder();
    const { PATH } = process.env;
    // The files of the cache have hashes as names. Node tells which module each of them belongs to.
    const { stderr } = spawnSync(process.execPath, [join(root, 'compile.cjs'), folder], {
      cwd: tmpdir(),
      env: { PATH, NODE_DEBUG_NATIVE: 'COMPILE_CACHE' },
      encoding: 'utf8',
      maxBuffer: 50_000_000,
    });
    const written = [...stderr.matchAll(/writing cache for ESM (file:\S+) to temporary file (\S+)\.\w+ .*success/g)];
    const compiled = new Map(written.map(([, module = '', file = '']) => [fileURLToPath(module), file]));
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const needed = [
      'main.ts',
      ...sources.filter((name) => /^line\b.*\.ts$/.test(name) && !name.endsWith('.d.ts')),
      ...['context', 'office-app', 'start-office', 'crawl/crawl-line'].map((name) => join('office', `${name}.ts`)),
      ...sources.filter((name) => /^console\b.*\b(?:router?|view)\.ts$/.test(name)),
    ].map((name) => join(root, 'src', name));
    expect(needed.length).toBeGreaterThan(100);
    expect(needed.filter((name) => !compiled.has(name))).toEqual([]);
    expect(needed.filter((name) => !existsSync(compiled.get(name) ?? ''))).toEqual([]);
  });

  const title = 'says so on a real old Node too, before anything else fails';
  const needed = ' (needs a Node older than 26 in the PATH)';
  (oldNode ? test : test.skip)(oldNode ? title : title + needed, async () => {
    const ended = await new Promise((resolve) => {
      const args = ['--require', guard, join(import.meta.dirname, '../../src/main.ts')];
      execFile(oldNode ?? '', args, { cwd: tmpdir(), env: { LC_ALL: 'C' } }, (error, stdout, stderr) =>
        resolve({ code: error?.code, stdout, stderr }),
      );
    });
    expect(ended).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(/^Kotozute needs Node 26, [^\n]*\n$/) });
  });
});
