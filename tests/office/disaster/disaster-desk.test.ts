import { describe, expect, test } from '#jest';
import { createLineNotice } from '../../../src/line/line-notice.ts';
import type { NoticeForm } from '../../../src/office/disaster/read-notice.ts';
import { toBareNotice } from '../../../src/office/disaster/write-notice.ts';
import { commandLine } from '../../../src/office/staff/desk/actor.ts';
import { memoryDisaster } from '../../support/disaster-control.ts';
import { disasterDraft } from '../../support/disaster-draft.ts';
import { morning, worker } from '../../support/small-office.ts';

const { line } = disasterDraft();
const officer = worker('duty officer', 'editor');
const flood: NoticeForm = { kind: 'flood', places: ['south', 'north'], actions: ['leave'], at: '', until: '' };

function openSwitch() {
  const time = { now: morning };
  return {
    time,
    ...memoryDisaster(
      () => line,
      () => time.now,
    ),
  };
}

describe('The switch', () => {
  test('is off until somebody switches it on, and then tells every call the same notice', async () => {
    const { desk, disaster } = openSwitch();
    expect(disaster.noticeNow()).toBeNull();
    expect(await desk.switchOn(officer, 'on', flood)).toMatchObject({ kind: 'done', saved: { isSaved: true } });
    const notice = disaster.noticeNow();
    // The places are in the order of the line. The time is the current one, in the line's own time zone.
    expect(notice).toMatchObject({
      kind: 'flood',
      places: ['north', 'south'],
      actions: ['leave'],
      at: '2026-11-24T09:00',
      languages: ['ja', 'en'],
    });
    expect(disaster.noticeNow()).toBe(notice);
  });

  test('is off again when somebody switches it off, or when its end has come', async () => {
    const { desk, disaster, time } = openSwitch();
    await desk.switchOn(officer, 'on', { ...flood, until: '2026-11-24T10:00' });
    time.now = morning + 3_599_999;
    expect(disaster.noticeNow()).not.toBeNull();
    time.now = morning + 3_600_000;
    expect(disaster.noticeNow()).toBeNull();
    expect(await desk.switchOff(officer, 'on')).toMatchObject({ kind: 'not-on' });
    await desk.switchOn(officer, 'on', flood);
    await desk.switchOff(officer, 'on');
    expect(disaster.noticeNow()).toBeNull();
    expect(await desk.switchOff(officer, 'on')).toMatchObject({ kind: 'not-on' });
  });

  test.each(['on', 'drill'] as const)(
    'counts as off after its end, even before a poll records the end: %s',
    async (mode) => {
      const { desk, disaster, entries, time } = openSwitch();
      const start = mode === 'on' ? 'disaster-on' : 'drill-on';
      const end = { act: mode === 'on' ? 'disaster-off' : 'drill-off', about: { kind: 'flood', minutes: 60 } };
      await desk.switchOn(officer, mode, { ...flood, until: '2026-11-24T10:00' });
      time.now = morning + 3_600_000;
      expect(await desk.renew(officer, mode)).toMatchObject({ kind: 'not-on' });
      // The next notice counts as a new one, and the end of the first one is in the audit.
      await desk.switchOn(officer, mode, { ...flood, kind: 'storm' });
      expect(disaster.state[mode]?.since).toBe(time.now);
      expect(entries).toMatchObject([
        { act: start },
        { ...end, who: { accountName: 'set end' }, at: time.now },
        { act: start },
      ]);
    },
  );

  test('gives the notice a new id at every change, and remembers since when there has been one', async () => {
    const { desk, disaster, time } = openSwitch();
    await desk.switchOn(officer, 'on', flood);
    const before = disaster.state.on;
    time.now += 60_000;
    await desk.switchOn(officer, 'on', { ...flood, kind: 'storm' });
    expect(disaster.state.on?.id).not.toBe(before?.id);
    expect(disaster.state.on?.since).toBe(before?.since);
  });

  test('lets only the rehearsal phone hear a drill', async () => {
    const { desk, disaster } = openSwitch();
    await desk.switchOn(officer, 'drill', flood);
    expect(disaster.noticeNow()).toBeNull();
    expect(disaster.rehearsedNow()).toMatchObject({ kind: 'flood' });
    await desk.switchOn(officer, 'on', { ...flood, kind: 'storm' });
    expect(disaster.rehearsedNow()).toMatchObject({ kind: 'storm' });
  });

  test('cannot be moved by a viewer', async () => {
    const { desk, disaster } = openSwitch();
    const guest = worker('guest', 'viewer');
    expect(await desk.switchOn(guest, 'on', flood)).toEqual({ kind: 'not-allowed' });
    expect(await desk.switchOff(guest, 'on')).toEqual({ kind: 'not-allowed' });
    expect(await desk.renew(guest, 'on')).toEqual({ kind: 'not-allowed' });
    expect(disaster.state.revision).toBe(0);
  });

  test('reports everything that is wrong with a notice at once', async () => {
    const { desk, disaster } = openSwitch();
    const wrong = { kind: 'war', places: ['moon'], actions: ['fly'], at: 'soon', until: '2026-11-24T08:59' };
    expect(await desk.switchOn(officer, 'on', wrong)).toEqual({
      kind: 'not-right',
      why: ['kind', 'places', 'actions', 'at', 'until-earlier'],
    });
    const late = await desk.switchOn(officer, 'on', { ...flood, at: '2026-11-24T09:30', until: '2026-02-30T10:00' });
    expect(late).toEqual({ kind: 'not-right', why: ['at-later', 'until'] });
    expect(disaster.state.revision).toBe(0);
  });

  test('writes every act into the audit, with who did it and what was switched', async () => {
    const { desk, entries, time } = openSwitch();
    await desk.switchOn(officer, 'on', flood);
    time.now += 30 * 60_000;
    await desk.renew(commandLine, 'on');
    await desk.switchOff(officer, 'on');
    expect(entries.map(({ act, who }) => [act, who.accountName])).toEqual([
      ['disaster-on', 'duty officer'],
      ['disaster-renewed', 'command line'],
      ['disaster-off', 'duty officer'],
    ]);
    expect(entries[0]?.about).toMatchObject({ kind: 'flood', places: 'north south', languages: 'ja en' });
    expect(entries[2]?.about).toEqual({ kind: 'flood', minutes: 30 });
  });
});

test('After acts that could not be saved, the next act outranks all that a line may still know of them', async () => {
  const lost = openSwitch();
  lost.database.isBroken = true;
  lost.file.isBroken = true;
  const line = createLineNotice({ clock: () => morning, stopwatch: () => 0 });
  const tell = ({ disaster }: typeof lost) => line.adopt(toBareNotice(disaster.state));
  for (const turn of ['switchOn', 'switchOff', 'switchOn'] as const) {
    if (turn === 'switchOn') await lost.desk.switchOn(officer, 'on', flood);
    else await lost.desk.switchOff(officer, 'on');
    tell(lost);
  }
  expect(line.now()).toMatchObject({ kind: 'flood' });
  // Another office knows nothing of these acts. If somebody presses "off" there, the line must obey, although nothing
  // is on as far as that office knows.
  const next = openSwitch();
  next.time.now += 60_000;
  tell(next);
  expect(line.now()).toMatchObject({ kind: 'flood' });
  expect(await next.desk.switchOff(officer, 'on')).toMatchObject({ kind: 'not-on' });
  tell(next);
  expect(line.now()).toBeNull();
  expect(next.entries).toEqual([]);
  // A drill must not outrank what a line knows. Otherwise, a drill of an office that could read no store would end a
  // notice.
  const blind = openSwitch();
  blind.time.now += 120_000;
  await blind.desk.switchOn(officer, 'drill', flood);
  await blind.desk.switchOff(officer, 'drill');
  await blind.desk.switchOff(officer, 'drill');
  expect(blind.disaster.state.revision).toBeLessThan(next.disaster.state.revision);
  await next.desk.switchOn(officer, 'on', { ...flood, kind: 'storm' });
  tell(next);
  expect(line.now()).toMatchObject({ kind: 'storm' });
});

describe('When the database is gone', () => {
  test('the notice is on all the same, and saved in the file', async () => {
    const { desk, disaster, file, database, entries } = openSwitch();
    database.isBroken = true;
    const result = await desk.switchOn(officer, 'on', flood);
    expect(result).toMatchObject({ kind: 'done', saved: { isSaved: true } });
    expect(disaster.noticeNow()).toMatchObject({ kind: 'flood', languages: [] });
    expect(JSON.parse(file.text ?? '')).toMatchObject({ revision: morning, unaudited: [{ act: 'disaster-on' }] });
    expect(entries).toEqual([]);
  });

  test('and the disk as well, the notice is on for this process, and the result says that it is not saved', async () => {
    const { desk, disaster, file, database } = openSwitch();
    database.isBroken = true;
    file.isBroken = true;
    const result = await desk.switchOn(officer, 'on', flood);
    expect(result).toMatchObject({ kind: 'done', saved: { isSaved: false } });
    expect(disaster.noticeNow()).not.toBeNull();
  });
});
