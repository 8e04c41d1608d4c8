import { describe, expect, test } from '#jest';
import type { Role } from '../../src/office/staff/role.ts';
import { signedInOnLine } from '../support/console-line.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { disasterDraft } from '../support/disaster-draft.ts';

const page = '/console/rehearsal';
const open = '?at=2026-11-24T10%3A00';

/** The words of a page, without readings. */
const wordsOf = (html: string) =>
  html
    .replaceAll(/<r[tp]>[^<]*<\/r[tp]>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

async function start(role: Role = 'editor') {
  const line = await signedInOnLine(role);
  const call = async (query: string) => wordsOf((await line.visitor.get(`${page}${query}`)).text);
  return { ...line, call };
}

describe('The rehearsal phone', () => {
  test('lets a viewer call the draft, while callers hear what is live', async () => {
    const { call, office } = await start('viewer');
    await office.save('en', 'welcome', 'Never tell your My Number.');
    expect(await call(`${open}&path=1`)).toContain('Never tell your My Number.');
    expect(await call(`${open}&on=live&path=1`)).toContain('Do not say or enter your My Number.');
    expect(office.shelf.current.words.en?.prompts.welcome).toEqual(['Do not say or enter your My Number.']);
  });

  test('shows each text beside the Japanese one, with the keys in between and a link to each text', async () => {
    const { visitor, call } = await start();
    const html = (await visitor.get(`${page}${open}&path=12s`)).text;
    expect(html).toContain('href="/console/texts/en/place.where"');
    expect(html).toMatch(/It is at the corner of the street\.[\s\S]*<ruby>道<rp>/);
    expect(await call(`${open}&path=12s`)).toMatch(/キー 1 .* キー 2 .* 無音/);
  });

  test('says after how many seconds callers hear what they need, and whether that is soon enough', async () => {
    const { call } = await start();
    const words = await call(`${open}&path=11`);
    expect(words).toMatch(/自分の言語を聞くまで \d+\.\d秒 目安の22秒以内です/);
    expect(words).toMatch(/案内の内容を聞くまで \d+\.\d秒 目安の45秒以内です/);
    expect(await call(`${open}&path=1`)).toContain('まだ聞いていません(目安は45秒以内)');
  });

  test('draws a map of the language that shows what was heard', async () => {
    const { visitor, call } = await start();
    expect(await call(`${open}&path=11`)).toContain('7か所のうち3か所(43%)を聞きました');
    const html = (await visitor.get(`${page}${open}&path=11`)).text;
    expect(html).toMatch(/class="map-place map-visited map-here" data-place="explanation\.days\.0"/);
    expect(html).toMatch(/class="map-place" data-place="number"/);
    expect(await call(`${open}&path=`)).toContain('言語を選ぶと');
  });

  test('offers the four outcomes while it dials, and says when the call is over', async () => {
    const { visitor, call } = await start();
    const dialling = (await visitor.get(`${page}${open}&path=10`)).text;
    for (const sign of ['a', 'b', 'n', 'f']) expect(dialling).toContain(`value="10${sign}"`);
    expect(dialling).not.toContain('data-key="1"');
    expect(await call(`${open}&path=10a`)).toContain('電話は終わりました。');
  });

  test('has no mark of a refused form, because the browser would then forget what was typed on another page', async () => {
    const { visitor } = await start();
    const { text } = await visitor.get(`${page}${open}&path=1`);
    expect([text.includes('data-phone-trouble'), text.includes('data-trouble')]).toEqual([true, false]);
  });

  test('says everything that is wrong with an address, and still makes the call', async () => {
    const { visitor } = await start();
    const answer = await visitor.get(`${page}?on=x&at=yesterday&number=ko&path=9z`);
    expect(answer.status).toBe(200);
    for (const text of ['「聞く内容」を', '「日時」を', '「かける番号」を', '初めからかけ直して']) {
      expect(wordsOf(answer.text)).toContain(text);
    }
    expect(answer.text).toContain('data-turn="0"');
  });

  test('says which text is missing, with a link to it, if a call cannot go on', async () => {
    const { office, visitor, call } = await start();
    await office.save('en', 'place.where', '');
    expect(await call(`${open}&path=1`)).not.toContain('流せない文');
    const answer = await visitor.get(`${page}${open}&path=12`);
    expect(answer.status).toBe(200);
    expect(wordsOf(answer.text)).toContain('下書きに、流せない文が1件あります');
    expect(answer.text).toContain('href="/console/texts/en/place.where"');
    expect(answer.text).toContain('data-turn="1"');
  });

  test('says a chosen disaster notice, in the languages that the settings count as approved', async () => {
    const world = await createTestConsole({ draft: disasterDraft() });
    await world.letIn('hanako', 'viewer');
    const visitor = visitConsole(world.app);
    await visitor.signIn('hanako');
    const call = async (query: string) => wordsOf((await visitor.get(`${page}${open}${query}`)).text);
    const own = '&disaster=own&kind=flood&place=north&action=leave&path=2';
    const all = await call(own);
    expect(all).toContain('災害のお知らせあり');
    expect(all).not.toContain('The river is very high.');
    const real = await call(`${own}&approved=real`);
    expect(real).toContain('The river is very high.');
    expect(await call('&disaster=own&path=2')).toContain('「種類」を選んでください');
    expect(await call('&disaster=current&path=2')).toContain('災害のお知らせは出ていない');
    expect(await call('&disaster=none&path=1')).not.toContain('The river');
  });

  test('stores nothing: several calls leave the audit and the tables as they were', async () => {
    const { call, office } = await start();
    const before = await office.acts();
    for (const path of ['', '1', '11s', '10b']) await call(`${open}&path=${path}`);
    expect(await office.acts()).toEqual(before);
    expect([await office.rehearsals.problems.list(9), await office.rehearsals.calls.newest()]).toEqual([[], []]);
  });
});

describe('What changed', () => {
  test('can be heard in the old and the new wording, by language', async () => {
    const { visitor, office } = await start();
    await office.publish();
    await office.save('en', 'person', 'For a person, press {{key}}.');
    const answer = await visitor.get(`${page}/changes?language=en`);
    const words = wordsOf(answer.text);
    expect(words).toMatch(/To talk to a person, press 0 .* For a person, press 0 /);
    expect(answer.text.match(/\/audio\/[0-9a-f]{64}\.wav/g)).toHaveLength(2);
    expect(wordsOf((await visitor.get(`${page}/changes?language=zh-Hans`)).text)).toContain('変わった文はありません');
  });
});

describe('A problem', () => {
  const about = `${open.slice(1)}&path=1&language=en&prompt=welcome&second=2.04`;

  test('is reported with its second and its call, is shown on the text’s page, and can be settled', async () => {
    const { visitor, office, call } = await start();
    const form = await visitor.get(`${page}/problems/new?${about}`);
    const sent = await visitor.send(form, `${page}/problems`, { comment: 'It is too fast.', second: '2.04' });
    expect(sent.status).toBe(303);
    expect(sent.headers.location).toBe(`${page}?at=2026-11-24T10%3A00&path=1&notice=rehearsal.done.reported`);
    expect(await call(sent.headers.location?.replace(page, '') ?? '')).toContain('問題を報告しました。');
    expect(await office.rehearsals.problems.list(9)).toMatchObject([{ second: 2, prompt: 'welcome', language: 'en' }]);
    const text = wordsOf((await visitor.get('/console/texts/en/welcome')).text);
    expect(text).toContain('この文の問題の報告(1件)');
    expect(text).toContain('It is too fast.');
    expect(wordsOf((await visitor.get('/console/texts/ja/welcome')).text)).not.toContain('問題の報告(');
    expect(wordsOf((await visitor.get('/console')).text)).toContain('解決していない問題の報告が1件あります。');
    const list = await visitor.get(`${page}/problems`);
    const bare = await visitor.send(list, `${page}/problems/1`, { comment: ' ' });
    expect([bare.status, wordsOf(bare.text).includes('内容を書いてください。')]).toEqual([422, true]);
    await visitor.send(list, `${page}/problems/1`, { comment: 'Spoken slower.' });
    expect(wordsOf((await visitor.get(`${page}/problems`)).text)).toMatch(/解決 .*It is too fast\..*Spoken slower\./);
    expect(wordsOf((await visitor.get('/console/audit')).text)).toContain(
      '「言語を選んだあとのあいさつ」(英語)の問題を報告しました',
    );
  });

  test('without a comment is refused, and what was typed stays', async () => {
    const { visitor } = await start('viewer');
    const form = await visitor.get(`${page}/problems/new?${about}`);
    const sent = await visitor.send(form, `${page}/problems`, { comment: '', second: '3.5' });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('value="3.5"');
    expect(sent.text).toContain('name="path" value="1"');
  });

  test('that is too long is refused beside the field, and what was typed stays', async () => {
    const { visitor, office } = await start();
    const long = 'a'.repeat(1001);
    const form = await visitor.get(`${page}/problems/new?${about}`);
    const sent = await visitor.send(form, `${page}/problems`, { comment: long, second: '2' });
    expect(sent.status).toBe(422);
    expect(sent.text).toMatch(
      /id="comment-error">[^<]*1000[^<]*<\/p>\s*<textarea[^>]*aria-invalid="true"[^>]*>\na{1001}</,
    );
    await visitor.send(form, `${page}/problems`, { comment: 'It is too fast.' });
    const list = await visitor.get(`${page}/problems`);
    const settled = await visitor.send(list, `${page}/problems/1`, { comment: long });
    expect(settled.status).toBe(422);
    expect(settled.text).toMatch(/id="comment-1-error">[^<]*1000[^<]*<\/p>\s*<input[^>]*value="a{1001}"/);
    expect(await office.rehearsals.problems.list(9)).toMatchObject([{ comment: 'It is too fast.', settled: null }]);
  });

  test('that somebody has settled meanwhile is not settled again, and what was typed can be copied', async () => {
    const { visitor } = await start();
    const form = await visitor.get(`${page}/problems/new?${about}`);
    await visitor.send(form, `${page}/problems`, { comment: 'It is too fast.' });
    const list = await visitor.get(`${page}/problems`);
    await visitor.send(list, `${page}/problems/1`, { comment: 'Spoken slower.' });
    const again = await visitor.send(list, `${page}/problems/1`, { comment: 'Spoken much slower.' });
    expect(again.status).toBe(409);
    expect(wordsOf(again.text)).toMatch(
      /この報告はもう解決しているか、ありません。.* Spoken much slower\. .*Spoken slower\./,
    );
  });

  test('must be about a text that exists', async () => {
    const { visitor } = await start();
    expect((await visitor.get(`${page}/problems/new?language=ko&prompt=welcome`)).status).toBe(404);
    expect((await visitor.get(`${page}/problems/new?language=en&prompt=nothing`)).status).toBe(404);
  });
});

describe('A call kept as a test', () => {
  const keep = async ({ visitor }: Awaited<ReturnType<typeof start>>, title: string, path = '11') =>
    visitor.submit(`${page}${open}&path=${path}`, `${page}/calls`, { title });

  test('is listed with its result, is named on the publish page if it goes another way, and can then be accepted', async () => {
    const line = await start();
    expect((await keep(line, 'The days')).headers.location).toBe(`${page}/calls?notice=rehearsal.done.kept`);
    const words = async (path: string) => wordsOf((await line.visitor.get(path)).text);
    expect(await words(`${page}/calls`)).toMatch(/1件すべて、前と同じ動きです。 .*The days .*合格/);
    await line.changeAs((file) => ({
      ...file,
      topics: file.topics.toReversed().map((topic, index) => ({ ...topic, key: String(index + 1) })),
    }));
    const red = await line.visitor.get(`${page}/calls`);
    expect(wordsOf(red.text)).toMatch(/1件が前と違う動きです.*2番目の案内から違います/);
    expect(red.text).toMatch(/<li>メニュー:ごみの場所\(英語\)、キー1<\/li>/);
    expect(await words('/console/publish')).toMatch(
      /前と違う動きをしたテストの電話\(1件\) .*「The days」は、2番目の案内が前と違います。.*W-04/,
    );
    await line.visitor.send(red, `${page}/calls/1/accept`);
    expect(await words(`${page}/calls`)).toContain('1件すべて、前と同じ動きです。');
    expect(await words('/console/publish')).not.toContain('W-04');
  });

  test('can be made again by its link, with the same turns', async () => {
    const line = await start();
    await keep(line, 'Nobody is free', '10b');
    const html = (await line.visitor.get(`${page}/calls`)).text;
    const href = /href="(\/console\/rehearsal\?[^"]*path=10b)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(wordsOf((await line.visitor.get(href)).text)).toContain('Nobody answered.');
  });

  test('needs a title that no other has, and keeps what was typed', async () => {
    const line = await start();
    expect((await keep(line, ' ')).status).toBe(422);
    await keep(line, 'The days');
    const again = await keep(line, 'The days');
    expect(again.status).toBe(422);
    expect(wordsOf(again.text)).toContain('同じ題名のテストがあります');
    expect(again.text).toContain('value="The days"');
  });

  test('whose title is too long is refused beside the field, and what was typed stays', async () => {
    const line = await start();
    const long = 'a'.repeat(101);
    const wrong = (id: string) => new RegExp(`id="${id}-error">[^<]*100[^<]*</p>\\s*<input[^>]*value="a{101}"`);
    const kept = await keep(line, long);
    expect(kept.status).toBe(422);
    expect(kept.text).toMatch(wrong('title'));
    await keep(line, 'The days');
    const list = await line.visitor.get(`${page}/calls`);
    const renamed = await line.visitor.send(list, `${page}/calls/1/rename`, { title: long });
    expect(renamed.status).toBe(422);
    expect(renamed.text).toMatch(wrong('title-1'));
    expect(renamed.text).toContain('<details class="more" open>');
    await keep(line, 'The place', '12');
    const same = await line.visitor.send(list, `${page}/calls/1/rename`, { title: 'The place' });
    expect(same.status).toBe(422);
    expect(same.text).toMatch(/id="title-1-error">同じ題名のテストがあります[^<]*<\/p>\s*<input[^>]*value="The place"/);
  });

  test('can be renamed and archived, but only in its newest revision', async () => {
    const line = await start();
    await keep(line, 'The days');
    const before = await line.visitor.get(`${page}/calls`);
    await line.visitor.send(before, `${page}/calls/1/rename`, { title: 'Which days' });
    expect((await line.visitor.send(before, `${page}/calls/1/archive`)).status).toBe(409);
    const now = await line.visitor.get(`${page}/calls`);
    expect(wordsOf(now.text)).toContain('Which days');
    expect((await line.visitor.send(now, `${page}/calls/1/archive`)).status).toBe(303);
    expect(wordsOf((await line.visitor.get(`${page}/calls`)).text)).toContain('まだテストの電話はありません');
  });

  test.each([9, 1])('that does not exist, or was archived, is not renamed to any title: call %i', async (number) => {
    const line = await start();
    await keep(line, 'The days');
    const list = await line.visitor.get(`${page}/calls`);
    await line.visitor.send(list, `${page}/calls/1/archive`);
    const csrf = await line.csrf();
    for (const title of ['Which days', 'x'.repeat(101)]) {
      const { status, text } = await line.visitor.post(`${page}/calls/${number}/rename`, { csrf, basedOn: '1', title });
      expect([status, text.includes('banner-error'), text.includes(`<p class="typed">${title}</p>`)]).toEqual([
        404,
        true,
        true,
      ]);
    }
  });

  test('is for those who may edit', async () => {
    const { visitor, csrf } = await start('viewer');
    expect((await visitor.get(`${page}${open}&path=1`)).text).not.toContain(`action="${page}/calls"`);
    expect((await visitor.post(`${page}/calls`, { title: 'x', path: '1', csrf: await csrf() })).status).toBe(403);
  });
});
