import { once } from 'node:events';
import { createServer } from 'node:net';
import { deepTest, describe, expect, jest } from '#jest';
import { call, press } from '../support/phone-call.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';
import { createPlace, type StartedLine, startLine } from '../support/start-line.ts';
import { until } from '../support/until.ts';

jest.setTimeout(600_000);

/** Waits until the prompts folder is published. Fails early if it is refused. */
const expectPublished = async (line: StartedLine) =>
  expect((await line.says(/"msg":"the prompts folder (is|cannot be|could not be) published/))[1]).toBe('is');

/** A free port. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

describe('A call that continues after a publication and restarts', () => {
  deepTest('keeps the words with which it began, even in the first answer of a new process', async () => {
    await using place = await createPlace('spoken-before');
    await writePrompts(place.prompts, smallFiles());
    const heard: string[] = [];
    const { menu, topics } = await (async () => {
      await using line = startLine(place);
      const address = await line.address();
      const started = await call(address);
      const chosen = await press(address, started, '1');
      const again = await press(address, chosen, '9');
      heard.push(again.audio);
      await expectPublished(line);
      return { menu: started, topics: chosen };
    })();

    const changed = smallFiles().map(({ name, text }) => {
      if (name !== 'en.yaml') return { name, text };
      const greeted = text.replace(
        /^( {2}topic\.[\w-]+\.menu:\n {4}- )(.*)$/m,
        '$1"For My Number and your envelope, press {{key}}."',
      );
      expect(greeted).not.toBe(text);
      return { name, text: greeted };
    });
    await writePrompts(place.prompts, changed);
    {
      await using line = startLine(place);
      const address = await line.address();
      await expectPublished(line);
      expect((await press(address, topics, '9')).audio).toBe(heard[0]);
      await until('the new words', async () => {
        const fresh = await press(address, await call(address), '1');
        return (await press(address, fresh, '9')).audio !== heard[0];
      });
      line.kill('SIGKILL');
      await line.ended();
    }
    // Calls arrive before the new process listens. Even its first answer must be right.
    const port = await freePort();
    const address = `http://localhost:${port}`;
    await using line = startLine(place, { PORT: String(port) });
    const first = await until('the first answer', () => press(address, topics, '9').catch(() => null));
    expect(first.audio).toBe(heard[0]);
    await line.address();
    const own = await press(address, menu, '1');
    expect((await press(address, own, '9')).audio).toBe(heard[0]);
  });
});
