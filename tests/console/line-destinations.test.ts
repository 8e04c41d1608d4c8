import { describe, expect, test } from '#jest';
import { destinationStatus } from '../../src/console/destinations/destination-status.ts';
import { translator } from '../../src/console/translator.ts';
import { signedInOnLine } from '../support/console-line.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';

const page = '/destinations/office';
const typed = {
  ...{ ja: '市役所', en: 'City office', number: 'officeNumber', hours: 'officeHours', holidays: '1' },
  ...{ 'speaks-ja': '1', 'speaks-zh-Hans': '1' },
  ...{ dials: '2', closed: '1', 'from-0': 'closedFrom', 'to-0': 'closedTo' },
  ...{ 'number-0': '０３-0000-2222', 'source-0': '名刺', 'triedOn-0': '' },
  ...{ 'number-1': '+81300000000', 'source-1': 'made up', 'triedOn-1': '2026-01-01' },
};
const office = async (line: Awaited<ReturnType<typeof signedInOnLine>>) => (await line.file()).destinations[0];

describe('The list of destinations', () => {
  test('says whether somebody answers now, and which numbers production does not dial', async () => {
    const line = await signedInOnLine('viewer');
    const { text } = await line.visitor.get('/console/destinations');
    expect(text).toContain('今は受付中です');
    expect(text).toContain('試していない番号と、受付時間が分からない転送先には転送しません。');
    expect(text).not.toContain('まだ試していないため');
    expect(text).not.toContain('href="/console/destinations/office"');
  });

  test.each<[string, string, string]>([
    ['in the evening', '2026-11-24T20:00:00+09:00', '次の受付は2026年11月25日(水) 09:00からです'],
    ['before New Year', '2026-12-28T17:00:00+09:00', '次の受付は2027年1月4日(月) 09:00からです'],
  ])('knows the next opening %s', (_when, now, expected) => {
    const file = fixtureDraft().line;
    const [destination] = file.destinations;
    if (!destination) throw new Error('The made-up line has no destination.');
    const visitor = { t: translator('ja'), language: 'ja' } as const;
    expect(destinationStatus(file, destination, Date.parse(now), visitor).text).toContain(expected);
  });

  test('says what is missing: opening hours, a number to dial, or a test of the number', async () => {
    const line = await signedInOnLine();
    await line.changeAs((file) => ({
      ...file,
      destinations: file.destinations.flatMap(({ hours: _hours, ...each }) => [
        { ...each, dials: [{ number: '+81300000001', source: 'x' }] },
        { ...each, id: 'silent', dials: [] },
        { ...each, id: 'torn', hours: 'nowhere' },
      ]),
    }));
    const { status, text } = await line.visitor.get('/console/destinations');
    expect(status).toBe(200);
    expect(text).toContain('+81300000001は、まだ試していないため、本番では転送しません。');
    expect(text).toContain('受付時間が分からないため、本番では転送しません。');
    expect(text).toContain('転送する番号がないため、転送しません。');
  });
});

describe('Changing a destination', () => {
  test('saves all fields, with numbers in the form in which they are dialled', async () => {
    const line = await signedInOnLine('administrator');
    const { headers } = await line.submit(page, typed);
    expect(headers.location).toBe('/console/destinations?notice=destinations.done.tidied');
    expect(await office(line)).toEqual({
      id: 'office',
      name: { ja: '市役所', en: 'City office' },
      number: 'officeNumber',
      languages: ['zh-Hans', 'ja'],
      dials: [
        { number: '+81300002222', source: '名刺' },
        { number: '+81300000000', source: 'made up', triedOn: '2026-01-01' },
      ],
      hours: 'officeHours',
      closed: { holidays: 'japan', eachYear: [{ from: 'closedFrom', to: 'closedTo' }] },
    });
    const audit = await line.visitor.get('/console/audit');
    expect(audit.text).toContain('転送先「市役所」を変更しました(名前 › 日本語:役所 → 市役所、');
  });

  test('can leave it without hours, closures and numbers to dial', async () => {
    const line = await signedInOnLine();
    await line.submit(page, {
      ...typed,
      hours: '',
      holidays: '',
      closed: '0',
      dials: '1',
      'number-0': '',
      'source-0': '',
    });
    expect(await office(line)).toEqual(expect.not.objectContaining({ hours: expect.anything() }));
    expect(await office(line)).toMatchObject({ dials: [] });
    expect(await office(line)).not.toHaveProperty('closed');
  });

  test('can add, move and remove numbers and closures before saving', async () => {
    const line = await signedInOnLine();
    const numbers = (html: string) =>
      [...html.matchAll(/name="number-\d" type="text" value="([^"]*)"/g)].map(([, at]) => at);
    const up = await line.submit(page, { ...typed, step: 'up-dial-1' });
    expect(numbers(up.text)).toEqual(['+81300000000', '０３-0000-2222']);
    const more = await line.submit(page, { ...typed, step: 'add-dial' });
    expect(numbers(more.text)).toEqual(['０３-0000-2222', '+81300000000', '']);
    const less = await line.submit(page, { ...typed, step: 'remove-dial-0' });
    expect(numbers(less.text)).toEqual(['+81300000000']);
    const closed = await line.submit(page, { ...typed, step: 'add-closed' });
    expect(closed.text).toContain('id="to-1"');
    expect(closed.text).toMatch(/<select id="from-1"[^>]* autofocus/);
    const open = await line.submit(page, { ...typed, step: 'remove-closed-0' });
    expect(open.text).not.toContain('id="to-0"');
    expect(await line.revision()).toBe(1);
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['110', { 'number-0': '１１０' }, ['緊急の番号(110、118、119)には転送できません。']],
    ['a premium number', { 'number-0': '0990-000000' }, ['情報料のかかる番号']],
    ['a short code', { 'number-0': '#7119' }, ['番号が短すぎます。']],
    ['a number abroad', { 'number-0': '+1 202 555 0100' }, ['日本の電話番号ではありません。']],
    ['a text that is no number', { 'number-0': 'office' }, ['電話番号として読み取れません。']],
    ['one number twice', { 'number-0': '03-0000-0000' }, ['同じ番号が上にあります。']],
    ['a test in the future', { 'triedOn-1': '2026-11-25' }, ['試した日が先の日付です。']],
    [
      'everything at once',
      {
        ...{ ja: ' ', en: '', number: 'officeHours', hours: 'officeNumber', 'speaks-ja': '', 'speaks-zh-Hans': '' },
        ...{ 'number-0': '', 'source-1': '', 'triedOn-1': 'soon', 'from-0': 'nowhere' },
      },
      [
        ...['日本語の名前を', '英語の名前を', '読み上げる番号を選んで', '受付時間を選び直して', '話せる言語を一つ以上'],
        ...['電話番号を書いて', '出典を書いて', '試した日を', '休みの月日を'],
      ],
    ],
  ])('says at once what is wrong with %s', async (_what, wrong, sentences) => {
    const line = await signedInOnLine();
    const { status, text } = await line.submit(page, { ...typed, ...wrong });
    expect([status, sentences.filter((sentence) => !text.includes(sentence))]).toEqual([422, []]);
    expect(text).toContain('aria-invalid="true"');
    expect(text).toContain(`value="${(wrong.en ?? typed.en).trim()}"`);
    expect(await line.revision()).toBe(1);
  });

  test('says beside each field that it is too long, and keeps what was typed', async () => {
    const line = await signedInOnLine();
    const [en, source] = ['x'.repeat(201), 'y'.repeat(1001)];
    const empty = { 'number-0': '', 'source-0': '' };
    const { status, text } = await line.submit(page, { ...typed, ...empty, en, 'source-1': source, ja: '' });
    expect(status).toBe(422);
    expect(text).toContain('id="en-error">長すぎます。200文字までにしてください。');
    expect(text).toContain(`name="en" type="text" value="${en}" autocomplete="off" required`);
    expect(text).toContain('日本語の名前を');
    // The empty row above was left out, so this row is now the first.
    expect(text).toContain('id="source-0-error">長すぎます。1000文字までにしてください。');
    expect(text).toContain(`name="source-0" type="text" value="${source}"`);
    expect(await line.revision()).toBe(1);
  });

  test('accepts a saved text of any length until somebody changes it', async () => {
    const line = await signedInOnLine();
    const [en, source] = ['x'.repeat(201), 'y'.repeat(1001)];
    await line.changeAs((file) => ({
      ...file,
      destinations: file.destinations.map((each) => ({
        ...each,
        name: { ...each.name, en },
        dials: each.dials.map((dial) => ({ ...dial, source: `${source}\n` })),
      })),
    }));
    // Because the row above is empty and left out, the long text moves to another row.
    const long = { ...typed, en, 'number-0': '', 'source-0': '', 'source-1': source };
    expect((await line.submit(page, long)).headers.location).toContain('notice=destinations.done.saved');
    expect(await office(line)).toMatchObject({ name: { ja: '市役所', en }, dials: [{ source }] });
    const longer = await line.submit(page, { ...long, en: `${en}x` });
    expect([longer.status, longer.text.includes('200文字までにしてください。')]).toEqual([422, true]);
  });

  test('keeps what was typed if somebody else has changed the line meanwhile', async () => {
    const line = await signedInOnLine();
    const opened = await line.visitor.get(`/console${page}`);
    await line.changeAs((file) => ({ ...file, transfersPerHour: 99 }));
    const refused = await line.visitor.send(opened, `/console${page}`, typed);
    expect([refused.status, refused.text.includes('satoさんが')]).toEqual([409, true]);
    expect(refused.text).toContain('value="City office"');
    expect(refused.text).toContain('今保存されている値:役所 / 03-0000-0000 / +81300000000 / ');
    expect((await line.visitor.send(refused, `/console${page}`, typed)).status).toBe(303);
    expect(await line.file()).toMatchObject({ transfersPerHour: 99, destinations: [{ name: { en: 'City office' } }] });
  });
});

describe('A destination with many rows', () => {
  const dialsOf = (count: number) =>
    Array.from({ length: count }, (_, row) => ({ number: `+8130000${1000 + row}`, source: `Page ${row}` }));
  const closedOf = (count: number) => Array.from({ length: count }, () => ({ from: 'closedFrom', to: 'closedTo' }));
  const rowsOf = (dials: number, closed: number) =>
    Object.assign(
      { ...typed, dials: String(dials), closed: String(closed), 'triedOn-1': '' },
      ...dialsOf(dials).map(({ number, source }, row) => ({ [`number-${row}`]: number, [`source-${row}`]: source })),
      ...closedOf(closed).map(({ from, to }, row) => ({ [`from-${row}`]: from, [`to-${row}`]: to })),
    );

  test('keeps all rows that it has, however many, but accepts no more', async () => {
    const line = await signedInOnLine();
    const closed = { eachYear: closedOf(14) };
    await line.changeAs((file) => ({
      ...file,
      destinations: file.destinations.map((each) => ({ ...each, dials: dialsOf(105), closed })),
    }));
    expect((await line.visitor.get(`/console${page}`)).text).not.toContain('value="add-dial"');
    const more = await line.submit(page, rowsOf(106, 15));
    expect(more.status).toBe(422);
    expect(more.text).toContain('id="number-105-error">番号が多すぎます。105件までにしてください。');
    expect(more.text).toContain('id="from-14-error">毎年の休みが多すぎます。14件までにしてください。');
    expect(more.text).toContain('value="Page 105"');
    expect((await line.submit(page, rowsOf(105, 14))).status).toBe(303);
    expect(await office(line)).toMatchObject({ name: { en: 'City office' }, dials: dialsOf(105), closed });
  });

  test('refuses a thirteenth row, with the error beside it', async () => {
    const line = await signedInOnLine();
    const { status, text } = await line.submit(page, rowsOf(13, 13));
    expect([status, text.match(/value="Page \d+"/g)?.length, await line.revision()]).toEqual([422, 13, 1]);
    expect(text).toContain('id="number-12-error">番号が多すぎます。12件までにしてください。');
    expect(text).toContain('id="from-12-error">毎年の休みが多すぎます。12件までにしてください。');
    const full = await line.submit(page, { ...rowsOf(12, 12), step: 'up-dial-1' });
    expect(full.text).not.toMatch(/value="add-(dial|closed)"/);
    expect(full.text).toContain('番号は12件までです。');
  });
});

describe('Adding and removing a destination', () => {
  test('adds one with an id of its own, and removes it while nothing leads to it', async () => {
    const line = await signedInOnLine();
    await line.submit('/destinations/new', { ...typed, id: 'desk' });
    expect((await line.file()).destinations.map(({ id }) => id)).toEqual(['office', 'desk']);
    const { headers } = await line.submit('/destinations/desk/remove', {});
    expect(headers.location).toBe('/console/destinations?notice=destinations.done.removed');
    const refused = await line.visitor.post('/console/destinations/office/remove', {
      csrf: await line.csrf(),
      basedOn: '3',
    });
    expect([refused.status, refused.text.includes('この転送先は使われているので')]).toEqual([422, true]);
    expect((await line.file()).destinations.map(({ id }) => id)).toEqual(['office']);
  });

  test.each([
    ['office', 'このIDはすでに使われています。'],
    ['new', 'IDは英小文字で始め'],
    ['Desk', 'IDは英小文字で始め'],
  ])('refuses the id "%s"', async (id, sentence) => {
    const line = await signedInOnLine();
    const { status, text } = await line.submit('/destinations/new', { ...typed, id });
    expect([status, text.includes(sentence)]).toEqual([422, true]);
  });

  test('answers 404 for an id that does not exist', async () => {
    const line = await signedInOnLine();
    expect((await line.visitor.get('/console/destinations/nowhere')).status).toBe(404);
  });
});

test('No form of a destination accepts anything from a viewer', async () => {
  const line = await signedInOnLine('viewer');
  const csrf = await line.csrf();
  for (const path of ['new', 'office', 'office/remove']) {
    expect((await line.visitor.post(`/console/destinations/${path}`, { csrf, ...typed, basedOn: '1' })).status).toBe(
      403,
    );
  }
  expect(await line.revision()).toBe(1);
});

describe('Days with other hours than usual', () => {
  const dates = (...rows: readonly Readonly<Record<string, string>>[]) => ({
    ...typed,
    dates: String(rows.length),
    ...Object.fromEntries(
      rows.flatMap((row, index) => Object.entries(row).map(([name, value]) => [`${name}-${index}`, value])),
    ),
  });
  const afternoon = { dateKind: 'closed', dateFrom: '2026/12/1', dateBegins: '12:00', dateEnds: '00:00' };
  const saturday = { dateKind: 'open', dateFrom: '2026-12-05', dateBegins: '9時', dateEnds: '12:00' };

  test('are saved, shown again, and recorded in the audit', async () => {
    const line = await signedInOnLine();
    const newYear = { dateKind: 'closed', dateFrom: '2026-12-28', dateTo: '2027-01-04' };
    await line.submit(page, typed);
    expect((await line.submit(page, dates(afternoon, saturday, newYear, {}))).status).toBe(303);
    expect((await office(line))?.dates).toEqual([
      { kind: 'closed', from: '2026-12-01', begins: '12:00', ends: '24:00' },
      { kind: 'open', from: '2026-12-05', begins: '09:00', ends: '12:00' },
      { kind: 'closed', from: '2026-12-28', to: '2027-01-04' },
    ]);
    const { text } = await line.visitor.get(`/console${page}`);
    expect(text).toMatch(/name="dateFrom-0" type="date" value="2026-12-01"/);
    expect(text).toMatch(/name="dateEnds-0" type="time" value="00:00"/);
    expect(text).toMatch(/value="open" selected/);
    const audit = (await line.visitor.get('/console/audit')).text;
    expect(audit).toContain('2026年12月5日、午前9時から正午まで: 臨時の受付');
    expect(audit).toContain('を変更しました(日を決めた休みと臨時の受付を追加:2026年12月1日');
    // Each saved day links to a rehearsal: a call on that day that asks for this destination.
    const [hear = ''] = /\/console\/rehearsal\?at=2026-12-28[^"#]*/.exec(text) ?? [];
    expect(text.match(/\/console\/rehearsal\?at=/g)).toHaveLength(3);
    const call = (await line.visitor.get(hear.replaceAll('&amp;', '&'))).text;
    expect(call).toContain('2026-12-28T10:00');
    expect(call).toContain('つなげない理由:受付時間の外');
    expect((await line.submit(page, dates())).status).toBe(303);
    expect(await office(line)).not.toHaveProperty('dates');
  });

  test('are refused with all errors at once, each beside its field', async () => {
    const line = await signedInOnLine();
    const { status, text } = await line.submit(
      page,
      dates(
        { dateFrom: 'tomorrow' },
        { dateFrom: '2026-12-02', dateTo: '2026-12-01' },
        { dateKind: 'open', dateFrom: '2026-12-03' },
        { dateFrom: '2026-12-04', dateBegins: '12:00', dateEnds: '11:00' },
      ),
    );
    expect(status).toBe(422);
    for (const [field, error] of [
      ['dateFrom-0', '日を「2027-04-01」のように'],
      ['dateTo-1', '初めの日より前に'],
      ['dateBegins-2', '何時から何時までかを書いて'],
      ['dateEnds-3', '始まりよりあとの時刻'],
    ]) {
      expect(text).toMatch(new RegExp(`id="${field}-error">[^<]*${error}`));
    }
    const clash = await line.submit(page, dates(afternoon, { dateFrom: '2026-11-30', dateTo: '2026-12-02' }));
    expect(clash.text).toMatch(/id="dateFrom-1-error">1番目と、同じ日の同じ時間です/);
    const unknown = await line.submit(page, { ...dates(afternoon), hours: '' });
    expect(unknown.text).toMatch(/id="dateFrom-0-error">受付時間が分からないので/);
  });

  test('are refused without a day, whatever else was filled in, and what was typed stays', async () => {
    const line = await signedInOnLine();
    await line.changeAs((file) => ({
      ...file,
      closures: [{ id: 'weather', name: { ja: '悪天候', en: 'Bad weather' } }],
    }));
    const { status, text } = await line.submit(
      page,
      dates({ dateReason: 'weather' }, { dateKind: 'open' }, { dateBegins: '10:00', dateEnds: '11:00' }, {}),
    );
    expect(status).toBe(422);
    for (const row of [0, 1, 2]) expect(text).toMatch(new RegExp(`id="dateFrom-${row}-error">日を「2027-04-01」`));
    expect(text).not.toContain('id="dateFrom-3');
    expect(text).toMatch(/<option value="weather" selected>/);
    expect(text).toContain('value="10:00"');
  });

  test('are refused in an implausible year, and saved with a warning if they are past or far away', async () => {
    const line = await signedInOnLine();
    for (const [dateFrom, dateTo, field] of [
      ['9999-12-01', '', 'dateFrom-0'],
      ['2014-12-31', '', 'dateFrom-0'],
      ['2031-11-25', '', 'dateFrom-0'],
      ['2026-12-01', '2062-12-02', 'dateTo-0'],
    ] as const) {
      const { status, text } = await line.submit(page, dates({ dateFrom, dateTo }));
      expect([dateFrom, status]).toEqual([dateFrom, 422]);
      expect(text).toMatch(
        new RegExp(`id="${field}-error">年が正しいか確かめてください。2015-01-01から2031-11-24まで`),
      );
    }
    const saved = async (...rows: readonly Readonly<Record<string, string>>[]) =>
      (await line.submit(page, dates(...rows))).headers.location?.split('notice=')[1];
    const [past, far, soon] = ['2026-11-23', '2028-11-25', '2026-12-01'].map((dateFrom) => ({ dateFrom }));
    if (!past || !far || !soon) throw new Error('There are three days.');
    expect(await saved(soon)).toBe('destinations.done.tidied');
    expect(await saved(soon, past)).toBe('destinations.done.but-past');
    const list = await line.visitor.get('/console/destinations?notice=destinations.done.but-past');
    expect(list.text).toMatch(/banner-warning[^>]*><p>保存しました。ただし、今入れた/);
    // Days that were saved before cause no second warning.
    expect(await saved(past, { dateFrom: '2026-12-02' })).toBe('destinations.done.tidied');
    expect(await saved(past, far)).toBe('destinations.done.but-far');
    expect(await saved(far, { dateFrom: '2025-01-01' }, { dateFrom: '2029-01-01' })).toBe(
      'destinations.done.but-past-far',
    );
    expect((await line.visitor.get(`/console${page}`)).text).toContain('(2年より先です。年を確かめてください)');
  });

  test('have a reason that callers hear, if the line has texts for it', async () => {
    const line = await signedInOnLine();
    expect((await line.visitor.get(`/console${page}`)).text).not.toContain('休みの理由');
    await line.changeAs((file) => ({
      ...file,
      closures: [{ id: 'weather', name: { ja: '悪天候', en: 'Bad weather' } }],
    }));
    const storm = { dateKind: 'closed', dateFrom: '2028-11-01', dateReason: 'weather' };
    // An extra opening needs no reason. A reason that was chosen before is ignored.
    const opened = { ...saturday, dateReason: 'weather' };
    expect((await line.submit(page, dates(storm, opened, { dateFrom: '2026-12-06' }))).status).toBe(303);
    expect((await office(line))?.dates).toEqual([
      { kind: 'closed', from: '2028-11-01', reason: 'weather' },
      { kind: 'open', from: '2026-12-05', begins: '09:00', ends: '12:00' },
      { kind: 'closed', from: '2026-12-06' },
    ]);
    const { text } = await line.visitor.get(`/console${page}`);
    expect(text).toMatch(/<option value="weather" selected>悪天候<\/option>/);
    expect((await line.visitor.get('/console/audit')).text).toContain('2028年11月1日: 休み (悪天候)');
    expect((await line.visitor.get('/console/publish')).text).toContain('休みの理由:悪天候');
    expect((await line.visitor.get('/console/destinations')).text).toContain('2028年11月1日: 休み (悪天候)');
    const { status, text: refused } = await line.submit(page, dates({ ...storm, dateReason: 'nowhere' }));
    expect(status).toBe(422);
    expect(refused).toMatch(/id="dateReason-0-error">理由を一覧から選んでください/);
  });

  test('can be added and removed; past days may clash, and one button removes all of them', async () => {
    const line = await signedInOnLine();
    const over = { dateKind: 'closed', dateFrom: '2020-04-01' };
    const sent = dates(over, over, afternoon);
    expect((await line.submit(page, sent)).status).toBe(303);
    const removed = await line.submit(page, { ...sent, step: 'remove-past-dates' });
    expect(removed.text).toContain('name="dates" value="1"');
    expect(removed.text).not.toContain('過ぎました');
    const added = await line.submit(page, { ...sent, step: 'add-date' });
    expect(added.text).toContain('name="dates" value="4"');
    expect(added.text).toContain('(過ぎました。削除できます)');
    const many = await line.submit(
      page,
      dates(
        ...Array.from({ length: 61 }, (_, day) => ({
          dateFrom: `2027-0${1 + Math.floor(day / 28)}-${String(1 + (day % 28)).padStart(2, '0')}`,
        })),
      ),
    );
    expect([many.status, many.text.includes('60件までにしてください')]).toEqual([422, true]);
  });

  test('count when the console says whether somebody answers', () => {
    const file = fixtureDraft().line;
    const [destination] = file.destinations;
    if (!destination) throw new Error('The made-up line has no destination.');
    const closed = {
      ...destination,
      dates: [{ kind: 'closed', from: '2026-11-24', begins: '12:00', ends: '24:00' }],
    } as const;
    const visitor = { t: translator('ja'), language: 'ja' } as const;
    const at = Date.parse('2026-11-24T13:00:00+09:00');
    expect(destinationStatus(file, { ...closed, dates: [...closed.dates] }, at, visitor).text).toContain(
      '次の受付は2026年11月25日(水) 09:00からです',
    );
  });
});
