import { pino } from 'pino';
import request from 'supertest';
import { describe, expect, test } from '#jest';
import type { DisasterNotice } from '../../src/call/disaster.ts';
import { readConfig } from '../../src/config.ts';
import { openEdition } from '../../src/edition/edition.ts';
import type { EditionFile, EditionSentence } from '../../src/edition/edition-file.ts';
import { createLineApp } from '../../src/line/line-app.ts';
import { officeUnavailable } from '../../src/line/office-unavailable.ts';
import { createEdition } from '../../src/office/editions/edition.ts';
import { momentSentences, toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import type { Draft } from '../../src/words/draft.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { lineNumber, residentsDraft, withNumber } from '../support/residents-draft.ts';
import { scratchFolder } from '../support/scratch-database.ts';

const engine = { id: 'espeak', fingerprint: 'test' } as const;
const office = (draft: Draft) => createEdition(draft, engine);
const fileOf = (draft: Draft): EditionFile => toEditionFile(office(draft));

/** A line in production without an office. Tests can change its edition, its notice and its time in `world`. */
async function lineOn(file: EditionFile, moment: Parameters<typeof openEdition>[1] = () => []) {
  const world = {
    current: openEdition(file, moment),
    disaster: null as DisasterNotice | null,
    now: '2026-11-24T10:00:00Z',
  };
  const settings = {
    ...readConfig({}),
    isProduction: true,
    hasPhonePage: false,
    audioCacheFolder: await scratchFolder(),
  };
  const app = createLineApp({
    settings,
    shelf: {
      get current() {
        return world.current;
      },
      find: () => world.current,
    },
    loadEdition: () => null,
    sounds: { isReady: () => false, expect() {} },
    narrator: { ensureKey: async () => null, forget() {} } as never,
    disaster: () => world.disaster,
    clock: () => Date.parse(world.now),
    isReady: () => true,
    office: officeUnavailable,
    unmade() {},
    log: pino({ level: 'silent' }),
  });
  const get = (path: string) => request(app).get(path);
  return { world, get, text: async (path: string) => (await get(path)).text };
}

const flood: DisasterNotice = {
  id: 'n1',
  kind: 'flood',
  places: ['north'],
  actions: ['leave'],
  at: '2026-11-24T18:30',
  languages: ['ja', 'en'],
};

describe('While a disaster notice is on', () => {
  test('it comes first on every page, with its time, before the content of the page', async () => {
    const draft = disasterDraft();
    const { world, text } = await lineOn(fileOf(draft), (saying) => momentSentences(office(draft), saying));
    expect(await text('/en')).not.toContain('class="disaster"');
    world.disaster = flood;
    for (const path of ['/en', '/']) {
      const page = await text(path);
      const [notice, rest] = [page.slice(0, page.indexOf('<h1>')), page.slice(page.indexOf('<h1>'))];
      for (const said of ['The river is very high.', 'This is for the north.', 'Go to a safe place.', '6:30 p.m.']) {
        expect(notice).toContain(said);
      }
      expect(rest).toContain(path === '/' ? 'class="choices"' : 'id="topic-days"');
    }
    world.disaster = null;
    expect(await text('/en')).not.toContain('The river is very high.');
  });

  test('the page of a language shows it in Easy Japanese and English until it is approved in that language', async () => {
    const { world, text } = await lineOn(fileOf(disasterDraft()));
    world.disaster = flood;
    const page = await text('/zh-Hans');
    expect(page).toMatch(/<div lang="ja">\s*<h2>.*?<\/h2>[\s\S]*<div lang="en">\s*<h2>Disaster information/);
    expect(page).not.toContain('河水很高');
    world.disaster = { ...flood, languages: [...flood.languages, 'zh-Hans'] };
    const approved = await text('/zh-Hans');
    expect(approved).toContain('河水很高');
    expect(approved).not.toContain('The river');
  });

  test('what to do in danger ends with the last number, also on a page whose language lacks the notice', async () => {
    const { world, text } = await lineOn(fileOf(residentsDraft()));
    world.disaster = { ...flood, places: ['aso'], actions: ['evacuate'] };
    const blocks = async (path: string) =>
      [...(await text(path)).matchAll(/<div lang="([^"]*)">\s*<h2>[\s\S]*?<p class="lines">([\s\S]*?)<\/p>/g)].map(
        ([, tag, words = '']) => [tag, words.match(/<span>/g)?.length, words.match(/>1\d\d<\/a>/g)?.length],
      );
    // In Korean: the danger and the two numbers. Then in Japanese and English: the same, and the rest of the notice.
    const [korean, ...announced] = await blocks('/ko');
    expect(korean).toEqual(['ko', 3, 2]);
    expect(announced.map(([tag]) => tag)).toEqual(['ja', 'en']);
    for (const path of ['/', '/en', '/ko']) expect(await text(path)).not.toMatch(/hang up|を 切って/);
  });

  test('its time appears as soon as the office has written the sentences for it', async () => {
    const draft = disasterDraft();
    let words: readonly EditionSentence[] = [];
    const { world, text } = await lineOn(fileOf(draft), () => words);
    world.disaster = flood;
    expect(await text('/en')).not.toContain('6:30 p.m.');
    words = momentSentences(office(draft), { prompt: 'disaster-time', language: 'en', at: '2026-11-24T18:30' });
    expect(await text('/en')).toContain('6:30 p.m.');
  });
});

describe('The pages of another edition', () => {
  test('are shown at the next visit', async () => {
    const { world, get } = await lineOn(fileOf(fixtureDraft()));
    const first = await get('/en');
    const draft = fixtureDraft();
    const english = draft.words.get('en');
    const prompts = { ...english?.prompts, 'days.which': ['Waste is collected on <Monday> & "Tuesday".'] };
    world.current = openEdition(
      fileOf({ ...draft, words: new Map(draft.words).set('en', { reviewed: true, ...english, prompts }) }),
    );
    const second = await get('/en').set('If-None-Match', first.headers.etag ?? '');
    expect(second.status).toBe(200);
    expect(second.text).toContain('on &lt;Monday&gt; &amp; &quot;Tuesday&quot;.');
  });

  test('say after the review date, and not before, that the page, its topics and its number may be outdated', async () => {
    const { world, text } = await lineOn(fileOf(withNumber(fixtureDraft())));
    const warnings = ['This may be out of date.', 'This is an old notice.', 'This is an old number.'];
    const now = await text('/en');
    for (const each of warnings) expect(now).not.toContain(each);
    world.now = '2040-01-01T00:00:00Z';
    const later = await text('/en');
    for (const each of warnings) expect(later).toContain(each);
  });
});

test('A language that staff have added has its own content; labels of the page are in English and marked as English', async () => {
  const draft = withNumber(fixtureDraft());
  const [first] = draft.line.languages;
  if (!first) throw new Error('The small line has no language.');
  const languages = [...draft.line.languages, { ...first, tag: 'vi', key: '4', name: 'Tiếng Việt' }];
  const words = draft.words.get('en');
  if (!words) throw new Error('The small line has no English.');
  const { text } = await lineOn(
    fileOf({ ...draft, line: { ...draft.line, languages }, words: new Map(draft.words).set('vi', words) }),
  );
  const page = await text('/vi');
  expect(page).toContain('<html lang="vi">');
  expect(page).toContain('<span lang="en">Call this number</span>');
  expect(page).toContain('<h1><span lang="en">Waste line</span></h1>');
  expect(page).toContain(`>${lineNumber}</a>`);
});

test('The page of a language that is written from right to left says so, and no other page does', async () => {
  const draft = fixtureDraft();
  const [first] = draft.line.languages;
  const words = draft.words.get('en');
  if (!first || !words) throw new Error('The small line has no English.');
  const languages = [...draft.line.languages, { ...first, tag: 'ar', key: '4', name: 'العربية' }];
  const { text } = await lineOn(
    fileOf({ ...draft, line: { ...draft.line, languages }, words: new Map(draft.words).set('ar', words) }),
  );
  const page = await text('/ar');
  expect(page).toContain('<html lang="ar" dir="rtl">');
  // The words of the page are in English here.
  expect(page).toContain('<span lang="en" dir="ltr">');
  expect(page).not.toContain('<span lang="en">');
  expect(await text('/en')).not.toContain('dir=');
});

test('Pages work with an edition file of an earlier version: numbers are links, and the contact is the destination', async () => {
  const { leaflet: _leaflet, sentences, ...rest } = fileOf(withNumber(fixtureDraft()));
  const older = JSON.parse(JSON.stringify({ ...rest, sentences }).replaceAll(/,"dial":"\d+"/g, ''));
  const { get, text } = await lineOn(older);
  for (const path of ['/', '/en', '/zh-Hans', '/ja', '/privacy', '/accessibility'])
    expect((await get(path)).status).toBe(200);
  const page = await text('/en');
  const contacts = page.slice(page.indexOf('id="contact"'));
  expect(contacts).toContain('Office');
  expect(contacts).toMatch(/<a href="tel:0\d+">0\d+-/);
});

test('The number of a language is only on the page of that language', async () => {
  const draft = withNumber(fixtureDraft());
  const languages = draft.line.languages.map((each) =>
    each.tag === 'en' ? { ...each, ownNumbers: ['+81960000001'] } : each,
  );
  const { text } = await lineOn(fileOf({ ...draft, line: { ...draft.line, languages } }));
  expect(await text('/en')).toContain('<a href="tel:0960000001">');
  expect(await text('/en')).not.toContain(lineNumber);
  expect(await text('/ja')).toContain(lineNumber);
});
