import { callsOnOwnNumbers } from '../call-scripts.ts';
import { checkAnswers } from '../check-answers.ts';
import { bundledPrompts, readPrompts, repeatLanguages } from '../draft.ts';
import type { Group } from '../group.ts';
import { type Contender, measureRounds } from '../measure-rounds.ts';
import { recordCalls } from '../play-call.ts';
import { inTurn } from '../requests.ts';
import { rungs } from '../rungs/rung.ts';
import { startServer } from '../server-process.ts';
import { decimal, verdict, whole } from '../table.ts';
import { writeWebhook } from '../webhook.ts';

/**
 * Measures whether more languages make a turn more expensive. Each language is called on its own number, because the
 * language menu has keys for only nine languages.
 */
export const measureLanguages: Group = async ({ plan }) => {
  await using servers = new AsyncDisposableStack();
  const bundled = await readPrompts(bundledPrompts);
  const contenders: Contender[] = [];
  const counts: number[] = [];
  for (const times of plan.repeats) {
    const server = servers.use(await startServer('line', { times }));
    const calls = callsOnOwnNumbers(repeatLanguages(bundled, times).line);
    const requests = (await recordCalls(server.port, calls, calls.length)).map((each) => writeWebhook(each));
    for (const rung of rungs.filter(({ name }) => name === 'line')) await checkAnswers(rung, server.port, requests);
    contenders.push({ server, requests: inTurn(requests) });
    counts.push(bundled.line.languages.length * times);
  }
  const measured = await measureRounds(contenders, plan, 'busy');
  const base = measured[0]?.cpu ?? Number.NaN;
  const ratio = (field: 'cpu' | 'leastCpu') =>
    (measured.at(-1)?.[field] ?? Number.NaN) / (measured[0]?.[field] ?? Number.NaN);
  return {
    title: 'More languages',
    head: [
      'languages',
      'CPU µs / request',
      'requests/s',
      'p99 ms',
      'memory MB',
      `CPU relative to ${counts[0]} languages`,
    ],
    rows: measured.map((each, index) => [
      whole(counts[index] ?? Number.NaN),
      decimal(each.cpu),
      whole(each.perSecond),
      decimal(each.p99),
      whole(each.usage.resident),
      decimal(each.cpu / base, 2),
    ]),
    notes: [
      verdict(`CPU of a turn with ${counts.at(-1)} languages against ${counts[0]}`, ratio('cpu'), 'at most', 1.1),
      `The same in the least disturbed rounds: ${decimal(ratio('leastCpu'), 2)}`,
      `Answers that were not 200: ${measured.reduce((sum, { wrong }) => sum + wrong, 0)}`,
    ],
  };
};
