import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { openEdition } from '../../src/edition/edition.ts';
import { callNames } from '../../src/line/call-names.ts';
import { type CallReports, createCallReports } from '../../src/line/twilio/call-reports.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { fixtureDraft } from './draft-fixture.ts';
import { createApp } from './line-and-office.ts';
import { createTestContext } from './test-context.ts';
import { account } from './twilio-account.ts';

/** Makes a proxy in front of a line, such as one that changes answers. */
export type Front = (line: RequestListener) => RequestListener;

/** A test certificate for `localhost`, and its key. */
const localhost = readFileSync(join(import.meta.dirname, '../fixtures/localhost.pem'));
const certificate = localhost.toString().replace(/^[\s\S]*(?=-----BEGIN CERT)/, '');

/** A line that answers over HTTPS. Nothing is wrong with it except its voice, which is the voice of tests. */
export interface DoctorLine extends AsyncDisposable {
  readonly publicUrl: string;
  readonly context: Awaited<ReturnType<typeof createTestContext>>;
  readonly edition: ReturnType<typeof openEdition>;
  /** What the line has counted about its calls. */
  readonly counts: CallReports['counts'];
  /** The IDs of all turns that have used up a transfer of the line's budget. */
  readonly spent: readonly string[];
  /** Puts a proxy in front of the line. It replaces the proxy before. */
  stand(front: Front): void;
}

/** Starts a line. This takes a second, so a test file starts one line for all of its tests. */
export async function startDoctorLine(): Promise<DoctorLine> {
  let listener: RequestListener = (_request, response) => void response.end();
  const server = createServer({ key: localhost, cert: localhost }, (request, response) => listener(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const publicUrl = `https://localhost:${(server.address() as AddressInfo).port}`;
  const authorities = getCACertificates();
  setDefaultCACertificates([...authorities, certificate]);
  const twilio = { ...account, authTokens: [account.authTokens[0]], publicUrl, signedUrls: [publicUrl] };
  const context = await createTestContext({ draft: fixtureDraft(), isFilled: true, config: { publicUrl, twilio } });
  const spent: string[] = [];
  const budget = { ...context.budget, spend: (id: string) => void spent.push(id) };
  const reports = createCallReports(
    () => {},
    () => 0,
    callNames(() => null),
  );
  const app = createApp({ ...context, budget, reports });
  const stand = (front: Front) => {
    listener = front(app);
  };
  stand((line) => line);
  const edition = openEdition(toEditionFile(context.shelf.current));
  return {
    ...{ publicUrl, context, edition, counts: reports.counts, spent, stand },
    async [Symbol.asyncDispose]() {
      setDefaultCACertificates(authorities);
      server.closeAllConnections();
      server.close();
      await context.close();
    },
  };
}
