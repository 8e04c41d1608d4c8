import { expect, jest, test } from '#jest';
import { createTestConsole } from '../support/console-server.ts';
import { formsIn, visitConsole } from '../support/console-visitor.ts';
import { mori, tanaka } from '../support/small-office.ts';

jest.setTimeout(60_000);

const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** A link with which Maria reads the English texts, and an editor who is signed in. */
async function start() {
  const line = await createTestConsole();
  const { office } = line;
  const english = office.files.draft.words.get('en');
  if (!english) throw new Error('The made-up line speaks English.');
  const unread = { ...english, reviewed: false };
  office.files.draft = { ...office.files.draft, words: new Map([...office.files.draft.words, ['en', unread]]) };
  const made = await office.nativeReviews.make(tanaka, { language: 'en', reader: 'Maria' });
  if (made.kind !== 'made') throw new Error(made.kind);
  const address = `/console/reading/${made.token}`;
  const maria = visitConsole(line.app);
  const judgements = () => office.nativeReviewRecords.judgements.of([made.number]);
  const groups = async () => {
    const open = await office.nativeReviews.open(made.token);
    return open.kind === 'open' ? open.groups : [];
  };
  /** The hidden fields of the form that answers for the rest of a group; null if the page has no such form. */
  const restOf = async (group: string) => {
    const page = await maria.get(`${address}/${group}`);
    return formsIn(page.text).find(({ hidden }) => hidden.shown !== undefined)?.hidden ?? null;
  };
  const markGroup = async (group: string) =>
    maria.post(`${address}/${group}`, { ...(await restOf(group)), answer: 'group' });
  await line.letIn('hanako', 'editor');
  const staff = visitConsole(line.app);
  await staff.signIn('hanako');
  return { ...line, address, maria, judgements, groups, restOf, markGroup, token: made.token, staff };
}

test('One click for each group answers for all texts; the record says so, and every text counts as reviewed', async () => {
  const { address, maria, judgements, groups, markGroup, office, staff } = await start();
  const ids = (await groups()).map(({ id }) => id);
  let next = `${address}/${ids[0]}`;
  for (const id of ids) {
    expect(next).toBe(`${address}/${id}`);
    next = (await markGroup(id)).headers.location ?? '';
  }
  expect(next).toBe(`${address}#finish`);
  const said = await judgements();
  expect(said.length).toBe((await groups()).flatMap(({ texts }) => texts).length);
  expect(said.every(({ isRight, isForGroup }) => isRight && isForGroup)).toBe(true);
  expect(wordsOf((await maria.get(`${address}/${ids[0]}`)).text)).toContain('Your answer: right (for the whole group)');
  const done = await maria.submit(address, `${address}/finish`, { statement: '1' });
  expect(wordsOf(done.text)).toContain('Thank you');
  expect((await office.desk.read()).find('en', 'goodbye')).toMatchObject({ isReviewed: true, reason: 'Maria' });
  const audit = wordsOf((await staff.get('/console/audit')).text);
  expect(audit).toContain(
    `そのうち${said.length}件は、一つずつではなく、グループごとにまとめて「正しい」と答えました。`,
  );
  expect(wordsOf((await staff.get('/console/readers/1')).text)).toContain(
    `グループでまとめて「正しい」と答えた文 ${said.length}件`,
  );
});

test('An answer about a single text wins over an answer for its group, whichever comes first', async () => {
  const { address, maria, judgements, markGroup, restOf, token, office } = await start();
  const group = await maria.get(`${address}/keys`);
  const hidden = formsIn(group.text).find((form) => form.hidden.prompt === 'goodbye')?.hidden ?? {};
  await maria.post(`${address}/keys`, { ...hidden, answer: 'wrong', comment: 'Too short.' });
  expect((await restOf('keys'))?.shown).not.toContain('goodbye ');
  await markGroup('keys');
  const of = async (prompt: string) => (await judgements()).find((each) => each.prompt === prompt);
  expect(await of('goodbye')).toMatchObject({ isRight: false, isForGroup: false, comment: 'Too short.' });
  expect(await of('limit')).toMatchObject({ isRight: true, isForGroup: true });
  // Every text of the group has an answer, so the button is gone.
  expect(await restOf('keys')).toBeNull();
  const limit = formsIn((await maria.get(`${address}/keys`)).text).find((form) => form.hidden.prompt === 'limit');
  await maria.post(`${address}/keys`, { ...limit?.hidden, answer: 'right' });
  expect(await of('limit')).toMatchObject({ isRight: true, isForGroup: false });
  // When the form of an old page is sent, texts that were answered meanwhile keep their answers.
  const open = await office.nativeReviews.open(token);
  if (open.kind !== 'open') throw new Error(open.kind);
  const shown = open.groups.flatMap(({ texts }) => texts);
  await office.nativeReviews.judgeGroup(token, { shown });
  expect(await of('goodbye')).toMatchObject({ isRight: false, comment: 'Too short.' });
});

test('An answer for a group counts only for words that were shown; a text that changed meanwhile is shown again', async () => {
  const { address, maria, judgements, restOf, office } = await start();
  const before = await restOf('keys');
  await office.save('en', 'goodbye', 'So long, and thank you.');
  const answer = await maria.post(`${address}/keys`, { ...before, answer: 'group' });
  expect([answer.status, wordsOf(answer.text)]).toEqual([409, expect.stringContaining('has just been changed')]);
  const said = (await judgements()).map(({ prompt }) => prompt);
  expect([said.includes('goodbye'), said.includes('limit')]).toEqual([false, true]);
  expect(await restOf('keys')).toMatchObject({ shown: expect.stringMatching(/^goodbye [0-9a-f]{64}$/) });
});

test('A made-up list of texts is not recorded, and nothing is recorded for a closed link', async () => {
  const { address, maria, judgements, restOf, office } = await start();
  const form = await restOf('keys');
  for (const shown of ['', 'x', 'no.such 0', 'constructor 0 __proto__ 0', 'goodbye 0']) {
    expect((await maria.post(`${address}/keys`, { ...form, shown, answer: 'group' })).status).toBeLessThan(500);
  }
  expect(await judgements()).toEqual([]);
  expect((await maria.post(`${address}/keys`, { ...form, csrf: 'x', answer: 'group' })).status).toBe(403);
  await office.nativeReviews.revoke(mori, 1);
  expect((await maria.post(`${address}/keys`, { ...form, answer: 'group' })).status).toBe(410);
  expect(await judgements()).toEqual([]);
});

test('All texts of a group are one sound, which is made once', async () => {
  const { address, maria, office, groups } = await start();
  const page = await maria.get(`${address}/keys`);
  expect(page.text).toContain(`src="${address}/sounds/keys"`);
  const sound = await maria.get(`${address}/sounds/keys`);
  expect(sound.status).toBe(302);
  const key = /^\/audio\/([0-9a-f]{64})\.wav$/.exec(sound.headers.location ?? '')?.[1] ?? '';
  const bytes = await office.cache.read(key);
  const texts = (await groups()).find(({ id }) => id === 'keys')?.texts ?? [];
  const single = await Promise.all(
    texts.map(async (text) => (await office.sounds.wav(office.files.draft, text))?.length ?? 0),
  );
  expect(bytes?.length).toBeGreaterThan(single.reduce((sum, each) => sum + each, 0) - 1000 * texts.length);
  const spoken = office.engine.requests.length;
  await maria.get(`${address}/sounds/keys`);
  expect(office.engine.requests.length).toBe(spoken);
  expect((await maria.get(`${address}/sounds/no-group`)).status).toBe(404);
  expect((await maria.get(`/console/reading/${'x'.repeat(43)}/sounds/keys`)).status).toBe(404);
});
