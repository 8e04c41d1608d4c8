import { describe, expect, test } from '#jest';
import { agreementIn, signedInOnLine } from '../support/console-line.ts';

const topicsOf = async (line: Awaited<ReturnType<typeof signedInOnLine>>) =>
  (await line.file()).topics.map(({ key, id, parts }) => `${key} ${id}: ${parts.join(' ')}`);
const before = ['1 days: days.which', '2 place: place.where'];
const typed = {
  ...{ name: '質問', nameEn: 'Questions', id: 'ask', part: 'ask.office' },
  ...{
    menu: '{質問|しつもん}は {{key}}。',
    text: '{役所|やくしょ}に {聞|き}いて ください。\n{電話|でんわ}も できます。',
  },
};

test('The list shows the menu in its order, with its keys and texts', async () => {
  const line = await signedInOnLine('viewer');
  const { text } = await line.visitor.get('/console/topics');
  expect(text).toContain('ごみの 場所は 2。');
  expect(text).toContain('href="/console/texts/ja/place.where"');
  expect(text).not.toContain('/console/topics/place/up');
});

describe('Adding a topic', () => {
  test('puts it last, and saves its texts in the source language as not ready', async () => {
    const line = await signedInOnLine('administrator');
    const page = await line.visitor.get('/console/topics/new');
    expect(page.text.match(/<textarea [^>]*maxlength="100000"/g)).toHaveLength(2);
    const { headers } = await line.visitor.send(page, '/console/topics/new', typed);
    expect(headers.location).toBe('/console/topics?notice=topics.done.added');
    expect(await topicsOf(line)).toEqual([...before, '3 ask: ask.office']);
    expect((await line.file()).topics[2]?.name).toEqual({ ja: '質問', en: 'Questions' });
    const now = await line.office.desk.read();
    expect(now.find('ja', 'topic.ask.menu')).toMatchObject({ sentences: [typed.menu], isReady: false });
    expect(now.find('ja', 'ask.office')?.sentences).toEqual(typed.text.split('\n'));
    expect(now.find('en', 'ask.office')).toBeNull();
    const audit = await line.visitor.get('/console/audit');
    expect(audit.text).toContain('項目「質問」を追加しました。メニュー:1 ごみの日, 2 ごみの場所, 3 質問');
  });

  test.each([
    ['Latin words', { nameEn: 'Bulky waste' }, '3 bulky-waste: bulky-waste.about'],
    ['Latin words that are taken', { name: 'Days' }, '3 days-2: days-2.about'],
    ['no Latin words', { name: '粗大ごみ' }, '3 topic-1: topic-1.about'],
  ])('makes the ids from a name that has %s', async (_what, name, made) => {
    const line = await signedInOnLine();
    await line.submit('/topics/new', { ...typed, nameEn: '', ...name, id: '', part: '' });
    expect(await topicsOf(line)).toEqual([...before, made]);
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['no name', { name: '' }, ['名前を書いてください。']],
    ['an id that is taken', { id: 'days' }, ['このIDはすでに使われています。']],
    ['an id that is an address', { id: 'new' }, ['IDは英小文字で始め']],
    ['a menu text without its key', { menu: 'これです。' }, ['{{key}} を1回だけ入れてください。']],
    ['a menu text with two keys', { menu: '{{key}}か {{key}}。' }, ['{{key}} を1回だけ入れてください。']],
    ['an emoji', { text: '😀' }, ['絵文字は読み上げられません。']],
    [
      'an id that belongs to the dialogue',
      { part: 'topic.ask.menu' },
      ['「topic.」「destination.」「disaster.」などで始まるIDは、'],
    ],
    ['the id of a text that exists already', { part: 'days.which' }, ['このIDの文は前からあります。']],
    [
      'everything at once',
      { id: 'Ask', menu: ' ', part: 'ask', text: '' },
      ['IDは英小文字で始め', 'メニューの文を書いて', '文のIDは「card.use」のように', '文を書いてください。'],
    ],
  ])('says at its field what to do about %s, and keeps what was typed', async (_what, wrong, sentences) => {
    const line = await signedInOnLine();
    const { status, text } = await line.submit('/topics/new', { ...typed, ...wrong });
    expect([status, sentences.filter((sentence) => !text.includes(sentence))]).toEqual([422, []]);
    expect(text).toContain(`name="id" type="text" value="${wrong.id ?? typed.id}"`);
    expect(await topicsOf(line)).toEqual(before);
  });

  test('says beside each field what is too long, and keeps what was typed', async () => {
    const line = await signedInOnLine();
    const wrong = { id: 'a'.repeat(51), part: `ask.${'b'.repeat(97)}` };
    const { status, text } = await line.submit('/topics/new', { ...typed, ...wrong });
    expect([status, await topicsOf(line)]).toEqual([422, before]);
    expect(text).toMatch(/id="id-error">長すぎます。50文字までにしてください。</);
    expect(text).toMatch(/id="part-error">長すぎます。100文字までにしてください。</);
    for (const value of Object.values(wrong)) expect(text).toContain(`value="${value}"`);
    expect(text).toContain(typed.menu);
  });

  test('uses the text that exists under an id if no text is typed', async () => {
    const line = await signedInOnLine();
    await line.submit('/topics/new', { ...typed, part: 'days.which', text: '' });
    expect(await topicsOf(line)).toEqual([...before, '3 ask: days.which']);
    expect((await line.office.desk.read()).find('ja', 'days.which')).toMatchObject({ revision: 1 });
  });

  test('says that it corrected the texts', async () => {
    const line = await signedInOnLine();
    const { headers } = await line.submit('/topics/new', { ...typed, text: 'Ａです。' });
    expect(headers.location).toBe('/console/topics?notice=topics.done.added-tidied');
  });

  test('is impossible if the line has six', async () => {
    const line = await signedInOnLine();
    await line.changeAs((file) => ({
      ...file,
      topics: ['1', '2', '3', '4', '5', '6'].map((key) => ({ id: `t${key}`, key, parts: ['days.which'] })),
    }));
    expect((await line.visitor.get('/console/topics/new')).status).toBe(422);
    expect((await line.visitor.post('/console/topics/new', { csrf: await line.csrf(), ...typed })).status).toBe(422);
  });
});

describe('Changing which key leads where', () => {
  test.each([
    ['up', 'place', ['1 place: place.where', '2 days: days.which'], '「ごみの日」から「ごみの場所」に変わります。'],
    ['down', 'days', ['1 place: place.where', '2 days: days.which'], '「ごみの日」から「ごみの場所」に変わります。'],
    ['remove', 'days', ['1 place: place.where'], '「ごみの場所」につながらなくなります。'],
  ])('(%s) is explained first, and needs a tick', async (what, id, after, sentence) => {
    const line = await signedInOnLine();
    const address = `/topics/${id}/${what}`;
    const asked = await line.visitor.get(`/console${address}`);
    expect(asked.text).toContain('印刷した案内のキーが変わります');
    expect(asked.text).toContain(sentence);
    expect(agreementIn(asked.text)).not.toBe('');
    for (const agreed of ['', '1', '9:a>b']) {
      const refused = await line.visitor.send(asked, `/console${address}`, { agreed });
      expect([refused.status, refused.text.includes('チェックを入れてください。')]).toEqual([422, true]);
    }
    expect(await topicsOf(line)).toEqual(before);
    const done = await line.visitor.send(asked, `/console${address}`, { agreed: agreementIn(asked.text) });
    expect(done.status).toBe(303);
    expect(await topicsOf(line)).toEqual(after);
  });

  test('keeps the texts of a topic that is removed, and does not remove the last topic', async () => {
    const line = await signedInOnLine();
    const asked = await line.visitor.get('/console/topics/days/remove');
    expect(asked.text).toContain('<li>ごみの日(1)</li>');
    await line.visitor.send(asked, '/console/topics/days/remove', { agreed: agreementIn(asked.text) });
    expect((await line.office.desk.read()).find('ja', 'days.which')?.sentences).toHaveLength(2);
    const last = await line.visitor.get('/console/topics/place/remove');
    expect(last.text).toContain('最後の項目は削除できません。');
    const forced = { csrf: await line.csrf(), basedOn: '2', agreed: '1:place>' };
    expect((await line.visitor.post('/console/topics/place/remove', forced)).status).toBe(422);
    expect(await topicsOf(line)).toEqual(['1 place: place.where']);
  });

  test('is refused if somebody else has saved first, and can then be confirmed again', async () => {
    const line = await signedInOnLine();
    const asked = await line.visitor.get('/console/topics/place/up');
    await line.changeAs((file) => ({ ...file, transfersPerHour: 99 }));
    const refused = await line.visitor.send(asked, '/console/topics/place/up', { agreed: agreementIn(asked.text) });
    expect([refused.status, refused.text.includes('satoさんが')]).toEqual([409, true]);
    await line.visitor.send(refused, '/console/topics/place/up', { agreed: agreementIn(refused.text) });
    expect((await topicsOf(line))[0]).toBe('1 place: place.where');
  });
});

describe('The texts of a topic', () => {
  test('can be added, moved and removed without changing a key', async () => {
    const line = await signedInOnLine();
    const added = await line.submit('/topics/days', {
      partName: '紙',
      part: 'days.more',
      text: '{紙|かみ}も {出|だ}せます。',
    });
    expect(added.headers.location).toBe('/console/topics/days?notice=topics.done.part-added');
    expect((await line.office.desk.read()).find('ja', 'days.more')).toMatchObject({ isReady: false, revision: 1 });
    expect((await line.file()).textNames).toEqual({ 'days.more': { ja: '紙' } });
    await line.submit('/topics/days', { step: 'up-1' }, '/topics/days/parts');
    expect((await topicsOf(line))[0]).toBe('1 days: days.more days.which');
    await line.submit('/topics/days', { step: 'remove-1' }, '/topics/days/parts');
    expect((await topicsOf(line))[0]).toBe('1 days: days.more');
    const last = await line.submit('/topics/days', { step: 'remove-0' }, '/topics/days/parts');
    expect([last.status, last.text.includes('項目には文が一つ以上必要です。')]).toEqual([422, true]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['an id without a dot', { part: 'more', text: 'あ。' }, '文のIDは「card.use」のように'],
    ['a text that the topic already has', { part: 'days.which', text: '' }, 'この項目にはもうこの文があります。'],
    [
      'an id that is too long',
      { part: `days.${'a'.repeat(96)}`, text: 'あ。' },
      '長すぎます。100文字までにしてください。',
    ],
    ['no words', { part: 'days.more', text: ' ' }, '文を書いてください。'],
    ['an id of a disaster notice', { part: 'disaster.flood', text: 'あ。' }, '「disaster.」などで始まるID'],
    ['too many words', { part: 'days.more', text: 'あ'.repeat(500) }, '長すぎる文があります。1文は400文字までです。'],
  ])('are not added with %s', async (_what, wrong, sentence) => {
    const line = await signedInOnLine();
    const { status, text } = await line.submit('/topics/days', wrong);
    expect([status, text.includes(sentence), text.includes(`value="${wrong.part}"`)]).toEqual([422, true, true]);
    expect(await line.revision()).toBe(1);
  });

  test('get an id from their name; without a name, what was typed stays in the form', async () => {
    const line = await signedInOnLine();
    await line.submit('/topics/days', { partName: '紙', partNameEn: 'Paper', part: '', text: 'あ。' });
    await line.submit('/topics/days', { partName: '紙', part: '', text: 'い。' });
    expect((await topicsOf(line))[0]).toBe('1 days: days.which days.paper days.part-1');
    const { status, text } = await line.submit('/topics/days', { partName: '', part: '', text: 'う。' });
    expect([status, text.includes('名前を書いてください。'), text.includes('う。')]).toEqual([422, true, true]);
  });

  test('and the topic itself can be renamed, which leaves nothing to publish', async () => {
    const line = await signedInOnLine('administrator');
    await line.office.publish();
    const nothing = '公開する変更はありません。';
    expect((await line.visitor.get('/console/publish')).text).toContain(nothing);
    const names = { ofTopic: '出す日', ofTopicEn: 'Days', ofText0: 'いつ出すか', ofText0En: '' };
    const { headers } = await line.submit('/topics/days', names, '/topics/days/names');
    expect(headers.location).toBe('/console/topics/days?notice=topics.done.renamed');
    const { topics, textNames } = await line.file();
    expect([topics[0]?.name, textNames]).toEqual([
      { ja: '出す日', en: 'Days' },
      { 'days.which': { ja: 'いつ出すか' } },
    ]);
    const page = await line.visitor.get('/console/topics/days');
    expect(page.text).toContain('<h1>項目「出す日」</h1>');
    expect(page.text).toContain('>いつ出すか</a>');
    expect((await line.visitor.get('/console/publish')).text).toContain(nothing);
    expect((await line.visitor.get('/console/audit')).text).toContain(
      '項目「出す日」の画面での名前を変えました(–, – → 出す日, いつ出すか)。',
    );
    const refused = await line.submit('/topics/days', { ...names, ofTopic: '' }, '/topics/days/names');
    expect([refused.status, refused.text.includes('名前を書いてください。')]).toEqual([422, true]);
    const empty = { ofTopic: '', ofTopicEn: '', ofText0: '', ofText0En: '' };
    await line.submit('/topics/days', empty, '/topics/days/names');
    expect((await line.visitor.get('/console/topics/days')).text).toContain('<h1>項目「ごみの日」</h1>');
  });

  test('are not found for a topic that does not exist', async () => {
    const line = await signedInOnLine();
    expect((await line.visitor.get('/console/topics/nowhere')).status).toBe(404);
    expect((await line.visitor.get('/console/topics/nowhere/up')).status).toBe(404);
    const csrf = await line.csrf();
    for (const [path, fields] of [['nowhere', typed] as const, ['nowhere/parts', { step: 'up-0' }] as const]) {
      const { status } = await line.visitor.post(`/console/topics/${path}`, { csrf, basedOn: '1', ...fields });
      expect(status).toBe(404);
    }
    expect(await line.revision()).toBe(1);
  });
});

test('No form of a topic accepts anything from a viewer', async () => {
  const line = await signedInOnLine('viewer');
  const csrf = await line.csrf();
  for (const path of ['new', 'days', 'days/parts', 'days/names', 'days/up', 'days/down', 'days/remove']) {
    const sent = { csrf, basedOn: '1', agreed: '1:days>place 2:place>days', ...typed, step: 'up-0' };
    expect((await line.visitor.post(`/console/topics/${path}`, sent)).status).toBe(403);
  }
  expect(await topicsOf(line)).toEqual(before);
});
