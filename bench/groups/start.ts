import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Group, GroupParts } from '../group.ts';
import { startLine, temporaryFolder } from '../started-line.ts';
import { median } from '../statistics.ts';
import { decimal, verdict, whole } from '../table.ts';

/** The results of one start: times in seconds since the start of the process, and memory in MB. */
interface Start {
  readonly listening: number;
  readonly firstTurn: number;
  readonly ready: number;
  readonly memory: number;
}

/**
 * Measures the times from the start of the process until it listens, until it has answered a first call, and until it
 * is ready. Also measures the memory of the line when it is ready. For all of these, every sound exists at the start.
 * In addition, measures the time until the first sound of a new line, which has to be made.
 */
export const measureStart: Group = async (parts) => {
  await parts.sounds();
  const cold: Start[] = [];
  const warm: Start[] = [];
  const firstSounds: number[] = [];
  for (let round = 0; round < parts.plan.starts; round += 1) {
    await using data = await temporaryFolder();
    cold.push(await start(parts, data.path));
    warm.push(await start(parts, data.path));
    firstSounds.push(await timeFirstSound(parts));
  }
  const middle = (starts: readonly Start[], field: keyof Start) => median(starts.map((each) => each[field]));
  const row = (what: string, starts: readonly Start[]) => {
    const seconds = (['listening', 'firstTurn', 'ready'] as const).map((field) => decimal(middle(starts, field), 2));
    return [what, ...seconds, whole(middle(starts, 'memory'))];
  };
  return {
    title: `Starting, medians of ${parts.plan.starts}`,
    head: ['start', 's to listening', 's to the first answered call', 's to /readyz', 'memory MB when ready'],
    rows: [row('first', cold), row('later', warm)],
    notes: [
      verdict('First start, to the first answered call', middle(cold, 'firstTurn'), 'at most', 3, 's'),
      verdict('First start without any sound, to the first sound', median(firstSounds), 'at most', 5, 's'),
      verdict('Later starts, to the first answered call', middle(warm, 'firstTurn'), 'at most', 0.6, 's'),
      'Without npm, which takes some tenths of a second more.',
    ],
  };
};

/** Seconds from the start of a new line without any sounds until a caller hears something. */
async function timeFirstSound({ promptsFolder }: GroupParts): Promise<number> {
  await using place = await temporaryFolder();
  const folders = { audioCacheFolder: join(place.path, 'audio'), dataFolder: join(place.path, 'data') };
  await using line = await startLine({ promptsFolder, ...folders });
  const address = `http://127.0.0.1:${line.port}`;
  for (; line.sinceStart() < 60; await setTimeout(20)) {
    const answer = await fetch(`${address}/phone/calls`, { method: 'POST' });
    const { audio } = (await answer.json()) as { readonly audio: string };
    const sound = await fetch(address + audio);
    await sound.arrayBuffer();
    if (sound.status === 200) return line.sinceStart();
  }
  throw new Error('There was no sound within a minute.');
}

async function start({ promptsFolder, audioCacheFolder }: GroupParts, dataFolder: string): Promise<Start> {
  await using line = await startLine({ promptsFolder, audioCacheFolder, dataFolder });
  const answer = await fetch(`http://127.0.0.1:${line.port}/phone/calls`, { method: 'POST' });
  await answer.json();
  const firstTurn = line.sinceStart();
  if (answer.status !== 200) throw new Error(`The first call was answered with ${answer.status}.`);
  await line.ready();
  const ready = line.sinceStart();
  const { resident } = await line.memory();
  return { listening: line.secondsToListening, firstTurn, ready, memory: resident };
}
