import decodeQR from 'qr/decode.js';
import { describe, expect, test } from '#jest';
import { createEdition } from '../../src/office/editions/edition.ts';
import { keysOnLeaflet, leafletOf } from '../../src/office/leaflet/leaflet.ts';
import { readPrints, recordPrint } from '../../src/office/leaflet/prints.ts';
import { shownTexts } from '../../src/words/shown-texts.ts';
import type { Sentence } from '../../src/words/words.ts';
import { bundledDraft } from '../support/bundled.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { memoryDatabase } from '../support/memory-database.ts';
import { openSmallOffice, tanaka } from '../support/small-office.ts';

const now = Date.parse('2026-11-24T10:00:00+09:00');

async function visitorOf({ publicUrl = null as string | null, role = 'viewer' as 'viewer' | 'editor' } = {}) {
  const world = await createTestConsole({ publicUrl });
  await world.letIn('hanako', role);
  const visitor = visitConsole(world.app);
  await visitor.signIn('hanako');
  return { ...world, visitor };
}

/** Decodes a QR code that is drawn as an SVG path of dark bars. */
function scan(path: string, size: number): string {
  const scale = 4;
  const side = size * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      const from = (row * side + Number(x) * scale) * 4;
      for (let at = from; at < from + Number(length) * scale * 4; at += 1) data[at] = at % 4 === 3 ? 255 : 0;
    }
  }
  return decodeQR({ width: side, height: side, data });
}

describe('Printed sheets', () => {
  test('say the keys and topics in the words of their language', async () => {
    const { visitor } = await visitorOf();
    const { text } = await visitor.get('/console/leaflets/zh-Hans');
    expect(text).toContain('<article class="leaflet" lang="zh-Hans">');
    // Nobody at the office speaks Chinese, so the sheet promises no person.
    for (const said of ['普通话请按', '电话号码请按']) expect(text).toContain(said);
    expect(text).not.toContain('与工作人员通话请按');
    expect((await visitor.get('/console/leaflets/en')).text).toContain('To talk to a person, press');
    expect(text).toMatch(/<kbd>2<\/kbd>[^<]*普通话请按/);
  });

  test('name the line, and have a QR code that leads to the page of their language', async () => {
    const { visitor, office } = await visitorOf({ publicUrl: 'http://line.example.jp' });
    const { text } = await visitor.get('/console/leaflets/zh-Hans');
    expect(text).toContain(`<h2>${office.shelf.current.file.name.en}</h2>`);
    const address = 'http://line.example.jp/zh-Hans';
    expect(text).toContain(`<span class="leaflet-address">${address}</span>`);
    const [, size = '', path = ''] =
      /<svg class="qr"[^>]*viewBox="0 0 (\d+) \1"[^>]*><path d="([^"]*)"/.exec(text) ?? [];
    expect(scan(path, Number(size))).toBe(address);
    expect(text).not.toContain('PUBLIC_URL');
  });

  test('have a blank line if the number is not known; the hint for staff is only on the screen', async () => {
    const { visitor } = await visitorOf();
    const { text } = await visitor.get('/console/leaflets/zh-Hans');
    const [, paper = ''] = /<article class="leaflet"([\s\S]*)<\/article>/.exec(text) ?? [];
    const [, screen = ''] = /<div class="sheet-screen">([\s\S]*?)<article/.exec(text) ?? [];
    expect(paper).toContain('<span class="leaflet-blank"></span>');
    expect(paper).not.toMatch(/電話番号|telephone number/);
    expect(screen).toContain('シートの ☎ のところは空の線です');
    await visitor.get('/console/language/en');
    expect((await visitor.get('/console/leaflets/zh-Hans')).text).toContain('there is an empty line at ☎ on the sheet');
  });

  test('tell staff why there is no QR code', async () => {
    const { visitor } = await visitorOf();
    const { text } = await visitor.get('/console/leaflets/en');
    expect(text).not.toContain('<svg');
    expect(text).toContain('(PUBLIC_URL)が設定されていない');
  });

  test('have the title that an editor wrote for their language, once it is published', async () => {
    const { visitor, office } = await visitorOf({ role: 'editor' });
    const page = await visitor.get('/console/leaflets/names');
    expect(page.text).toContain('name="title-zh-Hans"');
    const saved = await visitor.submit('/console/leaflets/names', '/console/leaflets/names', {
      'title-ja': '{町|まち}の ごみ',
      'title-en': 'Waste by telephone',
    });
    expect(saved.headers.location).toContain('leaflets.done.names-saved');
    // The audit contains only what changed, not all names of the sheets.
    const [entry] = await office.records.audit.list(null, 1);
    expect(entry?.about).toMatchObject({ before: '– / –', after: 'Waste by telephone / 町の ごみ' });
    const { line } = await office.desk.read();
    expect(line.file.leaflet?.title).toEqual({ ja: '{町|まち}の ごみ', en: 'Waste by telephone' });
    expect((await visitor.get('/console/leaflets/names')).text).toContain('value="Waste by telephone"');
    const titled = createEdition({ ...fixtureDraft(), line: line.file }, office.engine);
    expect(leafletOf(titled, 'en', now)?.title).toBe('Waste by telephone');
    expect(leafletOf(titled, 'zh-Hans', now)?.title).toBe(line.file.name.en);
  });

  const bundled = createEdition(bundledDraft(), { id: 'espeak', fingerprint: 'test' });
  const textOf = (sentences: readonly Sentence[] = []) =>
    sentences.map(({ language, segments }) => shownTexts(language, segments).join(''));

  test.each(bundledDraft().line.languages)('leave out what only callers need, in $name', ({ tag, name }) => {
    const sheet = leafletOf(bundled, tag, now);
    const about = textOf(sheet?.about);
    expect(about).toHaveLength(2);
    expect(about.join(' ')).not.toMatch(new RegExp(`^(?:${name}|國語|やさしい 日本語)`));
    const emergency = textOf(sheet?.emergency);
    expect(emergency.map((text) => /1\d\d/.exec(text)?.[0] ?? text)).toEqual(['119', '110']);
  });

  test('say that they may be out of date after the day by which the content must be reviewed', async () => {
    const { visitor, office } = await visitorOf();
    const outdated = (day: string) => textOf(leafletOf(office.shelf.current, 'en', Date.parse(day))?.outdated);
    const { reviewBy } = office.shelf.current.line;
    expect(outdated(`${reviewBy}T12:00:00Z`)).toEqual([]);
    expect(outdated('2040-01-01T00:00:00Z')).toEqual(['This may be out of date.']);
    expect((await visitor.get('/console/leaflets/en')).text).not.toContain('leaflet-outdated');
    const past = createEdition(fixtureDraft(), office.engine);
    office.shelf.publish({ ...past, line: { ...past.line, reviewBy: '2020-01-01' } });
    expect((await visitor.get('/console/leaflets/en')).text).toContain(
      '<div class="leaflet-outdated"><p>This may be out of date.</p></div>',
    );
  });

  test('use the word for “fax” of their language', async () => {
    const draft = bundledDraft();
    const { visitor, office } = await visitorOf();
    office.shelf.publish(createEdition(draft, office.engine));
    for (const [tag, word] of [
      ['ko', '팩스'],
      ['pt', 'Fax'],
      ['zh-Hant', '傳真'],
    ] as const) {
      expect((await visitor.get(`/console/leaflets/${tag}`)).text).toContain(`<br>${word} 096-`);
    }
  });

  test('name the days on which nobody answers, and why, in every language, until the last day is over', async () => {
    const draft = bundledDraft();
    const closed = { kind: 'closed', from: '2026-12-29', to: '2027-01-03', reason: 'weather' } as const;
    const destinations = draft.line.destinations.map((each) => ({ ...each, dates: [closed] }));
    const { visitor, office } = await visitorOf();
    office.shelf.publish(createEdition({ ...draft, line: { ...draft.line, destinations } }, office.engine));
    const said = {
      en: ['Closed: 29 December 2026 – 3 January 2027', 'The office is closed because of bad weather.'],
      'zh-Hans': ['停止服务：2026年12月29日至2027年1月3日', '因为天气恶劣，暂停服务。'],
      'zh-Hant': ['停止服務：2026年12月29日至2027年1月3日', '因為天氣惡劣，暫停服務。'],
      ko: ['휴무: 2026년 12월 29일~2027년 1월 3일', '날씨가 매우 나빠서 전화를 받지 않습니다.'],
      es: ['Cerrado: 29 de diciembre de 2026 – 3 de enero de 2027', 'No hay atención por el mal tiempo.'],
      pt: ['Fechado: 29 de dezembro de 2026 – 3 de janeiro de 2027', 'Não há atendimento por causa do mau tempo.'],
      ja: ['休み: 2026年12月29日から2027年1月3日まで', '天気が とても 悪いですから、休みです。'],
    };
    expect(Object.keys(said).toSorted()).toEqual(draft.line.languages.map(({ tag }) => tag).toSorted());
    /** The words on a sheet, without readings. */
    const wordsOf = async (tag: string) =>
      (await visitor.get(`/console/leaflets/${tag}`)).text
        .replaceAll(/<rp>.*?<\/rp>|<rt>.*?<\/rt>/g, '')
        .replaceAll(/<[^>]+>/g, '')
        .replaceAll(/[\u2009\u00A0]/g, ' ');
    for (const [tag, parts] of Object.entries(said)) {
      office.time.now = Date.parse('2027-01-03T23:59:00+09:00');
      expect(await wordsOf(tag)).toContain(parts.join(' '));
      office.time.now = Date.parse('2027-01-04T00:00:00+09:00');
      const after = await wordsOf(tag);
      expect(parts.filter((part) => after.includes(part))).toEqual([]);
    }
  });

  test('show the readings of Japanese', async () => {
    const { visitor } = await visitorOf();
    const { text } = await visitor.get('/console/leaflets/ja');
    expect(text).toContain('<ruby>日本語<rp>(</rp><rt>にほんご</rt>');
  });

  test('warn when a key has changed since the last print, and only then', async () => {
    const { visitor, office } = await visitorOf();
    await visitor.submit('/console/leaflets/en', '/console/leaflets/en/printed', {});
    expect(await office.acts()).toContain('leaflet-printed');
    expect((await visitor.get('/console/leaflets')).text).not.toContain('キーか番号が変わりました');
    const draft = fixtureDraft();
    const edition = createEdition(
      {
        ...draft,
        line: {
          ...draft.line,
          topics: draft.line.topics.map((topic, index) => ({ ...topic, key: String(5 - index) })),
        },
      },
      office.engine,
    );
    office.shelf.publish(edition);
    expect((await visitor.get('/console/leaflets')).text).toContain('キーか番号が変わりました');
    expect((await visitor.get('/console/leaflets/en')).text).toContain('取り替えてください');
    expect((await visitor.get('/console')).text).toContain('シートが1枚あります');
    await visitor.submit('/console/leaflets/en', '/console/leaflets/en/printed', {});
    expect((await visitor.get('/console/leaflets')).text).not.toContain('キーか番号が変わりました');
  });

  test('are both recorded if they are printed at the same time, and only together with their audit entries', async () => {
    const [last, isFull] = [{ sql: '' }, { now: false }];
    const database = await memoryDatabase(
      () => (isFull.now && last.sql.includes('audit') ? new Error('the disk is full') : null),
      (sql) => {
        last.sql = sql;
      },
    );
    const { records, shelf } = await openSmallOffice(database);
    const print = async (tag: string) => {
      const leaflet = leafletOf(shelf.current, tag, now);
      if (leaflet) await recordPrint({ records, clock: () => now }, tanaka, shelf.current.hash, leaflet);
    };
    const printed = async () => Object.keys(await readPrints(records.memos)).toSorted();
    await Promise.all([print('en'), print('ja')]);
    expect(await printed()).toEqual(['en', 'ja']);
    isFull.now = true;
    await expect(print('zh-Hans')).rejects.toThrow('full');
    expect(await printed()).toEqual(['en', 'ja']);
  });

  test('count as never printed if the record of the last print is damaged, and can be recorded again', async () => {
    const { visitor, office, reported } = await visitorOf();
    for (const damaged of ['{"en":', '[]', 'null', '{"en":{"keys":7}}']) {
      await office.memos.write('leaflet-prints', damaged);
      for (const page of ['/console', '/console/leaflets', '/console/leaflets/en']) {
        expect((await visitor.get(page)).status).toBe(200);
      }
    }
    await visitor.submit('/console/leaflets/en', '/console/leaflets/en/printed', {});
    expect(Object.keys(await readPrints(office.memos))).toEqual(['en']);
    expect(reported).toEqual([]);
  });

  test('are not found for a language that does not exist', async () => {
    const { visitor } = await visitorOf();
    expect((await visitor.get('/console/leaflets/xx')).status).toBe(404);
  });

  test('do not count changed words as changed keys', async () => {
    const { office } = await visitorOf();
    const before = leafletOf(office.shelf.current, 'en', now);
    const draft = fixtureDraft();
    const words = new Map(
      [...draft.words].map(([tag, each]) => [tag, { ...each, prompts: { ...each.prompts, goodbye: ['Bye.'] } }]),
    );
    const after = leafletOf(createEdition({ ...draft, words }, office.engine), 'en', now);
    expect(before && after && keysOnLeaflet(after) === keysOnLeaflet(before)).toBe(true);
  });
});
