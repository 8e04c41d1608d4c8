import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { ConsoleVisitor } from '../../tests/support/console-visitor.ts';
import type { Group } from '../group.ts';
import { inOffice } from '../in-office.ts';
import { changeText, publish } from '../play-day.ts';
import type { StartedLine } from '../started-line.ts';
import { type Table, verdict, whole } from '../table.ts';

/** Milliseconds between two test calls. Each call checks whether callers hear something different. */
const every = 10;

/**
 * Number of loopback addresses from which the calls come in turn, because the line limits how often one address may
 * call. Systems other than Linux have only one such address.
 */
const callers = 250;

/**
 * Measures how soon a new call hears a publication, or that the disaster notice was switched. The time of a publication
 * counts from when it was recorded, that of a switch from when its form was sent. Everything is measured twice: in a
 * running service, and after its office was killed and restarted.
 */
export const measureHeard: Group = (parts) => inOffice(parts, measure);

async function measure(visitor: ConsoleVisitor, line: StartedLine, dataFolder: string): Promise<Table> {
  const publications: number[] = [];
  const switches: number[] = [];
  const rows: string[][] = [];
  const look = async (when: string, round: number) => {
    const published = await timePublication(visitor, line, dataFolder, round);
    const on = await timeSwitch(visitor, line, 'on');
    const off = await timeSwitch(visitor, line, 'off');
    publications.push(published);
    switches.push(on, off);
    rows.push([when, ...[published, on, off].map(whole)]);
  };
  await look('in a running service', 1);
  await line.restartOffice();
  await look('after the office was killed', 2);
  return {
    title: 'How soon callers hear a change',
    head: ['when', 'a publication, ms', 'the notice switched on, ms', 'off, ms'],
    rows,
    notes: [
      verdict('The slowest publication', Math.max(...publications), 'at most', 1000, 'ms'),
      verdict('The slowest switch', Math.max(...switches), 'at most', 500, 'ms'),
    ],
  };
}

/** Publishes a change. @returns the milliseconds from the record of the publication to the first call on its edition */
async function timePublication(
  visitor: ConsoleVisitor,
  line: StartedLine,
  dataFolder: string,
  round: number,
): Promise<number> {
  await changeText(visitor, round);
  const [heard] = await Promise.all([
    untilChanged(line, ({ state }) => JSON.parse(Buffer.from(state, 'base64url').toString())[1]),
    publish(visitor, round),
  ]);
  return heard - recordedAt(dataFolder);
}

/** The moment at which the newest publication was recorded, in milliseconds since the epoch. */
function recordedAt(dataFolder: string): number {
  const database = new DatabaseSync(join(dataFolder, 'kotozute.db'), { readOnly: true });
  try {
    return Date.parse(String(database.prepare('SELECT max(at) AS at FROM publications').get()?.at));
  } finally {
    database.close();
  }
}

/**
 * Switches a notice on or off.
 * @returns the milliseconds from sending the form until a new call got another answer
 */
async function timeSwitch(visitor: ConsoleVisitor, line: StartedLine, to: 'on' | 'off'): Promise<number> {
  const page = '/console/disaster';
  const form = { kind: 'earthquake', mode: 'on', at: '', until: '', 'place-prefecture': '1' };
  const confirmation = await (to === 'on' ? visitor.submit(page, `${page}/confirm`, form) : visitor.get(`${page}/off`));
  const heard = untilChanged(line, ({ audio }) => audio);
  const begun = Date.now();
  const answer = await visitor.send(confirmation, `${page}/${to}`);
  if (answer.status !== 303) {
    throw new Error(`The notice was not switched ${to}: ${answer.status} ${answer.text.slice(0, 2000)}`);
  }
  return (await heard) - begun;
}

/** The answer to a new call. */
interface Greeting {
  readonly state: string;
  readonly audio: string;
}

/**
 * Calls again and again until the answer to a new call has changed.
 * @param of the part of the answer that is compared
 * @returns the time of the change, in milliseconds since the epoch
 * @throws Error when nothing has changed within two minutes
 */
async function untilChanged(line: StartedLine, of: (greeting: Greeting) => unknown): Promise<number> {
  const before = of(await call(line.port, 0));
  const ends = performance.now() + 120_000;
  for (let count = 1; performance.now() < ends; count += 1) {
    if (of(await call(line.port, count)) !== before) return Date.now();
    await setTimeout(every);
  }
  throw new Error('Callers heard no change within two minutes.');
}

/** Begins one call as the browser phone does. @param count the number of the call, which selects its address */
async function call(port: number, count: number): Promise<Greeting> {
  const localAddress = process.platform === 'linux' ? `127.0.1.${1 + (count % callers)}` : '127.0.0.1';
  const asked = request({ host: '127.0.0.1', port, path: '/phone/calls', method: 'POST', localAddress, agent: false });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const said = await text(answer);
  if (answer.statusCode !== 200)
    throw new Error(`A call was answered with ${answer.statusCode}: ${said.slice(0, 200)}`);
  return JSON.parse(said);
}
