import { describe, expect, test } from '#jest';
import type { Role } from '../../src/office/staff/role.ts';
import { createTestConsole } from '../support/console-server.ts';
import { formsIn, visitConsole } from '../support/console-visitor.ts';
import { plain } from '../support/every-page.ts';
import { goodPassword } from '../support/test-desk.ts';

async function start(role: Role = 'editor') {
  const line = await createTestConsole();
  await line.letIn('hanako', role);
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  return { ...line, visitor };
}

const english = '/console/texts/en/days.which';
const japanese = '/console/texts/ja/days.which';
const typedIn = (html: string): string => /<textarea[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '';
const bannersIn = (html: string): string[] =>
  [...html.matchAll(/class="banner[^>]*>([\s\S]*?)<\/div>/g)].map(([, inside = '']) =>
    inside.replaceAll(/<[^>]*>/g, '').trim(),
  );

describe('A text', () => {
  test('is shown beside its source with ruby, in its own language and direction, with the values that it can name', async () => {
    const { visitor } = await start();
    const { status, text } = await visitor.get(english);
    expect(status).toBe(200);
    expect(text).toContain('<ruby>朝<rp>(</rp><rt>あさ</rt><rp>)</rp></ruby>');
    expect(text).toContain('<span class="place">2026年4月1日</span>');
    expect(text).toMatch(/<textarea id="text" name="text" lang="en" dir="ltr"/);
    expect(typedIn(text)).toBe('This changes on {{firstDay}}.\nPut your waste out in the morning.');
    expect(text).toContain(
      'data-insert="firstDay" data-wanted="1">日付 2026年4月1日</button> = <span lang="en">1 April 2026</span>',
    );
    expect(text).toContain('data-insert="officeNumber" data-wanted="0"');
    expect(text).toMatch(/約\d\.\d秒/);
    expect(text).toMatch(/全部で約\d+\.\d秒\(予測\)/);
    expect(text).toContain('指摘はありません。');
  });

  test('links to the texts before and after it, and to the next one that is stale in its language', async () => {
    const { visitor, office } = await start();
    expect((await visitor.get(english)).text).not.toContain('次の要見直し');
    await office.save('ja', 'greeting', 'ごみの {電話|でんわ}です。');
    const { text } = await visitor.get(english);
    expect(text).toContain('<a class="link-target" href="/console/texts/en/topic.days.menu">前の文</a>');
    expect(text).toContain('<a class="link-target" href="/console/texts/en/topic.place.menu">次の文</a>');
    expect(text).toContain('<a class="link-target" href="/console/texts/en/greeting">次の要見直し</a>');
    expect((await visitor.get('/console/texts/en/greeting')).text).not.toContain('前の文</a>');
  });

  test('of the source language names the other languages and the state of each', async () => {
    const { visitor, office } = await start();
    await office.save('ja', 'days.which', '{{firstDay}}から {変|か}わります。');
    const { text } = await visitor.get(japanese);
    expect(text.match(/status-warning">要見直し/g)).toHaveLength(2);
    expect(text).toContain('href="/console/texts/zh-Hans/days.which"');
  });

  test.each([
    '/console/texts/xx/greeting',
    '/console/texts/en/nothing',
    '/console/texts/en/__proto__',
    '/console/texts/en/nothing/history',
  ])('is not found at %s', async (address) => {
    const { visitor } = await start();
    const { status, text } = await visitor.get(address);
    expect([status, text.includes('一覧から選び直してください')]).toEqual([404, true]);
  });

  test.each([
    '<script>alert(1)</script>',
    '{{nope}}',
    '$t(frame.product)',
    `$\{1+1}`,
    '<%= it.csrf %>',
    '{<b>|<i>}',
    '__proto__ {{constructor}}',
  ])('is shown as plain text everywhere, whatever it contains: %s', async (strange) => {
    const { visitor } = await start();
    const saved = await visitor.submit(english, english, { text: strange });
    expect(saved.status).toBe(303);
    const escaped = strange.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    for (const address of [english, `${english}/history`, '/console/texts?language=en']) {
      const { status, text } = await visitor.get(address);
      expect({ address, status }).toEqual({ address, status: 200 });
      expect(text).not.toContain('<script>alert');
      expect(text).not.toContain('<b>');
      if (address === english) expect(typedIn(text)).toBe(escaped);
    }
    const part = await visitor.post(`${english}/check`, {
      csrf: csrfOf((await visitor.get(english)).text),
      text: strange,
    });
    expect(part.text).not.toContain('<script>alert');
  });
});

const csrfOf = (html: string): string => formsIn(html).find(({ hidden }) => hidden.csrf)?.hidden.csrf ?? '';

describe('Saving a text', () => {
  test('stores it, and says that callers hear it only once it is published', async () => {
    const { visitor, office } = await start();
    const saved = await visitor.submit(english, english, {
      text: 'New on {{firstDay}}.\r\nIn the morning.',
      ready: '1',
    });
    expect([saved.status, saved.headers.location]).toEqual([303, `${english}?notice=text.done.saved`]);
    const { text } = await visitor.get(saved.headers.location ?? '');
    expect(bannersIn(text)).toEqual(['保存しました。電話で流れる文は、公開するまで変わりません。']);
    const kept = (await office.desk.read()).find('en', 'days.which');
    expect(kept).toMatchObject({ sentences: ['New on {{firstDay}}.', 'In the morning.'], revision: 2, isReady: true });
    expect(kept?.by.accountName).toBe('hanako');
    const audit = await visitor.get('/console/audit');
    expect(audit.text).toContain('「ごみの日(1)」(英語)の文を保存しました(この文の2回目の保存)。');
  });

  test('without the tick shows it as a draft', async () => {
    const { visitor } = await start();
    const saved = await visitor.submit(english, english, { text: 'New on {{firstDay}}.' });
    expect((await visitor.get(saved.headers.location ?? '')).text).toContain(
      '<span class="status status-plain">下書き</span>',
    );
  });

  test('says what was corrected automatically', async () => {
    const { visitor, office } = await start();
    const saved = await visitor.submit(english, english, { text: 'Ｎew  on {{firstDay}} １２.', ready: '1' });
    const { text } = await visitor.get(saved.headers.location ?? '');
    expect(bannersIn(text)[1]).toBe(
      '全角の数字を半角にしました。 全角の英字を半角にしました。 余分な空白をまとめました。',
    );
    expect((await office.desk.read()).find('en', 'days.which')?.sentences).toEqual(['New on {{firstDay}} 12.']);
  });

  test('says when nothing has changed', async () => {
    const { visitor } = await start();
    const page = await visitor.get(english);
    const saved = await visitor.send(page, english, { text: typedIn(page.text), ready: '1' });
    expect(saved.headers.location).toBe(`${english}?notice=text.done.unchanged`);
    expect(bannersIn((await visitor.get(saved.headers.location ?? '')).text)[0]).toMatch(/^変わっていません。/);
  });

  test.each([
    ['Look 👍.', '絵文字は読み上げられません。'],
    ['One\u200Etwo.', '目に見えない「文字の向き」の記号があります。'],
    ['One\u0007two.', '目に見えない制御文字があります。'],
    ['a'.repeat(401), '1文は400文字までです。'],
    ['One.\n'.repeat(31), '30文までです。'],
  ])('refuses a text that cannot be spoken, says why, and keeps what was typed (%#)', async (typed, why) => {
    const { visitor, office } = await start();
    const { status, text } = await visitor.submit(english, english, { text: typed });
    expect(status).toBe(422);
    expect(bannersIn(text)).toEqual(['保存していません。入力した文は下に残っています。']);
    expect([...text.matchAll(/class="field-error">([^<]*)</g)].map(([, said]) => said)).toEqual([
      expect.stringContaining(why),
    ]);
    expect(typedIn(text)).toBe(typed);
    expect(text).toContain('aria-describedby="text-help text-lines text-error" aria-invalid="true"');
    expect((await office.desk.read()).find('en', 'days.which')?.revision).toBe(1);
  });

  test('shows both texts if somebody else has saved first, and overwrites theirs only on purpose', async () => {
    const { visitor, office } = await start();
    const page = await visitor.get(english);
    await office.save('en', 'days.which', 'Theirs on {{firstDay}}.', 'Put your waste out in the morning.');
    const mine = { text: 'Mine on {{firstDay}}.\nPut your waste out in the morning.', ready: '1' };
    const refused = await visitor.send(page, english, mine);
    expect(refused.status).toBe(409);
    expect(bannersIn(refused.text)[0]).toMatch(/tanakaさんが2026年11月24日.*にこの文を保存しました。/);
    expect(typedIn(refused.text)).toBe(mine.text);
    expect(refused.text).toMatch(/<del>.*Theirs.*<\/del><ins>.*Mine.*<\/ins>/);
    // Enter presses the first button, which decides nothing.
    const form = /<form class="text-form"[\s\S]*?<\/form>/.exec(refused.text)?.[0] ?? '';
    expect(/<button[^>]*type="submit"[^>]*>/.exec(form)?.[0]).not.toContain('name=');
    const again = await visitor.send(refused, english, mine);
    expect(again.status).toBe(409);
    const over = await visitor.send(refused, english, { ...mine, over: '2' });
    expect(over.headers.location).toBe(`${english}?notice=text.done.saved`);
    expect((await office.desk.read()).find('en', 'days.which')).toMatchObject({
      revision: 3,
      sentences: mine.text.split('\n'),
    });
  });

  test.each([
    ['a conflict', 409, ''],
    ['a sentence that is too long', 422, 'a'.repeat(401)],
    ['more than any text may have', 422, 'a'.repeat(100_001)],
  ])('gives back exactly what was typed after %s', async (_why, status, more) => {
    const { visitor, office } = await start();
    const page = await visitor.get(english);
    await office.save('en', 'days.which', 'Theirs on {{firstDay}}.');
    const typed = `\n\n  Mine "on" <b> {{firstDay}} &amp; 'so' \t.\n\n${more} \n`;
    const refused = await visitor.send(page, english, { text: typed.replaceAll('\n', '\r\n'), ready: '1' });
    expect(refused.status).toBe(status);
    expect(plain(typedIn(refused.text))).toBe(typed);
    expect(refused.text).toMatch(/<input id="ready"[^>]* checked>/);
    expect(refused.text).toContain(' data-unsaved>');
  });

  test('is for editors: a viewer can read the text, but cannot change it', async () => {
    const { visitor, office } = await start('viewer');
    const page = await visitor.get(english);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('<textarea');
    expect(page.text).toContain('あなたの役割では、文を変更できません。');
    const csrf = csrfOf(page.text);
    for (const [what, fields] of [
      ['', { text: 'Mine.', basedOn: '1' }],
      ['/confirm', { reason: 'because', basedOn: '1' }],
      ['/restore', { revision: '1', basedOn: '1' }],
    ] as const) {
      expect((await visitor.post(`${english}${what}`, { csrf, ...fields })).status).toBe(403);
    }
    expect((await office.desk.read()).isKept).toBe(false);
  });

  test.each(['editor', 'approver', 'administrator'] as const)('is open to the role %s', async (role) => {
    const { visitor } = await start(role);
    expect((await visitor.submit(english, english, { text: 'New on {{firstDay}}.' })).status).toBe(303);
  });

  test('keeps a typed text during a new sign-in if the session is over', async () => {
    const { visitor, clock, office } = await start();
    const page = await visitor.get(english);
    clock.now += 60 * 60_000;
    const text = 'Kept on {{firstDay}}.\nWith <b> & "quotes".';
    const refused = await visitor.send(page, english, { text, ready: '1' });
    expect(refused.status).toBe(401);
    const kept = await visitor.send(refused, '/console/sign-in', { name: 'hanako', password: goodPassword });
    const saved = await visitor.send(kept, english);
    // Some of these characters cannot be published, so the text is saved as a draft.
    expect(saved.headers.location).toBe(`${english}?notice=text.done.draft`);
    expect((await office.desk.read()).find('en', 'days.which')?.sentences.join('\n')).toBe(text);
  });
});

describe('A stale translation', () => {
  async function stale() {
    const line = await start();
    await line.office.save(
      'ja',
      'days.which',
      '{{firstDay}}から {大|おお}きく {変|か}わります。',
      'ごみは {朝|あさ} {出|だ}して ください。',
    );
    return line;
  }

  test('shows what has changed in its source since it was made', async () => {
    const { visitor } = await stale();
    const { text } = await visitor.get(english);
    expect(text).toContain('<span class="status status-warning">要見直し</span>');
    expect(text).toMatch(/<ins><span class="unseen" lang="ja">追加:<\/span> ?<ruby>大<rp>/);
    expect(text).not.toContain('<del>');
  });

  test('says that the changes cannot be shown if the earlier source is not stored', async () => {
    const { visitor, office } = await stale();
    const { saveText } = office.desk;
    const by = { accountId: 'x', accountName: 'x', role: 'editor' } as const;
    await saveText(by, {
      language: 'en',
      prompt: 'days.which',
      basedOn: 1,
      sourceSeen: 'somewhere',
      text: 'Old on {{firstDay}}.',
      isReady: true,
    });
    expect((await visitor.get(english)).text).toContain('前の元の文は残っていないため、違いは表示できません。');
  });

  test('is confirmed as still right only with a reason, which the history shows', async () => {
    const { visitor } = await stale();
    const page = await visitor.get(english);
    const refused = await visitor.send(page, `${english}/confirm`, { reason: '  ' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('<p class="field-error" id="reason-error">理由を書いてください。</p>');
    const confirmed = await visitor.send(page, `${english}/confirm`, {
      reason: '意味は同じ <b> $t(frame.product) {{who}}',
    });
    expect(confirmed.headers.location).toBe(`${english}?notice=text.done.confirmed`);
    expect((await visitor.get(english)).text).not.toContain('status-warning">要見直し');
    expect((await visitor.get(`${english}/history`)).text).toContain(
      '理由:意味は同じ &lt;b&gt; $t(frame.product) {{who}}',
    );
    expect((await visitor.send(page, `${english}/confirm`, { reason: 'again' })).status).toBe(409);
  });

  test('is not confirmed with a reason that is too long; the reason stays, with the error beside it', async () => {
    const { visitor, office } = await stale();
    const page = await visitor.get(english);
    expect(page.text).toContain('maxlength="400"');
    const reason = `${'a'.repeat(400)}b`;
    const refused = await visitor.send(page, `${english}/confirm`, { reason });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('id="reason-error">長すぎます。400文字までにしてください。</p>');
    expect(refused.text).toContain(`value="${reason}"`);
    expect((await office.desk.read()).find('en', 'days.which')?.revision).toBe(1);
  });

  test('gives back a reason that came too late, even if the text is no longer stale', async () => {
    const { visitor, office } = await stale();
    const page = await visitor.get(english);
    await office.save('en', 'days.which', 'Theirs on {{firstDay}}.', 'Put your waste out in the morning.');
    const refused = await visitor.send(page, `${english}/confirm`, { reason: 'the same' });
    expect(refused.status).toBe(409);
    expect(refused.text).not.toContain('status-warning">要見直し');
    expect(refused.text).toMatch(/id="reason-error">画面を開いたあとで、.*<\/p>/);
    expect(refused.text).toContain('value="the same"');
  });

  test('that is saved without a change leads to advice on how to confirm it', async () => {
    const { visitor } = await stale();
    const page = await visitor.get(english);
    const saved = await visitor.send(page, english, { text: typedIn(page.text), ready: '1' });
    expect(saved.headers.location).toBe(`${english}?notice=text.done.unchanged-stale`);
    expect(bannersIn((await visitor.get(saved.headers.location ?? '')).text)[0]).toContain('このままで正しい');
  });

  test('stays stale when its source changed once more while somebody typed', async () => {
    const { visitor, office } = await stale();
    const page = await visitor.get(english);
    await office.save('ja', 'days.which', '{{firstDay}}から {小|ちい}さく {変|か}わります。');
    await visitor.send(page, english, { text: 'Changes much on {{firstDay}}.', ready: '1' });
    const { text } = await visitor.get(english);
    expect(text).toContain('status-warning">要見直し');
    expect(text).toMatch(/<del>.*大.*<\/del>/);
  });
});

describe('Checking while typing', () => {
  async function check(prompt: string, text: string, language = 'en', consoleLanguage = 'ja') {
    const { visitor, office } = await start();
    await visitor.get(`/console/language/${consoleLanguage}`);
    const csrf = csrfOf((await visitor.get(`/console/texts/${language}/${prompt}`)).text);
    const part = await visitor.post(
      `/console/texts/${language}/${prompt}/check`,
      { csrf, text },
      { 'HX-Request': 'true' },
    );
    expect((await office.desk.read()).isKept).toBe(false);
    return part;
  }

  test('answers with a part of the page: the findings about this text with their rules. Nothing is saved', async () => {
    const { status, text } = await check('days.which', 'Call 0120-00-0000 on {{firstDay}}.\nGood.');
    expect(status).toBe(200);
    expect(text).not.toContain('<html');
    expect(text).toMatch(/<summary>くわしく<\/summary><p>決まり N-01<\/p>/);
    expect(text).toContain('公開できない点が');
    expect(text).not.toContain('M-19');
  });

  test('is in the language of the console', async () => {
    const { text } = await check('days.which', 'Good morning.', 'en', 'en');
    expect(text).toContain('says &quot;Date 1 April 2026&quot; once in the source language and 0 times here');
    expect(text).toContain('Blocking publication: 2. Warnings: 2.');
  });

  test('marks a placeholder without a value, and predicts the length of the other sentences', async () => {
    const { text } = await check('days.which', 'From {{firstDay}}.\nAnd {{nope}}.');
    expect(text).toContain('<span class="place place-unknown">{{nope}}</span>');
    expect(text.match(/class="preview-seconds"/g)).toHaveLength(1);
    expect(text).not.toContain('全部で');
  });

  test('shows the key that a menu item offers', async () => {
    const { text } = await check('topic.place.menu', 'For the place, press {{key}}.');
    expect(text).toContain('press <span class="place">2</span>.');
    expect(text).toContain('指摘はありません。');
  });

  test('suggests readings that other texts use, but only in the source language', async () => {
    const { text } = await check('days.which', '{{firstDay}}から 日本語と 変わります。\nごみは {朝|あさ}。', 'ja');
    expect(text).toContain('data-written="日本語" data-suggestion="{日本語|にほんご}"');
    expect(text).toContain('data-written="変" data-suggestion="{変|か}"');
    expect(text).toContain('「language-item」の読み');
    expect((await check('days.which', '从{{firstDay}}起有变化。', 'zh-Hans')).text).not.toContain('data-suggestion');
  });

  test('also answers for a text that is far too long', async () => {
    const { status, text } = await check('days.which', 'a{{x}}{漢|'.repeat(2_000));
    expect([status, text.includes('1文は400文字までです。')]).toEqual([200, true]);
  });
});

describe('Listening', () => {
  async function listen(fields: Record<string, string>, role: Role = 'editor', address = english, isPart = true) {
    const line = await start(role);
    const csrf = csrfOf((await line.visitor.get(address)).text);
    const headers = isPart ? { 'HX-Request': 'true' } : {};
    const answer = async () =>
      line.visitor.post(`${address}/listen`, { csrf, ...fields }, headers as Record<string, string>);
    return { ...line, answer };
  }
  const keyIn = (html: string): string => /src="\/audio\/([0-9a-f]{64})\.wav"/.exec(html)?.[1] ?? '';

  test('makes the same file from the typed words that callers would hear, and plays it', async () => {
    const { office, answer } = await listen({ text: 'Quite new on {{firstDay}}.', speed: 'normal' });
    const { status, text } = await answer();
    expect(status).toBe(200);
    expect(text).toContain(' autoplay');
    expect(await office.cache.read(keyIn(text))).not.toBeNull();
    expect(office.engine.requests.at(-1)).toMatchObject({ language: 'en', voice: 'en-us', speed: 'normal' });
  });

  test('speaks slower on demand', async () => {
    const { office, answer } = await listen({ text: 'Quite new on {{firstDay}}.', speed: 'slow' });
    expect((await answer()).text).toContain('ゆっくり');
    expect(office.engine.requests.at(-1)?.speed).toBe('slow');
  });

  test('says the key of a menu item, and the languages of the whisper', async () => {
    const menu = await listen(
      { text: 'For the place, press {{key}}.' },
      'editor',
      '/console/texts/en/topic.place.menu',
    );
    expect((await menu.answer()).status).toBe(200);
    expect(JSON.stringify(menu.office.engine.requests.at(-1))).toContain('two');
    const whisper = await listen({ text: '{{language}}の {人|ひと}です。' }, 'editor', '/console/texts/ja/whisper');
    expect((await whisper.answer()).status).toBe(200);
    const spoken = whisper.office.engine.requests.at(-1)?.pieces ?? [];
    expect(spoken.map((piece) => (piece.kind === 'pause' ? '' : piece.text)).join('')).toBe('英語、日本語の 人です。');
  });

  test.each([
    ['', 422, '文がないので'],
    ['Call {{nope}}.', 422, '入れる値のない場所'],
    ['Look 👍.', 422, '保存できない文字'],
  ])('says in one sentence why there is no sound: %j', async (text, status, why) => {
    const { answer, office } = await listen({ text });
    const answered = await answer();
    expect([answered.status, answered.text.includes(why)]).toEqual([status, true]);
    expect(office.engine.requests).toHaveLength(0);
  });

  test('says in one sentence when the voice fails, and reports it', async () => {
    const { answer, office, reported } = await listen({ text: 'Quite new on {{firstDay}}.' });
    office.engine.failWhen(() => true);
    const { status, text } = await answer();
    expect([status, bannersIn(text)[0]?.startsWith('音声を作れませんでした。')]).toEqual([503, true]);
    expect(reported).toHaveLength(1);
  });

  test('works without scripts: the page comes back with the sound and with what was typed', async () => {
    const { answer } = await listen({ text: 'Quite new on {{firstDay}}.', basedOn: '1' }, 'editor', english, false);
    const { status, text } = await answer();
    expect(status).toBe(200);
    expect(typedIn(text)).toBe('Quite new on {{firstDay}}.');
    expect(keyIn(text)).not.toBe('');
    expect(text).toContain('data-unsaved');
  });

  test('plays only the saved text to a viewer', async () => {
    const { answer, office } = await listen({ text: 'Something long that costs money.' }, 'viewer');
    expect((await answer()).status).toBe(200);
    expect(JSON.stringify(office.engine.requests)).toContain('morning');
    expect(JSON.stringify(office.engine.requests)).not.toContain('money');
  });

  test('is possible at once if the sound was made before', async () => {
    const { visitor, answer } = await listen({
      text: 'This changes on {{firstDay}}.\nPut your waste out in the morning.',
    });
    expect(keyIn((await visitor.get(english)).text)).toBe('');
    const made = keyIn((await answer()).text);
    expect(keyIn((await visitor.get(english)).text)).toBe(made);
  });
});

describe('The history', () => {
  test('shows each revision with its author, its time, and what was done and changed, and can restore one', async () => {
    const { visitor, office } = await start();
    await office.save('en', 'days.which', 'This changes on {{firstDay}}.', 'Put your waste out at noon.');
    const page = await visitor.get(`${english}/history`);
    expect(page.text).toMatch(/第2版.*今の版/);
    expect(page.text).toMatch(/変更 — 2026年11月24日\(火\) 09:00 tanaka/);
    expect(page.text).toMatch(/<del>.*in the morning.*<\/del><ins>.*at noon.*<\/ins>/);
    const restored = await visitor.send(page, `${english}/restore`, { revision: '1' });
    expect(restored.headers.location).toBe(`${english}?notice=text.done.restored`);
    const { text } = await visitor.get(english);
    expect(typedIn(text)).toBe('This changes on {{firstDay}}.\nPut your waste out in the morning.');
    expect((await visitor.get(`${english}/history`)).text).toContain('前の版に戻した — ');
    expect((await visitor.send(page, `${english}/restore`, { revision: '1' })).status).toBe(409);
  });

  test('has a first revision even while the files are the draft, and restores no revision that does not exist', async () => {
    const { visitor } = await start();
    const page = await visitor.get(`${english}/history`);
    expect(page.text).toMatch(/第1版.*今の版/);
    expect(page.text).not.toContain('/restore');
    const none = await visitor.post(`${english}/restore`, { csrf: csrfOf(page.text), revision: '9', basedOn: '1' });
    expect(none.status).toBe(404);
  });

  test('goes back page by page', async () => {
    const { visitor, office } = await start();
    for (let count = 0; count < 25; count += 1) await office.save('en', 'greeting', `This is line ${count}.`);
    const address = '/console/texts/en/greeting/history';
    const first = await visitor.get(address);
    expect(first.text.match(/class="revision"/g)).toHaveLength(20);
    expect(first.text).toContain(`${address}?before=7"`);
    const second = await visitor.get(`${address}?before=7`);
    expect(second.text.match(/class="revision"/g)).toHaveLength(6);
    expect(second.text).toContain('最新の履歴へ');
  });
});
