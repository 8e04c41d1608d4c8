import { pino } from 'pino';
import { cleanUp, describe, expect, test } from '#jest';
import { alive } from '../../src/edition/office-messages.ts';
import { runOffice } from '../../src/line/run-office.ts';
import { until } from '../support/until.ts';

/** An office process that runs the given script. */
function run(script: string, longestSilence?: number) {
  const told: string[] = [];
  const heard: unknown[] = [];
  const office = runOffice({
    arguments: ['-e', script],
    log: pino({ level: 'error' }, { write: (line: string) => void told.push(JSON.parse(line).msg) }),
    heard: (message) => heard.push(message),
    refused: () => false,
    ...(longestSilence === undefined ? {} : { longestSilence }),
  });
  cleanUp(() => office.stop(Promise.resolve()));
  return { office, told, heard };
}

describe('The line tells of its office', () => {
  test('that it is starting, and runs once it has said anything', async () => {
    const { office, heard } = run(`setTimeout(() => process.send('${alive}'), 100); setInterval(() => {}, 1000)`);
    expect(office.status).toBe('The office is starting.');
    await until('a sign of life', () => office.status === 'The office runs.');
    expect(heard).toEqual([]);
  });

  test('that it has ended and is started again', async () => {
    const { office, told } = run('process.exit(3)');
    await until('its end', () => office.status.startsWith('The office has ended'));
    expect(told).toEqual(['the office has ended and will be restarted; calls go on']);
  });

  test('that it refuses to start, and tries it no more', async () => {
    const { office } = run('process.exit(78)');
    await until('its end', () => office.status.startsWith('The office refuses'));
  });

  test('that it hangs; it is killed, and another one started', async () => {
    const { heard, told } = run(`process.send('here'); setTimeout(() => { for (;;); }, 10)`, 2000);
    await until('a second office', () => heard.length === 2);
    expect(told.slice(0, 2)).toEqual([
      'the office hangs and will be restarted; calls go on',
      'the office has ended and will be restarted; calls go on',
    ]);
  });
});
