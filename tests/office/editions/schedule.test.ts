import { describe, expect, jest, test } from '#jest';
import type { Database } from '../../../src/database/open-database.ts';
import type { GateParts } from '../../../src/office/editions/gates/gates.ts';
import type { Remark } from '../../../src/office/editions/native-review/native-review-records.ts';
import type { PublishForm, PublishParts } from '../../../src/office/editions/prepare-publication.ts';
import { createPublisher } from '../../../src/office/editions/publisher.ts';
import { createScheduleKeeper } from '../../../src/office/editions/schedule/schedule-keeper.ts';
import type { Actor } from '../../../src/office/staff/desk/actor.ts';
import type { AudioStore } from '../../../src/sound/audio-store.ts';
import { SpeechError } from '../../../src/speech/engine.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { scratchDatabase, scratchFolder } from '../../support/scratch-database.ts';
import { mori, openSmallOffice, sato, spokenCache, tanaka, worker } from '../../support/small-office.ts';
import { createToneEngine } from '../../support/tone-engine.ts';

jest.setTimeout(60_000);

const [minute, hour] = [60, 3600];
const form: PublishForm = {
  ...{ comment: 'for December', documentNumber: '総情第9号', warningsReason: '', emergencyReason: '', basedOn: 1 },
};

/** An office whose first edition is live, with one approved change in the draft. */
async function open(database?: Database, cache?: AudioStore) {
  const office = await openSmallOffice(database ?? (await memoryDatabase()), { cache: cache ?? (await spokenCache()) });
  if ((await office.liveNumber()) === 0) {
    await office.publish();
    await office.save('en', 'goodbye', 'So long.');
    await office.approveAll();
  }
  return {
    ...office,
    ...startOffice(office),
    restart: (change: Change = {}) => startOffice(office, change),
  };
}

/** What is different after a restart: a voice, or parts of the gates. */
type Change = Partial<GateParts & Pick<PublishParts, 'engine'>>;

/** A process of that office, with its publisher and its schedule keeper. `wall.ahead` sets its clock. */
function startOffice(
  office: Awaited<ReturnType<typeof openSmallOffice>>,
  { engine = office.engine, ...gates }: Change = {},
) {
  const wall = { ahead: 0 };
  const clock = () => office.clock() + wall.ahead;
  const publisher = createPublisher({ ...office.parts, clock, engine, gates: office.gatesWith(gates) });
  const told: string[] = [];
  const keeper = createScheduleKeeper({
    records: office.records,
    publish: publisher.publishScheduled,
    clock,
    stopwatch: () => office.time.now,
    tell: ({ why }) => told.push(why),
  });
  return {
    ...{ wall, publisher, told },
    look: () => keeper.check(),
    /** Lets so many seconds pass, and checks the schedule each minute. */
    async pass(seconds: number) {
      for (let left = seconds; left > 0; left -= minute) {
        office.later(Math.min(left, minute));
        await keeper.check();
      }
    },
    async schedule(ahead: number, changed: Partial<PublishForm> = {}, actor: Actor = tanaka) {
      const publishAt = office.time.now + ahead * 1000;
      publisher.start(actor, { ...form, ...changed }, publishAt);
      await publisher.idle();
      const { job } = publisher;
      if (job.state !== 'done') throw new Error(JSON.stringify(job));
      return job.result;
    },
  };
}

const goodbyeOf = ({ shelf }: Pick<PublishParts, 'shelf'>) => shelf.current.words.en?.prompts.goodbye;

describe('A publication that is scheduled', () => {
  test('changes nothing for callers before its moment, and is published then, in one step and without a voice', async () => {
    const office = await open();
    const asked = office.engine.requests.length;
    expect(await office.schedule(2 * hour)).toMatchObject({ kind: 'scheduled', editionNumber: 2 });
    expect(office.engine.requests.length).toBeGreaterThan(asked);
    const made = office.engine.requests.length;
    await office.pass(110 * minute);
    expect(await office.liveNumber()).toBe(1);
    await office.pass(12 * minute);
    expect(await office.records.publications(1)).toMatchObject([
      { number: 2, kind: 'published', by: { accountName: 'tanaka' }, comment: 'for December', emergency: null },
    ]);
    expect(await office.records.list(1)).toMatchObject([{ number: 2, documentNumber: '総情第9号' }]);
    expect(goodbyeOf(office)).toEqual(['So long.']);
    expect(office.engine.requests.length).toBe(made);
    expect(await office.records.schedules.newest()).toMatchObject({ end: { kind: 'published' } });
    const [entry, before] = await office.records.audit.list(null, 2);
    expect(entry).toMatchObject({ act: 'schedule-published', who: { accountId: null }, about: { by: 'tanaka' } });
    expect(before).toMatchObject({ act: 'schedule-made', who: { accountName: 'tanaka' } });
    await office.pass(2 * hour);
    expect([await office.liveNumber(), office.told]).toEqual([2, []]);
  });

  test('publishes what was scheduled, however the draft has changed since', async () => {
    const office = await open();
    await office.schedule(hour);
    await office.save('en', 'goodbye', 'Changed my mind.');
    await office.save('ja', 'limit', '{電話|でんわ}が {終|お}わります。');
    await office.pass(62 * minute);
    expect(goodbyeOf(office)).toEqual(['So long.']);
    expect((await office.desk.read()).draft.words.get('en')?.prompts.goodbye).toEqual(['Changed my mind.']);
  });

  test('can be cancelled once, by anybody who may publish', async () => {
    const office = await open();
    await office.schedule(hour);
    expect(await office.publisher.cancelSchedule(worker('sato', 'viewer'), 1)).toEqual({ kind: 'not-allowed' });
    expect(await office.publisher.cancelSchedule(sato, 2)).toEqual({ kind: 'too-late' });
    expect(await office.publisher.cancelSchedule(sato, 1)).toEqual({ kind: 'done' });
    expect(await office.publisher.cancelSchedule(sato, 1)).toEqual({ kind: 'too-late' });
    await office.pass(3 * hour);
    expect(await office.liveNumber()).toBe(1);
    expect((await office.acts()).slice(-2)).toEqual(['schedule-made', 'schedule-cancelled']);
    expect(await office.schedule(hour)).toMatchObject({ kind: 'scheduled' });
  });

  test('waits while another publication is under way', async () => {
    const office = await open();
    await office.schedule(hour);
    const going = Promise.withResolvers<void>();
    const busy = office.restart({ checks: () => going.promise.then(() => []) });
    await office.save('en', 'greeting', 'Hello.');
    busy.publisher.start(sato, form);
    await busy.pass(62 * minute);
    expect(busy.publisher.job).toMatchObject({ state: 'running', by: { accountName: 'sato' } });
    going.resolve();
    await busy.publisher.idle();
    expect(await office.liveNumber()).toBe(1);
    await busy.pass(2 * minute);
    expect([await office.liveNumber(), goodbyeOf(office)]).toEqual([2, ['So long.']]);
  });
});

describe('Nothing is scheduled', () => {
  test.each<[string, number, Partial<PublishForm>, Actor, string]>([
    ['by a viewer', hour, {}, worker('sato', 'viewer'), 'not-allowed'],
    ['for the past', -hour, {}, tanaka, 'wrong-moment'],
    ['for a moment that is too near', 9 * minute, {}, tanaka, 'wrong-moment'],
    ['for a day that is too far', 181 * 24 * hour, {}, tanaka, 'wrong-moment'],
    ['over a publication that the person has not seen', hour, { basedOn: 0 }, tanaka, 'overtaken'],
  ])('%s', async (_, ahead, changed, actor, kind) => {
    const office = await open();
    expect(await office.schedule(ahead, changed, actor)).toEqual({ kind });
    expect(await office.records.schedules.newest()).toBeNull();
  });

  test('for a moment that has passed while the checks were running', async () => {
    const office = await open();
    const slow = office.restart({
      checks: async () => {
        office.later(11 * minute);
        return [];
      },
    });
    expect(await slow.schedule(10.5 * minute)).toEqual({ kind: 'wrong-moment' });
    expect(await office.records.schedules.newest()).toBeNull();
    // The ten minutes before the moment count from the beginning of the attempt, not from the end of the checks.
    expect(await slow.schedule(12 * minute)).toMatchObject({ kind: 'scheduled' });
  });

  test('if another one is scheduled, if a gate is closed, or if callers already hear it', async () => {
    const office = await open();
    await office.schedule(hour);
    expect(await office.schedule(2 * hour)).toEqual({ kind: 'already-scheduled' });
    await office.publisher.cancelSchedule(tanaka, 1);
    await office.save('en', 'greeting', 'Hello.');
    expect(await office.schedule(hour)).toMatchObject({ kind: 'stopped', gates: [{ gate: { id: 'approval' } }] });
    await office.publish();
    expect(await office.schedule(hour, { basedOn: 2 })).toEqual({ kind: 'nothing-new' });
  });
});

describe('At its moment, a scheduled publication is checked again, and not published', () => {
  const failureOf = async ({ records }: Pick<PublishParts, 'records'>) =>
    (await records.schedules.newest())?.end?.failure;

  test('if a text has lost its approval, which is reported each hour until somebody confirms having read it', async () => {
    const office = await open();
    await office.schedule(hour);
    const { draft } = await office.approvals.read();
    const ref = { language: 'en', prompt: 'goodbye' };
    await office.approvals.sendBack(mori, { ...ref, hash: draft.hashes.find(ref) ?? '' }, 'too short');
    await office.pass(62 * minute);
    expect(await office.liveNumber()).toBe(1);
    expect(await failureOf(office)).toMatchObject({
      why: 'stopped',
      details: [{ ja: expect.stringContaining('承認'), about: { language: 'en', prompt: 'goodbye' } }],
    });
    expect(office.told).toEqual(['stopped']);
    await office.pass(2 * hour);
    expect(office.told).toEqual(['stopped', 'stopped', 'stopped']);
    expect(await office.publisher.settleSchedule(worker('sato', 'viewer'), 1)).toEqual({ kind: 'not-allowed' });
    expect(await office.publisher.settleSchedule(sato, 1)).toEqual({ kind: 'done' });
    expect(await office.publisher.settleSchedule(sato, 1)).toEqual({ kind: 'too-late' });
    await office.pass(2 * hour);
    expect(office.told).toHaveLength(3);
    expect((await office.acts()).slice(-2)).toEqual(['schedule-failed', 'schedule-settled']);
  });

  test('if a native reader has found a text wrong since, whatever reason was given before', async () => {
    const office = await open();
    const remark = { reader: 'Maria', language: 'en', prompt: 'goodbye', comment: 'No.' };
    const remarks = [{ ...remark, at: office.time.now - 1000 }] as unknown as Remark[];
    const process = office.restart({ remarksIn: async () => remarks });
    expect(await process.schedule(hour)).toMatchObject({
      kind: 'stopped',
      gates: [{ gate: { id: 'reader-remarks' } }],
    });
    expect(await process.schedule(hour, { warningsReason: 'It is right.' })).toMatchObject({ kind: 'scheduled' });
    await process.pass(30 * minute);
    remarks.push({ ...remark, at: office.time.now } as unknown as Remark);
    await process.pass(32 * minute);
    expect([await office.liveNumber(), process.told]).toEqual([1, ['stopped']]);
    expect(await process.schedule(hour, { warningsReason: 'It is right.' })).toMatchObject({ kind: 'scheduled' });
    await process.pass(62 * minute);
    expect(await office.liveNumber()).toBe(2);
  });

  test('if a native reader has found a text wrong while the sounds were being made', async () => {
    const office = await open();
    const remark = { reader: 'Maria', language: 'en', prompt: 'goodbye', comment: 'No.' };
    const remarks = [{ ...remark, at: office.time.now - 1000 }] as unknown as Remark[];
    const process = office.restart({
      async remarksIn() {
        const found = [...remarks];
        office.later(1);
        if (remarks.length === 1) remarks.push({ ...remark, at: office.time.now } as unknown as Remark);
        return found;
      },
    });
    expect(await process.schedule(hour, { warningsReason: 'It is right.' })).toMatchObject({ kind: 'scheduled' });
    await process.pass(62 * minute);
    expect([await office.liveNumber(), process.told]).toEqual([1, ['stopped']]);
  });

  test('if a text outside the emergency is not approved', async () => {
    const office = await open();
    await office.save('en', 'greeting', 'Hello.');
    expect(await office.schedule(hour, { emergencyReason: 'flood' })).toMatchObject({ kind: 'scheduled' });
    const { draft } = await office.approvals.read();
    const ref = { language: 'en', prompt: 'goodbye' };
    await office.approvals.sendBack(mori, { ...ref, hash: draft.hashes.find(ref) ?? '' }, 'too short');
    await office.pass(62 * minute);
    expect(await failureOf(office)).toMatchObject({
      why: 'stopped',
      details: [{ about: { prompt: 'goodbye' } }],
    });
  });

  test('unless only texts of the emergency are not approved: then it is published with its reason', async () => {
    const office = await open();
    await office.save('en', 'greeting', 'Hello.');
    await office.schedule(hour, { emergencyReason: 'flood' });
    await office.pass(62 * minute);
    expect(await office.records.publications(1)).toMatchObject([
      { number: 2, emergency: { reason: 'flood', texts: [{ language: 'en', prompt: 'greeting' }] } },
    ]);
  });

  test('if a test call takes another course', async () => {
    const office = await open();
    await office.schedule(hour);
    const later = office.restart({ checks: async () => [{ title: 'a holiday', turn: 3 }] });
    await later.pass(62 * minute);
    expect(await failureOf(office)).toMatchObject({
      why: 'stopped',
      details: [{ en: expect.stringContaining('a holiday') }],
    });
  });

  test('if another voice would speak it', async () => {
    const office = await open();
    await office.schedule(hour);
    const later = office.restart({ engine: { ...createToneEngine(), fingerprint: 'another' } });
    await later.pass(62 * minute);
    expect(await failureOf(office)).toMatchObject({ why: 'not-the-same' });
  });

  test('if something else has gone live since, which is reported at once', async () => {
    const office = await open();
    await office.schedule(hour);
    await office.save('en', 'greeting', 'Hello.');
    await office.publish();
    expect(await failureOf(office)).toEqual({ why: 'overtaken', details: [] });
    await office.look();
    expect(office.told).toEqual(['overtaken']);
    await office.pass(2 * hour);
    expect(await office.liveNumber()).toBe(2);
  });

  test('if somebody has gone back to an earlier edition', async () => {
    const office = await open();
    const [first] = await office.records.publications(1);
    await office.publish();
    await office.save('en', 'greeting', 'Hello.');
    await office.approveAll();
    expect((await office.schedule(hour, { basedOn: 2 })).kind).toBe('scheduled');
    await office.publisher.rollBack(tanaka, { hash: first?.edition ?? '', basedOn: 2, reason: 'wrong' });
    expect(await failureOf(office)).toEqual({ why: 'overtaken', details: [] });
  });

  test('if callers already hear it', async () => {
    const office = await open();
    await office.schedule(hour);
    await office.publish();
    expect(await office.records.schedules.newest()).toMatchObject({ end: { kind: 'needless', failure: null } });
    await office.pass(2 * hour);
    expect([await office.liveNumber(), office.told]).toEqual([2, []]);
  });

  test('while an error prevents it; the next check does not retry at once, and after an hour the publication is given up', async () => {
    const office = await open();
    await office.schedule(hour);
    let tries = 0;
    const broken = async () => {
      tries += 1;
      throw new Error('the disk is full');
    };
    const later = office.restart({ crawl: broken });
    await later.pass(50 * minute);
    office.later(12 * minute);
    await expect(later.look()).rejects.toThrow('the disk is full');
    await later.look();
    expect(tries).toBe(1);
    expect(await failureOf(office)).toBeUndefined();
    office.later(65 * minute);
    await later.look();
    const details = [{ ja: '予期しないエラーです(the disk is full)。', en: 'the disk is full' }];
    expect(await failureOf(office)).toEqual({ why: 'missed', details });
  });

  test('while a sentence cannot be spoken, and the failure names the text that has no sound', async () => {
    const office = await open();
    await office.schedule(hour);
    const [about, said] = [
      { language: 'en', prompt: 'goodbye' },
      { ja: '音がありません。', en: 'There is no sound.' },
    ] as const;
    const failures = [new SpeechError(said, { about }), new Error('the disk is full')];
    const keeper = createScheduleKeeper({
      records: office.records,
      publish: async () => ({ kind: 'not-spoken', failures }),
      clock: () => office.time.now,
      stopwatch: () => office.time.now,
      tell: () => {},
    });
    await keeper.check();
    for (const minutes of [61, 61]) {
      office.later(minutes * minute);
      await keeper.check();
    }
    const others = { ja: '予期しないエラーです(the disk is full)。', en: 'the disk is full' };
    expect(await failureOf(office)).toEqual({ why: 'not-spoken', details: [{ ...said, about }, others] });
  });
});

describe('After a restart', () => {
  test('it is published in time', async () => {
    const office = await open();
    await office.schedule(hour);
    const later = office.restart();
    await later.pass(62 * minute);
    expect([await office.liveNumber(), goodbyeOf(office)]).toEqual([2, ['So long.']]);
  });

  test('that comes too late, it is published ten minutes after the start, when the clock is trusted', async () => {
    const office = await open();
    await office.schedule(hour);
    office.later(80 * minute);
    const later = office.restart();
    await later.look();
    await later.pass(9 * minute);
    expect(await office.liveNumber()).toBe(1);
    await later.pass(2 * minute);
    expect(await office.liveNumber()).toBe(2);
  });

  test('more than an hour late, it is not published but reported as missed', async () => {
    const office = await open();
    await office.schedule(hour);
    office.later(3 * hour);
    const later = office.restart();
    await later.pass(12 * minute);
    expect(await office.liveNumber()).toBe(1);
    expect(await office.records.schedules.newest()).toMatchObject({ end: { failure: { why: 'missed' } } });
    expect(later.told).toEqual(['missed']);
  });

  test('with a clock that is wrong by years and corrected within minutes, nothing is lost', async () => {
    const office = await open();
    await office.schedule(hour);
    const later = office.restart();
    later.wall.ahead = 3 * 365 * 24 * hour * 1000;
    await later.pass(9 * minute);
    later.wall.ahead = 0;
    await later.pass(40 * minute);
    expect([await office.liveNumber(), later.told]).toEqual([1, []]);
    await later.pass(15 * minute);
    expect(await office.liveNumber()).toBe(2);
  });
});

describe('A clock that is set', () => {
  test('forwards by mistake, and back again, publishes nothing early', async () => {
    const office = await open();
    await office.schedule(10 * hour);
    await office.look();
    office.wall.ahead = 24 * hour * 1000;
    await office.pass(9 * minute);
    expect(await office.liveNumber()).toBe(1);
    office.wall.ahead = 0;
    await office.pass(9 * hour);
    expect([await office.liveNumber(), office.told]).toEqual([1, []]);
    await office.pass(hour);
    expect(await office.liveNumber()).toBe(2);
  });

  test('forwards for good is believed after ten minutes', async () => {
    const office = await open();
    await office.schedule(10 * hour);
    await office.look();
    office.wall.ahead = 10 * hour * 1000;
    await office.pass(9 * minute);
    expect(await office.liveNumber()).toBe(1);
    await office.pass(3 * minute);
    expect(await office.liveNumber()).toBe(2);
  });

  test('back delays the publication', async () => {
    const office = await open();
    await office.schedule(hour);
    office.wall.ahead = -hour * 1000;
    await office.pass(90 * minute);
    expect(await office.liveNumber()).toBe(1);
    await office.pass(35 * minute);
    expect(await office.liveNumber()).toBe(2);
  });
});

test('Of two offices on one database, one publishes, and the other has nothing to report', async () => {
  const folder = await scratchFolder();
  const cache = await spokenCache();
  const one = await open(await scratchDatabase(folder), cache);
  await one.schedule(hour);
  const other = await open(await scratchDatabase(folder), cache);
  for (const office of [one, other]) {
    await office.look();
    office.later(65 * minute);
  }
  // Both check at the same time. A failure, if there were one, would be reported at the next check.
  await Promise.all([one.look(), other.look()]);
  await Promise.all([one.look(), other.look()]);
  expect((await one.records.publications(9)).map(({ number }) => number)).toEqual([2, 1]);
  expect((await one.acts()).filter((act) => act.startsWith('schedule-'))).toEqual([
    'schedule-made',
    'schedule-published',
  ]);
  expect([one.told, other.told]).toEqual([[], []]);
  expect(await one.records.schedules.newest()).toMatchObject({ end: { kind: 'published' } });
});
