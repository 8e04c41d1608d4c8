import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from '#jest';
import type { EditionSentence } from '../../src/edition/edition-file.ts';
import { plainText } from '../../src/edition/shown-text.ts';
import { isForOffice } from '../../src/line/line-app.ts';
import { pageWords } from '../../src/line/pages/page-words.ts';
import { languageAddress } from '../../src/line/pages/pages-router.ts';
import { preferredLanguage } from '../../src/line/pages/preferred-language.ts';
import { statementWords } from '../../src/line/pages/statement-words.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { bundledDraft } from '../support/bundled.ts';
import { lineNumber, residentsDraft } from '../support/residents-draft.ts';
import { createTestContext } from '../support/test-context.ts';

let line: Awaited<ReturnType<typeof createTestContext>>;
beforeAll(async () => {
  line = await createTestContext({ draft: residentsDraft(), config: { hasPhonePage: false, isProduction: true } });
});
afterAll(() => line.close());

const { languages } = bundledDraft().line;
const get = (path: string, accepted = '') => request(line.app).get(path).set('Accept-Language', accepted);
/** The text that a reader sees: without tags and readings, with single spaces. */
const textOf = (html: string) =>
  html
    .replace(/^[\s\S]*?<body>/, '')
    .replaceAll(/<rp>.*?<\/rp>|<rt>.*?<\/rt>/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
const squeezed = (text: string) => text.replaceAll(/\s+/g, '');
/** Removes the readings. */
const plain = (words = '?') => words.replaceAll(/\{([^|]*)\|[^}]*\}/g, '$1');

describe('The page of a language, in production', () => {
  test.each(languages)('has every word of the notice in $name', async ({ tag }) => {
    const { status, headers, text } = await get(`/${tag}`);
    expect([status, headers['content-type'], headers['set-cookie']]).toEqual([
      200,
      'text/html; charset=utf-8',
      undefined,
    ]);
    expect(text).toContain(`<html lang="${tag}">`);
    const { sentences, line: fileLine } = toEditionFile(line.shelf.current);
    const parts = new Set(fileLine.topics.flatMap((topic) => topic.parts));
    const shown = squeezed(textOf(text));
    const missing = sentences
      .filter(({ language, prompt }) => language === tag && parts.has(prompt))
      .map(({ shown: words }: EditionSentence) => plainText(words))
      .filter((words) => !shown.includes(squeezed(words)));
    // What only listeners need is missing: twice, the announcement that a number follows again, and its repetition.
    expect(missing).toHaveLength(4);
    expect(missing.filter((words) => !/\d-\d/.test(words))).toHaveLength(2);
  });

  test.each(languages)('has a title, the number of the line and its links in $name', async ({ tag, name }) => {
    const { text } = await get(`/${tag}`);
    const title = line.shelf.current.file.leaflet?.title?.[tag] ?? '';
    expect(/<title>([^<]*)<\/title>/.exec(text)?.[1]).toBe(`${plain(title)} (${name})`);
    expect(text).toContain(`<a href="tel:${lineNumber.replaceAll('-', '')}">${lineNumber}</a>`);
    expect(text).toContain('<a href="tel:119">119</a>');
    expect(text).not.toContain('/phone');
    const own = pageWords.get(tag);
    for (const label of [own?.call, own?.owner, own?.privacy]) {
      expect(squeezed(textOf(text))).toContain(squeezed(plain(label)));
    }
    // The number of the call centre begins with 0570.
    const [, charged = ''] = />0570-[\d-]+<\/a><\/p>\s*<p class="charged">(.*?)<\/p>/.exec(text) ?? [];
    expect(squeezed(textOf(`<body>${charged}`))).toBe(squeezed(plain(own?.charged)));
    expect(text.match(/class="charged"/g)).toHaveLength(1);
    expect(text).toContain(`<a href="/privacy?language=${tag}"`);
    expect(text).toContain(`<a href="/accessibility?language=${tag}"`);
    expect(text).toContain('<a href="/"');
    // The title is entirely in this language.
    expect(text.match(/<h1>.*<\/h1>/)?.[0]).not.toContain('lang=');
  });

  test.each(languages)(
    'ends its emergency section with the last number in $name, because readers cannot hang up',
    async ({ tag }) => {
      const { text } = await get(`/${tag}`);
      const [, section = ''] = /<section class="emergency"[^>]*>([\s\S]*?)<\/section>/.exec(text) ?? [];
      const shown = [...section.matchAll(/<span>([\s\S]*?)<\/span>/g)].map(([, words = '']) => words);
      expect(shown.map((words) => />(119|110)<\/a>/.exec(words)?.[1] ?? words)).toEqual(['119', '110']);
    },
  );

  test.each(languages)(
    'does not ask readers in $name to keep their My Number to themselves, because a page hears nothing',
    async ({ tag }) => {
      const about = /<\/dl>\s*<p class="lines">([\s\S]*?)<\/p>/.exec((await get(`/${tag}`)).text)?.[1] ?? '';
      const { sentences } = toEditionFile(line.shelf.current);
      const welcome = sentences.filter(({ language, prompt }) => language === tag && prompt === 'welcome');
      const left = welcome.filter(({ shown }) => textOf(`<body>${about}`).includes(plainText(shown)));
      expect([welcome.length, left.length]).toEqual([3, 1]);
      expect(left[0]).toBe(welcome[1]);
    },
  );

  test('calls a fax by its word in the language', async () => {
    expect((await get('/ko')).text).toMatch(/<p>팩스 096-/);
    expect((await get('/en')).text).toMatch(/<p>Fax 096-/);
  });

  test('names its topics in their order', async () => {
    const names = async (tag: string) =>
      [...(await get(`/${tag}`)).text.matchAll(/<h2 id="topic-[^"]*">(.*?)<\/h2>/g)].map(([, name = '']) =>
        textOf(`<body>${name}`),
      );
    expect(await names('en')).toEqual([
      'My Number and the envelope',
      'To keep your card and number safe',
      'The Individual Number Card',
      'Questions',
      'The flyers',
    ]);
    expect((await names('ko'))[0]).toBe('마이넘버와 봉투');
    expect((await names('ja'))[1]).toBe('カードと 番号の 守り方');
    expect((await names('zh-Hant'))[0]).toBe('個人編號和信封');
    expect((await names('es'))[0]).toBe('El My Number y el sobre');
    expect((await names('pt'))[4]).toBe('Os folhetos');
  });

  test('has readings above the kanji of Easy Japanese, and the call centre with its hours', async () => {
    const { text } = await get('/ja');
    expect(text).toContain('<ruby>封筒<rp>(</rp><rt>ふうとう</rt><rp>)</rp></ruby>');
    const contacts = text.slice(text.indexOf('id="contact"'));
    expect(contacts).toMatch(/<a href="tel:0570\d+">0570-/);
    expect(textOf(contacts)).toContain('月曜日から金曜日まで');
  });

  test('is revalidated by browsers, sent only if it has changed, and available by HEAD', async () => {
    const first = await get('/ko');
    expect(first.headers['cache-control']).toBe('no-cache');
    expect((await get('/ko').set('If-None-Match', first.headers.etag ?? '')).status).toBe(304);
    const head = await request(line.app).head('/ko');
    expect([head.status, head.headers.etag, head.headers['content-length']]).toEqual([
      200,
      first.headers.etag,
      String(Buffer.byteLength(first.text)),
    ]);
    expect(first.headers['content-security-policy']).toContain("default-src 'self'");
    expect(first.text).not.toMatch(/<script|style="|onclick=/);
  });

  test('shows its address in print if the line knows it', async () => {
    expect((await get('/ko')).text).toMatch(/<p class="on-paper">https:\/\/[\w.]+\/ko<\/p>/);
    const unknown = await createTestContext({ draft: residentsDraft(), config: { publicUrl: null, twilio: null } });
    const { text } = await request(unknown.app).get('/ko');
    await unknown.close();
    expect(text).not.toContain('class="on-paper"');
  });

  test('that the line does not have is a 404 with a way back; other spellings redirect to the right page', async () => {
    const none = await get('/vi', 'ko');
    expect([none.status, none.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(none.text).toContain('<a href="/ko"');
    expect(none.text).toMatch(/<h1><span lang="ko">페이지를 찾을 수 없습니다<\/span><\/h1>/);
    expect((await get('/vi', 'fr')).text).toMatch(/<h1>.*この ページは ありません.* \/ .*There is no such page/);
    expect((await get('/zh-hans')).headers.location).toBe('/zh-Hans');
    expect((await get('/zh-TW')).headers.location).toBe('/zh-Hant');
    expect((await get('/pt-BR')).headers.location).toBe('/pt');
    expect((await get('/fr-CA')).status).toBe(404);
    expect((await get('/constructor')).status).toBe(404);
    const nothing = await get('/foo/bar');
    expect([nothing.status, nothing.text.includes('<a href="/">')]).toEqual([404, true]);
  });
});

describe('The first page', () => {
  const order = (text: string) =>
    [...text.matchAll(/<li><a href="\/([^"]+)"[^>]* class="choice/g)].map(([, tag]) => tag);

  test.each([
    ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
    ['zh-TW', 'zh-Hant'],
    ['zh-CN,en;q=0.5', 'zh-Hans'],
    ['fr, pt-PT;q=0.5', 'pt'],
  ])('puts first the language that a browser with “%s” prefers', async (accepted, tag) => {
    const { text, headers } = await get('/', accepted);
    expect(order(text)[0]).toBe(tag);
    expect(order(text)).toHaveLength(7);
    expect(text).toContain(`<html lang="${tag}">`);
    expect(headers.vary).toContain('Accept-Language');
  });

  test('keeps the order of the telephone menu for a browser that prefers no language of the line', async () => {
    const { text } = await get('/', 'fr');
    expect(order(text)).toEqual(languages.map(({ tag }) => tag));
    expect(text).toContain('<html lang="ja">');
    expect(text).toContain(lineNumber);
  });

  test('has a link to the browser phone only if it is switched on', async () => {
    expect((await get('/')).text).not.toContain('/phone');
    const open = await createTestContext();
    try {
      expect((await request(open.app).get('/')).text).toContain('/phone?language=');
      expect((await request(open.app).get('/ko')).text).toContain('/phone?language=ko');
    } finally {
      await open.close();
    }
  });
});

test('The labels of the pages exist in every language of the line, and in Easy Japanese every kanji has a reading', () => {
  expect([...pageWords.keys()].toSorted()).toEqual(languages.map(({ tag }) => tag).toSorted());
  const bare = Object.values(pageWords.get('ja') ?? {}).map((text) =>
    text.replaceAll(/\{[^|}]+\|[\p{Script=Hiragana}]+\}/gu, ''),
  );
  expect(bare.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
});

test('The languages that a browser prefers are read up to a limit, and invalid ones are ignored', () => {
  expect(preferredLanguage(`${'x,'.repeat(30)}ko`, ['ko'])).toBe(null);
  expect(preferredLanguage(undefined, ['ko'])).toBe(null);
  expect(preferredLanguage('*, ;q=1, ko;q=0, en-GB', ['ko', 'en'])).toBe('en');
  expect(preferredLanguage('zh', ['zh-Hant', 'zh-Hans'])).toBe('zh-Hans');
});

test.each(['/privacy', '/accessibility'])(
  '%s is in Japanese and English; with ?language=, the rest of the page is in that language',
  async (path) => {
    const { status, text } = await get(path);
    expect(status).toBe(200);
    expect(text).toContain('<html lang="ja">');
    expect(text).toContain('<section lang="en">');
    // From a page in Korean, the frame and the link to the contacts stay in Korean.
    const korean = await get(`${path}?language=ko`);
    expect(korean.text).toContain('<html lang="ko">');
    expect(korean.text).toContain('<section lang="ja">');
    expect(korean.text).toContain('href="/ko#contact"');
    for (const odd of ['xx', '__proto__', '', 'ko&language=en']) {
      const answer = await get(`${path}?language=${odd}`);
      expect([odd, answer.status, answer.text.includes('<html lang="ja">')]).toEqual([odd, 200, true]);
    }
  },
);

test.each([
  [
    'ja',
    [
      'JIS X 8341-3:2016',
      '適合レベルAA',
      '2026年12月1日',
      '360と1280ピクセル',
      'axe-core',
      'キーボードだけ',
      '一つずつ人が確かめる試験は、していません',
    ],
    ['言語別のページ', 'このページ', 'ブラウザーの電話', '管理画面'],
  ],
  [
    'en',
    [
      'JIS X 8341-3:2016',
      'level AA',
      '1 December 2026',
      '360 and 1280 pixels',
      'axe-core',
      'keyboard alone',
      'one by one',
    ],
    ['page in each language', 'this page', 'telephone in the browser', 'console for staff'],
  ],
] as const)(
  'The accessibility statement names standard, level, date, methods, and what it covers (%s)',
  async (language, words, covered) => {
    const { text } = await get('/accessibility');
    const [, section = ''] = new RegExp(`<section lang="${language}">([\\s\\S]*?)</section>`).exec(text) ?? [];
    expect(words.filter((word) => !section.includes(word))).toEqual([]);
    const [about = '', tested = ''] = section.split(/<h3>/);
    expect(covered.filter((part) => !about.includes(part))).toEqual([]);
    // Everything that it covers was tested, and has an item in the list of tests.
    const items = [...tested.matchAll(/<li>(.*?)<\/li>/g)].map(([, item = '']) => item);
    const [pages, phone, office] = {
      ja: ['すべての言語のページとこのページ', 'ブラウザーの電話', '管理画面'],
      en: ['pages in all languages and this page', 'telephone in the browser', 'console for staff'],
    }[language];
    expect([
      items[0]?.includes(pages ?? '?'),
      items[1]?.includes(phone ?? '?'),
      items[2]?.includes(office ?? '?'),
    ]).toEqual([true, true, true]);
  },
);

test.each(languages)('Both statements begin with a summary in $name', async ({ tag }) => {
  const words = statementWords.get(tag);
  for (const name of ['privacy', 'accessibility'] as const) {
    const { text } = await get(`/${name}?language=${tag}`);
    const [, summary = ''] = /<\/h1>\s*<p class="lines summary">([\s\S]*?)<\/p>\s*<section/.exec(text) ?? [];
    expect(squeezed(textOf(`<body>${summary}`))).toBe(squeezed(plain((words?.[name] ?? ['?']).join(''))));
    expect(summary).not.toContain('lang=');
  }
});

test('The summaries of the statements exist in every language of the pages, with a reading for every kanji', () => {
  expect([...statementWords.keys()].toSorted()).toEqual([...pageWords.keys()].toSorted());
  const { privacy = [], accessibility = [], phone = '' } = statementWords.get('ja') ?? {};
  const bare = [...privacy, ...accessibility, phone].map((text) =>
    text.replaceAll(/\{[^|}]+\|[\p{Script=Hiragana}]+\}/gu, ''),
  );
  expect(bare.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
});

test('No address of the service could be taken for the address of a language', () => {
  const own = [
    'audio',
    'phone',
    'twilio',
    'healthz',
    'readyz',
    'metrics',
    'privacy',
    'accessibility',
    'pages',
    'console',
    'control',
  ];
  expect(own.filter((name) => languageAddress.test(`/${name}`))).toEqual([]);
  expect(isForOffice('/ko')).toBe(false);
});
