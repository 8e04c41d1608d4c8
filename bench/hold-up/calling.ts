import { setTimeout as wait } from 'node:timers/promises';
import { createConnectionPool } from '../connection-pool.ts';
import type { CallScript } from '../play-call.ts';
import { actionOf } from '../play-call.ts';
import { type Asked, writeWebhook } from '../webhook.ts';

/** What has become of the webhooks since it was asked last. */
export interface Tally {
  readonly turns: number;
  /** No answer within the time that Twilio waits, or none at all. */
  readonly lost: readonly string[];
  /** Not what such a call has heard before on the same edition. */
  readonly wrong: readonly string[];
}

export interface Calling {
  take(): Tally;
  /** Also answers in Twilio's voice are right, as long as sounds are still being made. */
  mayBeSaid: boolean;
  stop(): Promise<void>;
}

/** Milliseconds that Twilio waits for the first byte, as every answer of the line asks it to. */
const waits = 4000;

/** Milliseconds between two looks at how many webhooks are due. */
const every = 5;

/** Milliseconds without a look after which this process stood still. */
const standsStill = 500;

/** A call: which script it follows, how far it has come, and where it asks next. */
interface Call {
  readonly number: number;
  readonly script: number;
  turn: number;
  path: string;
}

/**
 * Calls at a steady rate whatever becomes of the answers; each call follows the addresses in its own answers. What is heard
 * at the same place of the same script on the same edition must always be the same.
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
    const place = `${edition} ${call.script} ${call.turn}`;
    const before = truth.get(place);
    truth.set(place, before ?? twiml);
    return before === undefined || before === twiml ? null : `not what was heard before at ${place}`;
  };

  const ask = async (call: Call): Promise<void> => {
    const script = scripts[call.script];
    if (!script) return;
    const key = call.turn === 0 ? undefined : script.presses[call.turn - 1];
    const happened = { call: call.number, to: script.to, ...(key === undefined ? {} : { key }) };
    const webhook: Asked = { path: call.path, ...happened };
    const giveUp = new AbortController();
    try {
      const answering = pool.ask(writeWebhook(webhook, publicUrl));
      const since = performance.now();
      const late = () => wait(waits, null, { signal: giveUp.signal }).catch(() => null);
      let answer = await Promise.race([answering, late()]);
      // When this very process stood still, an answer may lie there unread.
      if (!answer && stoodStillAt > since) answer = await Promise.race([answering, late()]);
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
  let stoodStillAt = 0;
  const run = async () => {
    let before = begun;
    while (!isOver) {
      const now = performance.now();
      if (now - before > standsStill) stoodStillAt = now;
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
