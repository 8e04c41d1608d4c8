import { describe, expect, jest, test } from '#jest';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { approvalsIn, setFirstDay } from '../support/small-approvals.ts';
import { sato } from '../support/small-office.ts';

jest.setTimeout(60_000);

const wordsOf = ({ text }: { readonly text: string }) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** The console of a line that was published once, with an editor who is signed in. */
async function start() {
  const line = await createTestConsole();
  const office = approvalsIn(line.office);
  await office.publish();
  await line.letIn('hanako', 'editor');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  return { ...line, office, visitor };
}

describe('What is to be published', () => {
  test('is grouped by prompt: the unchanged source text, and below it each language with its name', async () => {
    const { office, visitor } = await start();
    await office.save('en', 'goodbye', 'So long.');
    await office.save('zh-Hans', 'goodbye', '再见。');
    const page = await visitor.get('/console/publish');
    expect(page.text.match(/class="change-group"/g)).toHaveLength(1);
    expect(wordsOf(page)).toMatch(/終わりのあいさつ goodbye ありがとうございました。 英語 .*So long.* 中国語 .*再见。/);
  });

  test('shows a problem of several texts once, with a link to each of them', async () => {
    const { office, visitor } = await start();
    await office.save('en', 'goodbye', 'So long.');
    await office.save('zh-Hans', 'goodbye', '再见。');
    await office.save('en', 'limit', 'It ends.');
    const page = await visitor.get('/console/publish');
    expect(page.text.match(/承認を待っています。/g)).toHaveLength(1);
    expect(wordsOf(page)).toMatch(
      /承認を待つ文\(3件\).*電話が長くなったとき: 英語 .*終わりのあいさつ: 英語 中国語 .*承認を待っています。/,
    );
    expect(page.text).toContain('href="/console/approvals/zh-Hans#goodbye"');
    expect(page.text).toContain('href="/console/approvals">承認のページを開く');
    await office.save('ja', 'goodbye', 'さようなら。');
    expect((await visitor.get('/console/publish')).text.match(/元の文が変わりました。/g)).toHaveLength(1);
  });

  test('has its form on the same page, and a link that leads to it', async () => {
    const { office, visitor } = await start();
    await office.save('en', 'goodbye', 'So long.');
    await office.approveAll();
    const page = await visitor.get('/console/publish');
    expect(page.text).toMatch(
      /<a class="link-target" href="#publish">[\s\S]*<section class="publish-form" id="publish"/,
    );
  });
});

describe('After publishing', () => {
  test('what has changed can be heard: its sound, and the call that leads there', async () => {
    const { office, visitor } = await start();
    expect((await visitor.get('/console/publish')).text).not.toContain('data-play-all');
    await office.save('en', 'days.which', 'Everything changes on {{firstDay}}.\nMind the day.');
    await office.publish();
    const page = await visitor.get('/console/publish');
    expect(wordsOf(page)).toMatch(/変わったところを聞く\(1件\).*英語 Everything changes on/);
    const [, key = ''] = /<audio[^>]* src="\/audio\/(\w+)\.wav" data-side="after"/.exec(page.text) ?? [];
    expect(await office.narrator.ensureKey(key)).toBe(true);
    const [, link = ''] = /href="(\/console\/rehearsal\/hear[^"]+)"/.exec(page.text) ?? [];
    const led = await visitor.get(link.replaceAll('&amp;', '&'));
    // English is 1 in the menu, and the days are 1 among the topics.
    expect([led.status, led.headers.location]).toEqual([303, '/console/rehearsal?on=live&path=11#latest']);
    const call = await visitor.get('/console/rehearsal?on=live&path=11');
    expect(wordsOf(call)).toContain('Everything changes on');
  });

  test('a changed value can be heard in every text that says it', async () => {
    const { office, visitor } = await start();
    await office.changeLine(sato, setFirstDay('2026-05-01'));
    await office.publish();
    expect(wordsOf(await visitor.get('/console/publish'))).toMatch(
      /変わったところを聞く\(3件\) .*日本語 .*英語 .*中国語/,
    );
  });

  test.each([
    ['language=en&prompt=disaster.safety', 404],
    ['language=xx&prompt=goodbye', 404],
    ['language=constructor&prompt=__proto__', 404],
    ['', 404],
    ['language=ja&prompt=greeting', 303],
    ['language=zh-Hans&prompt=goodbye', 303],
    ['on=live&language=en&prompt=destination.office.number', 303],
  ])('the link to a text in a call, with %s, is answered with %i', async (query, status) => {
    const { visitor } = await start();
    expect((await visitor.get(`/console/rehearsal/hear?${query}`)).status).toBe(status);
  });
});
