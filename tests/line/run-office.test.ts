import { join } from 'node:path';
import { pino } from 'pino';
import { cleanUp, describe, expect, test } from '#jest';
import { alive, noDatabase } from '../../src/edition/office-messages.ts';
import { runOffice } from '../../src/line/run-office.ts';
import { scratchFolder } from '../support/scratch-database.ts';
import { until } from '../support/until.ts';

type Options = Parameters<typeof runOffice>[0];

/**
 * Runs an office process with the given script. `args` are its arguments; a test may change them before the next start.
 * `pauses` are the logged pauses before each restart, in seconds.
 */
function run(script: string, options: Partial<Options> = {}, more: readonly string[] = []) {
  const told: string[] = [];
  const pauses: number[] = [];
  const heard: unknown[] = [];
  const args = ['-e', script, ...more];
  const write = (line: string) => {
    const { msg, again } = JSON.parse(line);
    told.push(msg);
    if (again !== undefined) pauses.push(again);
  };
  const office = runOffice({
    arguments: args,
    log: pino({ level: 'error' }, { write }),
    heard: (message) => heard.push(message),
    refused: () => false,
    taken: () => {},
    mostTaken: 2,
    pausing: { first: 20, longest: 100 },
    ...options,
  });
  cleanUp(() => office.stop(Promise.resolve()));
  return { office, args, told, heard, pauses };
}

describe('The office process', () => {
  test('is starting until its first message, and then runs', async () => {
    const { office, heard } = run(`setTimeout(() => process.send('${alive}'), 100); setInterval(() => {}, 1000)`);
    expect(office.status).toBe('The office is starting.');
    await until('a sign of life', () => office.status === 'The office runs.');
    expect(heard).toEqual([]);
  });

  test('may run without its database; the status changes when the next office opens it', async () => {
    const script = `process.send('${noDatabase}'); setTimeout(() => process.exit(3), 200)`;
    const { office, args, heard } = run(script);
    const status = 'The office runs, but could not open its database.';
    await until('its word', () => office.status === status && !office.hasDatabase);
    args[1] = `process.send('${alive}'); setInterval(() => {}, 1000)`;
    await until('the next office', () => office.status === 'The office runs.' && office.hasDatabase);
    expect(heard).toEqual([]);
  });

  test('is restarted when it has ended', async () => {
    const { office, told } = run('process.exit(3)');
    await until('its end', () => office.status.startsWith('The office has ended'));
    expect(told[0]).toBe('the office has ended and will be restarted; calls go on');
  });

  test('is restarted after pauses that double up to a limit, and after the first pause again if it has run for long', async () => {
    let time = 0;
    const { args, heard, pauses } = run('process.exit(3)', { now: () => time });
    await until('five ends', () => pauses.length >= 5);
    expect(pauses.slice(0, 5)).toEqual([0.02, 0.04, 0.08, 0.1, 0.1]);
    args[1] = 'process.send(process.pid); setInterval(() => {}, 1000)';
    const nextEnds = async (after: number) => {
      const starts = heard.length;
      await until('the next office', () => heard.length > starts);
      const ends = pauses.length;
      time += after;
      process.kill(Number(heard.at(-1)), 'SIGKILL');
      await until('its end', () => pauses.length > ends);
      return pauses.at(-1);
    };
    const ended = [await nextEnds(60_000), await nextEnds(60_001), await nextEnds(0)];
    expect(ended).toEqual([0.1, 0.02, 0.04]);
  });

  test('is not restarted if it refuses to start', async () => {
    const { office } = run('process.exit(78)');
    await until('its end', () => office.status.startsWith('The office refuses'));
  });

  test('is given up after a few starts that find another office on its folder', async () => {
    let isTaken = false;
    const taken = () => {
      isTaken = true;
    };
    const { told } = run('process.exit(79)', { taken });
    await until('the end of the tries', () => isTaken);
    expect(told).toEqual(['the office has ended and will be restarted; calls go on']);
  });

  test('is given up because of another office, even if a start failed for another reason in between', async () => {
    let isTaken = false;
    const taken = () => {
      isTaken = true;
    };
    const { args, told } = run(`process.send('${alive}', () => process.exit(79))`, { taken });
    // The first office has been started. Node starts no process with such an argument.
    args.push('\0');
    await until('a start that failed', () => told.includes('the office could not be started'));
    args.pop();
    await until('the end of the tries', () => isTaken);
  });

  test('is restarted without limit if it had run before another office took its folder', async () => {
    let isTaken = false;
    // The first office runs. Every later one finds that another office has the folder.
    const script = `const { existsSync, writeFileSync } = require('node:fs'); const mark = process.argv[1];
      if (existsSync(mark)) process.exit(79); writeFileSync(mark, ''); process.send('here', () => process.exit(3));`;
    const mark = join(await scratchFolder(), 'mark');
    const taken = () => {
      isTaken = true;
    };
    const { told } = run(script, { taken }, [mark]);
    await until('four ends', () => told.length >= 4);
    expect(isTaken).toBe(false);
  });

  test('is killed and restarted when it hangs', async () => {
    const { heard, told } = run(`process.send('here'); setTimeout(() => { for (;;); }, 10)`, { longestSilence: 2000 });
    await until('a second office', () => heard.length === 2);
    expect(told.slice(0, 2)).toEqual([
      'the office hangs and will be restarted; calls go on',
      'the office has ended and will be restarted; calls go on',
    ]);
  });
});
