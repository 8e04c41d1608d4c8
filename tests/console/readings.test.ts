import { expect, test } from '#jest';
import { DictionaryError } from '../../src/office/readings/dictionary.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';

const known = [
  ['変わり', 'カワリ'],
  ['朝', 'チョウ'],
  ['質問', 'シツモン'],
] as const;
const words = async (texts: readonly string[]) =>
  texts.map((text) => known.flatMap(([word, reading]) => (text.includes(word) ? [{ text: word, reading }] : [])));

async function start(ask = words) {
  const line = await createTestConsole({ dictionary: { words: ask } });
  await line.letIn('hanako', 'editor');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  return { ...line, visitor };
}

const typedIn = (html: string, name: string): string =>
  new RegExp(`<textarea[^>]* name="${name}"[^>]*>\\n?([\\s\\S]*?)</textarea>`).exec(html)?.[1] ?? '';
const broken = () => Promise.reject(new DictionaryError('It does not start.'));
const difference = '「朝」:前は「あさ」(ごみの日(1))、辞書は「ちょう」。欄には「ちょう」を入れました。';

const page = '/console/texts/ja/days.which';
const bare = '{{firstDay}}から 変わります。\n朝です。';

test('The page of one text puts readings from the dictionary into its field, and saves nothing', async () => {
  const { visitor, office } = await start();
  const opened = await visitor.get(page);
  expect(opened.text).toContain(`formaction="${page}/readings"`);
  // The Enter key uses the first button of the form, which must save and not ask the dictionary.
  expect(opened.text.match(/<form class="text-form"[\s\S]*?<button ([^>]*)>/)?.[1]).not.toContain('formaction');
  const fields = { text: bare, ready: '1', basedOn: '0', sourceSeen: '' };
  const csrf = /name="csrf" value="([^"]*)"/.exec(opened.text)?.[1] ?? '';
  const answer = await visitor.post(`${page}/readings`, { ...fields, csrf });
  expect([answer.status, typedIn(answer.text, 'text')]).toEqual([
    200,
    '{{firstDay}}から {変|か}わります。\n{朝|ちょう}です。',
  ]);
  expect(answer.text).toContain(difference);
  expect(answer.text).toMatch(/name="ready"[^>]* checked/);
  expect(answer.text).toContain(' data-unsaved');
  const long = await visitor.post(`${page}/readings`, { ...fields, text: '朝'.repeat(401), csrf });
  expect([long.status, long.text.includes('aria-invalid="true"')]).toEqual([422, true]);
  expect((await office.desk.read()).isKept).toBe(false);
  const english = '/console/texts/en/days.which';
  expect((await visitor.get(english)).text).not.toContain('/readings"');
  expect((await visitor.post(`${english}/readings`, { ...fields, csrf })).status).toBe(404);
});

test('The form of a new topic puts readings into both of its texts, and adds no topic', async () => {
  const { visitor, office } = await start();
  const form = '/console/topics/new';
  const typed = { name: '質問', menu: '質問は {{key}}。', text: bare };
  const answer = await visitor.submit(form, form, { ...typed, step: 'readings' });
  expect([answer.status, typedIn(answer.text, 'menu'), typedIn(answer.text, 'text')]).toEqual([
    200,
    '{質問|しつもん}は {{key}}。',
    '{{firstDay}}から {変|か}わります。\n{朝|ちょう}です。',
  ]);
  expect(answer.text).toContain(difference);
  expect(answer.text).toContain('value="質問"');
  const long = await visitor.submit(form, form, { ...typed, text: '朝'.repeat(401), step: 'readings' });
  expect(long.status).toBe(422);
  expect(long.text).toMatch(/role="alert" data-answer><p>長すぎる/);
  expect((await office.desk.read()).isKept).toBe(false);
});

test('The form that adds a text to a topic puts readings into the text, and adds nothing', async () => {
  const { visitor, office } = await start();
  const form = '/console/topics/days';
  const answer = await visitor.submit(form, form, { partName: '変更', part: 'days.new', text: bare, step: 'readings' });
  expect([answer.status, typedIn(answer.text, 'text')]).toEqual([
    200,
    '{{firstDay}}から {変|か}わります。\n{朝|ちょう}です。',
  ]);
  expect(answer.text).toContain(difference);
  expect([answer.text.includes('value="変更"'), answer.text.includes('value="days.new"')]).toEqual([true, true]);
  const long = await visitor.submit(form, form, { text: '朝'.repeat(401), step: 'readings' });
  expect(long.status).toBe(422);
  expect((await office.desk.read()).isKept).toBe(false);
});

test('If the dictionary fails, the page says so and keeps everything typed', async () => {
  const { visitor, reported } = await start(broken);
  const opened = await visitor.get(page);
  const csrf = /name="csrf" value="([^"]*)"/.exec(opened.text)?.[1] ?? '';
  const form = '/console/topics/new';
  const answers = [
    await visitor.post(`${page}/readings`, { text: bare, basedOn: '0', sourceSeen: '', csrf }),
    await visitor.submit(form, form, { name: 'x', menu: 'x', text: bare, step: 'readings' }),
    await visitor.submit('/console/topics/days', '/console/topics/days', { text: bare, step: 'readings' }),
  ];
  for (const { status, text } of answers) {
    expect([status, typedIn(text, 'text'), text.includes('辞書を使えませんでした。')]).toEqual([503, bare, true]);
  }
  expect(reported).toHaveLength(3);
});
