import { describe, expect, test } from '#jest';
import { DictionaryError } from '../../src/office/readings/dictionary.ts';
import type { Role } from '../../src/office/staff/role.ts';
import { createTestConsole, type TestConsoleOptions } from '../support/console-server.ts';
import { formsIn, visitConsole } from '../support/console-visitor.ts';
import { plain } from '../support/every-page.ts';

async function start(role: Role = 'editor', options: TestConsoleOptions = {}) {
  const line = await createTestConsole(options);
  await line.letIn('hanako', role);
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  return { ...line, visitor };
}

const page = '/console/texts/all/days.which';
const tags = ['ja', 'en', 'zh-Hans'];

const typedIn = (html: string, tag: string): string =>
  plain(new RegExp(`<textarea id="text-${tag}"[^>]*>\n?([\\s\\S]*?)</textarea>`).exec(html)?.[1] ?? '');
/** What a browser sends without anything typed: every field as it is on the page. */
const fieldsOf = (html: string): Record<string, string> =>
  Object.fromEntries([
    ...tags.map((tag) => [`text.${tag}`, typedIn(html, tag)]),
    ...[...html.matchAll(/<input id="[^"]*" name="(\w+\.[\w-]+)" type="checkbox" value="1" checked>/g)].map(
      ([, name = '']) => [name, '1'],
    ),
  ]);
const words = (html: string): string => plain(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/\s+/g, ' ');

const source = '{{firstDay}}から {変|か}わります。\n{朝|あさ}に {出|だ}して ください。';
const english = 'From {{firstDay}} it changes.\nPut it out in the morning.';
const chinese = '从{{firstDay}}起有变化。\n请在早上拿出来。';

describe('A prompt in all languages', () => {
  test('is on one page, with a state, a field, a check and a sound for each language', async () => {
    const { visitor } = await start();
    const { status, text } = await visitor.get(page);
    expect(status).toBe(200);
    expect([...text.matchAll(/<textarea id="text-([\w-]+)"/g)].map(([, tag]) => tag)).toEqual(tags);
    expect(typedIn(text, 'en')).toBe('This changes on {{firstDay}}.\nPut your waste out in the morning.');
    expect(text.match(/公開中\(未承認\)<\/span>/g)?.length).toBe(3);
    expect(text.match(/指摘はありません。/g)).toHaveLength(3);
    expect(text.match(/全部で約\d+\.\d秒\(予測\)/g)).toHaveLength(3);
    expect(text).toContain('formaction="/console/texts/all/days.which/listen/en"');
    expect(text).toContain('href="/console/texts/zh-Hans/days.which"');
  });

  test('is not found if the prompt does not exist', async () => {
    const { visitor } = await start();
    for (const name of ['nothing', '__proto__', 'constructor']) {
      const { status, text } = await visitor.get(`/console/texts/all/${name}`);
      expect([status, text.includes('一覧から選び直してください')]).toEqual([404, true]);
    }
  });

  test('shows how the source has changed since each translation was made', async () => {
    const { visitor, office } = await start();
    await office.save('ja', 'days.which', source);
    const { text } = await visitor.get(page);
    expect(text.match(/<div class="language-change">/g)).toHaveLength(2);
    expect(text).toMatch(/<del>[\s\S]*<ins>/);
    expect(text.match(/name="still\.(?:en|zh-Hans)"/g)).toHaveLength(2);
  });

  test('links to the next prompt that needs work, in the order of the ledger, and after its end from the beginning', async () => {
    const { visitor, office } = await start();
    expect((await visitor.get(page)).text).not.toContain('次に手が要る文');
    await office.save('ja', 'greeting', 'ごみの {電話|でんわ}です。');
    expect((await visitor.get(page)).text).toContain('href="/console/texts/all/greeting">次に手が要る文</a>');
    await office.save('ja', 'goodbye', 'さようなら。');
    expect((await visitor.get(page)).text).toContain('href="/console/texts/all/goodbye">次に手が要る文</a>');
  });

  test('cannot be edited by a viewer', async () => {
    const { visitor, office } = await start('viewer');
    const { text } = await visitor.get(page);
    expect(text).not.toContain('<textarea');
    expect(text).toContain('Put your waste out in the morning.');
    expect(text).toContain('あなたの役割では、文を変更できません。');
    // An editor can send the same form.
    const editor = await start();
    const opened = await editor.visitor.get(page);
    const hidden = formsIn(opened.text).find(({ action }) => action === page)?.hidden;
    const typed = { ...hidden, 'text.ja': source, 'text.en': english, 'text.zh-Hans': chinese };
    expect((await editor.visitor.post(page, typed)).status).toBe(303);
    const csrf = /name="csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    expect((await visitor.post(page, { ...typed, csrf })).status).toBe(403);
    expect((await office.desk.read()).isKept).toBe(false);
  });
});

describe('Saving all languages', () => {
  test('saves all changed texts together; the translations then belong to the new source text', async () => {
    const { visitor, office } = await start();
    const opened = await visitor.get(page);
    const typed = { ...fieldsOf(opened.text), 'text.ja': source, 'text.en': english, 'text.zh-Hans': chinese };
    const saved = await visitor.send(opened, page, typed);
    expect([saved.status, saved.headers.location]).toEqual([303, `${page}?notice=all-languages.done.saved`]);
    const now = await office.desk.read();
    for (const tag of tags) expect(now.find(tag, 'days.which')).toMatchObject({ revision: 2, isReady: true });
    expect(now.find('en', 'days.which')?.sentences).toEqual(english.split('\n'));
    const after = await visitor.get(page);
    expect(after.text).toContain('href="/console/approvals">すべての言語を聞いて承認する</a>');
    expect(after.text.match(/承認待ち<\/span>/g)?.length).toBeGreaterThanOrEqual(3);
    expect(after.text).not.toContain('要見直し');
  });

  test('writes no revision of an unchanged text, and none at all if nothing was changed', async () => {
    const { visitor, office } = await start();
    const opened = await visitor.get(page);
    const none = await visitor.send(opened, page, fieldsOf(opened.text));
    expect(none.headers.location).toBe(`${page}?notice=all-languages.done.unchanged`);
    expect((await office.desk.read()).isKept).toBe(false);
    await visitor.send(opened, page, { ...fieldsOf(opened.text), 'text.en': english });
    const now = await office.desk.read();
    expect(tags.map((tag) => now.find(tag, 'days.which')?.revision)).toEqual([1, 2, 1]);
  });

  test('saves nothing if any text cannot be saved, says which ones, and keeps everything that was typed', async () => {
    const { visitor, office } = await start();
    const opened = await visitor.get(page);
    const typed = { 'text.ja': source, 'text.en': 'Good \u{1F600} morning.', 'text.zh-Hans': `${'长'.repeat(401)}。` };
    const refused = await visitor.send(opened, page, { ...fieldsOf(opened.text), ...typed });
    expect(refused.status).toBe(422);
    expect(tags.map((tag) => typedIn(refused.text, tag))).toEqual(Object.values(typed));
    expect(refused.text).toMatch(/href="#text-en"[\s\S]*href="#text-zh-Hans"/);
    expect(refused.text).not.toContain('href="#text-ja"');
    expect(words(refused.text)).toContain('絵文字は読み上げられません。消してください。');
    expect(words(refused.text)).toContain('長すぎる文があります。');
    expect((await office.desk.read()).isKept).toBe(false);
  });

  test('shows both texts after a conflict, and saves nothing until somebody decides', async () => {
    const { visitor, office } = await start();
    const opened = await visitor.get(page);
    const typed: Record<string, string> = { ...fieldsOf(opened.text), 'text.ja': source, 'text.en': english };
    await office.save('en', 'days.which', 'Theirs on {{firstDay}}.\nIn the morning.');
    const refused = await visitor.send(opened, page, typed);
    expect(refused.status).toBe(409);
    expect(words(refused.text)).toMatch(/Theirs on .* In the morning/);
    expect(tags.map((tag) => typedIn(refused.text, tag))).toEqual(tags.map((tag) => typed[`text.${tag}`]));
    expect((await office.desk.read()).find('ja', 'days.which')?.revision).toBe(1);
    // If nobody decides, the page asks again and keeps what was typed.
    const again = await visitor.send(refused, page, typed);
    expect([again.status, typedIn(again.text, 'en')]).toEqual([409, english]);
    const mine = await visitor.send(again, page, { ...typed, 'keep.en': 'mine' });
    expect(mine.status).toBe(303);
    const now = await office.desk.read();
    expect(now.find('en', 'days.which')).toMatchObject({ revision: 3, sentences: english.split('\n') });
    expect(now.find('ja', 'days.which')?.revision).toBe(2);
  });

  test('after a conflict can keep the other text and still save the rest', async () => {
    const { visitor, office } = await start();
    const opened = await visitor.get(page);
    const typed = { ...fieldsOf(opened.text), 'text.en': english, 'text.zh-Hans': chinese };
    await office.save('en', 'days.which', 'Theirs on {{firstDay}}.\nIn the morning.');
    const refused = await visitor.send(opened, page, typed);
    await visitor.send(refused, page, { ...typed, 'keep.en': 'theirs' });
    const now = await office.desk.read();
    expect(now.find('en', 'days.which')?.sentences[0]).toBe('Theirs on {{firstDay}}.');
    expect(now.find('zh-Hans', 'days.which')?.sentences).toEqual(chinese.split('\n'));
  });

  test('does not overwrite a language that only somebody else has changed meanwhile', async () => {
    const { visitor, office } = await start();
    const opened = await visitor.get(page);
    await office.save('en', 'days.which', 'Theirs on {{firstDay}}.\nIn the morning.');
    const saved = await visitor.send(opened, page, { ...fieldsOf(opened.text), 'text.zh-Hans': chinese });
    expect(saved.status).toBe(303);
    const now = await office.desk.read();
    expect(now.find('en', 'days.which')?.sentences[0]).toBe('Theirs on {{firstDay}}.');
    expect(now.find('zh-Hans', 'days.which')?.revision).toBe(2);
  });

  test('saves a text that cannot be published as not ready, and says so', async () => {
    const { visitor, office } = await start();
    const opened = await visitor.get(page);
    const typed = { ...fieldsOf(opened.text), 'text.en': 'The value is missing here.\nIn the morning.' };
    const saved = await visitor.send(opened, page, typed);
    expect(saved.headers.location).toBe(`${page}?notice=all-languages.done.draft`);
    expect((await office.desk.read()).find('en', 'days.which')?.isReady).toBe(false);
    // Marked as ready again, with nothing else changed: it stays a draft, and nothing is saved.
    const again = await visitor.get(page);
    const marked = await visitor.send(again, page, { ...fieldsOf(again.text), 'ready.en': '1' });
    expect(marked.headers.location).toBe(`${page}?notice=all-languages.done.still-draft`);
    expect((await office.desk.read()).find('en', 'days.which')?.revision).toBe(2);
  });

  test('records translations as still right only with a reason, one for all of them', async () => {
    const { visitor, office } = await start();
    await office.save('ja', 'days.which', source);
    const opened = await visitor.get(page);
    const ticks = { ...fieldsOf(opened.text), 'still.en': '1', 'still.zh-Hans': '1' };
    const refused = await visitor.send(opened, page, ticks);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('id="reason-error"');
    expect(refused.text.match(/name="still\.[\w-]+" type="checkbox" value="1" checked/g)).toHaveLength(2);
    const saved = await visitor.send(refused, page, { ...ticks, reason: 'Only a reading.' });
    expect(saved.status).toBe(303);
    const now = await office.desk.read();
    expect(now.find('en', 'days.which')).toMatchObject({
      act: 'still-right',
      reason: 'Only a reading.',
      isReady: true,
    });
    expect((await visitor.get(page)).text).not.toContain('要見直し');
  });

  test('goes on to the next prompt that needs work', async () => {
    const { visitor, office } = await start();
    await office.save('ja', 'greeting', 'ごみの {電話|でんわ}です。');
    const opened = await visitor.get(page);
    const typed = { ...fieldsOf(opened.text), 'text.en': english };
    const saved = await visitor.send(opened, page, { ...typed, after: 'next' });
    expect(saved.headers.location).toBe('/console/texts/all/greeting?notice=all-languages.done.saved');
  });

  test('refuses a field that is far too long, and keeps it as it was typed', async () => {
    const { visitor } = await start();
    const opened = await visitor.get(page);
    const long = 'a'.repeat(100_001);
    const refused = await visitor.send(opened, page, { ...fieldsOf(opened.text), 'text.en': long });
    expect([refused.status, typedIn(refused.text, 'en').length]).toEqual([422, long.length]);
  });
});

describe('While typing', () => {
  test('a translation is checked against the source text that was typed on the same page; nothing is saved', async () => {
    const { visitor, office } = await start();
    const opened = await visitor.get(page);
    const typed = {
      ...fieldsOf(opened.text),
      'text.ja': '{朝|あさ}に {出|だ}して ください。',
      'text.en': 'In the morning.',
    };
    const csrf = /name="csrf" value="([^"]*)"/.exec(opened.text)?.[1] ?? '';
    const check = await visitor.post(`${page}/check/en`, { ...typed, csrf });
    expect([check.status, check.text.includes('指摘はありません。')]).toEqual([200, true]);
    const missing = await visitor.post(`${page}/check/en`, {
      ...fieldsOf(opened.text),
      'text.en': 'In the morning.',
      csrf,
    });
    expect(missing.text).toContain('公開できません');
    expect((await visitor.post(`${page}/check/xx`, { csrf })).status).toBe(404);
    expect((await office.desk.read()).isKept).toBe(false);
  });

  test('a language can be heard; without JavaScript, the page comes back with everything typed', async () => {
    const { visitor } = await start();
    const opened = await visitor.get(page);
    const csrf = /name="csrf" value="([^"]*)"/.exec(opened.text)?.[1] ?? '';
    const typed = { ...fieldsOf(opened.text), 'text.en': english, 'text.zh-Hans': chinese };
    const heard = await visitor.post(`${page}/listen/en`, { ...typed, csrf, listen: 'slow' });
    expect(heard.status).toBe(200);
    expect(heard.text).toMatch(/<div id="sound-en">\s*<p class="sound-name">ゆっくり/);
    expect(typedIn(heard.text, 'zh-Hans')).toBe(chinese);
    const part = await visitor.post(`${page}/listen/en`, { ...typed, csrf }, { 'HX-Request': 'true' });
    expect(part.text).toMatch(/^<p class="sound-name">ふつう/);
  });
});

describe('Readings from the dictionary', () => {
  const bare = '{{firstDay}}から 変わります。\n朝に 出して ください。';
  const dictionary = {
    words: async (texts: readonly string[]) =>
      texts.map((text) => {
        const known = [
          ['変わり', 'カワリ'],
          ['朝', 'チョウ'],
          ['出し', 'ダシ'],
        ] as const;
        return known.flatMap(([word, reading]) => (text.includes(word) ? [{ text: word, reading }] : []));
      }),
  };
  const ask = async (options: TestConsoleOptions, fields: Record<string, string>) => {
    const started = await start('editor', options);
    const opened = await started.visitor.get(page);
    const csrf = /name="csrf" value="([^"]*)"/.exec(opened.text)?.[1] ?? '';
    const typed = { ...fieldsOf(opened.text), ...fields, csrf };
    return { ...started, opened, typed, answer: await started.visitor.post(`${page}/readings`, typed) };
  };

  test('are put into the field without saving; the page lists words that other texts read differently', async () => {
    const { answer, office } = await ask({ dictionary }, { 'text.ja': bare, 'text.en': english });
    expect(answer.status).toBe(200);
    expect(typedIn(answer.text, 'ja')).toBe('{{firstDay}}から {変|か}わります。\n{朝|ちょう}に {出|だ}して ください。');
    expect(words(answer.text)).toContain(
      '「朝」:前は「あさ」(ごみの日(1))、辞書は「ちょう」。欄には「ちょう」を入れました。',
    );
    expect(typedIn(answer.text, 'en')).toBe(english);
    expect((await office.desk.read()).isKept).toBe(false);
  });

  test('are missing if the dictionary fails; the page says so in one sentence and keeps everything typed', async () => {
    const broken = { words: () => Promise.reject(new DictionaryError('It does not start.')) };
    const { answer, reported } = await ask({ dictionary: broken }, { 'text.ja': bare, 'text.en': english });
    expect(answer.status).toBe(503);
    expect(words(answer.text)).toContain('辞書を使えませんでした。');
    expect([typedIn(answer.text, 'ja'), typedIn(answer.text, 'en')]).toEqual([bare, english]);
    expect(reported).toHaveLength(1);
  });

  test('are not looked up for a text that is too long', async () => {
    let questions = 0;
    const counting = {
      words: async (texts: readonly string[]) => {
        questions += 1;
        return dictionary.words(texts);
      },
    };
    const { answer } = await ask({ dictionary: counting }, { 'text.ja': '朝'.repeat(401) });
    expect([answer.status, questions]).toEqual([422, 0]);
  });
});

describe('Official terms', () => {
  test('of the source text are listed beside each translation, which shows missing and mistaken terms', async () => {
    const { visitor } = await start();
    const opened = await visitor.get(page);
    const csrf = /name="csrf" value="([^"]*)"/.exec(opened.text)?.[1] ?? '';
    const typed = { ...fieldsOf(opened.text), 'text.ja': '{通知|つうち}カードです。', csrf };
    const wrong = await visitor.post(`${page}/check/en`, {
      ...typed,
      'text.en': 'This is the Individual Number Card.',
    });
    expect(words(wrong.text)).toContain('通知カード → Notification Card 入っていません');
    expect(wrong.text).toContain('<mark class="term term-mistaken">Individual Number Card</mark>');
    expect(words(wrong.text)).toContain('これは「個人番号カード」の訳で、元の文にはありません。');
    const right = await visitor.post(`${page}/check/en`, { ...typed, 'text.en': 'This is the notification card.' });
    expect(words(right.text)).toContain('通知カード → Notification Card 入っています');
    expect(right.text).toContain('<mark class="term">notification card</mark>');
  });
});

test('Texts that are together too long for one form are edited one by one, and the page says so', async () => {
  const { visitor, office } = await start();
  const long = Array.from({ length: 30 }, () => 'あ'.repeat(390));
  await office.save('ja', 'days.which', ...long);
  expect((await visitor.get(page)).text).toContain('<textarea id="text-ja"');
  await office.save('zh-Hans', 'days.which', ...long.map((sentence) => sentence.replaceAll('あ', '长')));
  const { text } = await visitor.get(page);
  expect(text).not.toContain('<textarea');
  expect(words(text)).toContain('この文は全部の言語を合わせると長すぎて、一度に送れません。');
  expect(text).toContain('href="/console/texts/zh-Hans/days.which"');
});
