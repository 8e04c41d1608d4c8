import { setTimeout } from 'node:timers/promises';
import type { ConsoleVisitor } from '../../tests/support/console-visitor.ts';
import type { Group, GroupParts } from '../group.ts';
import { inOffice } from '../in-office.ts';
import { playRound } from '../play-day.ts';
import type { StartedLine } from '../started-line.ts';
import { whole } from '../table.ts';

/** Measures memory before, during and after a day in the office. It runs only with `npm run bench -- --only day`. */
export const measureDay: Group = async (parts) => ({
  title: 'Memory over a day in the office',
  head: ['when', 'in use MB', 'most so far MB'],
  rows: await inOffice(parts, (visitor, line) => memoryOver(parts, visitor, line)),
  notes: ['Each publication with its pages, rehearsals, listening, sheet out and in, and crawl.'],
});

/** Returns one row for every measurement of the memory. */
async function memoryOver({ plan }: GroupParts, visitor: ConsoleVisitor, line: StartedLine): Promise<string[][]> {
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
  return rows;
}
