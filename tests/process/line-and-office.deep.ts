import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { deepTest, describe, expect, jest } from '#jest';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import { call, press } from '../support/phone-call.ts';
import { lives, officeOf } from '../support/processes.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';
import { machine } from '../support/start-faults.ts';
import { createPlace, startLine } from '../support/start-line.ts';
import { until } from '../support/until.ts';

jest.setTimeout(600_000);

/** A folder in which an edition with all its sounds has been live. */
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
  deepTest('goes on while its office is killed, shows staff a plain page, and starts it again', async () => {
    const { place, menu, topics } = await livedIn();
    await using _gone = place;
    await using line = startLine(place);
    const address = await line.address();
    const console = () => fetch(`${address}/console/sign-in`);
    await until('the office', async () => (await console()).status === 200);
    const fares = async () => (await (await fetch(`${address}/healthz`)).text()).split('\n')[1];
    expect(await fares()).toBe('The office runs.');
    const office = officeOf(line.processId);
    process.kill(office?.id ?? 0, 'SIGKILL');
    await until('its end', () => !lives(office?.id ?? 0));
    expect(await call(address)).toEqual(menu);
    expect(await press(address, menu, '1')).toEqual(topics);
    expect((await fetch(address + topics.audio)).status).toBe(200);
    const away = await console();
    expect([away.status, (await away.text()).includes('The console is unavailable')]).toEqual([503, true]);
    await until('another office', async () => (await console()).status === 200);
    await until('that it runs', async () => (await fares()) === 'The office runs.');
    await line.says(/the office has ended and will be restarted; calls go on/);
  });

  deepTest('goes on while its office hangs', async () => {
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

  deepTest('takes its office along when it is killed', async () => {
    const { place } = await livedIn();
    await using _gone = place;
    await using line = startLine(place);
    await line.address();
    const office = await until('the office', () => officeOf(line.processId));
    line.kill('SIGKILL');
    await line.ended();
    await until('the end of the office', () => !lives(office.id), 10_000);
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
  });

  deepTest('and its office run on two machines: the line hands it the console, and goes on without it', async () => {
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
      await using second = startLine(officePlace, { OFFICE_SECRET }, 'office');
      expect((await second.ended()).code).not.toBe(0);
      expect(second.printed()).toContain('Another service runs on this DATA_DIR');
    }
    // A direct request to the office gets the office's sounds; the line has its own.
    office.kill('SIGTERM');
    expect(await office.ended()).toEqual({ code: 0, signal: null });
    expect(await press(address, menu, '1')).toEqual(topics);
    expect((await fetch(`${address}/console`)).status).toBe(503);
    await line.says(/the office cannot be reached; calls go on/);
    expect(await (await fetch(`${address}/healthz`)).text()).toContain('does not answer');
    await using secretless = startLine(officePlace, {}, 'office');
    expect((await secretless.ended()).code).not.toBe(0);
    expect(secretless.printed()).toContain('OFFICE_SECRET: write the same 32');
  });

  deepTest('says what was live when the database is lost, not what lies in the folder by now', async () => {
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
    await line.says(/every narration is there/);
    expect(await call(address)).toEqual(menu);
    expect(await press(address, menu, '1')).toEqual(topics);
  });

  deepTest('has one office: a second start on its DATA_DIR says so', async () => {
    const { place } = await livedIn();
    await using _gone = place;
    await using line = startLine(place);
    await until('the office', async () => (await fetch(`${await line.address()}/console/sign-in`)).status === 200);
    await using second = startLine(place);
    await second.says(/Another service runs on this DATA_DIR/);
  });

  deepTest('answers on a DATA_DIR that takes no files, from the first start on', async () => {
    await using place = await createPlace('spoken-before');
    await writePrompts(place.prompts, smallFiles());
    const deny = [{ path: join(place.data, 'editions'), to: 'write', code: 'EROFS' }];
    await using line = startLine(place, machine({ deny }));
    const turn = await call(await line.address());
    expect(turn.next.do).toBe('wait-for-key');
    await line.says(/the edition cannot be written to DATA_DIR for the line/);
  });
});
