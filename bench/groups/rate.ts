import type { Group } from '../group.ts';
import { measureLadder } from '../ladder.ts';
import type { RungName } from '../rungs/rung.ts';
import { decimal, verdict, whole } from '../table.ts';

/** Measures latency and processor load at the arrival rate of a nationwide peak hour. */
export const measureRate: Group = async ({ plan }) => {
  const ladder = await measureLadder(['raw', 'raw-hmac', 'sample', 'line'], plan, 'fixed rate');
  const p99 = (name: RungName) => ladder.find(({ rung }) => rung.name === name)?.measured.p99 ?? Number.NaN;
  const wrong = ladder.reduce((sum, { measured }) => sum + measured.wrong, 0);
  return {
    title: `${whole(plan.rate)} requests a second on schedule, regardless of the answers`,
    head: ['server', 'answered/s', 'p50 ms', 'p99 ms', 'of one core'],
    rows: ladder.map(({ rung, measured }) => [
      rung.title,
      whole(measured.perSecond),
      decimal(measured.p50, 2),
      decimal(measured.p99, 2),
      `${whole((measured.cpu * measured.perSecond) / 10_000)} %`,
    ]),
    notes: [
      verdict('p99 of the line against the raw server', p99('line') / p99('raw'), 'at most', 1.5),
      `Against raw + form + HMAC (aim 1.2): ${decimal(p99('line') / p99('raw-hmac'), 2)}`,
      `Answers that were not 200: ${wrong}`,
    ],
  };
};
