import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deepTest, describe, expect, jest } from '#jest';
import { readNoticeFile } from '../../src/edition/notice-file.ts';
import { disasterCommand } from '../support/disaster-command.ts';
import { call, press } from '../support/phone-call.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';
import { createPlace, startLine } from '../support/start-line.ts';
import { until } from '../support/until.ts';

jest.setTimeout(600_000);

/** Whether a new call hears the warning first. */
const isWarned = async (address: string): Promise<boolean> => {
  const response = await fetch(`${address}/phone/calls`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const { sentences } = (await response.json()) as { readonly sentences: readonly { readonly prompt: string }[] };
  return sentences[0]?.prompt === 'disaster-safety';
};

describe('The switch on the command line', () => {
  deepTest('switches a notice on, which callers hear and which survives a restart, and off again', async () => {
    await using place = await createPlace('spoken-before');
    await writePrompts(place.prompts, smallFiles({ hasDisaster: true }));
    {
      await using line = startLine(place);
      const address = await line.address();
      await line.says(/all narrations exist/);
      const before = await press(address, await call(address), '1');
      expect(await isWarned(address)).toBe(false);
      const said = await disasterCommand(place, 'on', '--kind', 'earthquake', '--place', 'prefecture');
      expect(said).toContain('has been on since');
      // The running service has looked up which texts are approved: none.
      expect(said).toContain('No language has all texts of the notice approved');
      const from = performance.now();
      await until('the warning', () => isWarned(address));
      process.stdout.write(`Heard ${Math.round(performance.now() - from)} ms after the command had ended.\n`);
      // A call in progress hears the notice after its next key. No text is approved, so it hears the general safety
      // instructions.
      const after = await press(address, before, '9');
      expect(after.audio).not.toBe(before.audio);
      const sound = await until('the sound of it', async () => {
        const response = await fetch(`${address}${after.audio}`);
        return response.status === 200 ? response.headers.get('content-type') : null;
      });
      expect(sound).toContain('audio');
    }
    await using again = startLine(place);
    const address = await again.address();
    expect(await isWarned(address)).toBe(true);
    expect(await disasterCommand(place, 'off')).toContain('The disaster notice is off.');
    await until('the end of the warning', async () => !(await isWarned(address)));
  });

  deepTest(
    'works when only the running service knows the state, and without a service says that the state could not be read',
    async () => {
      await using place = await createPlace('spoken-before');
      await writePrompts(place.prompts, smallFiles({ hasDisaster: true }));
      {
        await using line = startLine(place);
        const address = await line.address();
        await line.says(/all narrations exist/);
        // Neither the database nor disaster.json can be read or written, as on a broken disk.
        await writeFile(join(place.data, 'kotozute.db'), 'no database any more');
        await mkdir(join(place.data, 'disaster.json'));
        expect(await disasterCommand(place, 'on', '--kind', 'earthquake')).toContain(
          'The disaster notice has been on since',
        );
        expect(await isWarned(address)).toBe(true);
        expect(await disasterCommand(place, 'status')).toContain('The disaster notice has been on since');
        expect(await disasterCommand(place, 'off')).toContain('The disaster notice is off.');
        expect(await isWarned(address)).toBe(false);
        expect((await fetch(`${address}/control/disaster`)).status).toBe(404);
        const headers = { Authorization: `Bearer ${'a'.repeat(43)}`, 'Content-Type': 'application/json' };
        expect((await fetch(`${address}/control/disaster`, { method: 'PUT', headers, body: '{}' })).status).toBe(404);
      }
      const asked = disasterCommand(place, 'status');
      await expect(asked).rejects.toMatchObject({ code: 1 });
      await expect(asked).rejects.toMatchObject({ stdout: expect.stringMatching(/is off, as far as it can be read/) });
      await writeFile(join(place.data, 'kotozute.db'), 'no database any more');
      // A change that could be saved nowhere must not reach the line either, although its file could be written.
      await expect(disasterCommand(place, 'on', '--kind', 'earthquake')).rejects.toMatchObject({
        code: 1,
        stdout: expect.stringContaining('Nothing was changed'),
      });
      expect((await readNoticeFile(place.data))?.notice ?? null).toBe(null);
    },
  );

  deepTest('works while the database is gone, and the service that starts without it warns too', async () => {
    await using place = await createPlace('spoken-before');
    await writePrompts(place.prompts, smallFiles({ hasDisaster: true }));
    {
      await using line = startLine(place);
      await line.address();
      await line.says(/all narrations exist/);
    }
    await writeFile(join(place.data, 'kotozute.db'), 'no database any more');
    expect(await disasterCommand(place, 'on', '--kind', 'earthquake')).toContain('has been on since');
    await using line = startLine(place);
    const address = await line.address();
    expect(await isWarned(address)).toBe(true);
    const closed = () => fetch(`${address}/console/disaster`);
    // At first, the line says that its office is unavailable. Then the office itself says why it is closed.
    const health = async () => (await fetch(`${address}/healthz`)).text();
    await until('the office', async () => (await health()).includes('could not open its database'));
    const { status, headers } = await closed();
    expect([status, headers.get('x-frame-options')]).toEqual([503, 'DENY']);
    const english = await fetch(`${address}/console`, { headers: { cookie: 'kotozute-language=en' } });
    expect(await english.text()).toContain('Tell the technician');
    expect(await disasterCommand(place, 'off')).toContain('is off');
    await until('the end of the warning', async () => !(await isWarned(address)));
  });
});
