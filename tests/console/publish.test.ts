import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, jest, test } from '#jest';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';

jest.setTimeout(30_000);

/** The console of a line that was published once. `change` makes one approved change in the draft. */
async function start(role: 'editor' | 'viewer' = 'editor') {
  const line = await createTestConsole();
  const { office } = line;
  await office.publish({ comment: 'the beginning', documentNumber: '総情第1号' });
  await line.letIn('hanako', role);
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  const publishedNow = async () => (await office.records.publications(1))[0];
  const change = async () => {
    await office.save('en', 'greeting', 'Hello from the town.');
    await office.approveAll();
  };
  return { ...line, visitor, change, publishedNow };
}

const form = { comment: 'A friendlier greeting', noDocument: 'yes' };
const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');

/** The errors of a form, by the names of the fields beside which they are shown. */
const errorsIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<p class="field-error" id="(\w+)-error">([^<]*)<\/p>/g)].map(([, name = '', text]) => [
      name,
      text,
    ]),
  );

describe('The page of publishing', () => {
  test('says that there is nothing to publish, and shows no button', async () => {
    const { visitor } = await start();
    const page = await visitor.get('/console/publish');
    expect(page.text).toContain('公開する変更はありません');
    expect(page.text).not.toContain('name="comment"');
  });

  test('shows word by word what was removed and added, and publishes it for all calls that begin from then on', async () => {
    const { visitor, change, office, publisher, publishedNow } = await start();
    await change();
    const page = await visitor.get('/console/publish');
    expect(page.text).toMatch(/<ins>.*Hello/);
    const sent = await visitor.send(page, '/console/publish', form);
    expect([sent.status, sent.headers.location]).toEqual([303, '/console/publish']);
    await publisher.idle();
    expect(wordsOf((await visitor.get('/console/publish')).text)).toMatch(/公開しました\(.*hanakoさん、第2版\)/);
    expect(office.shelf.current.words.en?.prompts.greeting).toEqual(['Hello from the town.']);
    expect(await publishedNow()).toMatchObject({ number: 2, kind: 'published', comment: form.comment });
  });

  test('asks for a comment, and for the document number or a tick that none is needed', async () => {
    const { visitor, change, publishedNow } = await start();
    await change();
    const page = await visitor.get('/console/publish');
    const bare = await visitor.send(page, '/console/publish', { comment: ' ' });
    expect(bare.status).toBe(422);
    expect(bare.text).toContain('変更の内容を書いてください。');
    expect(bare.text).toContain('文書番号を書くか');
    expect((await publishedNow())?.number).toBe(1);
    const numbered = await visitor.send(page, '/console/publish', { comment: 'x', documentNumber: '総情第2号' });
    expect(numbered.status).toBe(303);
  });

  test('reports a missing comment and a missing document number at once, each beside its field', async () => {
    const { visitor, change } = await start();
    await change();
    const bare = await visitor.submit('/console/publish', '/console/publish', {});
    expect(bare.status).toBe(422);
    expect(errorsIn(bare.text)).toEqual({
      comment: '変更の内容を書いてください。',
      documentNumber: '文書番号を書くか、「文書番号は不要です」に印を付けてください。',
    });
  });

  test('refuses a document number together with a tick that none is needed, and keeps both in the form', async () => {
    const { visitor, change, publisher, publishedNow } = await start();
    await change();
    const both = { ...form, documentNumber: '総情第2号' };
    const answer = await visitor.submit('/console/publish', '/console/publish', both);
    expect(answer.status).toBe(422);
    expect(errorsIn(answer.text)).toEqual({
      documentNumber: '文書番号を消すか、「文書番号は不要です」の印を外してください。',
    });
    expect(answer.text).toMatch(/name="comment" type="text" value="A friendlier greeting"/);
    expect(answer.text).toMatch(/name="documentNumber" type="text" value="総情第2号"/);
    expect(answer.text).toMatch(/name="noDocument" type="checkbox" value="yes" checked/);
    await publisher.idle();
    expect((await publishedNow())?.number).toBe(1);
  });

  test('refuses texts that are too long, beside their fields, and keeps everything that was typed', async () => {
    const { visitor, office, publisher, publishedNow } = await start();
    await office.save('en', 'greeting', 'Hello from the town.');
    const page = await visitor.get('/console/publish');
    const long = {
      comment: `c${'x'.repeat(500)}`,
      documentNumber: `d${'x'.repeat(100)}`,
      warningsReason: `w${'x'.repeat(500)}`,
      emergencyReason: `e${'x'.repeat(400)}`,
    };
    const answer = await visitor.send(page, '/console/publish', long);
    expect(answer.status).toBe(422);
    expect(errorsIn(answer.text)).toEqual({
      comment: '長すぎます。500文字までにしてください。',
      documentNumber: '長すぎます。100文字までにしてください。',
      warningsReason: '長すぎます。500文字までにしてください。',
      emergencyReason: '長すぎます。400文字までにしてください。',
    });
    for (const text of Object.values(long)) expect(answer.text).toContain(`value="${text}"`);
    const { emergencyReason } = long;
    const reason = await visitor.send(page, '/console/publish', { documentNumber: 'x', emergencyReason });
    expect([reason.status, Object.keys(errorsIn(reason.text))]).toEqual([422, ['comment', 'emergencyReason']]);
    const longest = { ...form, emergencyReason: emergencyReason.slice(1) };
    expect((await visitor.send(page, '/console/publish', longest)).status).toBe(303);
    await publisher.idle();
    expect(await publishedNow()).toMatchObject({ number: 2, emergency: { reason: longest.emergencyReason } });
  });

  test('offers the reason of the last publication again while the same warnings are about the same words', async () => {
    const { visitor, change, office } = await start();
    // T-03: three commas between clauses.
    const long = (end: string) => `You called us, you heard us, we thank you, and ${end}.`;
    const reasonIn = async () => {
      const { text } = await visitor.get('/console/publish');
      const [, value] = /name="warningsReason" type="text" value="([^"]*)"/.exec(text) ?? [];
      return [value, text.includes('前の公開で書いた理由です')];
    };
    await office.save('en', 'goodbye', long('goodbye'));
    await office.approveAll();
    expect(await reasonIn()).toEqual(['', false]);
    expect((await office.publish({ warningsReason: ' agreed with the division ' })).kind).toBe('published');
    await change();
    expect(await reasonIn()).toEqual(['agreed with the division', true]);
    await office.save('en', 'goodbye', long('good night'));
    await office.approveAll();
    expect(await reasonIn()).toEqual(['', false]);
    await office.memos.write('last-reasons', '{"torn');
    expect(await reasonIn()).toEqual(['', false]);
    expect((await office.publish({ warningsReason: 'again' })).kind).toBe('published');
    // Without warnings, the form has no field for a reason.
    await office.save('en', 'goodbye', 'Goodbye, and thank you.');
    await office.approveAll();
    expect(await reasonIn()).toEqual([undefined, false]);
  });

  test('asks for a missing reason beside its field, and keeps everything that was typed', async () => {
    const { visitor, office, publisher } = await start();
    await office.save('en', 'greeting', 'Hello from the town.');
    const typed = { ...form, emergencyReason: '   ' };
    expect((await visitor.submit('/console/publish', '/console/publish', typed)).status).toBe(303);
    // The page is opened until it has the outcome. Then it has the form, too.
    let page = await visitor.get('/console/publish');
    for (let asked = 0; asked < 20 && !page.text.includes('公開していません'); asked += 1) {
      page = await visitor.get('/console/publish');
    }
    await publisher.idle();
    expect(page.text).toContain(`value="${form.comment}"`);
    expect(errorsIn(page.text)).toEqual({ emergencyReason: '理由を書いてください。' });
  });

  test('asks for no reason that is no longer needed', async () => {
    const { visitor, change, office, publisher } = await start();
    await change();
    const page = await visitor.get('/console/publish');
    // T-03: three commas between clauses. Nobody has approved it.
    await office.save('en', 'goodbye', 'You called us, you heard us, we thank you, and goodbye.');
    await visitor.send(page, '/console/publish', form);
    await publisher.idle();
    const stopped = await visitor.get('/console/publish');
    expect(Object.keys(errorsIn(stopped.text))).toEqual(['warningsReason', 'emergencyReason']);
    await office.save('en', 'goodbye', 'Goodbye, and thank you.');
    await office.approveAll();
    const again = await visitor.get('/console/publish');
    expect([again.text.includes(`value="${form.comment}"`), errorsIn(again.text)]).toEqual([true, {}]);
    expect(again.text).not.toMatch(/name="(warnings|emergency)Reason"/);
  });

  test('names the edition that was published while the page was being made, and offers no form any more', async () => {
    const { visitor, office, publisher } = await start();
    await office.save('en', 'goodbye', 'The the end.');
    await office.approveAll();
    const by = { accountId: 'id of sato', accountName: 'sato', role: 'editor' } as const;
    const wanted = { comment: 'x', documentNumber: '', warningsReason: 'meant', emergencyReason: '', basedOn: 1 };
    const { read } = office.memos;
    // The page reads the last reasons after it has read the live edition, so this publishes in between.
    const publishFirst = async (name: string) => {
      if (name === 'last-reasons' && publisher.start(by, wanted)) await publisher.idle();
      return read(name);
    };
    Object.assign(office.memos, { read: publishFirst });
    const { text } = await visitor.get('/console/publish');
    expect(wordsOf(text)).toMatch(/公開しました\(.*sato、第2版\)/);
    expect(text).not.toContain('name="comment"');
  });

  test('keeps a refused form even when the draft cannot be published any more', async () => {
    const { visitor, change, office } = await start();
    await change();
    const page = await visitor.get('/console/publish');
    await office.save('ja', 'greeting', '{町|まち}です。');
    const answer = await visitor.send(page, '/console/publish', { comment: 'A long explanation' });
    expect([answer.status, answer.text.includes('value="A long explanation"')]).toEqual([422, true]);
    expect(answer.text).toContain('元の文が変わりました');
  });

  test('names every text that must be corrected first, with a link to it, and offers no form', async () => {
    const { visitor, office } = await start();
    await office.save('ja', 'greeting', '{町|まち}です。');
    const page = await visitor.get('/console/publish');
    expect(page.text).toContain('href="/console/texts/en/greeting"');
    expect(page.text).toContain('元の文が変わりました');
    expect(page.text).not.toContain('name="comment"');
  });

  test('tells the slower of two people that another edition was published, and leaves that edition live', async () => {
    const { visitor, change, office, publisher, publishedNow } = await start();
    await change();
    const page = await visitor.get('/console/publish');
    await office.publish({ comment: 'somebody else' });
    await office.save('en', 'goodbye', 'Bye for now.');
    await visitor.send(page, '/console/publish', form);
    await publisher.idle();
    expect((await visitor.get('/console/publish')).text).toContain('先にほかの版が公開されました');
    expect(await publishedNow()).toMatchObject({ comment: 'somebody else' });
  });

  test('keeps what was typed while somebody else is publishing, and says who', async () => {
    const { visitor, change, app, publisher, letIn, publishedNow } = await start();
    await letIn('taro', 'editor');
    const other = visitConsole(app);
    await other.signIn('taro');
    await change();
    const [page, theirs] = [await visitor.get('/console/publish'), await other.get('/console/publish')];
    await other.send(theirs, '/console/publish', { ...form, comment: 'What Taro wrote' });
    expect(publisher.job.state).toBe('running');
    const late = await visitor.send(page, '/console/publish', { ...form, comment: 'What Hanako wrote' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('What Hanako wrote');
    expect(wordsOf(late.text)).toContain('公開の準備をしています(taroさん)');
    // Pressing the button twice is no conflict.
    expect((await other.send(theirs, '/console/publish', form)).status).toBe(303);
    await publisher.idle();
    expect((await publishedNow())?.comment).toBe('What Taro wrote');
  });

  test('tells which text could not be spoken, and can be tried again', async () => {
    const { visitor, change, office, publisher, publishedNow } = await start();
    await change();
    office.engine.failWhen(({ pieces }) => JSON.stringify(pieces).includes('Hello'));
    await visitor.submit('/console/publish', '/console/publish', form);
    await publisher.idle();
    const failed = wordsOf((await visitor.get('/console/publish')).text);
    expect(failed).toMatch(/音声を作れない文がありました.*「greeting」\(en\)に、音声のない文があります/);
    expect((await publishedNow())?.number).toBe(1);
    office.engine.failWhen(() => false);
    await visitor.submit('/console/publish', '/console/publish', form);
    await publisher.idle();
    expect((await publishedNow())?.number).toBe(2);
  });

  test('is summarised on the overview: changes, errors, warnings and texts that wait for approval', async () => {
    const { visitor, office } = await start();
    const news = async () => wordsOf((await visitor.get('/console')).text);
    expect(await news()).not.toContain('公開していない変更が');
    await office.save('ja', 'greeting', '{町|まち}です。');
    expect(await news()).toContain('公開していない変更が1件あります(直すもの2件、警告0件、承認待ち1件)。');
  });

  test('lets a viewer look, but not publish', async () => {
    const { visitor, change, publishedNow } = await start('viewer');
    await change();
    const page = await visitor.get('/console/publish');
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('name="comment"');
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    expect((await visitor.post('/console/publish', { ...form, csrf })).status).toBe(403);
    expect((await publishedNow())?.number).toBe(1);
  });

  test('answers htmx with the progress alone', async () => {
    const { visitor } = await start();
    const part = await visitor.get('/console/publish/progress', { 'HX-Request': 'true' });
    expect(part.text).not.toContain('<html');
    expect(part.text).toContain('id="publish-job"');
  });
});

describe('The published editions', () => {
  test('are listed with who, when, why and the number of the document', async () => {
    const { visitor } = await start();
    const page = wordsOf((await visitor.get('/console/editions')).text);
    expect(page).toMatch(
      /第1版 公開中 すべての文が承認されています 2026年11月24日\(火\) 09:00 tanaka 公開 the beginning 総情第1号/,
    );
  });

  test('can be made live again in one step, without speaking anything again', async () => {
    const { visitor, change, office } = await start();
    const [first] = await office.records.publications(1);
    await change();
    await office.publish({ comment: 'new' });
    const spoken = office.studio.spokenCount;
    const path = `/console/editions/${first?.edition}`;
    const page = await visitor.get(path);
    expect(page.text).toMatch(/<del>.*Hello/);
    const none = await visitor.send(page, `${path}/roll-back`, { reason: ' ' });
    expect([none.status, errorsIn(none.text)]).toEqual([422, { reason: '戻す理由を書いてください。' }]);
    const done = await visitor.send(page, `${path}/roll-back`, { reason: 'a wrong word' });
    expect(done.headers.location).toBe('/console/editions?notice=editions.done.rolled-back');
    expect(office.shelf.current.hash).toBe(first?.edition);
    expect(office.studio.spokenCount).toBe(spoken);
    const again = await visitor.send(page, `${path}/roll-back`, { reason: 'twice' });
    expect(again.text).toContain('この版は今流れています');
    expect((await visitor.get('/console/audit')).text).toContain('第1版に戻しました(理由:a wrong word)');
  });

  test('are not made live again for a reason that is too long, which stays in the form', async () => {
    const { visitor, change, office } = await start();
    const path = `/console/editions/${(await office.records.publications(1))[0]?.edition}`;
    await change();
    await office.publish({ comment: 'new' });
    const reason = 'x'.repeat(501);
    const answer = await visitor.submit(path, `${path}/roll-back`, { reason });
    expect([answer.status, errorsIn(answer.text)]).toEqual([
      422,
      { reason: '長すぎます。500文字までにしてください。' },
    ]);
    expect(answer.text).toContain(`value="${reason}"`);
    expect((await office.records.publications(1))[0]?.kind).toBe('published');
  });

  test.each(['', 'it is better', 'x'.repeat(501)])('are not made live again while they are live', async (reason) => {
    const { visitor, change, office } = await start();
    const [first] = await office.records.publications(1);
    await change();
    await office.publish({ comment: 'new' });
    const path = `/console/editions/${first?.edition}`;
    const page = await visitor.get(path);
    await visitor.send(page, `${path}/roll-back`, { reason: 'a wrong word' });
    const again = await visitor.send(page, `${path}/roll-back`, { reason });
    expect([again.status, wordsOf(again.text).includes('この版は今流れています')]).toEqual([409, true]);
    expect(again.text.match(/<p class="typed">([^<]*)</)?.[1] ?? '').toBe(reason);
  });

  test('can be found by the minute at which they were live', async () => {
    const { visitor, office } = await start();
    const [live] = await office.records.publications(1);
    const heard = await visitor.get('/console/editions?at=2026-11-24T09:00');
    expect(heard.headers.location).toBe(`/console/editions/${live?.edition.slice(0, 10)}`);
    expect((await visitor.get('/console/editions?at=2026-11-24T08:59')).text).toContain(
      'まだ何も公開していませんでした',
    );
    for (const at of ['yesterday', '0000-01-01T00:00', '%2B012345-01-01T00:00', '-000001-01-01T00:00']) {
      const page = await visitor.get(`/console/editions?at=${at}`);
      expect([at, page.status, page.text.includes('日時を正しく選んでください')]).toEqual([at, 200, true]);
    }
    for (const [at, status] of [
      ['0001-01-01T00:00', 200],
      ['9999-12-31T23:59', 303],
    ] as const) {
      expect((await visitor.get(`/console/editions?at=${at}`)).status).toBe(status);
    }
  });

  test('can be exported with all their texts, settings and sounds, and nothing about callers', async () => {
    const { visitor, office } = await start();
    const [live] = await office.records.publications(1);
    const { disposition, bytes } = await visitor.download(`/console/editions/${live?.edition}/export.zip`);
    expect(disposition).toBe('attachment; filename=kotozute-edition-1.zip');
    const files = unzipSync(bytes);
    const edition = JSON.parse(strFromU8(files['edition.json'] ?? new Uint8Array()));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    expect(edition.words.en.prompts.greeting).toEqual(office.shelf.current.words.en?.prompts.greeting);
    expect(Object.keys(edition).sort()).toEqual(
      ['at', 'by', 'comment', 'documentNumber', 'engine', 'hash', 'line', 'number', 'words'].sort(),
    );
    const names = Object.keys(files).filter((name) => name.startsWith('sounds/'));
    expect(names.length).toBe(manifest.sounds.length);
    for (const { key } of manifest.sounds) {
      expect(
        Buffer.from(files[`sounds/${key}.wav`] ?? []).equals(Buffer.from((await office.cache.read(key)) ?? [])),
      ).toBe(true);
    }
  });

  test.each(['/console/editions/0000000000', '/console/editions/zz', '/console/editions/0000000000/export.zip'])(
    'are not found at %s',
    async (path) => {
      const { visitor } = await start();
      const answer = await visitor.get(path);
      expect([answer.status, answer.text.includes('その版は見つかりません')]).toEqual([404, true]);
    },
  );
});
