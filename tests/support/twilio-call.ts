import type { RequestListener } from 'node:http';
import request from 'supertest';
import { account, callParameters, sign } from './twilio-account.ts';
import { checkCallRules, checkTwiml } from './twiml-schema.ts';

/** Posts a signed webhook, as Twilio does. @throws Error if the answer is 200 but its TwiML is not valid */
export async function post(
  app: RequestListener,
  path: string,
  more: Readonly<Record<string, string>> = {},
  token: string = account.authTokens[0],
) {
  const parameters = { ...callParameters, ...more };
  const response = await request(app)
    .post(path)
    .type('form')
    .set('X-Twilio-Signature', sign(account.publicUrl + path, parameters, token))
    .send(new URLSearchParams(parameters).toString());
  if (response.status === 200) {
    const problems = [
      ...checkTwiml(response.text),
      ...checkCallRules(response.text, { whisper: path.includes('/whisper/') }),
    ];
    if (problems.length > 0) throw new Error(`${path} answered ${response.text}\n${problems.join('\n')}`);
  }
  return response;
}

/**
 * The path of the next webhook. It has no fragment, because Twilio reads the fragment as settings and does not send it.
 */
export function actionOf(twiml: string): string {
  const action = / action="([^"]+)"/.exec(twiml)?.[1]?.replaceAll('&amp;', '&');
  if (!action?.startsWith(account.publicUrl)) throw new Error(`No action of ours in ${twiml}`);
  return action.slice(account.publicUrl.length).replace(/#.*$/, '');
}
