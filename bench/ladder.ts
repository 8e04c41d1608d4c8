import { callsThroughMenu } from './call-scripts.ts';
import { checkAnswers } from './check-answers.ts';
import { bundledPrompts, readPrompts } from './draft.ts';
import { type Contender, type Measured, measureRounds } from './measure-rounds.ts';
import type { Plan } from './plan.ts';
import { recordCalls } from './play-call.ts';
import { inTurn, neverRepeated } from './requests.ts';
import { type Rung, type RungName, rungs } from './rungs/rung.ts';
import { startServer } from './server-process.ts';
import { writeGet, writePost, writeWebhook } from './webhook.ts';

/** Number of calls, of ten webhooks each, that are recorded. The measured requests use the states of these calls. */
const recorded = 105;

const bytesOfForm = 400;

/**
 * Starts some rungs, checks their answers, and measures them in alternation.
 * @throws Error when a rung answers wrongly
 */
export async function measureLadder(
  names: readonly RungName[],
  plan: Plan,
  kind: 'busy' | 'fixed rate',
): Promise<{ readonly rung: Rung; readonly measured: Measured }[]> {
  await using servers = new AsyncDisposableStack();
  const line = servers.use(await startServer('line'));
  const calls = callsThroughMenu((await readPrompts(bundledPrompts)).line);
  const asked = await recordCalls(line.port, calls, recorded);
  const tried = {
    get: [writeGet('/')],
    form: [writePost('/', `text=${'a'.repeat(bytesOfForm - 'text='.length)}`, 'none')],
    webhook: asked.map((each) => writeWebhook(each)),
  };
  const chosen = rungs.filter(({ name }) => names.includes(name));
  const contenders: Contender[] = [];
  for (const { name, asks } of chosen) {
    const server = name === 'line' ? line : servers.use(await startServer(name));
    contenders.push({ server, requests: asks === 'webhook' ? neverRepeated(asked) : inTurn(tried[asks]) });
  }
  for (const [index, rung] of chosen.entries()) {
    await checkAnswers(rung, contenders[index]?.server.port ?? 0, tried[rung.asks]);
  }
  const measured = await measureRounds(contenders, plan, kind);
  return chosen.flatMap((rung, index) => {
    const each = measured[index];
    return each ? [{ rung, measured: each }] : [];
  });
}
