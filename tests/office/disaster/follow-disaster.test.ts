import { describe, expect, test } from '#jest';
import { nothingOn } from '../../../src/office/disaster/disaster-state.ts';
import { readState } from '../../../src/office/disaster/disaster-stores.ts';
import { createDisasterSwitch } from '../../../src/office/disaster/disaster-switch.ts';
import { followDisaster } from '../../../src/office/disaster/follow-disaster.ts';
import type { NoticeForm } from '../../../src/office/disaster/read-notice.ts';
import { commandLine } from '../../../src/office/staff/desk/actor.ts';
import { memoryDisaster } from '../../support/disaster-control.ts';
import { disasterDraft } from '../../support/disaster-draft.ts';
import { morning } from '../../support/small-office.ts';
import { until } from '../../support/until.ts';

const { line } = disasterDraft();
const flood: NoticeForm = { kind: 'flood', places: [], actions: [], at: '', until: '' };

/** A service that follows the stores, and a desk outside this service, with which the test moves the switch. */
function follow() {
  const time = { now: morning };
  const world = memoryDisaster(
    () => line,
    () => time.now,
  );
  const clock = () => time.now;
  const service = createDisasterSwitch({ clock, stopwatch: clock });
  const stopping = new AbortController();
  const failures: unknown[] = [];
  const followed = {
    disaster: service,
    stores: world.stores,
    approved: world.approved,
    failed: (error: unknown) => failures.push(error),
  };
  const running = followDisaster(followed, stopping.signal, 5).catch(() => {});
  return {
    ...world,
    time,
    service,
    failures,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await running;
    },
  };
}

describe('A running service', () => {
  test('follows what another process switches', async () => {
    await using world = follow();
    await world.desk.switchOn(commandLine, 'on', flood);
    await until('the service to follow', () => world.service.noticeNow() !== null);
    await world.desk.switchOff(commandLine, 'on');
    await until('the service to follow', () => world.service.noticeNow() === null);
  });

  test('ends a notice at its set end, and writes that into the audit', async () => {
    await using world = follow();
    await world.desk.switchOn(commandLine, 'on', { ...flood, until: '2026-11-24T10:00' });
    await until('the service to follow', () => world.service.noticeNow() !== null);
    world.time.now = morning + 3_600_000;
    expect(world.service.noticeNow()).toBeNull();
    await until('the audit', () => world.entries.some(({ act }) => act === 'disaster-off'));
    const ended = world.entries.find(({ act }) => act === 'disaster-off');
    expect(ended).toMatchObject({ who: { accountName: 'set end' }, about: { kind: 'flood', minutes: 60 } });
    expect(world.service.state.on).toBeNull();
  });

  test('adds a language to the notice as soon as its texts are approved', async () => {
    await using world = follow();
    await world.desk.switchOn(commandLine, 'on', flood);
    await until('the service to follow', () => world.service.noticeNow()?.languages.join() === 'ja,en');
    world.told.languages = ['ja', 'en', 'zh-Hans'];
    await until('the service to follow', () => world.service.noticeNow()?.languages.join() === 'ja,en,zh-Hans');
    // The id stays the same, so that calls that have heard the notice do not hear it again.
    expect(world.service.noticeNow()?.id).toBe(world.disaster.noticeNow()?.id);
  });

  test('goes on with what it knows while nothing can be read, and does not report that at every attempt', async () => {
    await using world = follow();
    await world.desk.switchOn(commandLine, 'on', flood);
    await until('the service to follow', () => world.service.noticeNow() !== null);
    world.file.isBroken = true;
    world.database.isBroken = true;
    await until('the service to follow', () => world.failures.length > 0);
    const count = world.failures.length;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(world.failures.length).toBeLessThanOrEqual(count + 2);
    expect(world.service.noticeNow()).not.toBeNull();
  });

  test.each(['file', 'database'] as const)('writes the notice into a broken store: the %s', async (broken) => {
    await using world = follow();
    const other = broken === 'file' ? 'database' : 'file';
    world[broken].isBroken = true;
    await world.desk.switchOn(commandLine, 'on', flood);
    expect([world[broken].text === null, world[other].text === null]).toEqual([true, false]);
    world[broken].isBroken = false;
    await until('the place to have it', () => world[broken].text !== null);
    expect(JSON.parse(world[broken].text ?? '').on).toMatchObject({ kind: 'flood' });
    world[broken].text = 'damaged';
    await until('the place to have it again', () => world[broken].text !== 'damaged');
    expect(JSON.parse(world[broken].text ?? '').on).toMatchObject({ kind: 'flood' });
  });

  test('writes only into the store that lacks the notice, so that it undoes nothing in the other store', async () => {
    await using world = follow();
    world.file.isBroken = true;
    await world.desk.switchOn(commandLine, 'on', flood);
    await until('the service to follow', () => world.service.noticeNow() !== null);
    const marked = `${world.database.text} `;
    world.database.text = marked;
    await until('the service to try', () => world.failures.length > 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(world.database.text).toBe(marked);
  });

  test('writes the notice of the file and its audit entry into the database once that works again, each only once', async () => {
    await using world = follow();
    world.database.isBroken = true;
    await world.desk.switchOn(commandLine, 'on', flood);
    await until('the service to follow', () => world.service.noticeNow() !== null);
    world.database.isBroken = false;
    await until('the service to follow', () => world.entries.length > 0 && world.database.text !== null);
    await until('the service to follow', () => world.service.noticeNow()?.languages.join() === 'ja,en');
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(world.entries.map(({ act }) => act)).toEqual(['disaster-on']);
    expect(JSON.parse(world.file.text ?? '').unaudited).toEqual([]);
  });
});

describe('Of two stores that differ', () => {
  test('the one with the higher revision counts, and one with invalid content does not count', async () => {
    const { stores, file, database } = memoryDisaster(
      () => line,
      () => morning,
    );
    expect(await readState(stores)).toMatchObject({ state: null, failures: [] });
    file.text = JSON.stringify({ ...nothingOn, revision: 4 });
    database.text = JSON.stringify({ ...nothingOn, revision: 9 });
    const both = await readState(stores);
    expect([both.state?.revision, ...both.revisions.values()]).toEqual([9, 4, 9]);
    database.text = '{"revision": "many"}';
    const read = await readState(stores);
    expect(read.state?.revision).toBe(4);
    expect(read.failures).toHaveLength(1);
  });
});
