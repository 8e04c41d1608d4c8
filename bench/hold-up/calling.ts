import { setTimeout as wait } from 'node:timers/promises';
import { createConnectionPool } from '../connection-pool.ts';
import { actionOf, type CallScript } from '../play-call.ts';
import { type Webhook, writeWebhook } from '../webhook.ts';

/** The results of the webhooks since `take` was called the last time. */
interface Tally {
  readonly turns: number;
  /** A reason for each webhook that got no answer, or none within the time that Twilio waits. */
  readonly lost: readonly string[];
  /**
   * A reason for each wrong answer: it is not a turn, is in Twilio's voice although the sounds exist, or differs from
   * an earlier answer for the same turn on the same edition.
   */
  readonly wrong: readonly string[];
}

export interface Calling {
  take(): Tally;
  /** True while sounds are being made. Answers may then be in Twilio's voice, and are not compared. */
  mayBeSaid: boolean;
  stop(): Promise<void>;
}

/** Milliseconds that Twilio waits for the first byte. Every answer of the line configures this limit. */
const waits = 4000;

/** Milliseconds between two checks of how many webhooks are due. */
const every = 5;

/** If two checks are this many milliseconds apart, this process was stalled. */
const stallAfter = 500;

/**
 * A call in progress: its serial number, the index of its script, its current turn, and the path of its next webhook.
 */
interface Call {
  readonly number: number;
  readonly script: number;
  turn: number;
  path: string;
}

/**
 * Sends webhooks at a steady rate, regardless of how fast they are answered. Each call follows the addresses in its own
 * answers. The answers for the same turn of the same script on the same edition must always be identical.
 */
export function startCalling(
  port: number,
  publicUrl: string,
  scripts: readonly CallScript[],
  perSecond: number,
): Calling {
  const pool = createConnectionPool(port);
  const truth = new Map<string, string>();
  const idle: Call[] = [];
  const asked = new Set<Promise<void>>();
  let tally: { turns: number; lost: string[]; wrong: string[] } = { turns: 0, lost: [], wrong: [] };
  let calls = 0;
  let isOver = false;

  const begin = (): Call => {
    calls += 1;
    return { number: calls, script: calls % scripts.length, turn: 0, path: '/twilio/voice' };
  };

  const why = (call: Call, status: number, twiml: string): string | null => {
    if (status !== 200) return `status ${status}`;
    if (!twiml.includes('<Gather ')) return `no menu: ${twiml.slice(0, 200)}`;
    const isSaid = twiml.includes('<Say ');
    if (calling.mayBeSaid) return null;
    if (isSaid) return 'said in Twilio’s voice';
    const code = actionOf(twiml, publicUrl).split('/').at(-1)?.split('?')[0] ?? '';
    const [, edition] = JSON.parse(Buffer.from(code, 'base64url').toString());
    const position = `${edition} ${call.script} ${call.turn}`;
    const before = truth.get(position);
    truth.set(position, before ?? twiml);
    return before === undefined || before === twiml ? null : `differs from the earlier answer at ${position}`;
  };

  const ask = async (call: Call): Promise<void> => {
    const script = scripts[call.script];
    if (!script) return;
    const key = call.turn === 0 ? undefined : script.presses[call.turn - 1];
    const happened = { call: call.number, to: script.to, ...(key === undefined ? {} : { key }) };
    const webhook: Webhook = { path: call.path, ...happened };
    const giveUp = new AbortController();
    try {
      const answering = pool.ask(writeWebhook(webhook, publicUrl));
      const since = performance.now();
      const late = () => wait(waits, null, { signal: giveUp.signal }).catch(() => null);
      let answer = await Promise.race([answering, late()]);
      // If this process was stalled, an answer may have arrived but not been read yet.
      if (!answer && stalledAt > since) answer = await Promise.race([answering, late()]);
      tally.turns += 1;
      if (!answer) return void tally.lost.push('no answer within four seconds');
      const twiml = answer.body.toString();
      const fault = why(call, answer.status, twiml);
      if (fault) return void tally.wrong.push(fault);
      call.turn += 1;
      call.path = actionOf(twiml, publicUrl);
      if (call.turn <= script.presses.length) idle.push(call);
    } catch (error) {
      tally.lost.push(String(error));
    } finally {
      giveUp.abort();
    }
  };

  const begun = performance.now();
  let sent = 0;
  let stalledAt = 0;
  const run = async () => {
    let before = begun;
    while (!isOver) {
      const now = performance.now();
      if (now - before > stallAfter) stalledAt = now;
      before = now;
      const due = Math.floor(((now - begun) * perSecond) / 1000);
      for (; sent < due; sent += 1) {
        const started = ask(idle.shift() ?? begin());
        asked.add(started);
        void started.finally(() => asked.delete(started));
      }
      await wait(every);
    }
  };
  const running = run();
  const calling: Calling = {
    mayBeSaid: false,
    take() {
      const taken = tally;
      tally = { turns: 0, lost: [], wrong: [] };
      return taken;
    },
    async stop() {
      isOver = true;
      await running;
      await Promise.all(asked);
      pool[Symbol.dispose]();
    },
  };
  return calling;
}
