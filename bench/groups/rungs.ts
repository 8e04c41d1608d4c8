import type { Group } from '../group.ts';
import { measureLadder } from '../ladder.ts';
import { type RungName, rungs } from '../rungs/rung.ts';
import { decimal, verdict, whole } from '../table.ts';

/** Measures all rungs, from bare HTTP to the line. Each server is kept as busy as possible. */
export const measureRungs: Group = async ({ plan }) => {
  const ladder = await measureLadder(
    rungs.map(({ name }) => name),
    plan,
    'busy',
  );
  const of = (name: RungName) => ladder.find(({ rung }) => rung.name === name)?.measured;
  const ratio = (field: 'perSecond' | 'cpu' | 'leastCpu', one: RungName, other: RungName) =>
    (of(one)?.[field] ?? Number.NaN) / (of(other)?.[field] ?? Number.NaN);
  const wrong = ladder.reduce((sum, { measured }) => sum + measured.wrong, 0);
  return {
    title: `One server process, kept busy over ${plan.connections} connections`,
    head: [
      'server',
      'CPU µs / request',
      'requests/s',
      'p50 ms',
      'p99 ms',
      'memory MB',
      'speed (raw + form + HMAC = 1)',
    ],
    rows: ladder.map(({ rung, measured }) => [
      rung.title,
      whole(measured.cpu),
      whole(measured.perSecond),
      decimal(measured.p50),
      decimal(measured.p99),
      whole(measured.usage.resident),
      decimal((of('raw-hmac')?.cpu ?? 0) / measured.cpu, 2),
    ]),
    notes: [
      verdict(
        'The speed of a signed turn by CPU (raw + form + HMAC = 1; hoped for: 0.75)',
        ratio('cpu', 'raw-hmac', 'line'),
        'at least',
        0.65,
      ),
      `The same in the least disturbed rounds: ${decimal(ratio('leastCpu', 'raw-hmac', 'line'), 2)}; ` +
        `by requests/s: ${decimal(ratio('perSecond', 'line', 'raw-hmac'), 2)}`,
      `The speed of a signed turn by CPU (the sample’s shape = 1): ${decimal(ratio('cpu', 'sample', 'line'), 2)}; ` +
        `in the least disturbed rounds: ${decimal(ratio('leastCpu', 'sample', 'line'), 2)}; ` +
        `by requests/s: ${decimal(ratio('perSecond', 'line', 'sample'), 2)}; ` +
        `by CPU (the sample with its signature check = 1): ${decimal(ratio('cpu', 'sample-signed', 'line'), 2)}`,
      `Answers that were not 200: ${wrong}`,
    ],
  };
};
