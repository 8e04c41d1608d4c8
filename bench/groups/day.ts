import { setTimeout } from 'node:timers/promises';
import type { ConsoleVisitor } from '../../tests/support/console-visitor.ts';
import type { Group, GroupParts } from '../group.ts';
import { inOffice } from '../in-office.ts';
import { playRound } from '../play-day.ts';
import type { StartedLine } from '../started-line.ts';
import { verdict, whole } from '../table.ts';

/** Measures memory before, during and after a day in the office. It runs only with `npm run bench -- --only day`. */
export const measureDay: Group = async (parts) => {
  const { rows, atLast } = await inOffice(parts, (visitor, line) => memoryOver(parts, visitor, line));
  return {
    title: 'Memory over a day in the office',
    head: ['when', 'office: in use MB', 'most so far MB', 'line: in use MB', 'most so far MB'],
    rows,
    notes: [
      verdict('The office at the end of the day', atLast, 'at most', 200, 'MB'),
      'Before each publication: all pages, rehearsed calls, listening, a sheet exported and imported, and a crawl.',
    ],
  };
};

/** One row for every measurement of the memory, and the last figure of the office, in MB. */
async function memoryOver({ plan }: GroupParts, visitor: ConsoleVisitor, line: StartedLine) {
  const rows: string[][] = [];
  let atLast = Number.NaN;
  const look = async (when: string) => {
    const [office, calls] = [await line.memory('office'), await line.memory('line')];
    atLast = office.resident;
    process.stderr.write(`${when}: ${whole(atLast)} MB\n`);
    rows.push([when, ...[office.resident, office.peak, calls.resident, calls.peak].map(whole)]);
  };
  await setTimeout(plan.dayRest);
  await look('before, at rest');
  for (let round = 1; round <= plan.dayRounds; round += 1) {
    await playRound(visitor, round);
    if (round === 1 || round % Math.ceil(plan.dayRounds / 5) === 0) await look(`after ${round} publications`);
  }
  await setTimeout(plan.dayRest);
  await look(`after it, at rest`);
  return { rows, atLast };
}
