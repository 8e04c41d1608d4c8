import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { deepTest, describe, expect, jest, test } from '#jest';
import { SpeechError, type SpeechRequest } from '../../../src/speech/engine.ts';
import { EspeakEngine } from '../../../src/speech/engines/espeak/espeak-engine.ts';
import { isRunning } from '../../contracts/speech-engine.ts';
import { until as waitUntil } from '../../support/until.ts';

/** Starting a process takes long on a machine that is busy with other tests. */
jest.setTimeout(60_000);

const saying = (text: string): SpeechRequest => ({
  language: 'en',
  voice: 'en-us+klatt4',
  speed: 'normal',
  pieces: [{ kind: 'words', text, rate: 'normal' }],
});
const hello = saying('Hello, and welcome.');

describe('The process that speaks', () => {
  const child = (name: string) => new URL(`./children/${name}.ts`, import.meta.url);

  test('ends silently when nobody reads its answers any more', async () => {
    const script = fileURLToPath(new URL('../../../src/speech/engines/espeak/espeak-child.ts', import.meta.url));
    const alone = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'pipe'], env: {} });
    let said = '';
    alone.stderr.on('data', (bytes) => {
      said += bytes;
    });
    alone.stdin.on('error', () => {});
    alone.stdout.destroy();
    // As if its parent was killed, except that its input stays open.
    for (let time = 0; time < 5; time += 1)
      alone.stdin.write(`${JSON.stringify({ want: 'voices', voice: 'en-us', runs: [] })}\n`);
    await once(alone, 'close');
    expect(said).toBe('');
  });

  test('is replaced when it is killed, between sentences or during one', async () => {
    const engine = new EspeakEngine();
    await engine.synthesize(hello);
    const first = engine.processId ?? 0;
    process.kill(first, 'SIGKILL');
    expect((await engine.synthesize(hello)).samples.length).toBeGreaterThan(0);
    const second = engine.processId ?? 0;
    expect(second).not.toBe(first);

    const speaking = engine.synthesize(saying('This is a longer sentence. '.repeat(8)));
    await wait(1);
    process.kill(second, 'SIGKILL');
    expect((await speaking).samples.length).toBeGreaterThan(0);
    expect(engine.processId).not.toBe(second);
    await engine.close();
  });

  test('is ended when it hangs, and the next sentence gets a new one', async () => {
    const engine = new EspeakEngine({ childScript: child('hangs'), timeoutMs: 300 });
    const [first, second] = [engine.synthesize(hello), engine.synthesize(hello)];
    const firstEnd = expect(first).rejects.toThrow(SpeechError);
    const secondEnd = expect(second).rejects.toThrow(/did not answer/);
    const hung = await until(() => engine.processId);
    await firstEnd;
    expect(await until(() => engine.processId)).not.toBe(hung);
    await secondEnd;
    await engine.close();
    expect(await ended(hung)).toBe(true);
  });

  test.each([
    ['crashes', /stopped twice/],
    ['babbles', /unreadable/],
  ])('is given up when it %s', async (name, message) => {
    const engine = new EspeakEngine({ childScript: child(name) });
    await expect(engine.synthesize(hello)).rejects.toThrow(message);
    await engine.close();
  });

  test('rejects the sentence in progress when it is closed', async () => {
    const engine = new EspeakEngine({ childScript: child('hangs') });
    const speaking = expect(engine.synthesize(hello)).rejects.toThrow(SpeechError);
    await until(() => engine.processId);
    await engine.close();
    await speaking;
  });

  deepTest('does not keep its parent alive, and does not outlive it', async () => {
    const [leaving, staying] = [speaker(), speaker('stay')];
    const [leavingChild, stayingChild] = [await firstLine(leaving), await firstLine(staying)];
    if (leaving.exitCode === null) await once(leaving, 'exit');
    expect(leaving.exitCode).toBe(0);
    staying.kill('SIGKILL');
    expect(await ended(leavingChild)).toBe(true);
    expect(await ended(stayingChild)).toBe(true);
  });

  function speaker(...args: string[]): ChildProcess {
    const script = fileURLToPath(child('speaks-and-stays'));
    return spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: {} });
  }

  async function firstLine({ stdout }: ChildProcess): Promise<number> {
    if (stdout === null) throw new Error('The process has no output');
    const [line] = await once(stdout, 'data');
    return Number(line);
  }

  async function until<Value>(look: () => Value | undefined): Promise<Value> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await wait(1);
    }
  }

  const ended = (processId: number) => waitUntil('the end of a process', () => !isRunning(processId));
});
