import { describe, expect, jest, test } from '#jest';
import { waitingIn } from '../../../../src/office/editions/approval/candidates.ts';
import { rollBack } from '../../../../src/office/editions/go-live.ts';
import { commandLine } from '../../../../src/office/staff/desk/actor.ts';
import { memoryDatabase } from '../../../support/memory-database.ts';
import { approvalsIn, setFirstDay } from '../../../support/small-approvals.ts';
import { mori, openSmallOffice, spokenCache, tanaka } from '../../../support/small-office.ts';
import { stoppedAt, textsAt } from '../../../support/stopped-at.ts';

jest.setTimeout(60_000);

const reason = 'The river has risen.';

/** An office whose first edition went live from the prompts folder, without any approvals. */
async function openUnapproved() {
  const office = approvalsIn(await openSmallOffice(await memoryDatabase(), { cache: await spokenCache() }));
  expect((await office.publish({ emergencyReason: 'the first one' }, commandLine, null)).kind).toBe('published');
  const publish = (emergencyReason = '') => office.publish({ emergencyReason }, tanaka, null);
  const unapproved = async () => {
    const { hash } = office.shelf.current;
    const record = await office.records.find(hash);
    return record
      ? (await office.approvals.unapproved(record)).map(({ language, prompt }) => `${language} ${prompt}`)
      : [];
  };
  return { ...office, publish, unapproved };
}

/** The same, with everything approved afterwards. */
async function open() {
  const office = await openUnapproved();
  await office.approveAll();
  expect(await office.unapproved()).toEqual([]);
  return office;
}

describe('Publishing', () => {
  test('is refused while changed texts are not approved, and names all of them', async () => {
    const office = await open();
    await office.save('en', 'days.which', 'It changes on {{firstDay}}.\nMind the day.');
    await office.changeLine(tanaka, setFirstDay('2026-05-01'));
    const number = await office.liveNumber();
    const result = await office.publish();
    const texts = textsAt('approval', result);
    // The fact sounds different in every language, although the words are the same.
    expect(texts.map(({ language, prompt }) => `${language} ${prompt}`).sort()).toEqual([
      'en days.which',
      'ja days.which',
      'zh-Hans days.which',
    ]);
    expect(await office.liveNumber()).toBe(number);
    for (const { language, prompt } of texts) await office.approve(mori, language, prompt);
    expect((await office.publish()).kind).toBe('published');
    expect((await office.records.publications(1))[0]?.emergency).toBeNull();
    expect(await office.unapproved()).toEqual([]);
  });

  test('needs no approval of texts that stay as callers hear them, but they count as unapproved', async () => {
    const office = await openUnapproved();
    await office.save('en', 'goodbye', 'So long.');
    await office.approve(mori, 'en', 'goodbye');
    expect((await office.publish()).kind).toBe('published');
    const unapproved = await office.unapproved();
    expect(unapproved.length).toBeGreaterThan(80);
    expect(unapproved).not.toContain('en goodbye');
  });

  test('publishes the very bytes that were listened to', async () => {
    const office = await open();
    await office.save('en', 'goodbye', 'So long.');
    await office.approve(mori, 'en', 'goodbye');
    const approval = (await office.approvalRecords.approvals.since(0)).findLast(({ prompt }) => prompt === 'goodbye');
    // The cache loses the sounds, and the engine cannot speak them again.
    for (const { key } of approval?.sounds ?? []) await office.cache.remove(key);
    office.engine.failWhen(() => true);
    const result = await office.publish();
    if (result.kind !== 'published') throw new Error(result.kind);
    const { manifest } = (await office.records.find(result.edition.hash)) ?? {};
    const published = new Map(manifest?.sounds.map(({ key, sha256 }) => [key, sha256]));
    expect(approval?.sounds.filter(({ key, sha256 }) => published.get(key) === sha256).length).toBeGreaterThan(0);
  });

  test('is refused when a text is sent back while its sounds are made', async () => {
    const office = await open();
    await office.save('en', 'goodbye', 'So long.');
    await office.approve(mori, 'en', 'goodbye');
    const text = await office.textOf('en', 'goodbye');
    let isSentBack = false;
    const narrator = {
      ...office.narrator,
      ensure: async (narration: Parameters<typeof office.narrator.ensure>[0]) => {
        if (!isSentBack) await office.approvals.sendBack(mori, text, 'Stop.');
        isSentBack = true;
        return office.narrator.ensure(narration);
      },
    };
    const { publish } = await import('../../../../src/office/editions/publish.ts');
    const form = {
      comment: 'x',
      documentNumber: '',
      warningsReason: '',
      emergencyReason: '',
      basedOn: await office.liveNumber(),
    };
    expect(await publish({ ...office.parts, narrator }, tanaka, form)).toMatchObject(stoppedAt('approval'));
  });
});

describe('An emergency', () => {
  test('goes live by one person, is kept with its reason and its texts, and is over when they are approved', async () => {
    const office = await open();
    expect(await office.approvals.emergencies()).toEqual([]);
    await office.save('en', 'goodbye', 'Leave the river.');
    expect(await office.publish(' ')).toMatchObject(stoppedAt('approval'));
    expect((await office.publish(` ${reason} `)).kind).toBe('published');
    const [publication] = await office.records.publications(1);
    const text = await office.textOf('en', 'goodbye');
    expect(publication?.emergency).toEqual({ reason, texts: [text] });
    const [entry] = await office.records.audit.list(null, 1);
    expect(entry).toMatchObject({ act: 'published', about: { emergency: true, unapproved: 1, why: reason } });
    expect(await office.approvals.emergencies()).toMatchObject([
      { reason, texts: [text], publication: { by: { accountName: 'tanaka' } } },
    ]);
    expect(await office.unapproved()).toEqual(['en goodbye']);
    expect(await office.approve(tanaka, 'en', 'goodbye')).toEqual({ kind: 'not-allowed' });
    expect(await office.approve(mori, 'en', 'goodbye')).toMatchObject({ kind: 'approved' });
    expect(await office.approvals.emergencies()).toEqual([]);
    expect(await office.unapproved()).toEqual([]);
  });

  test('goes on when something else is published, and again when its edition returns after a roll-back', async () => {
    const office = await open();
    const before = office.shelf.current.hash;
    await office.save('en', 'goodbye', 'Leave the river.');
    await office.publish(reason);
    await office.save('en', 'limit', 'It ends.');
    await office.approve(mori, 'en', 'limit');
    expect((await office.publish()).kind).toBe('published');
    expect(await office.approvals.emergencies()).toMatchObject([{ reason }]);
    const after = office.shelf.current.hash;
    const back = async (hash: string) =>
      rollBack(office, tanaka, { hash, basedOn: await office.liveNumber(), reason: 'a mistake' });
    expect((await back(before)).kind).toBe('rolled-back');
    expect(await office.approvals.emergencies()).toEqual([]);
    expect((await back(after)).kind).toBe('rolled-back');
    expect(await office.approvals.emergencies()).toMatchObject([{ reason }]);
  });

  test('does not begin if everything is approved, whatever the form says', async () => {
    const office = await open();
    await office.save('en', 'goodbye', 'So long.');
    await office.approve(mori, 'en', 'goodbye');
    expect((await office.publish(reason)).kind).toBe('published');
    expect((await office.records.publications(1))[0]?.emergency).toBeNull();
  });

  test('ends when the words that callers hear are approved, although the draft has moved on', async () => {
    const office = await open();
    await office.save('en', 'goodbye', 'Leave the river.');
    await office.publish(reason);
    await office.save('en', 'goodbye', 'Something unfinished');
    const [live] = waitingIn(await office.approvals.read()).filter(({ origin }) => origin === 'live');
    if (!live) throw new Error('What callers hear waits.');
    await office.listen(mori, live);
    expect(await office.approvals.approve(mori, { texts: [live], reader: null })).toMatchObject({ kind: 'approved' });
    expect(await office.approvals.emergencies()).toEqual([]);
    expect((await office.approvalRecords.approvals.since(0)).at(-1)).toMatchObject({ revision: 2 });
  });
});
