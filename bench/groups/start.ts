import type { Group, GroupParts } from '../group.ts';
import { startLine, temporaryFolder } from '../started-line.ts';
import { median } from '../statistics.ts';
import { decimal, whole } from '../table.ts';

interface Start {
  readonly listening: number;
  readonly firstTurn: number;
  readonly ready: number;
  readonly memory: number;
}

/** Measures the time from the start of the process to the first answered call. All sounds exist at the start. */
export const measureStart: Group = async (parts) => {
  await parts.sounds();
  const cold: Start[] = [];
  const warm: Start[] = [];
  for (let round = 0; round < parts.plan.starts; round += 1) {
    await using data = await temporaryFolder();
    cold.push(await start(parts, data.path));
    warm.push(await start(parts, data.path));
  }
  const row = (what: string, starts: readonly Start[]) => {
    const middle = (field: keyof Start) => median(starts.map((each) => each[field]));
    const seconds = [middle('listening'), middle('firstTurn'), middle('ready')].map((each) => decimal(each, 2));
    return [what, ...seconds, whole(middle('memory'))];
  };
  return {
    title: `Starting, medians of ${parts.plan.starts}`,
    head: ['start', 's to listening', 's to the first answered call', 's to /readyz', 'memory MB when ready'],
    rows: [row('first', cold), row('later', warm)],
    notes: ['Without npm, which takes some tenths of a second more.'],
  };
};

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
