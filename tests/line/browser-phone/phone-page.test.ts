import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from '#jest';
import { ownMessages } from '../../../src/line/browser-phone/page/own-messages.js';
import { ownWords } from '../../../src/line/browser-phone/page/own-words.js';
import { commandLine } from '../../../src/office/staff/desk/actor.ts';
import { bundledDraft } from '../../support/bundled.ts';
import { lineNumber, residentsDraft } from '../../support/residents-draft.ts';
import { createTestContext } from '../../support/test-context.ts';

const { languages, name, leaflet } = bundledDraft().line;
let line: Awaited<ReturnType<typeof createTestContext>>;
beforeAll(async () => {
  line = await createTestContext({ draft: residentsDraft() });
});
afterAll(() => line.close());

const get = async (path: string, accepted = 'fr') =>
  (await request(line.app).get(path).set('Accept-Language', accepted)).text;
/** The text of a part of the page, without tags, readings and spaces. */
const words = (html: string) =>
  html.replaceAll(/<rp>.*?<\/rp>|<rt>.*?<\/rt>|<[^>]*>|\s/g, '').replaceAll('&quot;', '"');
const bare = (text = '?') => text.replaceAll(/\{([^|{}]*)\|[^}]*\}/g, '$1').replaceAll(/\s/g, '');

describe('The page of the browser phone, as the server writes it', () => {
  test.each(languages)('is in $name', async ({ tag }) => {
    const page = await get(`/phone?language=${tag}`);
    const title = bare(leaflet?.title?.[tag]);
    const own: Readonly<Record<string, string>> = { ...ownWords[tag], ...ownMessages[tag] };
    expect(page).toContain(`<html lang="${tag}" data-language="${tag}">`);
    expect(bare(/<title>([^<]*)/.exec(page)?.[1])).toBe(title);
    expect(words(/<h1 id="line-name">(.*?)<\/h1>/.exec(page)?.[1] ?? '')).toBe(title);
    expect(page).toContain(`<a href="tel:${lineNumber.replaceAll('-', '')}">${lineNumber}</a>`);
    // The server writes the same labels as the script.
    const labels = [
      ...page.matchAll(/data-words="([\w-]+)"[^>]*>(<span lang[\s\S]*?)<\/(?:p|h2|a|span|strong|legend|button)>/g),
    ];
    expect(labels.length).toBeGreaterThan(15);
    for (const [, label = '', written = ''] of labels) {
      expect([label, words(written)]).toEqual([label, bare(own[label]?.replace('{line}', title))]);
    }
  });

  test('has the same labels in Japanese and English as the script', async () => {
    const address = new URL('../../../src/line/browser-phone/page/labels.js', import.meta.url).href;
    const { labels } = (await import(address)) as { labels: Record<string, { ja: string; en: string }> };
    const page = await get('/phone');
    const written = [
      ...page.matchAll(/data-words="([\w-]+)"[^>]*><span lang="ja">(.*?)<\/span> <span lang="en">(.*?)<\/span>/g),
    ];
    const named = [...page.matchAll(/data-label="([\w-]+)" aria-label="([^"]*)"|aria-label="([^"]*)"[^>]*data-label/g)];
    expect([written.length > 15, named.length > 2]).toEqual([true, true]);
    for (const [, label = '', ja, en] of written) expect([label, { ja, en }]).toEqual([label, labels[label]]);
    for (const [, label = '', both] of named) {
      expect([label, both]).toEqual([label, `${labels[label]?.ja} ${labels[label]?.en}`]);
    }
  });

  test('names only labels that its script knows', async () => {
    const known = Object.keys({ ...ownWords.en, ...ownMessages.en });
    const page = await get('/phone');
    const named = [...page.matchAll(/data-(?:words|label)="([^"]*)"/g)].map(([, label = '']) => label);
    expect(named.filter((label) => !known.includes(label))).toEqual([]);
  });

  test.each([
    ['/phone', 'ko-KR, en;q=0.5', 'ko'],
    ['/phone?language=ZH-HANT', 'ko', 'zh-Hant'],
    ['/phone?language=', 'pt-BR', 'pt'],
  ])('for %s and a browser that prefers “%s” is in the language %s', async (path, accepted, tag) => {
    expect(await get(path, accepted)).toContain(`data-language="${tag}"`);
  });

  test.each(['/phone', '/phone?language=xx', '/phone?language=__proto__', '/phone?language=ko&language=en'])(
    'for %s is in Japanese and English, with the name of the line',
    async (path) => {
      const page = await get(path);
      expect(page).toContain('<html lang="ja">');
      expect(page).toContain(`<title>${name.ja} | ${name.en}</title>`);
      expect(page).toContain('<span lang="en">Read the whole guidance</span>');
      expect(page).toContain('<a class="read" data-testid="read" data-to="" href="/">');
    },
  );

  test('hides what works only with a script, and says that JavaScript is needed', async () => {
    const page = await get('/phone?language=ko');
    for (const part of ['<div class="front"', '<div class="below"', '<p class="what"']) {
      const [, attributes = ''] = new RegExp(`${part}([^>]*)>`).exec(page) ?? [];
      expect([part, attributes]).toEqual([part, expect.stringMatching(/ data-script hidden$/)]);
    }
    expect(page).toMatch(/<noscript>[^\n]*JavaScript가 필요합니다/);
  });

  test('has the disaster notice, without the end that asks callers to hang up', async () => {
    const block = async () => /<section class="disaster"[\s\S]*?<\/section>/.exec(await get('/phone?language=ko'))?.[0];
    expect(await block()).toMatch(/^<section class="disaster"[^>]* hidden>/);
    const form = { kind: 'tsunami', places: [], actions: ['high-place'], at: '2026-11-24T09:30', until: '' };
    await line.disaster.desk.switchOn(commandLine, 'on', form);
    const shown = (await block()) ?? '';
    await line.disaster.desk.switchOff(commandLine, 'on');
    expect(shown).not.toMatch(/^<section[^>]* hidden>/);
    expect(shown).toContain('재난 정보');
    expect([...shown.matchAll(/<p lang="([^"]*)"/g)].map(([, tag]) => tag)).toEqual(['ko', 'ja', 'en']);
    expect(shown).toContain('A tsunami is coming.');
    expect(shown).not.toMatch(/hang up|끊고/);
    expect(await block()).toMatch(/ hidden>/);
  });

  test('is revalidated by browsers, and sent only if it has changed', async () => {
    const first = await request(line.app).get('/phone?language=ko');
    expect([first.headers['cache-control'], first.headers.vary]).toEqual(['no-cache', 'Accept-Language']);
    const again = await request(line.app)
      .get('/phone?language=ko')
      .set('If-None-Match', first.headers.etag ?? '');
    expect(again.status).toBe(304);
  });
});
