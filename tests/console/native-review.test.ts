import { describe, expect, jest, test } from '#jest';
import type { Role } from '../../src/office/staff/role.ts';
import { createTestConsole, type TestConsoleOptions } from '../support/console-server.ts';
import { formsIn, visitConsole } from '../support/console-visitor.ts';
import { tanaka } from '../support/small-office.ts';

jest.setTimeout(60_000);

const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');

/**
 * A console in which hanako has made a link for Maria, who reads English and has no account. If hanako is a viewer,
 * there is no link.
 */
async function start(role: Role = 'editor', options: TestConsoleOptions = {}) {
  const line = await createTestConsole(options);
  const { office } = line;
  const english = office.files.draft.words.get('en');
  if (!english) throw new Error('The made-up line speaks English.');
  const unread = { ...english, reviewed: false };
  office.files.draft = { ...office.files.draft, words: new Map([...office.files.draft.words, ['en', unread]]) };
  await line.letIn('hanako', role);
  const staff = visitConsole(line.app);
  await staff.signIn('hanako');
  const ask = async (fields = {}) =>
    staff.submit('/console/readers', '/console/readers', { language: 'en', reader: 'Maria', ...fields });
  const tokenIn = (html: string) => /\/console\/reading\/([\w-]{43})"/.exec(html)?.[1] ?? '';
  const made = role === 'viewer' ? null : await ask();
  const token = tokenIn(made?.text ?? '');
  const address = `/console/reading/${token}`;
  const maria = visitConsole(line.app);
  const groups = async () =>
    [...(await maria.get(address)).text.matchAll(new RegExp(`href="(${address}/[\\w-]+)"`, 'g'))].map(
      ([, group = '']) => group,
    );
  /** Answers every text of the link; `wrong` are the prompts that are not right. */
  const answerAll = async (wrong: readonly string[] = []) => {
    for (const group of await groups()) {
      const page = await maria.get(group);
      const ofTexts = formsIn(page.text).filter(({ hidden }) => hidden.prompt !== undefined);
      const prompts = new Map(ofTexts.map(({ hidden }) => [hidden.prompt ?? '', hidden]));
      for (const [prompt, hidden] of prompts) {
        const said: Readonly<Record<string, string>> = wrong.includes(prompt)
          ? { answer: 'wrong', sentence: '0', comment: 'No <b>' }
          : { answer: 'right' };
        const { status } = await maria.post(group, { ...hidden, ...said });
        if (status !== 303) throw new Error(`${prompt} was answered with ${status}.`);
      }
    }
  };
  const finish = async (fields: Readonly<Record<string, string>> = { statement: '1' }) =>
    maria.submit(address, `${address}/finish`, fields);
  const textIn = async (prompt: string) => (await office.desk.read()).find('en', prompt);
  return { ...line, staff, maria, made, token, address, ask, tokenIn, groups, answerAll, finish, textIn };
}

test('A text that a native reader found wrong is not published without a reason until the remark is settled', async () => {
  const { staff, office, publisher, answerAll, finish } = await start('administrator');
  await office.publish();
  await answerAll(['goodbye']);
  await finish();
  await office.save('en', 'limit', 'This call ends here, sorry.');
  await office.approveAll();
  const page = async () => wordsOf((await staff.get('/console/publish')).text);
  expect(await page()).toContain('母語話者が正しくないと答えた文');
  expect(await page()).toContain('Mariaさん(母語話者)が、正しくないと答えました。「No &lt;b&gt;」');
  const publish = async (warningsReason: string) => {
    const form = { comment: 'x', documentNumber: '', warningsReason, emergencyReason: '', basedOn: 1 };
    expect(publisher.start(tanaka, form)).toBe(true);
    await publisher.idle();
    return publisher.job;
  };
  expect(await publish('')).toMatchObject({ result: { kind: 'stopped', gates: [{ gate: { id: 'reader-remarks' } }] } });
  const remark = await staff.get('/console/readers/1');
  const settled = await staff.send(remark, /action="([^"]*\/remarks\/\d+)"/.exec(remark.text)?.[1] ?? '');
  expect(settled.status).toBe(303);
  expect(await page()).not.toContain('Mariaさん(母語話者)が');
  expect(await publish('')).toMatchObject({ result: { kind: 'published' } });
});

describe('A link for a native reader', () => {
  test('is made by an editor and shown once, for one language', async () => {
    const { staff, made, token, office } = await start();
    expect([made?.status, token.length]).toEqual([200, 43]);
    expect(made?.text).toContain('data-copy="link"');
    const list = await staff.get('/console/readers');
    expect(list.text).not.toContain(token);
    expect(wordsOf(list.text)).toMatch(/Maria 英語 hanakoさん、.* 未開始 正しい 0件、正しくない 0件/);
    expect((await office.acts()).at(-1)).toBe('reading-made');
  });

  test('is not made by a viewer, without a name, or for a language that the line does not speak', async () => {
    const viewer = await start('viewer');
    const csrf = /name="csrf" value="([^"]+)"/.exec((await viewer.staff.get('/console')).text)?.[1] ?? '';
    const fields = { csrf, language: 'en', reader: 'Maria' };
    expect((await viewer.staff.post('/console/readers', fields)).status).toBe(403);
    const { ask } = await start();
    const unnamed = await ask({ reader: ' ' });
    expect([unnamed.status, wordsOf(unnamed.text)]).toEqual([422, expect.stringContaining('名前を書いてください')]);
    expect((await ask({ language: 'xx' })).status).toBe(422);
    expect((await ask({ reader: 'x'.repeat(101) })).status).toBe(422);
  });

  test('opens a page in English and Japanese without a menu; no search engine lists it, and it sends no referrer', async () => {
    const { maria, address, token } = await start();
    const page = await maria.get(address);
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
    });
    expect(wordsOf(page.text)).toMatch(
      /Please read and listen 読んで、聞いて、確かめてください For: Maria Maria さんへ/,
    );
    expect(page.text).toContain('<html lang="en">');
    // The page links only to pages of this link, and to styles.
    const links = [...page.text.matchAll(/(?:href|src|action)="([^"]+)"/g)].map(([, link = '']) => link);
    const elsewhere = links.filter((link) => !link.startsWith(`/console/reading/${token}`));
    expect(elsewhere.filter((link) => !link.startsWith('/console/assets/'))).toEqual([]);
    expect(page.text).not.toContain('<script');
  });

  test('has every text of its language once, each with the Japanese beside it', async () => {
    const { maria, groups, office } = await start();
    const pages: string[] = [];
    for (const group of await groups()) pages.push((await maria.get(group)).text);
    const shown = pages.flatMap((html) => [...html.matchAll(/<article[\s\S]*?name="prompt" value="([^"]+)"/g)]);
    const { draft } = await office.desk.read();
    const written = Object.keys(draft.words.get('en')?.prompts ?? {});
    expect(shown.map(([, prompt]) => prompt).toSorted()).toEqual(written.toSorted());
    expect(pages.join('')).toContain('<ol class="preview" lang="ja">');
    expect(pages.join('')).toMatch(/<ruby>/);
  });

  test.each([
    '/console',
    '/console/readers',
    '/console/texts',
    '/console/texts/en/goodbye',
    '/console/approvals',
    '/console/audit',
    '/console/sounds/en.zip',
  ])('opens nothing else: %s', async (path) => {
    const { maria, address } = await start();
    await maria.get(address);
    const answer = await maria.get(path);
    expect([answer.status, answer.headers.location]).toEqual([303, expect.stringContaining('/console/sign-in')]);
  });

  test('that is wrong, or was cut off, opens nothing', async () => {
    const { maria, token } = await start();
    for (const wrong of ['x'.repeat(43), token.slice(0, -1), `${token}x`, '__proto__']) {
      for (const below of ['', '/beginning', '/sound/goodbye']) {
        expect([wrong, (await maria.get(`/console/reading/${wrong}${below}`)).status]).toEqual([wrong, 404]);
      }
    }
  });

  test.each(['.', '。', ')', '>', '，', '".', '입니다.'])(
    'still opens if a message has put %s after it',
    async (sign) => {
      const { maria, address, groups } = await start();
      const page = await maria.get(`${address}${encodeURIComponent(sign)}`);
      expect([page.status, wordsOf(page.text)]).toEqual([200, expect.stringContaining('For: Maria')]);
      // The links of the page do not have the added character.
      expect(page.text).toContain(`href="${address}/beginning"`);
      expect(await groups()).toContain(`${address}/beginning`);
    },
  );

  test('has the same limit of requests as everything for strangers', async () => {
    const { maria, address } = await start('editor', { visitsPerMinute: { stranger: 8, known: 1000 } });
    const statuses: number[] = [];
    for (let count = 0; count < 9; count += 1) statuses.push((await maria.get(address)).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
  });
});

describe('A native reader', () => {
  test('hears the saved words of their own language, and nothing else', async () => {
    const { maria, address, office } = await start();
    const sound = await maria.get(`${address}/sound/goodbye`);
    expect(sound.status).toBe(302);
    const key = /^\/audio\/([0-9a-f]{64})\.wav$/.exec(sound.headers.location ?? '')?.[1] ?? '';
    expect(await office.cache.read(key)).not.toBeNull();
    expect((await maria.get(`${address}/sound/whisper`)).status).toBe(404);
    expect((await maria.get(`${address}/sound/constructor`)).status).toBe(404);
    const spoken = office.engine.requests.length;
    await maria.get(`${address}/sound/goodbye`);
    expect(office.engine.requests.length).toBe(spoken);
    office.engine.failWhen(() => true);
    expect((await maria.get(`${address}/sound/greeting`)).status).toBe(503);
  });

  test('answers, stops, goes on and finishes; then the texts found right count as reviewed, and the link is closed', async () => {
    const { maria, address, answerAll, finish, textIn, staff, office, app } = await start();
    expect((await textIn('goodbye'))?.isReviewed).toBe(false);
    expect((await maria.get(address)).text).not.toContain(`${address}/finish`);
    await answerAll(['goodbye']);
    // Continued in another browser.
    expect((await visitConsole(app).get(address)).text).toContain(`${address}/finish`);
    expect((await textIn('greeting'))?.isReviewed).toBe(false);
    const unsaid = await finish({});
    expect([unsaid.status, wordsOf(unsaid.text)]).toEqual([422, expect.stringContaining('Please tick this box')]);
    const done = await finish();
    expect([done.status, wordsOf(done.text)]).toEqual([200, expect.stringContaining('Thank you')]);
    expect(await textIn('greeting')).toMatchObject({ isReviewed: true, act: 'reviewed', reason: 'Maria' });
    const saved = wordsOf((await staff.get('/console/texts/en/greeting')).text);
    expect(saved).toMatch(/最後の保存: .*、Mariaさんが確認\(母語の人\)/);
    expect((await textIn('goodbye'))?.isReviewed).toBe(false);
    for (const path of [address, `${address}/beginning`, `${address}/sound/goodbye`]) {
      expect([path, (await maria.get(path)).status]).toEqual([path, path.includes('sound') ? 404 : 410]);
    }
    expect((await office.acts()).filter((act) => /^(?:reading|texts-reviewed|draft)/.test(act))).toEqual([
      ...['reading-made', 'reading-begun', 'reading-finished', 'draft-taken-over', 'texts-reviewed'],
    ]);
    const audit = wordsOf((await staff.get('/console/audit')).text);
    expect(audit).toContain('Mariaさんが、英語の文');
    expect(audit).toContain('確認を頼まれた人(リンク)');
    expect(wordsOf((await staff.get('/console/readers')).text)).toContain('確認済み');
  });

  test('must answer everything before finishing, and again what has changed since', async () => {
    const { maria, address, answerAll, office, textIn } = await start();
    await answerAll();
    const before = await maria.get(address);
    await office.save('en', 'goodbye', 'So long, and thank you.');
    const early = await maria.send(before, `${address}/finish`, { statement: '1' });
    expect([early.status, early.headers.location]).toEqual([303, address]);
    expect(wordsOf((await maria.get(address)).text)).toContain('Texts without an answer: 1.');
    expect((await textIn('greeting'))?.isReviewed).toBe(false);
  });

  test('need not answer for what was found right before, unless all of it was', async () => {
    const { answerAll, finish, office, textIn, ask, tokenIn, staff, app } = await start();
    await answerAll(['goodbye']);
    await finish();
    const total = Number(
      /of (\d+)|全(\d+)件/
        .exec(wordsOf((await staff.get('/console/readers')).text))
        ?.slice(1)
        .find(Boolean),
    );
    await office.save('en', 'days.which', 'Put it out on {{firstDay}}.\nIn the morning.');
    const second = `/console/reading/${tokenIn((await ask({ reader: 'Ken' })).text)}`;
    const ken = visitConsole(app);
    const first = await ken.get(second);
    expect(first.status).toBe(200);
    expect(wordsOf(first.text)).toContain(`a native reader has found right before: ${total - 2}.`);
    expect(wordsOf(first.text)).toContain('Texts without an answer: 2.');
    expect(wordsOf((await staff.get('/console/readers')).text)).toContain(`前に確認済み ${total - 2}件`);
    const groups = [...first.text.matchAll(new RegExp(`href="(${second}/[\\w-]+)"`, 'g'))].map(
      ([, group = '']) => group,
    );
    let answered = 0;
    for (const group of groups) {
      const page = await ken.get(group);
      const form = formsIn(page.text).find(({ hidden }) => hidden.shown !== undefined);
      if (!form) continue;
      const shown = (form.hidden.shown ?? '').split(' ').filter((_, index) => index % 2 === 0);
      for (const prompt of shown) expect(['goodbye', 'days.which']).toContain(prompt);
      answered += shown.length;
      if (shown.includes('goodbye')) expect(wordsOf(page.text)).toContain('Found right before. No answer is needed.');
      const { headers } = await ken.post(group, { ...form.hidden, answer: 'group' });
      // It leads to the next group with a text that needs an answer, or to the end.
      expect([headers.location, answered]).toEqual([answered === 2 ? `${second}#finish` : expect.anything(), answered]);
      if (answered < 2) {
        const leadsTo = await ken.get(headers.location ?? '');
        expect(formsIn(leadsTo.text).some(({ hidden }) => hidden.shown !== undefined)).toBe(true);
      }
    }
    expect(answered).toBe(2);
    const last = await ken.get(second);
    expect(wordsOf(last.text)).toContain('I have read and listened to all texts that needed an answer');
    // A text that was found right before is changed in the same moment: it needs an answer again.
    await office.save('en', 'greeting', 'Hello from the waste line.');
    expect((await ken.send(last, `${second}/finish`, { statement: '1' })).status).toBe(303);
    expect(wordsOf((await ken.get(second)).text)).toContain('Texts without an answer: 1.');
    await office.save('en', 'greeting', 'Hello from the waste line!');
    const beginning = await ken.get(`${second}/beginning`);
    const rest = formsIn(beginning.text).find(({ hidden }) => hidden.shown !== undefined)?.hidden ?? {};
    expect((await ken.post(`${second}/beginning`, { ...rest, answer: 'group' })).status).toBe(303);
    const done = await ken.send(await ken.get(second), `${second}/finish`, { statement: '1' });
    expect([done.status, wordsOf(done.text)]).toEqual([200, expect.stringContaining('Thank you')]);
    for (const prompt of ['goodbye', 'days.which', 'greeting']) expect((await textIn(prompt))?.isReviewed).toBe(true);
    expect(wordsOf((await staff.get('/console/audit')).text)).toMatch(/Kenさんが、英語の文3件をすべて読んで/);
    // What the list says of a finished review stays, although all texts are found right now.
    expect(wordsOf((await staff.get('/console/readers')).text)).toContain(`前に確認済み ${total - 3}件`);
    // Everything was found right, so another review is a second reading of everything.
    const third = `/console/reading/${tokenIn((await ask({ reader: 'Ana' })).text)}`;
    const leftForAna = async () => wordsOf((await visitConsole(app).get(third)).text);
    expect(await leftForAna()).toContain(`Texts without an answer: ${total}.`);
    // It stays one when a text is changed, and the next review is about that text alone.
    await office.save('en', 'greeting', 'Hello once more.');
    expect(await leftForAna()).toContain(`Texts without an answer: ${total}.`);
    const fourth = `/console/reading/${tokenIn((await ask({ reader: 'Eva' })).text)}`;
    expect(wordsOf((await visitConsole(app).get(fourth)).text)).toContain('Texts without an answer: 1.');
  });

  test('is told if a text changed before the answer arrived, and the answer does not count', async () => {
    const { maria, groups, office, judgementsOf } = await withAnswers();
    const group = (await groups()).find((each) => each.endsWith('/keys')) ?? '';
    const hidden =
      formsIn((await maria.get(group)).text).find((form) => form.hidden.prompt === 'goodbye')?.hidden ?? {};
    await office.save('en', 'goodbye', 'So long, and thank you.');
    const answer = await maria.post(group, { ...hidden, answer: 'wrong', comment: 'Too long.' });
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('Too long.')]);
    expect(wordsOf(answer.text)).toContain('This text has just been changed.');
    expect(await judgementsOf()).toEqual([]);
  });

  test('must mark a sentence or write what is wrong, within limits; what was typed stays', async () => {
    const { maria, groups, judgementsOf } = await withAnswers();
    const group = (await groups()).find((each) => each.endsWith('/keys')) ?? '';
    const hidden =
      formsIn((await maria.get(group)).text).find((form) => form.hidden.prompt === 'goodbye')?.hidden ?? {};
    const nothing = await maria.post(group, { ...hidden, answer: 'wrong', comment: ' ' });
    expect([nothing.status, wordsOf(nothing.text)]).toEqual([422, expect.stringContaining('Please mark a sentence')]);
    const long = await maria.post(group, { ...hidden, answer: 'wrong', comment: `<i>${'x'.repeat(1000)}` });
    expect([long.status, long.text.includes(`&lt;i&gt;${'x'.repeat(1000)}`)]).toEqual([422, true]);
    expect(wordsOf(long.text)).toContain('Please write 1000 characters at most.');
    expect((await maria.post(group, { ...hidden, answer: 'wrong', sentence: '99' })).status).toBe(422);
    expect(await judgementsOf()).toEqual([]);
    const foreign = await maria.post(group, { ...hidden, prompt: 'no.such', answer: 'right' });
    expect(foreign.status).toBe(409);
    expect((await maria.post(group, { ...hidden, csrf: 'x', answer: 'right' })).status).toBe(403);
    expect((await maria.post(group, { ...hidden, more: 'x'.repeat(40_000) })).status).toBe(413);
    // A later answer replaces the one before.
    const answers: Readonly<Record<string, string>>[] = [
      { answer: 'wrong', comment: 'One' },
      { answer: 'right' },
      { answer: 'wrong', comment: 'Two' },
    ];
    for (const said of answers) {
      expect((await maria.post(group, { ...hidden, ...said })).status).toBe(303);
    }
    expect(await judgementsOf()).toMatchObject([{ prompt: 'goodbye', isRight: false, comment: 'Two', settled: null }]);
  });

  test('is asked to write comments in a language of the office as well, unless the texts are in one', async () => {
    const { maria, groups, office } = await start();
    const [group = ''] = await groups();
    const english = await maria.get(group);
    expect(english.text).toContain('<textarea id="text-1-comment"');
    expect(english.text).not.toContain('-comment-help"');
    const made = await office.nativeReviews.make(tanaka, { language: 'zh-Hans', reader: '王' });
    if (made.kind !== 'made') throw new Error(made.kind);
    const { text } = await maria.get(`/console/reading/${made.token}/beginning`);
    expect(text).toMatch(/id="text-1-comment-help">.*?请尽量也用日语或英语写/s);
    expect(text).toMatch(/<textarea id="text-1-comment"[^>]* aria-describedby="text-1-comment-help"/);
  });

  test('finds the link closed when it is too old or was revoked', async () => {
    const old = await start();
    const page = await old.maria.get(old.address);
    old.office.later(14 * 24 * 60 * 60);
    const over = await old.maria.get(old.address);
    expect([over.status, wordsOf(over.text)]).toEqual([410, expect.stringContaining('This link is too old.')]);
    expect(page.status).toBe(200);
    const { staff, maria, address, groups, office } = await start();
    const [group = ''] = await groups();
    const texts = await maria.get(group);
    const revoked = await staff.submit('/console/readers/1', '/console/readers/1/revoke', {});
    expect(revoked.headers.location).toContain('readers.done.revoked');
    expect((await maria.get(address)).status).toBe(410);
    expect((await maria.send(texts, group, { answer: 'right' })).status).toBe(410);
    expect((await office.acts()).at(-1)).toBe('reading-revoked');
  });
});

test('A form of a link is accepted even if its cookie is gone, but not from another site', async () => {
  const { office, app, groups } = await start();
  const [group = ''] = await groups();
  const first = visitConsole(app);
  const page = await first.get(group);
  const form = { answer: 'right', prompt: 'greeting', hash: '', csrf: '' };
  for (const name of ['prompt', 'hash', 'csrf'] as const) {
    form[name] = new RegExp(`name="${name}" value="([^"]+)"`).exec(page.text)?.[1] ?? '';
  }
  // Another browser has none of the cookies.
  const other = visitConsole(app);
  const elsewhere = await other.post(group, form, { 'Sec-Fetch-Site': 'cross-site' });
  expect(elsewhere.status).toBe(403);
  const taken = await other.post(group, form, { 'Sec-Fetch-Site': 'same-origin' });
  expect(taken.status).toBe(303);
  expect((await office.nativeReviewRecords.judgements.of([1])).map(({ prompt }) => prompt)).toEqual([form.prompt]);
});

/** The same as `start`, with a function that reads the stored judgements of the first link. */
async function withAnswers() {
  const started = await start();
  return { ...started, judgementsOf: () => started.office.nativeReviewRecords.judgements.of([1]) };
}

describe('What a native reader said', () => {
  test('is shown beside the text, escaped, until staff have settled it or the text changes', async () => {
    const { staff, answerAll, office } = await start();
    await answerAll(['goodbye', 'limit']);
    const page = await staff.get('/console/texts/en/goodbye');
    expect(page.text).toContain('No &lt;b&gt;');
    expect(page.text).not.toContain('No <b>');
    expect(wordsOf(page.text)).toContain('母語話者の指摘');
    expect((await staff.get('/console/texts/en/greeting')).text).not.toContain('母語話者の指摘');
    const all = async () => wordsOf((await staff.get('/console/texts/all/goodbye')).text);
    expect(await all()).toContain('No &lt;b&gt;');
    expect(await all()).toContain('母語話者の指摘');
    // The overview links editors to the text, and the ledger marks it.
    const overview = (await staff.get('/console')).text;
    expect(wordsOf(overview)).toContain('正しくないとされた文の指摘が2件あります。');
    expect(overview).toMatch(/href="\/console\/texts\/en\/(goodbye|limit)"/);
    expect(wordsOf((await staff.get('/console/texts')).text).match(/ネイティブの指摘あり/g)).toHaveLength(2);
    const remark = /action="(\/console\/readers\/remarks\/\d+)"/.exec(page.text)?.[1] ?? '';
    const settled = await staff.send(page, remark);
    expect(settled.headers.location).toContain('/console/texts/en/goodbye');
    expect((await staff.get('/console/texts/en/goodbye')).text).not.toContain('母語話者の指摘');
    expect(await all()).not.toContain('母語話者の指摘');
    expect((await staff.send(page, remark)).status).toBe(404);
    expect((await staff.get('/console/texts/en/limit')).text).toContain('母語話者の指摘');
    await office.save('en', 'limit', 'We must end here. Goodbye.');
    expect((await staff.get('/console/texts/en/limit')).text).not.toContain('母語話者の指摘');
    const whole = wordsOf((await staff.get('/console/readers/1')).text);
    expect(whole).toContain('対応済み(hanakoさん、');
    expect(whole).toContain('この指摘のあとで文が変わりました');
    expect((await office.acts()).includes('remark-settled')).toBe(true);
  });

  test('counts in the list of languages as a remark, and not as an unread text', async () => {
    const { staff, answerAll, finish } = await start();
    const inList = async () => {
      const { text } = await staff.get('/console/readers');
      const [row = ''] = text.match(/<tr>\s*<td[^>]*><div><span lang="en">[\s\S]*?<\/tr>/) ?? [];
      return wordsOf(row);
    };
    expect(await inList()).not.toContain('指摘あり');
    await answerAll(['goodbye', 'limit']);
    await finish();
    expect(await inList()).toMatch(/件のうち0件 指摘あり 2件/);
  });

  test('is also on the page of approvals', async () => {
    const { staff, answerAll } = await start();
    await answerAll(['goodbye']);
    const { text } = await staff.get('/console/approvals/en');
    expect(text).toContain('Mariaさん(母語話者)の指摘: <span dir="auto">No &lt;b&gt;</span>');
    expect(text.split('母語話者)の指摘').length).toBe(2);
  });

  test('is shown with the text of a menu item, into which the key is filled in', async () => {
    const { staff, answerAll } = await start();
    await answerAll(['topic.days.menu']);
    const words = wordsOf((await staff.get('/console/readers/1')).text);
    expect(words).toMatch(/For the days, press +\d/);
    expect(words).not.toContain('{{key}}');
  });

  test('is not found under a number that does not exist', async () => {
    const { staff } = await start();
    for (const path of ['/console/readers/7', '/console/readers/x']) {
      expect((await staff.get(path)).status).toBe(404);
    }
  });
});

test('No logged error contains the token of a link', async () => {
  const { maria, address, token, office, reported } = await start();
  Object.assign(office.nativeReviews, {
    open: async () => {
      throw new Error('broken on purpose');
    },
  });
  expect((await maria.get(address)).status).toBe(500);
  expect(reported.length).toBe(1);
  expect(JSON.stringify(reported.map((error) => [String(error), Object.entries(error as object)]))).not.toContain(
    token,
  );
});
