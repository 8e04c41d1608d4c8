import { describe, expect, jest, test } from '#jest';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';

jest.setTimeout(30_000);

/** A console whose line was published once and has one change since. No native reader has read its English texts. */
async function start(areReadersNeeded: boolean) {
  const draft = fixtureDraft();
  const english = draft.words.get('en');
  if (!english) throw new Error('The made-up line speaks English.');
  const words = new Map([...draft.words, ['en', { ...english, reviewed: false }] as const]);
  const line = await createTestConsole({ draft: { ...draft, words }, areReadersNeeded });
  const { office, publisher } = line;
  await office.publish({ comment: 'the beginning' });
  await office.save('en', 'goodbye', 'So long.');
  await office.approveAll();
  await line.letIn('hanako', 'editor');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  const publish = async (fields: Readonly<Record<string, string>> = {}) => {
    const form = { comment: 'Shorter', noDocument: 'yes', ...fields };
    const sent = await visitor.submit('/console/publish', '/console/publish', form);
    await publisher.idle();
    return sent;
  };
  return { ...line, visitor, publish, liveNumber: office.liveNumber };
}

describe('In production, a language that no native reader has read', () => {
  test('is named on the publish page, with a field for a reason, and is not published without one', async () => {
    const { visitor, publish, liveNumber } = await start(true);
    const page = await visitor.get('/console/publish');
    expect(page.text).toMatch(/「英語」で、母語話者が「正しい」と確かめていない文が\d+件あります。/);
    expect(page.text).toContain('name="unread-en"');
    expect(page.text).not.toContain('name="unread-es"');
    expect((await publish({ 'unread-en': ' ' })).status).toBe(303);
    expect(await liveNumber()).toBe(1);
    const refused = await visitor.get('/console/publish');
    expect(refused.text).toMatch(/id="unread-en-error">理由を書いてください。/);
    expect(refused.text).toContain('value="Shorter"');
  });

  test('is published with a reason, which is in the audit', async () => {
    const { visitor, publish, liveNumber } = await start(true);
    await publish({ 'unread-en': 'Maria reads it next week.' });
    expect(await liveNumber()).toBe(2);
    const audit = (await visitor.get('/console/audit')).text;
    expect(audit).toContain('母語話者の確認がない言語を案内する理由:英語: Maria reads it next week.');
  });

  test('has a reason of limited length, which stays as it was typed', async () => {
    const { publish, liveNumber } = await start(true);
    const long = await publish({ 'unread-en': 'x'.repeat(301) });
    expect([long.status, long.text.includes('x'.repeat(301))]).toEqual([422, true]);
    expect(await liveNumber()).toBe(1);
  });

  test('needs no reason once a native reader has read all of it', async () => {
    const { publish, office, liveNumber, visitor } = await start(true);
    const made = await office.nativeReviews.make(
      { accountId: 'id', accountName: 'tanaka', role: 'editor' },
      { language: 'en', reader: 'Maria' },
    );
    if (made.kind !== 'made') throw new Error(made.kind);
    const open = await office.nativeReviews.open(made.token);
    if (open.kind !== 'open') throw new Error(open.kind);
    for (const { prompt, hash } of open.groups.flatMap(({ texts }) => texts)) {
      await office.nativeReviews.judge(made.token, { prompt, hash, isRight: true, sentences: [], comment: '' });
    }
    expect(await office.nativeReviews.finish(made.token)).toMatchObject({ kind: 'finished', wrong: 0 });
    expect((await visitor.get('/console/publish')).text).not.toContain('name="unread-en"');
    await publish();
    expect(await liveNumber()).toBe(2);
  });
});

test('Outside production, a language that no native reader has read needs no reason', async () => {
  const { visitor, publish, liveNumber } = await start(false);
  expect((await visitor.get('/console/publish')).text).not.toContain('name="unread-en"');
  await publish();
  expect(await liveNumber()).toBe(2);
});
