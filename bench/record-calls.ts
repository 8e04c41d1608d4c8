import { openConnection } from './http-connection.ts';
import { type CallScript, playCall } from './play-call.ts';
import { type Asked, writeWebhook } from './webhook.ts';

/** Plays calls against a line and keeps what was asked, each call with a number of its own. */
export async function recordCalls(port: number, scripts: readonly CallScript[], count: number): Promise<Asked[]> {
  const asked: Asked[] = [];
  const connection = await openConnection(port);
  try {
    for (let call = 0; call < count; call += 1) {
      const script = scripts[call % scripts.length];
      if (!script) throw new RangeError('There are no calls to play.');
      const ask = (webhook: Asked) => {
        asked.push(webhook);
        return connection.ask(writeWebhook(webhook));
      };
      await playCall(ask, call, script);
    }
  } finally {
    connection.close();
  }
  return asked;
}
