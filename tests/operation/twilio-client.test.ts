import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '#jest';
import { takenToken } from '../../src/cli/taken-token.ts';
import { troubleCheck } from '../../src/operation/check-account.ts';
import { TwilioApiError } from '../../src/operation/twilio-api.ts';
import { createTwilioClient } from '../../src/operation/twilio-client.ts';
import { account } from '../support/twilio-account.ts';

/** The error that the client throws for the answers of a server in Twilio's place. */
async function troubleOf(listener: RequestListener): Promise<TwilioApiError> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = createTwilioClient(
    { accountSid: account.accountSid, authToken: account.authTokens[0] },
    { server: `http://127.0.0.1:${port}`, line: '', patience: 200 },
  );
  try {
    const trouble = await client.account().catch((error: unknown) => error);
    if (trouble instanceof TwilioApiError) return trouble;
    throw new Error('Twilio has answered.');
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('An answer that never ends is given up, and its connection is closed', async () => {
  let hungUp: Promise<unknown> | undefined;
  const trouble = await troubleOf(async (_request, response) => {
    hungUp = once(response, 'close');
    response.writeHead(200, { 'Content-Type': 'application/json' });
    while (!response.destroyed) {
      response.write(' ');
      await setTimeout(20);
    }
  });
  expect(trouble.trouble).toBe('unreachable');
  await hungUp;
});

test('A refusal without one of Twilio’s error numbers is reported with its status', async () => {
  const trouble = await troubleOf((_request, response) => void response.writeHead(400).end('No.'));
  expect(troubleCheck(trouble)).toMatchObject({ state: 'fail', found: 'status 400' });
});

test('Of two tokens, one for tests is skipped, as is one that Twilio refuses', async () => {
  for (const trouble of ['credentials', 'test-credentials'] as const) {
    const open = (token: string) => ({
      async account() {
        if (token === 'first') throw new TwilioApiError(trouble, 'status 403');
        return { status: 'active', type: 'Full' };
      },
    });
    expect(await takenToken(['first', 'second'], open)).toBe('second');
  }
});
