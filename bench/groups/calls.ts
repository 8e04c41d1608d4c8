import { setTimeout } from 'node:timers/promises';
import { callsThroughMenu } from '../call-scripts.ts';
import { createConnectionPool } from '../connection-pool.ts';
import { bundledPrompts, readPrompts } from '../draft.ts';
import type { Group } from '../group.ts';
import { playCall } from '../play-call.ts';
import { startServer } from '../server-process.ts';
import { percentile } from '../statistics.ts';
import { decimal, whole } from '../table.ts';
import { type Webhook, writeWebhook } from '../webhook.ts';

const webhooksPerCall = 10;

/** Measures whole calls that begin at a fixed rate. Each call follows the addresses in its answers, as Twilio does. */
export const measureCalls: Group = async ({ plan }) => {
  const scripts = callsThroughMenu((await readPrompts(bundledPrompts)).line);
  await using server = await startServer('line');
  using pool = createConnectionPool(server.port);
  const answered: number[] = [];
  const ended: number[] = [];
  const ask = async (webhook: Webhook) => {
    const request = writeWebhook(webhook);
    const asked = performance.now();
    const answer = await pool.ask(request);
    answered.push(performance.now() - asked);
    await setTimeout(plan.pause);
    return answer;
  };
  const perSecond = plan.rate / webhooksPerCall;
  const total = Math.ceil((perSecond * plan.calls) / 1000);
  const playAt = async (call: number, due: number) => {
    await setTimeout(Math.max(0, due - performance.now()));
    const script = scripts[call % scripts.length];
    if (!script) throw new RangeError('There are no calls to play.');
    await playCall(ask, call, script);
    ended.push(performance.now() - due - webhooksPerCall * plan.pause);
  };
  const begun = performance.now();
  const calls = Array.from({ length: total }, (_, call) => playAt(call, begun + (call * 1000) / perSecond));
  const outcomes = await Promise.allSettled(calls);
  const broken = outcomes.filter(({ status }) => status === 'rejected').length;
  const row = (what: string, values: readonly number[]) => [
    what,
    whole(values.length),
    decimal(percentile(values, 0.5)),
    decimal(percentile(values, 0.99)),
  ];
  return {
    title: `Whole calls, ${whole(perSecond)} beginning every second, ${webhooksPerCall} webhooks each`,
    head: ['what', 'count', 'p50 ms', 'p99 ms'],
    rows: [row('a webhook', answered), row(`a call, without the ${plan.pause} ms after each answer`, ended)],
    notes: [
      `Calls that broke: ${broken} of ${total}`,
      `Connections opened: ${pool.size}`,
      'The time of a call includes building and signing its webhooks, and timers that fire late.',
    ],
  };
};
