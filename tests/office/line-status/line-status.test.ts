import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, test } from '#jest';
import type { Config } from '../../../src/config.ts';
import { createEditionFolder } from '../../../src/edition/edition-folder.ts';
import { nothingOn, type SwitchedOn } from '../../../src/office/disaster/disaster-state.ts';
import type { OfficeEdition } from '../../../src/office/editions/edition.ts';
import type { Doctor } from '../../../src/office/line-status/doctor.ts';
import { createStatusKeeper, type Spoken } from '../../../src/office/line-status/keep-line-status.ts';
import { createLineStatus, type Diagnosis, type Looked } from '../../../src/office/line-status/line-status.ts';
import { alertsOf } from '../../../src/office/line-status/status-alerts.ts';
import { openLineStatus, spokenNow } from '../../../src/office/open-line-status.ts';
import type { NewAuditEntry } from '../../../src/office/staff/audit-entry.ts';
import { createOfficeLook } from '../../../src/office/watch-office.ts';
import type { Check } from '../../../src/operation/check.ts';
import { scratchFolder } from '../../support/scratch-database.ts';
import { worker } from '../../support/small-office.ts';

const boss = worker('boss', 'administrator');
const about = { ja: '番号', en: 'A number' };
const wrong: Check = { id: 'number-voice-method', state: 'fail', about, expected: 'POST', found: 'GET' };
const right: Check = { id: 'number-settings', state: 'ok', about };
const stale: Check = { id: 'fallback', state: 'fail', about };

const twilio = {
  ...{ accountSid: `AC${'a'.repeat(32)}`, authTokens: ['b'.repeat(32)] },
  publicUrl: 'https://line.example',
  signedUrls: [],
};

/** A status with a doctor whose answers the test decides, command by command. */
function open(answer: (command: string) => readonly Check[] | Promise<readonly Check[]>, deploysFallback = true) {
  const asked: string[] = [];
  const audited: NewAuditEntry<string>[] = [];
  const told: string[] = [];
  let busy = 0;
  const doctor: Doctor = async (command) => {
    busy += 1;
    expect(busy).toBe(1);
    asked.push(command.join(' '));
    await Promise.resolve();
    try {
      return await answer(command.join(' '));
    } finally {
      busy -= 1;
    }
  };
  const status = createLineStatus({
    ...{ doctor, deploysFallback, clock: () => 7 },
    audit: { add: async (entry) => void audited.push(entry) },
    diagnosed: (what, { error }) => void told.push(error ? `${what}: ${error.en}` : what),
    signal: new AbortController().signal,
  });
  return { status, asked, audited, told };
}

describe('The state of the line', () => {
  test('is looked at by one command at a time, and a command that is already waiting is not added again', async () => {
    const { status, asked, told } = open(() => [right]);
    expect([status.last('check'), status.isBusy]).toEqual([null, false]);
    const looks = [status.look('check'), status.look('check'), status.look('probe')];
    expect(status.isBusy).toBe(true);
    await Promise.all(looks);
    expect([asked, told, status.isBusy]).toEqual([['check', 'probe'], ['check', 'probe'], false]);
    expect(status.last('check')).toEqual({ at: 7, checks: [right], error: null });
    await status.look('check');
    expect(asked).toHaveLength(3);
  });

  test('says why nothing is known when the doctor fails, and goes on', async () => {
    let fails = true;
    const { status, told } = open(() => {
      if (fails) throw new Error('There is no room.');
      return [wrong];
    });
    expect((await status.look('check')).error).toEqual({
      en: 'There is no room.',
      ja: '予期しないエラーです(There is no room.)。',
    });
    // Without an answer, anything may be wrong. It must not look as if all were well.
    expect([told, status.failures.map(({ id }) => id)]).toEqual([['check: There is no room.'], ['doctor']]);
    fails = false;
    await status.look('check');
    expect(status.failures).toEqual([wrong]);
  });

  test('mends what can be mended, looks again, and audits who did it', async () => {
    let state: Check[] = [wrong, stale];
    const { status, asked, audited } = open((command) => {
      // The fallback is deployed first, because its address is known only then.
      if (command === 'fallback --deploy') state = [wrong];
      if (command === 'setup --yes') state = [right];
      return state;
    });
    await status.look('check');
    expect(await status.mend(worker('hanako', 'approver'))).toBe(false);
    expect(asked).toEqual(['check']);
    expect(await status.mend(boss)).toBe(true);
    expect(asked).toEqual(['check', 'fallback --deploy', 'check', 'setup --yes', 'check']);
    expect(audited).toMatchObject([{ who: { accountName: 'boss' }, act: 'line-mended', about: { wrong: 2, left: 0 } }]);
  });

  test('is mended once, however often the button is pressed meanwhile', async () => {
    const { status, asked, audited } = open(() => [wrong]);
    await status.look('check');
    await Promise.all(Array.from({ length: 20 }, () => status.mend(boss)));
    expect([asked, audited.length]).toEqual([['check', 'check', 'setup --yes', 'check'], 1]);
  });

  test('leaves a number alone that leads to another service', async () => {
    const { status, asked } = open(() => [{ ...wrong, isForeign: true }]);
    await status.mend(boss);
    expect(asked).toEqual(['check']);
  });

  test('shows why the numbers could not be set, until they are right', async () => {
    let state = [wrong];
    const refused: Check = { id: 'refused', state: 'fail', about };
    const { status } = open((command) => (command === 'setup --yes' ? [refused] : state));
    await status.mend(boss);
    expect(status.failures.map(({ id }) => id).toSorted()).toEqual(['number-voice-method', 'refused']);
    // One of two numbers is right.
    state = [right, wrong];
    await status.look('check');
    expect(status.failures.map(({ id }) => id)).toContain('refused');
    state = [right];
    await status.look('check');
    expect(status.failures).toEqual([]);
  });

  test('reports nothing when it is stopped, or when only Twilio is in trouble', async () => {
    const stopping = new AbortController();
    const told: string[] = [];
    const status = createLineStatus({
      doctor: async () => {
        stopping.abort();
        throw new Error('The operation was aborted');
      },
      ...{ deploysFallback: false, clock: () => 7, audit: { add: async () => {} } },
      diagnosed: (what) => void told.push(what),
      signal: stopping.signal,
    });
    await status.look('check');
    expect([told, status.failures]).toEqual([[], []]);
    const trouble: Check = { id: 'twilio-api', state: 'fail', about, found: 'server' };
    const world = open(() => [trouble]);
    await world.status.look('check');
    expect([world.status.failures, [...alertsOf([trouble])]]).toEqual([[], []]);
    expect([...alertsOf([{ ...trouble, found: 'credentials' }]).keys()]).toEqual(['settings-wrong']);
  });

  test('does not deploy a fallback if the settings do not ask for it', async () => {
    const { status, asked, audited } = open(() => [wrong, stale], false);
    await status.look('check');
    await status.mend(boss);
    expect(asked).toEqual(['check', 'check', 'setup --yes', 'check']);
    expect(audited[0]?.about).toEqual({ wrong: 1, left: 1 });
  });
});

describe('What is due', () => {
  /** A keeper whose looks succeed unless the test says otherwise. */
  function keep(probeEvery: number | null = null) {
    const world = {
      now: 0,
      spoken: null as Spoken | null,
      deployed: null as Spoken | null,
      isDown: false,
      isReady: true,
      looked: [] as string[],
    };
    const keeper = createStatusKeeper({
      status: {
        async look(what: Looked): Promise<Diagnosis> {
          world.looked.push(`${what} ${world.now / 60_000}`);
          if (what === 'fallback' && !world.isDown) world.deployed = world.spoken;
          return { at: 0, checks: [world.isDown ? stale : right], error: null };
        },
      },
      probeEvery,
      isReady: () => world.isReady,
      spoken: async () => world.spoken,
      deployed: async () => world.deployed,
      now: () => world.now,
    });
    /** Ticks every ten seconds for so many minutes. Returns each look with its minute. */
    const pass = async (minutes: number): Promise<string[]> => {
      world.looked.length = 0;
      for (const end = world.now + minutes * 60_000; world.now < end; world.now += 10_000) await keeper.tick();
      return [...world.looked];
    };
    return { world, pass };
  }

  test('is a check every hour, the first one two minutes after the start, and a probe as often as the settings say', async () => {
    expect(await keep().pass(185)).toEqual(['check 2', 'check 62', 'check 122', 'check 182']);
    expect(await keep(30).pass(61)).toEqual(['check 2', 'probe 30', 'probe 60']);
    // There is no probe while recordings are being made.
    const early = keep(1);
    early.world.isReady = false;
    expect(await early.pass(5)).toEqual(['check 2']);
  });

  test('is a deployment of the fallback whenever callers hear something else, and only then', async () => {
    const { world, pass } = keep();
    expect(await pass(1)).toEqual([]);
    world.spoken = { edition: 'a', isDisaster: false };
    expect(await pass(1)).toEqual(['fallback 1']);
    world.spoken = { edition: 'a', isDisaster: true };
    expect(await pass(1)).toContain('fallback 2');
    world.spoken = { edition: 'b', isDisaster: false };
    expect(await pass(1)).toContain('fallback 3');
    expect((await pass(50)).filter((each) => each.startsWith('fallback'))).toEqual([]);
  });

  test('is tried again after a minute, and then less and less often, until it works', async () => {
    const { world, pass } = keep();
    world.isDown = true;
    world.spoken = { edition: 'a', isDisaster: false };
    const tried = (await pass(300)).filter((each) => each.startsWith('fallback'));
    expect(tried).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243].map((minute) => `fallback ${minute}`));
    // A new notice does not wait for the next attempt, and the pauses are short again at first.
    world.spoken = { edition: 'a', isDisaster: true };
    expect((await pass(4)).filter((each) => each.startsWith('fallback'))).toEqual([
      'fallback 300',
      'fallback 301',
      'fallback 303',
    ]);
    world.isDown = false;
    // Before, something was wrong. So after the first success, the line is checked at once.
    const looks = await pass(56);
    expect(looks.filter((each) => each.startsWith('fallback'))).toEqual(['fallback 307']);
    expect(looks).toContain('check 307');
    // A change cannot be deployed, and is then taken back, so that nothing is due. The next change does not wait for
    // the pause after the failed attempts.
    world.isDown = true;
    world.spoken = { edition: 'a', isDisaster: false };
    expect((await pass(40)).filter((each) => each.startsWith('fallback'))).toHaveLength(6);
    world.spoken = world.deployed;
    expect((await pass(1)).filter((each) => each.startsWith('fallback'))).toEqual([]);
    world.spoken = { edition: 'a', isDisaster: false };
    world.isDown = false;
    expect((await pass(1)).filter((each) => each.startsWith('fallback'))).toHaveLength(1);
    // From then on, a change is deployed at once.
    world.spoken = { edition: 'b', isDisaster: false };
    expect((await pass(1)).filter((each) => each.startsWith('fallback'))).toHaveLength(1);
  });
});

test('Each failure raises the alert of its kind, with what it is about', () => {
  const named = (ja: string) => ({ ja, en: ja });
  const alerts = alertsOf([
    ...[right, wrong],
    { id: 'probe', state: 'fail', about: named('한국어') },
    { id: 'probe', state: 'fail', about: named('Português') },
    { id: 'probe', state: 'ok', about: named('English') },
    { id: 'certificate', state: 'warn', about },
    { id: 'disk', state: 'warn', about },
    { id: 'voice', state: 'fail', about },
    { id: 'database', state: 'fail', about },
    { id: 'edition-review', state: 'warn', about },
    { id: 'edition-review', state: 'skip', about: named('skipped') },
    { id: 'edition-sounds', state: 'warn', about },
    { id: 'address', state: 'skip', about },
    stale,
  ]);
  expect([...alerts.keys()]).toEqual([
    ...['settings-wrong', 'probe-failed', 'certificate-ending', 'disk-nearly-full', 'engine-failing'],
    ...['database-gone', 'past-review', 'fallback-stale'],
  ]);
  expect(alerts.get('past-review')).toEqual([about]);
  expect(alerts.get('probe-failed')?.map(({ ja }) => ja)).toEqual(['한국어', 'Português']);
});

test('The fallback must say what the line has live, even if the office, without its database, has another edition', async () => {
  const dataFolder = await scratchFolder();
  const parts = {
    config: { dataFolder } as Config,
    shelf: { current: { hash: 'b', file: {} } as OfficeEdition },
    disaster: { noticeNow: () => null },
  };
  expect(await spokenNow(parts)).toBeNull();
  await createEditionFolder(dataFolder).writePointer({ edition: 'a'.repeat(64), number: 1 });
  expect(await spokenNow(parts)).toEqual({ edition: 'a'.repeat(64), isDisaster: false });
  // An edition without texts for the fallback has nothing to deploy.
  parts.shelf.current = { hash: 'a'.repeat(64), file: {} } as OfficeEdition;
  expect(await spokenNow(parts)).toBeNull();
});

/** A line that is looked at. The alerts are collected, with the time since when each trouble lasts. */
async function watched(dataFolder?: string, clock: () => number = () => 7) {
  const world = { now: 0, answer: [] as readonly Check[] | Error, told: [] as string[] };
  const { status } = openLineStatus(
    {
      config: { dataFolder: dataFolder ?? (await scratchFolder()), deploysFallback: true, probeEvery: null, twilio },
      ...{
        office: null,
        shelf: { current: { hash: 'b', file: {} } as OfficeEdition },
        disaster: { noticeNow: () => null },
      },
      ...{ readiness: { isReady: true }, clock, stopwatch: () => world.now, log: pino({ level: 'silent' }) },
      raise: (kind, { lasting = 0, details } = {}) =>
        void world.told.push([kind, world.now - lasting, ...(details?.() ?? []).map(({ en }) => en)].join(' ')),
      async doctor() {
        if (world.answer instanceof Error) throw world.answer;
        return world.answer;
      },
    },
    new AbortController().signal,
  );
  /** Looks once, and returns the alerts: for each the kind, the time since when, and what it is about. */
  const look = async (at: number, what: Looked, answer: readonly Check[] | Error): Promise<string[]> => {
    Object.assign(world, { now: at, answer, told: [] });
    await status.look(what);
    return world.told;
  };
  return { look, status };
}

describe('Alerts say since when', () => {
  const silent = new Error('There is no room.');
  const trouble: Check = { id: 'twilio-api', state: 'fail', about, found: 'server' };
  const failed = (id: string): Check => ({ id, state: 'fail', about });

  test.each([
    ['number-voice-url', 'settings-wrong'],
    ['certificate', 'certificate-ending'],
    ['disk', 'disk-nearly-full'],
    ['database', 'database-gone'],
    ['voice', 'engine-failing'],
    ['fallback', 'fallback-stale'],
  ])('%s: since the first look that found it, until a look no longer finds it', async (id, kind) => {
    const { look } = await watched();
    expect(await look(10, 'check', [failed(id)])).toEqual([`${kind} 10 A number`]);
    expect(await look(20, 'check', [right, failed(id)])).toEqual([`${kind} 10 A number`]);
    // A look without an answer does not end the trouble, and neither does a look that Twilio interrupted.
    expect(await look(30, 'check', silent)).toContain(`settings-wrong ${id === 'number-voice-url' ? 10 : 30}`);
    expect(await look(40, 'check', [trouble])).toEqual([]);
    await look(50, 'probe', [right]);
    expect(await look(60, 'check', [failed(id)])).toEqual([`${kind} 10 A number`]);
    expect(await look(70, 'check', [right])).toEqual([]);
    expect(await look(80, 'check', [failed(id)])).toEqual([`${kind} 80 A number`]);
  });

  test('past-review and probe-failed too, and a fallback that could not be renewed at first', async () => {
    const { look } = await watched();
    const old: Check = { id: 'edition-review', state: 'warn', about };
    expect(await look(10, 'check', [old])).toEqual(['past-review 10 A number']);
    expect(await look(20, 'probe', [failed('probe')])).toEqual(['probe-failed 20 A number']);
    expect(await look(30, 'check', [old])).toEqual(['past-review 10 A number']);
    expect(await look(40, 'probe', silent)).toEqual(['probe-failed 20']);
    expect(await look(50, 'probe', [right])).toEqual([]);
    expect(await look(60, 'probe', [failed('probe')])).toEqual(['probe-failed 60 A number']);
    const unsent = [trouble, failed('fallback-deploy')];
    expect([await look(70, 'fallback', unsent), await look(80, 'fallback', unsent)]).toEqual([[], []]);
    expect(await look(90, 'fallback', unsent)).toEqual(['fallback-stale 70 A number']);
    // Somebody has deployed the fallback by hand.
    await look(100, 'check', [right]);
    expect(await look(110, 'check', [stale])).toEqual(['fallback-stale 110 A number']);
  });

  test('also after a restart, unless the service was away for so long that the trouble may be a new one', async () => {
    const folder = await scratchFolder();
    const hour = 3_600_000;
    const first = await watched(folder, () => 5 * hour);
    expect(await first.look(1000, 'check', [failed('disk')])).toEqual(['disk-nearly-full 1000 A number']);
    // An hour later, another process looks, with a stopwatch of its own.
    const next = await watched(folder, () => 6 * hour);
    expect(await next.look(2000, 'check', [failed('disk')])).toEqual([`disk-nearly-full ${2000 - hour} A number`]);
    const late = await watched(folder, () => 8 * hour + 1);
    expect(await late.look(3000, 'check', [failed('disk')])).toEqual(['disk-nearly-full 3000 A number']);
    // The clock was set back. After that, the file is damaged.
    const earlier = await watched(folder, () => hour);
    expect(await earlier.look(4000, 'check', [failed('disk')])).toEqual(['disk-nearly-full 4000 A number']);
    await writeFile(join(folder, 'troubles.json'), '{"at": 1');
    const unread = await watched(folder, () => hour);
    expect(await unread.look(5000, 'check', [failed('disk')])).toEqual(['disk-nearly-full 5000 A number']);
  });

  test('also for settings that are wrong elsewhere, which neither a setup of the numbers nor a deployment ends', async () => {
    const { look } = await watched();
    expect(await look(10, 'check', [failed('country')])).toEqual(['settings-wrong 10 A number']);
    for (const [at, what] of [
      [20, 'setup'],
      [30, 'fallback'],
      [40, 'probe'],
    ] as const)
      await look(at, what, [right]);
    expect(await look(50, 'check', [failed('country')])).toEqual(['settings-wrong 10 A number']);
  });
});

test('A fallback that cannot be renewed because of Twilio is a failure at once, and an alert from the third attempt on', async () => {
  const { look, status } = await watched();
  const trouble: Check = { id: 'twilio-api', state: 'fail', about, found: 'server' };
  const failed: Check = { id: 'fallback-deploy', state: 'fail', about };
  expect(await look(1, 'fallback', [trouble, failed])).toEqual([]);
  expect(status.failures.map(({ id }) => id)).toEqual(['fallback-deploy']);
  expect(await look(2, 'fallback', [trouble, failed])).toEqual([]);
  expect(await look(3, 'fallback', [trouble, failed])).toEqual(['fallback-stale 1 A number']);
  await look(4, 'fallback', [right]);
  expect(status.failures).toEqual([]);
  expect(await look(5, 'fallback', [failed])).toEqual(['fallback-stale 5 A number']);
});

describe('An office', () => {
  const hours = 3_600_000;

  /**
   * The alerts about an office.
   * @param read reads from the database; null if it was not opened
   * @param confirmedAt when the notice was last confirmed; null if no notice is on
   * @param begins how the file of the database begins
   * @param canOpen whether the database can be opened now
   */
  async function toldOf(
    read: (() => Promise<string>) | null,
    confirmedAt: number | null,
    begins = 'SQLite format 3\0 and the rest',
    canOpen = false,
    looks = 1,
  ): Promise<string[]> {
    const told: string[] = [];
    let now = 100 * hours;
    const dataFolder = await scratchFolder();
    await writeFile(join(dataFolder, 'kotozute.db'), begins);
    const on = confirmedAt === null ? null : ({ confirmedAt, since: 1000 } as SwitchedOn);
    const look = createOfficeLook({
      office: read && { memos: { read } },
      dataFolder,
      disaster: { stateNow: { ...nothingOn, on } },
      raise: (kind, { lasting = 0 } = {}) => void told.push(`${kind} since ${now - lasting}`),
      clock: () => now,
      canOpen: async () => canOpen,
      canRestart: () => void told.push('restart'),
    });
    for (; now < 100 * hours + looks * 60_000; now += 60_000) await look();
    return told;
  }
  const reads = async () => 'a key';
  const fails = () => Promise.reject(new Error('locked'));

  test('reports a database that cannot be read or was never opened, and a notice that was last confirmed six hours ago', async () => {
    expect(await toldOf(reads, null)).toEqual([]);
    expect(await toldOf(reads, 94.1 * hours)).toEqual([]);
    expect(await toldOf(reads, 94 * hours)).toEqual(['notice-on-long since 1000']);
    expect(await toldOf(fails, null)).toEqual(['database-gone since 360000000']);
    expect(await toldOf(null, 1)).toEqual(['notice-on-long since 1000', 'database-gone since 360000000']);
    // At the start, the database could not be opened. Now a restart can open it.
    expect(await toldOf(null, null, 'SQLite format 3\0', true)).toEqual(['restart']);
    expect(await toldOf(reads, null, 'SQLite format 3\0', true)).toEqual([]);
    // An open connection still reads what it has in memory, although the file was overwritten.
    expect(await toldOf(reads, null, 'overwritten by something else')).toEqual(['database-gone since 360000000']);
  });

  test('says since when a database cannot be read, and counts again from the start after a success', async () => {
    const answers = [fails, fails, reads, fails, fails];
    const told = await toldOf(() => (answers.shift() ?? reads)(), null, 'SQLite format 3\0', false, 5);
    expect(told).toEqual([0, 0, 3, 3].map((minute) => `database-gone since ${360_000_000 + minute * 60_000}`));
  });
});
