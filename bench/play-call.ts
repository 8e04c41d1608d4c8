import { account } from '../tests/support/twilio-account.ts';
import type { Answer } from './http-connection.ts';
import type { Asked } from './webhook.ts';

/** A call: where it arrives, and what the caller then does, one entry a turn; an empty one is silence. */
export interface CallScript {
  readonly to: string;
  readonly presses: readonly string[];
}

/**
 * Plays one call as Twilio does: every answer names the address of the next webhook.
 * @param ask sends one webhook and gives its answer
 * @throws Error when an answer is not what a telephone line says: the call would have ended there
 */
export async function playCall(
  ask: (webhook: Asked) => Promise<Answer>,
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
 * The path of the next webhook: what stands behind # tells Twilio how to call, and is not sent.
 * @throws Error when the answer names none of the line's
 */
export function actionOf(twiml: string, publicUrl: string = account.publicUrl): string {
  const address = / action="([^"#]+)/.exec(twiml)?.[1]?.replaceAll('&amp;', '&');
  if (!address?.startsWith(publicUrl)) throw new Error(`An answer leads to no webhook: ${twiml}`);
  return address.slice(publicUrl.length);
}
