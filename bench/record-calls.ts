import { openConnection } from './http-connection.ts';
import { type CallScript, playCall } from './play-call.ts';

/**
 * Plays calls against a line and keeps what was asked. As the state of a call rides in its addresses, the same requests
 * may be asked again, by any number of connections in any order.
 */
export async function recordCalls(port: number, scripts: readonly CallScript[], count: number): Promise<Buffer[]> {
  const requests: Buffer[] = [];
  const connection = await openConnection(port);
  try {
    for (let call = 0; call < count; call += 1) {
      const script = scripts[call % scripts.length];
      if (!script) throw new RangeError('There are no calls to play.');
      const ask = (request: Buffer) => {
        requests.push(request);
        return connection.ask(request);
      };
      await playCall(ask, call, script);
    }
  } finally {
    connection.close();
  }
  return requests;
}
