import { setTimeout } from 'node:timers/promises';
import { account } from '../../tests/support/twilio-account.ts';
import { callsThroughMenu } from '../call-scripts.ts';
import type { Group } from '../group.ts';
import { type Connection, withConnections } from '../http-connection.ts';
import { recordCalls } from '../play-call.ts';
import { startLine, temporaryFolder } from '../started-line.ts';
import { percentile } from '../statistics.ts';
import { decimal, verdict, whole } from '../table.ts';
import { writeGet, writeWebhook } from '../webhook.ts';

interface Press {
  readonly twiml: number;
  readonly sound: number;
  readonly bytes: number;
}

/**
 * Measures the time from a key press to the first byte of the TwiML, and then to the first byte of the sound that the
 * TwiML names.
 */
export const measurePresses: Group = async ({ plan, sounds, promptsFolder, audioCacheFolder }) => {
  const { edition } = await sounds();
  await using data = await temporaryFolder();
  await using line = await startLine({ promptsFolder, audioCacheFolder, dataFolder: data.path });
  await line.ready();
  await line.published();
  const calls = callsThroughMenu(edition.file).filter(({ presses }) => !presses.includes('0'));
  const requests = (await recordCalls(line.port, calls, calls.length)).map((each) => writeWebhook(each));
  const presses = await withConnections(line.port, 2, async ([webhooks, media]) => {
    if (!webhooks || !media) throw new RangeError('Two connections are needed.');
    const found: Press[] = [];
    const begun = performance.now();
    for (let index = 0; index < plan.presses; index += 1) {
      await setTimeout(Math.max(0, begun + (index * 1000) / plan.pressRate - performance.now()));
      found.push(await press(webhooks, media, requests[index % requests.length] ?? Buffer.alloc(0)));
    }
    return found;
  });
  const row = (what: string, values: readonly number[]) => [
    what,
    decimal(percentile(values, 0.5)),
    decimal(percentile(values, 0.99)),
    decimal(Math.max(...values)),
  ];
  const both = presses.map(({ twiml, sound }) => twiml + sound);
  return {
    title: `From a key press to sound: ${whole(presses.length)} presses, ${plan.pressRate} a second`,
    head: ['until', 'p50 ms', 'p99 ms', 'most ms'],
    rows: [
      row(
        'first byte of TwiML',
        presses.map(({ twiml }) => twiml),
      ),
      row(
        'first byte of the sound, requested after the TwiML',
        presses.map(({ sound }) => sound),
      ),
      row('both', both),
    ],
    notes: [
      verdict('p99 of both', percentile(both, 0.99), 'at most', 50, 'ms'),
      `A sound has ${whole(
        percentile(
          presses.map(({ bytes }) => bytes),
          0.5,
        ) / 1000,
      )} kB as a median and ` + `${whole(Math.max(...presses.map(({ bytes }) => bytes)) / 1000)} kB at most.`,
    ],
  };
};

async function press(webhooks: Connection, media: Connection, request: Buffer): Promise<Press> {
  const asked = performance.now();
  const turn = await webhooks.ask(request);
  const [, path] = new RegExp(`<Play>${account.publicUrl}(/audio/[^<]+)</Play>`).exec(turn.body.toString()) ?? [];
  if (turn.status !== 200 || path === undefined)
    throw new Error(`A press was answered with ${turn.status} and no sound.`);
  const fetched = performance.now();
  const sound = await media.ask(writeGet(path));
  if (sound.status !== 200) throw new Error(`A sound was answered with ${sound.status}.`);
  return { twiml: turn.firstByte - asked, sound: sound.firstByte - fetched, bytes: sound.body.length };
}
