import type { Response } from 'supertest';
import { describe, expect, jest, test } from '#jest';
import type { Role } from '../../src/office/staff/role.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { approvalsIn } from '../support/small-approvals.ts';
import { mori } from '../support/small-office.ts';

jest.setTimeout(60_000);

const path = '/console/approvals/en';
const wordsOf = ({ text }: Response) =>
  text
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');

/** A console whose line is published and approved. Since then, tanaka has changed one text. A visitor is signed in. */
async function start(role: Role = 'approver') {
  const line = await createTestConsole();
  const office = approvalsIn(line.office);
  await office.publish();
  await office.save('en', 'goodbye', 'So long, and thank you.');
  await line.letIn('hanako', role);
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  const { hash } = await office.textOf('en', 'goodbye');
  const text = `en goodbye ${hash}`;
  const csrf = async () => /name="csrf" value="([^"]+)"/.exec((await visitor.get('/console')).text)?.[1] ?? '';
  const post = async (act: string, fields: Readonly<Record<string, string>>) =>
    visitor.post(`${path}/${act}`, { csrf: await csrf(), ...fields });
  /** Listens to the text to its end, as in a browser without JavaScript. */
  const listen = async () => {
    const begun = await post('listening', { text });
    const page = await visitor.get(begun.headers.location ?? '');
    office.later(60);
    return visitor.send(page, `${path}/listened`);
  };
  return { ...line, office, visitor, text, post, listen };
}

describe('The page of approvals', () => {
  test('counts what waits in each language, and the menu leads to it', async () => {
    const { visitor } = await start('viewer');
    const page = await visitor.get('/console/approvals');
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain('すべての言語 1件 英語 1件 中国語 0件 日本語 0件');
    expect(page.text).toContain('<a href="/console/approvals" aria-current="page">承認</a>');
  });

  test('shows the change, the source, and to a viewer no button', async () => {
    const { visitor } = await start('viewer');
    const page = await visitor.get(path);
    expect(page.text).toMatch(/<ins>.*So long/s);
    expect(page.text).toMatch(/<del>.*Thank you for calling/s);
    expect(page.text).toContain('ありがとうございました。');
    expect(wordsOf(page)).toContain('あなたの役割では承認できません。');
    expect(page.text).not.toContain('/listening"');
    expect(page.text).not.toContain('type="checkbox"');
  });

  test('answers 404 for a language that the line does not have', async () => {
    const { visitor } = await start('viewer');
    expect((await visitor.get('/console/approvals/xx')).status).toBe(404);
  });

  test('refuses those who may not approve', async () => {
    const { post, text } = await start('editor');
    for (const act of ['listening', 'listened', 'approve', 'send-back']) {
      expect([act, (await post(act, { text })).status]).toEqual([act, 403]);
    }
  });
});

describe('Somebody who approves', () => {
  test('hears the same file as callers, confirms having heard all of it, and approves; the text can then be published', async () => {
    const { office, visitor, post, text, listen } = await start();
    const begun = await post('listening', { text });
    expect([begun.status, begun.headers.location]).toEqual([303, '/console/approvals/en?listening=1']);
    const page = await visitor.get(begun.headers.location ?? '');
    const key = /src="\/audio\/([0-9a-f]{64})\.wav"/.exec(page.text)?.[1] ?? '';
    expect(await office.cache.read(key)).not.toBeNull();
    const heard = await listen();
    expect(heard.status).toBe(303);
    const after = await visitor.get(heard.headers.location ?? '');
    expect(wordsOf(after)).toMatch(/最後まで聞いたことを記録しました.*聞きました/);
    expect(after.text).not.toContain('<audio');
    const approved = await post('approve', { text });
    expect([approved.status, approved.headers.location]).toEqual([
      303,
      '/console/approvals/en?notice=approvals.done.approved',
    ]);
    expect(wordsOf(await visitor.get(path))).toContain('この言語で承認を待つ文はありません。');
    expect((await office.publish({}, undefined, null)).kind).toBe('published');
    expect(wordsOf(await visitor.get('/console/audit'))).toContain(
      '英語の文1件を聞いて承認しました(終わりのあいさつ)。',
    );
  });

  test('cannot approve a text unheard, or confirm a listening that does not exist, and is told what to do', async () => {
    const { visitor, post, text } = await start();
    const refused = await post('approve', { text });
    expect([refused.status, wordsOf(refused)]).toEqual([
      409,
      expect.stringContaining('最後まで聞いてください:終わりのあいさつ'),
    ]);
    const begun = await post('listening', { text });
    const page = await visitor.get(begun.headers.location ?? '');
    expect(page.status).toBe(200);
    const unknown = await post('listened', { listening: '7' });
    expect([unknown.status, wordsOf(unknown)]).toEqual([
      409,
      expect.stringContaining('もう一度「聞く」から始めてください。'),
    ]);
  });

  test('is told what to do after ticking nothing, or a text that has changed', async () => {
    const { office, post, text } = await start();
    expect(wordsOf(await post('approve', {}))).toContain('文に印を付けてください。');
    expect(wordsOf(await post('listening', {}))).toContain('文に印を付けてください。');
    await office.save('en', 'goodbye', 'Something else.');
    const late = await post('approve', { text });
    expect([late.status, wordsOf(late)]).toEqual([
      409,
      expect.stringContaining('もう一度聞いてください:終わりのあいさつ'),
    ]);
    expect((await post('approve', { text: '"><script>' })).text).not.toContain('"><script>');
  });

  test('sees which texts are their own, and cannot tick or approve them', async () => {
    const { visitor, post, office } = await start();
    await visitor.submit('/console/texts/en/limit', '/console/texts/en/limit', { text: 'It ends.', ready: '1' });
    const page = await visitor.get(path);
    expect(wordsOf(page)).toContain('あなたが書いた、または値を変えた文です。');
    expect(page.text.match(/name="text" type="checkbox"/g)).toHaveLength(1);
    const text = `limit ${(await office.textOf('en', 'limit')).hash}`;
    expect(wordsOf(await post('approve', { text }))).toContain('自分が書いた、または値を変えた文は承認できません。');
  });

  test('sends a text back with a comment, which the page of the text and the ledger show', async () => {
    const { visitor, post, text } = await start();
    expect(wordsOf(await post('send-back', { text, comment: ' ' }))).toContain('直してほしいところを書いてください。');
    const sent = await post('send-back', { text, comment: 'Too <b>long</b>.' });
    expect(sent.headers.location).toBe('/console/approvals/en?notice=approvals.done.sent-back');
    const page = await visitor.get('/console/texts/en/goodbye');
    expect(page.text).toContain('Too &lt;b&gt;long&lt;/b&gt;.');
    expect(wordsOf(page)).toMatch(/差戻し.*hanakoさんが差し戻しました。/);
    const ledger = await visitor.get('/console/texts?state=sent-back');
    expect(ledger.text).toContain('Too &lt;b&gt;long&lt;/b&gt;.');
    expect(wordsOf(await visitor.get('/console/audit'))).toContain('を差し戻しました。コメント:Too');
  });

  test('sees beside each field that it is too long, and keeps everything that was typed', async () => {
    const { post, text } = await start();
    const comment = 'x'.repeat(401);
    const returned = await post('send-back', { text, comment });
    expect(returned.status).toBe(422);
    expect(returned.text).toMatch(/<p class="field-error" id="text-\w+-comment-error">長すぎます。400文字まで/);
    expect(returned.text).toContain(`name="comment" type="text" value="${comment}"`);
    const reader = 'y'.repeat(101);
    const approved = await post('approve', { text, reviewed: '1', reader });
    expect(approved.status).toBe(422);
    expect(approved.text).toContain('<p class="field-error" id="reader-error">長すぎます。100文字まで');
    expect(approved.text).toContain(`name="reader" type="text" value="${reader}"`);
    expect(approved.text).toMatch(/name="reviewed" type="checkbox" value="1" checked/);
    expect(approved.text).toContain(`value="${text}" checked`);
    expect(wordsOf(await post('approve', { reader }))).toMatch(/文に印を付けてください。.*長すぎます。/);
  });

  test('can copy a comment and a name that were typed for texts that no longer wait', async () => {
    const { office, post, text } = await start();
    const long = 'x'.repeat(401);
    for (const [comment, status] of [
      ['Too long.', 409],
      [long, 422],
    ] as const) {
      const returned = await post('send-back', { text: 'limit 0', comment });
      expect([returned.status, returned.text.includes(`<p class="typed">${comment}</p>`)]).toEqual([status, true]);
    }
    await office.approveAll();
    const approved = await post('approve', { text, reviewed: '1', reader: 'Smith' });
    expect(approved.status).toBe(409);
    expect(approved.text).toMatch(/banner-error[\s\S]*<p class="typed">Smith<\/p>/);
  });

  test('is told at the top what is wrong with a comment on a text that no longer waits', async () => {
    const { post } = await start();
    const returned = await post('send-back', { text: 'limit 0', comment: 'x'.repeat(401) });
    expect(returned.status).toBe(422);
    expect(returned.text).toMatch(/role="alert"><p>長すぎます。400文字まで/);
  });

  test('names the native reader, and the text then counts as reviewed', async () => {
    const { office, visitor, post, text, listen } = await start();
    expect(wordsOf(await visitor.get(path))).toContain('ネイティブチェック(母語話者の確認)はまだです');
    await listen();
    const unnamed = await post('approve', { text, reviewed: '1', reader: '' });
    expect([unnamed.status, wordsOf(unnamed)]).toEqual([422, expect.stringContaining('名前を書いてください。')]);
    expect((await post('approve', { text, reviewed: '1', reader: 'Smith' })).status).toBe(303);
    expect((await office.desk.read()).find('en', 'goodbye')?.isReviewed).toBe(true);
    const history = wordsOf(await visitor.get('/console/texts/en/goodbye/history'));
    expect(history).toMatch(/母語の人が確認.*理由:Smith/);
  });
});

describe('An emergency', () => {
  const form = { comment: 'The river', noDocument: 'yes' };

  test('needs a reason, is shown on every page in both languages, and is over when somebody else has approved', async () => {
    const { office, visitor, publisher, letIn, app } = await start('editor');
    const page = await visitor.get('/console/publish');
    expect(wordsOf(page)).toMatch(/承認を待つ文\(1件\).*承認なしで緊急に公開する/);
    await visitor.send(page, '/console/publish', form);
    await publisher.idle();
    expect(wordsOf(await visitor.get('/console/publish'))).toMatch(
      /公開しませんでした.*承認を待つ文\(1件\)。書いた人とは別の人/,
    );
    await visitor.submit('/console/publish', '/console/publish', { ...form, emergencyReason: '川があふれた' });
    await publisher.idle();
    for (const each of ['', '/texts', '/editions', '/account', '/audit']) {
      const shown = wordsOf(await visitor.get(`/console${each}`));
      expect(shown).toMatch(/hanakoさんが、承認のない内容を緊急に公開しました\(未承認の文 1件、理由:川があふれた\)/);
    }
    expect(wordsOf(await visitor.get('/console/editions'))).toMatch(
      /第2版 公開中 承認されていない文が1件あります.*承認なしの緊急公開/,
    );
    await visitor.get('/console/language/en');
    expect(wordsOf(await visitor.get('/console'))).toContain('reason: 川があふれた');
    await visitor.get('/console/language/ja');
    expect((await visitor.get('/console/publish/progress', { 'HX-Request': 'true' })).text).not.toContain(
      '川があふれた',
    );
    const stranger = visitConsole(app);
    expect((await stranger.get('/console/sign-in')).text).not.toContain('川があふれた');
    await letIn('jiro', 'approver');
    expect(await office.approve(mori, 'en', 'goodbye')).toMatchObject({ kind: 'approved' });
    expect(wordsOf(await visitor.get('/console'))).not.toContain('川があふれた');
    const { hash } = office.shelf.current;
    expect(wordsOf(await visitor.get(`/console/editions/${hash}`))).toMatch(
      /すべての文が承認されています.*理由:川があふれた/,
    );
    expect(wordsOf(await visitor.get('/console/audit'))).toContain('下書きを公開しました');
  });
});
