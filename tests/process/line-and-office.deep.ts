import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { deepTest, describe, expect, jest } from '#jest';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import { call, press } from '../support/phone-call.ts';
import { lives, officeOf, waitedForProcessor } from '../support/processes.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';
import { machine } from '../support/start-faults.ts';
import { createPlace, startLine } from '../support/start-line.ts';
import { until } from '../support/until.ts';

jest.setTimeout(600_000);

/** Folders in which an edition was live, with the first two turns of a call on it. The sounds exist already. */
async function livedIn() {
  const place = await createPlace('spoken-before');
  await writePrompts(place.prompts, smallFiles());
  await using line = startLine(place);
  const address = await line.address();
  await line.says(/the prompts folder is published/);
  const menu = await call(address);
  const topics = await press(address, menu, '1');
  return { place, menu, topics };
}

describe('The line', () => {
  deepTest('keeps answering when its office is killed, shows a plain page, and starts another office', async () => {
    const { place, menu, topics } = await livedIn();
    await using _gone = place;
    await using line = startLine(place);
    const address = await line.address();
    const console = () => fetch(`${address}/console/sign-in`);
    await until('the office', async () => (await console()).status === 200);
    const officeStatus = async () => (await (await fetch(`${address}/healthz`)).text()).split('\n')[1];
    expect(await officeStatus()).toBe('The office runs.');
    const office = officeOf(line.processId);
    process.kill(office?.id ?? 0, 'SIGKILL');
    await until('its end', () => !lives(office?.id ?? 0));
    expect(await call(address)).toEqual(menu);
    expect(await press(address, menu, '1')).toEqual(topics);
    expect((await fetch(address + topics.audio)).status).toBe(200);
    const away = await console();
    expect([away.status, (await away.text()).includes('The console is unavailable')]).toEqual([503, true]);
    await until('another office', async () => (await console()).status === 200);
    await until('that it runs', async () => (await officeStatus()) === 'The office runs.');
    await line.says(/the office has ended and will be restarted; calls go on/);
  });

  deepTest('keeps answering while its office hangs', async () => {
    const { place, menu } = await livedIn();
    await using _gone = place;
    await using line = startLine(place);
    const address = await line.address();
    const office = await until('the office', () => officeOf(line.processId));
    process.kill(office.id, 'SIGSTOP');
    try {
      for (let count = 0; count < 20; count += 1) expect(await call(address)).toEqual(menu);
    } finally {
      process.kill(office.id, 'SIGCONT');
    }
  });

  deepTest(
    'answers its first call without waiting for its office, even if the office hangs or ends at its start',
    async () => {
      const { place, menu, topics } = await livedIn();
      await using _gone = place;
      const stuck = { NODE_OPTIONS: `--require ${join(import.meta.dirname, '../support/stuck-office.cjs')}` };
      const without = machine({ absent: ['kysely'] });
      for (const [settings, status] of [
        [stuck, 'The office is starting.'],
        [without, 'The office has ended; it will be restarted within a minute.'],
      ] as const) {
        await using line = startLine(place, settings);
        const address = await line.address();
        expect(await call(address)).toEqual(menu);
        expect(await press(address, menu, '1')).toEqual(topics);
        expect((await fetch(address + topics.audio)).status).toBe(200);
        await until(status, async () => (await (await fetch(`${address}/healthz`)).text()).includes(status));
        expect((await fetch(`${address}/console`)).status).toBe(503);
      }
    },
  );

  deepTest('is killed, and its office ends within a second, even an office that is starting', async () => {
    const { place } = await livedIn();
    await using _gone = place;
    for (const runs of [false, true]) {
      await using line = startLine(place);
      const address = await line.address();
      const { id } = await until('the office', () => officeOf(line.processId));
      if (runs) await until('the console', async () => (await fetch(`${address}/console/sign-in`)).status === 200);
      let waited = 0;
      const waitedBefore = waitedForProcessor(id) ?? 0;
      const looking = setInterval(() => {
        waited = (waitedForProcessor(id) ?? waited + waitedBefore) - waitedBefore;
      }, 10);
      const killed = performance.now();
      line.kill('SIGKILL');
      // The office shares the output streams of its line, so they are closed only when both have ended.
      await line.ended();
      const took = performance.now() - killed;
      clearInterval(looking);
      expect(lives(id)).toBe(false);
      const [alone, others] = [took - waited, waited].map(Math.round) as [number, number];
      console.log(`The office ended ${alone} ms after its line, and waited another ${others} ms for a processor.`);
      expect(alone).toBeLessThanOrEqual(1000);
    }
  });

  deepTest('answers alone from DATA_DIR and the sounds: no office, no database, no prompts', async () => {
    const { place, menu, topics } = await livedIn();
    await using _gone = place;
    for (const name of ['kotozute.db', 'kotozute.db-shm', 'kotozute.db-wal'])
      await rm(join(place.data, name), { force: true });
    await rm(place.prompts, { recursive: true });
    await using line = startLine(place, {}, 'line');
    const address = await line.address();
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(await call(address)).toEqual(menu);
    expect(await press(address, menu, '1')).toEqual(topics);
    expect((await fetch(address + topics.audio)).status).toBe(200);
    expect((await fetch(`${address}/console`)).status).toBe(503);
    expect(officeOf(line.processId)).toBeUndefined();
    // A second line on the same DATA_DIR does no harm, and a call may continue on either line.
    await using second = startLine(place, {}, 'line');
    const addressOfSecond = await second.address();
    expect(await call(addressOfSecond)).toEqual(menu);
    expect(await press(addressOfSecond, await call(address), '1')).toEqual(topics);
  });

  deepTest('and its office run on two machines; the line forwards the console, and outlives the office', async () => {
    const { place: officePlace, menu, topics } = await livedIn();
    await using _gone = officePlace;
    await using place = await createPlace('spoken-before');
    for (const name of ['editions', 'notice'])
      await cp(join(officePlace.data, name), join(place.data, name), { recursive: true });
    const OFFICE_SECRET = 'a secret for tests, and long enough';
    await using office = startLine(officePlace, { OFFICE_SECRET }, 'office');
    const officeAddress = await office.address();
    await using line = startLine(place, { OFFICE_URL: officeAddress, OFFICE_SECRET });
    const address = await line.address();
    expect([(await fetch(`${address}/readyz`)).status, await call(address)]).toEqual([200, menu]);
    const [signIn = ''] = await office.says(/\/console\/sign-in\/\S+/);
    expect((await fetch(address + signIn)).status).toBe(200);
    expect(office.printed()).toContain('<address of the line>/console/sign-in/');
    expect(await (await fetch(`${address}/healthz`)).text()).toContain('The office is on another machine.');
    expect((await fetch(officeAddress + signIn)).status).toBe(403);
    const headers = { 'kotozute-line': 'another secret of the same len.', 'kotozute-said': 'e30' };
    expect((await fetch(`${officeAddress}/audio/${'0'.repeat(64)}.wav`, { headers })).status).toBe(403);
    expect(officeOf(line.processId)).toBeUndefined();
    {
      const settings = { OFFICE_URL: officeAddress, OFFICE_SECRET: `not ${OFFICE_SECRET}` };
      await using strange = startLine(place, settings, 'line');
      await strange.says(/the office cannot be used; calls go on/);
      expect(await (await fetch(`${await strange.address()}/healthz`)).text()).toContain('refuses this line');
      expect(strange.printed()).toContain('OFFICE_SECRET must be the same');
    }
    {
      await using second = startLine(officePlace, { OFFICE_SECRET }, 'office');
      expect((await second.ended()).code).not.toBe(0);
      expect(second.printed()).toContain('Another service runs on this DATA_DIR');
    }
    // The line has its own edition and sounds, so calls continue after the office has ended.
    office.kill('SIGTERM');
    expect(await office.ended()).toEqual({ code: 0, signal: null });
    expect(await press(address, menu, '1')).toEqual(topics);
    expect((await fetch(`${address}/console`)).status).toBe(503);
    await line.says(/the office cannot be used; calls go on/);
    expect(await (await fetch(`${address}/healthz`)).text()).toContain(
      'cannot be used: there was no answer (ECONNREFUSED).',
    );
    await using secretless = startLine(officePlace, {}, 'office');
    expect((await secretless.ended()).code).not.toBe(0);
    expect(secretless.printed()).toContain('OFFICE_SECRET: write at least 32 characters');
  });

  deepTest('says what was live when the database is lost, not what is in the prompts folder now', async () => {
    const { place, menu, topics } = await livedIn();
    await using _gone = place;
    {
      await using _line = startLine(place);
      const folder = createEditionFolder(place.data);
      await until('the pointer to the publication', async () => (await folder.readPointer())?.number === 1);
    }
    for (const name of ['kotozute.db', 'kotozute.db-shm', 'kotozute.db-wal'])
      await rm(join(place.data, name), { force: true });
    const path = join(place.prompts, 'ja.yaml');
    const words = parse(await readFile(path, 'utf8'));
    words.prompts.greeting.push('これは あたらしい ことばです。');
    await writeFile(path, stringify(words));
    await using line = startLine(place);
    const address = await line.address();
    await line.says(/the database does not know the edition that is live/);
    await line.says(/all narrations exist/);
    expect(await call(address)).toEqual(menu);
    expect(await press(address, menu, '1')).toEqual(topics);
  });

  deepTest('has only one office: a second start on its DATA_DIR says so', async () => {
    const { place } = await livedIn();
    await using _gone = place;
    await using line = startLine(place);
    await until('the office', async () => (await fetch(`${await line.address()}/console/sign-in`)).status === 200);
    // The second office stops before it reads anything that belongs to the first. It does not even notice that its
    // prompts folder is missing.
    await using second = startLine(place, { PROMPTS_DIR: join(place.prompts, 'nowhere') });
    await second.says(/Another service runs on this DATA_DIR/);
    expect(second.printed()).not.toContain('prompts folder');
  });

  deepTest('answers from the first start on, even if no edition can be written to DATA_DIR', async () => {
    await using place = await createPlace('spoken-before');
    await writePrompts(place.prompts, smallFiles());
    const deny = [{ path: join(place.data, 'editions'), to: 'write', code: 'EROFS' }];
    await using line = startLine(place, machine({ deny }));
    const turn = await call(await line.address());
    expect(turn.next.do).toBe('wait-for-key');
    await line.says(/the edition cannot be written to DATA_DIR for the line/);
  });
});
