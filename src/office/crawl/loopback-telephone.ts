import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer, type RequestListener, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import webhooks from 'twilio/lib/webhooks/webhooks.js';
import type { Input } from '../../call/input.ts';
import type { Answer, Occasion, Telephone } from './telephone.ts';

/** A Twilio account as configured in a line. */
interface CrawlAccount {
  readonly accountSid: string;
  readonly authTokens: readonly string[];
  readonly publicUrl: string;
  readonly signedUrls: readonly string[];
}

/** Creates an account that exists only for one crawl, so that nobody else can sign requests for it. */
export const createCrawlAccount = (): CrawlAccount => ({
  accountSid: `AC${randomBytes(16).toString('hex')}`,
  authTokens: [randomBytes(16).toString('hex')],
  publicUrl: 'https://crawl.invalid',
  signedUrls: ['https://crawl.invalid'],
});

/** A number that does not exist. In a crawl, it is the line's general number and also the caller's number. */
const general = '+810000000000';

/** Webhook parameters that are the same in every turn. */
const always = { CallSid: `CA${'0'.repeat(32)}`, From: general, ApiVersion: '2010-04-01', Direction: 'inbound' };

interface LoopbackTelephoneParts {
  /** The whole application, configured with the account. */
  readonly app: RequestListener;
  readonly account: CrawlAccount;
  /** Switches the application to another occasion. */
  readonly set: (occasion: Occasion) => void;
}

/** Calls an application in this process over the loopback interface, with signed webhooks as Twilio sends them. */
export async function openLoopbackTelephone({ app, account, set }: LoopbackTelephoneParts): Promise<Telephone> {
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const [token = ''] = account.authTokens;

  const post = async (path: string, more: Readonly<Record<string, string>>): Promise<Answer> => {
    const parameters = { ...always, AccountSid: account.accountSid, ...more };
    const signature = webhooks.getExpectedTwilioSignature(token, account.publicUrl + path, parameters);
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature };
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent });
    sent.end(new URLSearchParams(parameters).toString());
    const [response] = await once(sent, 'response');
    const twiml = await text(response);
    if (response.statusCode !== 200) throw new Error(`The line answered ${response.statusCode}.`);
    return readAnswer(twiml, account.publicUrl);
  };

  return {
    async call(occasion, number) {
      set(occasion);
      return post('/twilio/voice', { To: number ?? general });
    },
    async send(occasion, next, input) {
      set(occasion);
      return post(next, { To: general, ...parametersOf(input) });
    },
    async close() {
      agent.destroy();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function parametersOf(input: Input): Record<string, string> {
  if (input.kind === 'key') return { Digits: input.key };
  if (input.kind !== 'dial-ended') return { Digits: '' };
  const isAnswered = input.outcome === 'answered';
  return { DialCallStatus: isAnswered ? 'completed' : input.outcome, DialBridged: String(isAnswered) };
}

/** @throws Error for a document that neither continues the call nor hangs up */
function readAnswer(twiml: string, publicUrl: string): Answer {
  const narration = /<Play>[^<]*\/audio\/([0-9a-f]+)\.wav<\/Play>/.exec(twiml)?.[1] ?? null;
  const action = / action="([^"]+)"/.exec(twiml)?.[1]?.replaceAll('&amp;', '&').replace(/#.*$/, '');
  if (action === undefined) {
    if (!twiml.includes('<Hangup/>')) throw new Error('An answer neither continues the call nor hangs up.');
    return { narration, ending: 'over', next: null };
  }
  const next = action.startsWith(publicUrl) ? action.slice(publicUrl.length) : action;
  return { narration, ending: twiml.includes('<Dial') ? 'dial' : 'wait', next };
}
