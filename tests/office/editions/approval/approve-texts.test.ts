import { describe, expect, jest, test } from '#jest';
import { commandLine } from '../../../../src/office/staff/desk/actor.ts';
import type { Role } from '../../../../src/office/staff/role.ts';
import { fingerprint } from '../../../../src/words/fingerprint.ts';
import { openApprovals, setFirstDay } from '../../../support/small-approvals.ts';
import { mori, tanaka, worker } from '../../../support/small-office.ts';

jest.setTimeout(30_000);

const kato = worker('kato', 'approver');
const refusedAs = (why: string) => ({ kind: 'refused', refused: [expect.objectContaining({ why })] });

/** An office in which tanaka has written something new. */
async function open() {
  const office = await openApprovals();
  await office.save('en', 'days.which', 'This changes on {{firstDay}}.', 'Put it out in the morning.');
  return office;
}

describe('A text that somebody changed', () => {
  test('waits, is approved by somebody else who has heard it, and its sounds are kept for good', async () => {
    const office = await open();
    expect(await office.stateOf('en', 'days.which')).toBe('to-approve');
    expect(await office.approve(mori, 'en', 'days.which')).toMatchObject({ kind: 'approved' });
    expect(await office.stateOf('en', 'days.which')).toBe('approved');
    const [approval] = await office.approvalRecords.approvals.since(0);
    expect(approval).toMatchObject({ prompt: 'days.which', revision: 2, lineRevision: 1, by: { accountName: 'mori' } });
    // Two sentences at two speeds, byte for byte.
    expect(approval?.sounds).toHaveLength(4);
    const kept = await office.records.sounds.entries(approval?.sounds.map(({ key }) => key) ?? []);
    expect(new Map(kept.map(({ key, sha256 }) => [key, sha256]))).toEqual(
      new Map(approval?.sounds.map(({ key, sha256 }) => [key, sha256])),
    );
    expect((await office.acts()).at(-1)).toBe('texts-approved');
  });

  test.each<Role>(['editor', 'approver', 'administrator'])(
    'cannot be approved by its author, even as %s',
    async (role) => {
      const office = await openApprovals();
      const author = worker('kato', role);
      await office.saveAs(author, 'en', 'goodbye', 'So long.');
      const result = await office.approve(author, 'en', 'goodbye');
      expect(result).toEqual(role === 'editor' ? { kind: 'not-allowed' } : refusedAs('own'));
      expect(await office.stateOf('en', 'goodbye')).toBe('to-approve');
    },
  );

  test.each<Role>(['viewer', 'editor'])('cannot be listened to, approved or sent back by a %s', async (role) => {
    const office = await open();
    const actor = worker('suzuki', role);
    const text = await office.textOf('en', 'days.which');
    expect(await office.approvals.beginListening(actor, [text])).toEqual({ kind: 'not-allowed' });
    expect(await office.approvals.endListening(actor, 1)).toEqual({ kind: 'not-allowed' });
    expect(await office.approvals.approve(actor, { texts: [text], reader: null })).toEqual({ kind: 'not-allowed' });
    expect(await office.approvals.sendBack(actor, text, 'x')).toEqual({ kind: 'not-allowed' });
  });

  test('cannot be approved or sent back from the command line, which anybody may use', async () => {
    const office = await open();
    const text = await office.textOf('en', 'days.which');
    expect(await office.approvals.approve(commandLine, { texts: [text], reader: null })).toEqual({
      kind: 'not-allowed',
    });
    expect(await office.approvals.sendBack(commandLine, text, 'x')).toEqual({ kind: 'not-allowed' });
  });

  test('can be approved by an earlier author if it was approved in between and somebody else has rewritten it since', async () => {
    const office = await openApprovals();
    await office.saveAs(kato, 'en', 'goodbye', 'So long.');
    await office.approve(mori, 'en', 'goodbye');
    await office.save('en', 'goodbye', 'Farewell.');
    expect(await office.approve(kato, 'en', 'goodbye')).toMatchObject({ kind: 'approved' });
  });

  test('has as its authors all who changed it since the last approval, not only the last one', async () => {
    const office = await openApprovals();
    await office.saveAs(kato, 'en', 'goodbye', 'So long.');
    await office.save('en', 'goodbye', 'So long, then.');
    expect(await office.approve(kato, 'en', 'goodbye')).toEqual(refusedAs('own'));
    expect(await office.approve(mori, 'en', 'goodbye')).toMatchObject({ kind: 'approved' });
  });

  test('has as its author the person who wrote its words, even if somebody else restored them', async () => {
    const office = await openApprovals();
    await office.saveAs(kato, 'en', 'goodbye', 'So long.');
    await office.save('en', 'goodbye', 'Farewell.');
    await office.approve(mori, 'en', 'goodbye');
    const now = (await office.desk.read()).find('en', 'goodbye');
    const chosen = { language: 'en', prompt: 'goodbye', basedOn: now?.revision ?? 0, sourceSeen: '' };
    await office.desk.restoreText(tanaka, chosen, 2);
    expect(now?.sourceFingerprint).not.toBeNull();
    expect(await office.approve(kato, 'en', 'goodbye')).toEqual(refusedAs('own'));
    expect(await office.approve(mori, 'en', 'goodbye')).toMatchObject({ kind: 'approved' });
  });

  test('that says a fact cannot be approved by the person who changed the fact, but a text without that fact can', async () => {
    const office = await open();
    await office.save('en', 'goodbye', 'So long.');
    await office.changeLine(kato, setFirstDay('2026-05-01'));
    expect(await office.approve(kato, 'en', 'days.which')).toEqual(refusedAs('own'));
    expect(await office.approve(kato, 'en', 'goodbye')).toMatchObject({ kind: 'approved' });
    expect(await office.approve(mori, 'en', 'days.which')).toMatchObject({ kind: 'approved' });
  });

  test('from the prompts folder or the command line has no author, so that every approver may approve it', async () => {
    const office = await openApprovals();
    expect(await office.approve(mori, 'en', 'goodbye')).toMatchObject({ kind: 'approved' });
    await office.saveAs(commandLine, 'en', 'limit', 'It ends.');
    expect(await office.approve(mori, 'en', 'limit')).toMatchObject({ kind: 'approved' });
  });

  test('cannot be approved if it is approved already, is stale or unfinished, or has changed in the meantime', async () => {
    const office = await open();
    const text = await office.textOf('en', 'days.which');
    await office.approve(mori, 'en', 'days.which');
    expect(await office.approve(kato, 'en', 'days.which')).toEqual(refusedAs('approved-already'));
    await office.save('en', 'goodbye', 'So long.');
    await office.save('ja', 'goodbye', 'さようなら。');
    expect(await office.approve(mori, 'en', 'goodbye')).toEqual(refusedAs('not-ready'));
    const sourceSeen = fingerprint((await office.desk.read()).find('ja', 'limit')?.sentences ?? []);
    const unfinished = { language: 'en', prompt: 'limit', basedOn: 1, sourceSeen, text: 'It ends.', isReady: false };
    expect((await office.desk.saveText(tanaka, unfinished)).kind).toBe('saved');
    expect(await office.approve(mori, 'en', 'limit')).toEqual(refusedAs('not-ready'));
    await office.save('en', 'days.which', 'Another.');
    expect(await office.approvals.approve(mori, { texts: [text], reader: null })).toEqual(refusedAs('changed'));
  });
});

describe('Several texts at once', () => {
  test('are all approved or none, and every reason against it is reported', async () => {
    const office = await open();
    await office.saveAs(mori, 'en', 'goodbye', 'So long.');
    await office.save('en', 'limit', 'It ends.');
    const texts = await Promise.all(['days.which', 'goodbye', 'limit'].map((prompt) => office.textOf('en', prompt)));
    const [days, goodbye, limit] = texts;
    if (!days || !goodbye || !limit) throw new Error('There are three.');
    await office.listen(mori, days, goodbye);
    const result = await office.approvals.approve(mori, { texts, reader: null });
    expect(result).toEqual({
      kind: 'refused',
      refused: [
        { ...goodbye, why: 'own' },
        { ...limit, why: 'not-heard' },
      ],
    });
    expect(await office.stateOf('en', 'days.which')).toBe('to-approve');
    expect(await office.approvals.approve(mori, { texts: [], reader: null })).toEqual({ kind: 'nothing-chosen' });
    await office.listen(mori, limit);
    expect(await office.approvals.approve(mori, { texts: [days, limit], reader: null })).toMatchObject({
      kind: 'approved',
    });
  });
});

describe('A native reader', () => {
  test('is recorded in a revision of the same words, which makes nobody an author and keeps the approval', async () => {
    const office = await open();
    expect((await office.desk.read()).find('en', 'days.which')?.isReviewed).toBe(false);
    expect(await office.approve(mori, 'en', 'days.which', ' Smith ')).toMatchObject({ kind: 'approved' });
    const [newest, before] = await office.desk.history('en', 'days.which');
    expect(newest).toMatchObject({
      revision: 3,
      act: 'reviewed',
      isReviewed: true,
      reason: 'Smith',
      by: { accountName: 'mori' },
    });
    expect(newest?.sentences).toEqual(before?.sentences);
    expect(await office.stateOf('en', 'days.which')).toBe('approved');
    expect((await office.acts()).slice(-2)).toEqual(['texts-approved', 'texts-reviewed']);
    // A changed fact ends the approval. Mori may approve again, because recording a reader makes nobody an author.
    await office.changeLine(tanaka, setFirstDay('2026-06-01'));
    expect(await office.approve(mori, 'en', 'days.which')).toMatchObject({ kind: 'approved' });
  });

  test('must have a name', async () => {
    const office = await open();
    expect(await office.approve(mori, 'en', 'days.which', '　')).toEqual({ kind: 'no-reader' });
  });

  test('who is recorded as the first change of a draft makes the office import the prompts folder', async () => {
    const office = await openApprovals();
    const unread = { ...office.files.draft };
    const english = unread.words.get('en');
    if (!english) throw new Error('The made-up line speaks English.');
    office.files.draft = { ...unread, words: new Map([...unread.words, ['en', { ...english, reviewed: false }]]) };
    expect(await office.approve(mori, 'en', 'goodbye', 'Smith')).toMatchObject({ kind: 'approved' });
    const now = await office.desk.read();
    expect(now.isKept).toBe(true);
    expect(now.find('en', 'goodbye')).toMatchObject({ revision: 2, isReviewed: true });
    expect(now.find('en', 'limit')).toMatchObject({ revision: 1, isReviewed: false });
    expect(await office.acts()).toEqual(['texts-approved', 'draft-taken-over', 'texts-reviewed']);
  });
});
