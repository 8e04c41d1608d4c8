import { setTimeout } from 'node:timers/promises';
import type { Group } from '../group.ts';
import { enterOffice, playRound } from '../play-day.ts';
import { startLine, temporaryFolder } from '../started-line.ts';
import { whole } from '../table.ts';

/** Measures memory before, during and after a day in the office; run it with `npm run bench -- --only day`. */
export const measureDay: Group = async ({ plan, sounds, promptsFolder, audioCacheFolder }) => {
  await sounds();
  await using data = await temporaryFolder();
  await using line = await startLine({ promptsFolder, audioCacheFolder, dataFolder: data.path, isConnected: false });
  await line.ready();
  await line.published();
  const visitor = await enterOffice(`http://127.0.0.1:${line.port}`, await line.signInLink());
  const rows: string[][] = [];
  const look = async (when: string) => {
    const { resident, peak } = await line.memory();
    process.stderr.write(`${when}: ${whole(resident)} MB\n`);
    rows.push([when, whole(resident), whole(peak)]);
  };
  await setTimeout(plan.dayRest);
  await look('before, at rest');
  for (let round = 1; round <= plan.dayRounds; round += 1) {
    await playRound(visitor, round);
    if (round === 1 || round % Math.ceil(plan.dayRounds / 5) === 0) await look(`after ${round} publications`);
  }
  await setTimeout(plan.dayRest);
  await look(`after it, at rest`);
  return {
    title: 'Memory over a day in the office',
    head: ['when', 'in use MB', 'most so far MB'],
    rows,
    notes: ['Each publication with its pages, rehearsals, listening, sheet out and in, and crawl.'],
  };
};
