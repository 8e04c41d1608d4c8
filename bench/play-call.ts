import { account } from '../tests/support/twilio-account.ts';
import { type Answer, openConnection } from './http-connection.ts';
import { type Webhook, writeWebhook } from './webhook.ts';

/** A call: the telephone number that is called, and the inputs after its first turn. An empty string is a silence. */
export interface CallScript {
  readonly to: string;
  readonly presses: readonly string[];
}

/**
 * Plays one call as Twilio does: each next webhook goes to the address in the previous answer.
 * @param ask sends one webhook and returns its answer
 * @throws Error when an answer does not continue the call
 */
export async function playCall(
  ask: (webhook: Webhook) => Promise<Answer>,
  call: number,
  { to, presses }: CallScript,
): Promise<void> {
  let path = '/twilio/voice';
  for (const key of [undefined, ...presses]) {
    const { status, body } = await ask(key === undefined ? { path, call, to } : { path, call, to, key });
    const twiml = body.toString();
    if (status !== 200 || !twiml.includes('<Gather ')) throw new Error(`A call broke: ${status} ${twiml}`);
    path = actionOf(twiml);
  }
}

/**
 * The path of the next webhook. The fragment after # is left out, because it configures Twilio and is not sent.
 * @throws Error when the answer has no webhook address of the line
 */
export function actionOf(twiml: string, publicUrl: string = account.publicUrl): string {
  const address = / action="([^"#]+)/.exec(twiml)?.[1]?.replaceAll('&amp;', '&');
  if (!address?.startsWith(publicUrl)) throw new Error(`An answer leads to no webhook: ${twiml}`);
  return address.slice(publicUrl.length);
}

/** Plays `count` calls to a line, each with a different call id, and records their webhooks. */
export async function recordCalls(port: number, scripts: readonly CallScript[], count: number): Promise<Webhook[]> {
  const asked: Webhook[] = [];
  const connection = await openConnection(port);
  try {
    for (let call = 0; call < count; call += 1) {
      const script = scripts[call % scripts.length];
      if (!script) throw new RangeError('There are no calls to play.');
      const ask = (webhook: Webhook) => {
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
