import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { deepTest, describe, expect, jest } from '#jest';
import { disasterCommand } from '../support/disaster-command.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';
import { createPlace, startLine } from '../support/start-line.ts';
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

/** Bytes of µ-law a second, and of the head of a file. */
const [rate, head] = [8000, 58];

/** What a caller hears of a document, as Twilio would play it: the sounds in their order, with their seconds. */
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

describe('A service that keeps its fallback in the account’s Assets', () => {
  deepTest('renews it by itself, and callers hear it whole when both of its processes are gone', async () => {
    await using place = await createPlace('spoken-before');
    await writePrompts(place.prompts, smallFiles({ hasDisaster: true }));
    const world: RestWorld = {
      ...{ accountSid: account.accountSid, authToken: account.authTokens[0], status: 'active', type: 'Full' },
      ...{ numbers: [boughtNumber('+815000000002', 2)], ordinary: true, special: false, prefixes: [] },
      ...{ trouble: null, now: Date.now },
    };
    await using rest = await startTwilioRest(world);
    const port = await freePort();
    const document = () => rest.serverless.file('/fallback.xml')?.bytes.toString() ?? null;
    {
      await using line = startLine(place, {
        ...{ PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, TWILIO_FALLBACK: 'deploy' },
        ...{ TWILIO_ACCOUNT_SID: world.accountSid, TWILIO_AUTH_TOKEN: world.authToken, TWILIO_API_URL: rest.url },
      });
      await line.says(/every narration is there/);
      const calm = await until('the fallback', document);
      const heard = await listen(`${rest.url}/fallback.xml`);
      // Each language, all of it twice; then whom to call in an emergency, in both languages.
      const addresses = heard.map(({ address }) => address);
      expect(addresses.slice(0, 4)).toEqual([...addresses.slice(0, 2), ...addresses.slice(0, 2)]);
      expect(new Set(addresses.slice(4))).toHaveProperty('size', 2);
      expect(await disasterCommand(place, 'on', '--kind', 'earthquake', '--place', 'prefecture')).toContain(
        'has been on since',
      );
      await until('the fallback of a disaster', () => document() !== calm);
      line.kill('SIGKILL');
      await line.ended();
    }
    const heard = await listen(`${rest.url}/fallback.xml`);
    // The safety sentences first, in the languages of everybody; then each language.
    expect(heard).toHaveLength(8);
    for (const { seconds } of heard) expect(seconds).toBeGreaterThan(2);
    process.stdout.write(
      `The fallback of a disaster: ${heard
        .slice(0, 4)
        .map(({ seconds }) => seconds.toFixed(1))
        .join(', ')} s.\n`,
    );
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });
});
