import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { deepTest, describe, expect, jest } from '#jest';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import { type ConsoleVisitor, visitConsole } from '../support/console-visitor.ts';
import { disasterCommand } from '../support/disaster-command.ts';
import { lives, officeOf } from '../support/processes.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';
import { createPlace, type StartedLine, startLine } from '../support/start-line.ts';
import { goodPassword } from '../support/test-desk.ts';
import { account } from '../support/twilio-account.ts';
import { boughtNumber, type RestWorld, startTwilioRest } from '../support/twilio-rest.ts';
import { checkTwiml } from '../support/twiml-schema.ts';
import { until } from '../support/until.ts';

jest.setTimeout(600_000);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Bytes of µ-law sound per second, and bytes of a WAV file before its sound. */
const [rate, head] = [8000, 58];

/** Fetches the sounds of a TwiML document in the order in which Twilio would play them, with their lengths. */
async function listen(address: string): Promise<{ readonly address: string; readonly seconds: number }[]> {
  const document = await (await fetch(address)).text();
  expect(checkTwiml(document)).toEqual([]);
  const played = [...document.matchAll(/<Play>([^<]+)<\/Play>/g)].map(([, sound = '']) => sound);
  return Promise.all(
    played.map(async (sound) => {
      const answer = await fetch(sound);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'audio/wav']);
      expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe('RIFF');
      return { address: sound, seconds: (bytes.length - head) / rate };
    }),
  );
}

/** An account, and the settings with which a line keeps its fallback in the Assets of that account. */
async function openAccount() {
  const world: RestWorld = {
    ...{ accountSid: account.accountSid, authToken: account.authTokens[0], status: 'active', type: 'Full' },
    ...{ numbers: [boughtNumber('+815000000002', 2)], ordinary: true, special: false, prefixes: [] },
    ...{ trouble: null, now: Date.now },
  };
  const rest = await startTwilioRest(world);
  const port = await freePort();
  return {
    world,
    rest,
    port,
    settings: {
      ...{ PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, TWILIO_FALLBACK: 'deploy' },
      ...{ TWILIO_ACCOUNT_SID: world.accountSid, TWILIO_AUTH_TOKEN: world.authToken, TWILIO_API_URL: rest.url },
    },
    /** The document in the Assets; null before the first deployment. */
    document: () => rest.serverless.file('/fallback.xml')?.bytes.toString() ?? null,
    [Symbol.asyncDispose]: () => rest[Symbol.asyncDispose](),
  };
}

/** Signs in the administrator with the link that the first start prints. */
async function firstAdministrator(line: StartedLine): Promise<ConsoleVisitor> {
  const visitor = visitConsole(await line.address());
  const [link = ''] = await line.says(/\/console\/sign-in\/\S+/);
  const passwords = { 'new-password': goodPassword, 'new-password-again': goodPassword };
  expect((await visitor.submit(link, link, { name: 'hanako', display: '花子', ...passwords })).status).toBe(303);
  return visitor;
}

describe('A service that keeps its fallback in the account’s Assets', () => {
  deepTest('renews the fallback by itself, and callers hear all of it after line and office were killed', async () => {
    await using place = await createPlace('spoken-before');
    await writePrompts(place.prompts, smallFiles({ hasDisaster: true }));
    await using assets = await openAccount();
    const { rest, port, document } = assets;
    {
      await using line = startLine(place, assets.settings);
      await line.says(/all narrations exist/);
      const calm = await until('the fallback', document);
      const heard = await listen(`${rest.url}/fallback.xml`);
      // First each language, twice in all. Then whom to call in an emergency, in both languages.
      const addresses = heard.map(({ address }) => address);
      expect(addresses.slice(0, 4)).toEqual([...addresses.slice(0, 2), ...addresses.slice(0, 2)]);
      expect(new Set(addresses.slice(4))).toHaveProperty('size', 2);
      expect(await disasterCommand(place, 'on', '--kind', 'earthquake', '--place', 'prefecture')).toContain(
        'has been on since',
      );
      await until('the fallback of a disaster', () => document() !== calm);
      const office = await until('the office', () => officeOf(line.processId));
      line.kill('SIGKILL');
      await line.ended();
      await until('the end of the office', () => !lives(office.id));
      expect([lives(line.processId), lives(office.id)]).toEqual([false, false]);
      await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
    }
    const heard = await listen(`${rest.url}/fallback.xml`);
    // Twice: the safety sentences in the languages of the announcers, then each language.
    expect(heard).toHaveLength(8);
    for (const { seconds } of heard) expect(seconds).toBeGreaterThan(2);
    process.stdout.write(
      `The fallback of a disaster: ${heard
        .slice(0, 4)
        .map(({ seconds }) => seconds.toFixed(1))
        .join(', ')} s.\n`,
    );
  });

  deepTest(
    'publishes while Twilio has errors, says that callers would hear the old fallback, and renews it when asked again',
    async () => {
      await using place = await createPlace('spoken-before');
      await writePrompts(place.prompts, smallFiles());
      await using assets = await openAccount();
      const { world, rest, document } = assets;
      await using line = startLine(place, assets.settings);
      await line.says(/all narrations exist/);
      const old = await until('the fallback', document);
      const visitor = await firstAdministrator(line);
      world.trouble = (_request, response) => {
        response
          .writeHead(500, { 'Content-Type': 'application/json' })
          .end('{"code":20500,"message":"no","status":500}');
      };
      const texts = {
        'out-of-order': 'We are sorry: this line does not work.\nCall {{callCentreNumber}}.',
        person: 'To ask somebody in the office, press {{key}}.',
      };
      for (const [prompt, words] of Object.entries(texts)) {
        const text = `/console/texts/en/${prompt}`;
        expect((await visitor.submit(text, text, { text: words, ready: '1' })).status).toBe(303);
      }
      const asked = await visitor.submit('/console/publish', '/console/publish', {
        ...{ comment: 'new words', noDocument: 'yes', emergencyReason: 'a test', warningsReason: 'a test' },
      });
      expect([asked.status, asked.headers.location]).toEqual([303, '/console/publish']);
      const folder = createEditionFolder(place.data);
      await until('the publication', async () => (await folder.readPointer())?.number === 2);
      const call = async () => {
        const headers = { 'content-type': 'application/json' };
        return (
          await fetch(`${assets.settings.PUBLIC_URL}/phone/calls`, { method: 'POST', headers, body: '{}' })
        ).text();
      };
      await until('the new words in a call', async () => (await call()).includes('To ask somebody in the office'));

      const told = async () => {
        const page = (await visitor.get('/console/status')).text;
        return page.includes('置きかえるまで、前の代替案内が流れます。') ? page : null;
      };
      const page = await until('the failed renewal', told);
      for (const part of ['Twilioが、内部のエラーと答えました。', '置きかえるまで、前の代替案内が流れます。'])
        expect(page).toContain(part);
      expect((await visitor.get('/console')).text).toContain('回線の状態に誤りが');
      expect(document()).toBe(old);
      expect((await listen(`${rest.url}/fallback.xml`)).length).toBeGreaterThan(3);

      world.trouble = null;
      await visitor.submit('/console/status', '/console/status', { do: 'mend' });
      await until('the new fallback', () => document() !== old);
      await until('its page without the failure', async () => (await told()) === null);
    },
  );
});
