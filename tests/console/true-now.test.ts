import { describe, expect, test } from '#jest';
import { agreementIn, signedInOnLine } from '../support/console-line.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';

const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const text = '/console/texts/en/days.which';

describe('What the console says is true at that moment', () => {
  test('about the last publication: the message is gone after somebody has gone back to an earlier edition', async () => {
    const { visitor, office, publisher } = await signedInOnLine();
    await office.publish({ comment: 'one' });
    const [first] = await office.records.publications(1);
    await office.save('en', 'goodbye', 'So long.');
    await office.approveAll();
    await visitor.submit('/console/publish', '/console/publish', { comment: 'two', noDocument: 'yes' });
    await publisher.idle();
    expect(wordsOf((await visitor.get('/console/publish')).text)).toMatch(/公開しました\(.*第2版\)/);
    const edition = `/console/editions/${first?.edition}`;
    await visitor.submit(edition, `${edition}/roll-back`, { reason: 'it was better' });
    expect(wordsOf((await visitor.get('/console/publish')).text)).not.toContain('公開しました(');
    // The same edition is published again. It keeps its number, which is not the number of the publication.
    await visitor.submit('/console/publish', '/console/publish', { comment: 'two again', noDocument: 'yes' });
    await publisher.idle();
    expect(wordsOf((await visitor.get('/console/publish')).text)).toMatch(/公開しました\(.*第2版\)/);
    const audit = wordsOf((await visitor.get('/console/audit')).text);
    expect(audit).toContain('下書きを公開しました(第2版、');
    expect(audit).not.toMatch(/版 [0-9a-f]{10}/);
  });

  test('while the first edition is being made: one sentence, and no counts', async () => {
    const { visitor } = await signedInOnLine();
    for (const page of ['/console/publish', '/console/change-sheet', '/console']) {
      const said = wordsOf((await visitor.get(page)).text);
      expect([page, said.includes('最初の版の音声を作っています。')]).toEqual([page, true]);
      expect(said).not.toMatch(/公開していない変更が|承認を待つ文が|変わるところ\(/);
    }
  });

  test('when the database was lost: staff can publish, because nothing is published automatically', async () => {
    const line = await createTestConsole({ isLiveForgotten: true });
    await line.letIn('hanako', 'editor');
    const visitor = visitConsole(line.app);
    await visitor.signIn('hanako');
    const { text } = await visitor.get('/console/publish');
    expect(wordsOf(text)).not.toContain('最初の版の音声を作っています。');
    expect(text).toContain('<form class="form form-wide" method="post" action="/console/publish">');
  });

  test('about a text that cannot be published: it is a draft, with its findings', async () => {
    const { visitor, office } = await signedInOnLine();
    const saved = await visitor.submit(text, text, { text: 'Call 0120-00-0000.', ready: '1' });
    expect(saved.headers.location).toBe(`${text}?notice=text.done.draft`);
    const page = (await visitor.get(saved.headers.location ?? '')).text;
    expect(page).toContain('下書きとして保存しました。公開できない点が残っています。');
    expect(page).toContain('<span class="status status-plain">下書き</span>');
    expect(page).toContain('N-01');
    const again = await visitor.submit(text, text, { text: 'Call 0120-00-0000.', ready: '1' });
    expect(again.headers.location).toBe(`${text}?notice=text.done.still-draft`);
    const right = await visitor.submit(text, text, { text: 'It changes on {{firstDay}}.', ready: '1' });
    expect(right.headers.location).toBe(`${text}?notice=text.done.saved`);
    expect((await office.desk.read()).find('en', 'days.which')?.isReady).toBe(true);
  });

  test('about an earlier version that can no longer be published: restoring it makes a draft', async () => {
    const { visitor, office, changeAs } = await signedInOnLine();
    await office.save('en', 'place.where', 'Open {{officeHours}}.');
    await office.save('en', 'place.where', 'At the corner.');
    await changeAs((file) => file);
    const history = await visitor.get('/console/texts/en/place.where/history');
    const back = await visitor.send(history, '/console/texts/en/place.where/restore', { revision: '2' });
    // The source names no hours, so the translation must not name them either.
    expect(back.headers.location).toContain('notice=text.done.draft');
    expect((await office.desk.read()).find('en', 'place.where')?.isReady).toBe(false);
  });
});

describe('Listening to words that the voice cannot speak', () => {
  test('says why, and reports no error', async () => {
    const { visitor, office, reported, csrf } = await signedInOnLine();
    office.engine.failWhen(() => true);
    const address = '/console/texts/ja/place.where';
    const sent = { csrf: await csrf(), text: '絶対です。' };
    const answer = await visitor.post(`${address}/listen`, sent, { 'HX-Request': 'true' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('この文は、このままでは読み上げられません。');
    expect(answer.text).toContain('「絶対」に読みがありません。');
    expect(reported).toEqual([]);
  });
});

describe('The audit speaks the office’s words', () => {
  test('about topics that are added, changed and removed, a language and a fact', async () => {
    const { visitor, submit, changeAs } = await signedInOnLine();
    const audit = async () => wordsOf((await visitor.get('/console/audit')).text);
    const menu = '{質問|しつもん}は {{key}}。';
    await submit('/topics/new', {
      name: '質問',
      id: 'ask',
      menu,
      part: 'ask.office',
      text: '{電話|でんわ}も できます。',
    });
    expect(await audit()).toContain('項目「質問」を追加しました。メニュー:1 ごみの日, 2 ごみの場所, 3 質問');
    await submit('/topics/ask', { partName: '紙', part: 'ask.more', text: '{紙|かみ}も できます。' });
    expect(await audit()).toContain('項目「質問」の中の文を変えました(質問(1) → 質問(1), 紙)。');
    const removal = '/console/topics/ask/remove';
    const asked = await visitor.get(removal);
    await visitor.send(asked, removal, { agreed: agreementIn(asked.text) });
    expect(await audit()).toContain('項目「質問」を削除しました。メニュー:1 ごみの日, 2 ごみの場所');
    const off = '/console/languages/zh-Hans/off';
    const gone = await visitor.get(off);
    await visitor.send(gone, off, { agreed: agreementIn(gone.text) });
    expect(await audit()).toContain('言語「中国語」を止めました。メニュー:1 英語, 2 日本語');
    await submit('/facts/firstDay', {
      value: '2026-05-01',
      source: 'x',
      checkedOn: '2026-11-01',
      reviewBy: '2027-01-01',
    });
    expect(await audit()).toContain('番号・日付・時間「日付 2026年5月1日」を変更しました(');
    await changeAs((file) => ({ ...file, transfersPerHour: 9 }));
    expect(await audit()).not.toMatch(/line-changed|undefined|\{\{/);
  });
});
