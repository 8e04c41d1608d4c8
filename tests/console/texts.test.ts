import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import { alertTexts } from '../../src/alerts/alert-texts.ts';
import { texts } from '../../src/console/texts.ts';
import type { Text, Texts } from '../../src/frame/text.ts';
import { renewAfterHours } from '../../src/office/disaster/disaster-state.ts';

const folder = join(import.meta.dirname, '../../src/console');
const sourcesIn = (where: string) =>
  readdirSync(where, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(join(where, name), 'utf8') }));
const sources = ['.', '../frame', '../naming'].flatMap((room) => sourcesIn(join(folder, room)));

const isText = (each: Text | Texts): each is Text => typeof each.ja === 'string';

/** Every text with its key. */
const flat = (some: Texts, before = ''): (readonly [key: string, text: Text])[] =>
  Object.entries(some).flatMap(([name, each]) =>
    isText(each) ? [[`${before}${name}`, each] as const] : flat(each, `${before}${name}.`),
  );
const all = flat(texts);
const englishOf = ({ en }: Text): string[] => (typeof en === 'string' ? [en] : [en.one, en.other]);
const places = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

describe('The words of the console', () => {
  test('have the same placeholders in Japanese and English', () => {
    expect(all.length).toBeGreaterThan(1000);
    // The English singular may leave out the number.
    const withoutCount = (text: string) => places(text).filter((name) => name !== 'count');
    const other = all.filter(([, { ja, en }]) =>
      typeof en === 'string'
        ? places(en).join() !== places(ja).join()
        : places(en.other).join() !== places(ja).join() || withoutCount(en.one).join() !== withoutCount(ja).join(),
    );
    expect(other).toEqual([]);
  });

  test('say after how many hours somebody has to confirm a disaster notice, as the alert does', () => {
    const hours = {
      ja: `${renewAfterHours}時間`,
      en: `${['no', 'one', 'two', 'three', 'four', 'five', 'six'][renewAfterHours]} hours`,
    };
    for (const { ja, en } of [texts['disaster-card'].step.renew, alertTexts['notice-on-long']])
      expect({ ja: ja.includes(hours.ja), en: en.includes(hours.en) }).toEqual({ ja: true, en: true });
  });

  test('are written in every language', () => {
    expect(all.filter(([, text]) => [text.ja, ...englishOf(text)].some((each) => each.trim() === ''))).toEqual([]);
    const isJapanese = (text: string) => /[ぁ-んァ-ヶ一-龠]/.test(text);
    expect(all.filter(([key, text]) => englishOf(text).some(isJapanese) && key !== 'frame.other-language')).toEqual([]);
  });
});

/**
 * Finds the keys that the code names, and returns a function that tells whether a key is one of them. The code may name
 * a key literally, or as a template. The variable parts of a template can be any words that occur in the code.
 */
function namedKeys(): (key: string) => boolean {
  const isCode = ({ text }: { readonly text: string }) => !/as const satisfies .*\bTexts?\b/.test(text);
  const code = sources.filter(isCode).map(({ text }) => text);
  const literals = new Set(code.flatMap((text) => [...text.matchAll(/'([a-z-]+\.[\w.-]+)'/g)].map(([, key]) => key)));
  const template = /`((?:[a-z-]+\.|\$\{[a-z]\w*\}\.)(?:[\w.-]|\$\{[^{}`]+\})*)`/g;
  const patterns = code
    .flatMap((text) => [...text.matchAll(template)].map(([, key = '']) => key))
    .filter((key) => !/\$\{string\}/.test(key))
    .map(
      (key) => new RegExp(`^${key.replaceAll('.', String.raw`\.`).replaceAll(/\$\{[^}]*\}/g, String.raw`([\w-]+)`)}$`),
    );
  const everywhere = sourcesIn(join(folder, '..')).filter(isCode);
  const word = /'([\w-]+)'|(?<![\w.])(\w+)\??:/g;
  const words = new Set(
    everywhere.flatMap(({ text }) => [...text.matchAll(word)].map(([, literal, name]) => literal ?? name)),
  );
  return (key) =>
    literals.has(key) ||
    patterns.some((pattern) =>
      pattern
        .exec(key)
        ?.slice(1)
        .every((each) => words.has(each)),
    );
}

test('Every text of the console is used somewhere', () => {
  const isNamed = namedKeys();
  const keys = new Set(all.map(([key]) => key));
  const ofMessage = (key: string) => key.replace(/-title$/, '');
  /** Whether a key is looked up by a stored act or the path of a value. No code names such a key. */
  const isLookedUp = (key: string) => /^(?:acts|values)\./.test(key);
  const unused = [...keys].filter(
    (key) => !isLookedUp(key) && !isNamed(key) && !(keys.has(ofMessage(key)) && isNamed(ofMessage(key))),
  );
  expect(unused).toEqual([]);
});

describe('Every view', () => {
  const views = sources.filter(({ text }) => text.includes('html`'));

  test('has no inline scripts, styles or handlers, which the content security policy would refuse', () => {
    expect(views.length).toBeGreaterThan(40);
    const refused = /\sstyle=|\son[a-z]+="|<style|<script(?![^>]*\ssrc=)|hx-on|\bjs:/;
    expect(views.filter(({ text }) => refused.test(text)).map(({ name }) => name)).toEqual([]);
  });

  test('names password fields in such a way that they are never kept', () => {
    const fields = views.flatMap(({ text }) => [...text.matchAll(/name: '?([\w-]+)'?, type: 'password'/g)]);
    expect(fields.length).toBe(4);
    expect(fields.filter(([, name = '']) => !/password/.test(name))).toEqual([]);
    expect(views.filter(({ text }) => /type="password"/.test(text))).toEqual([]);
  });

  test('is written by the one function that escapes, and by no other', () => {
    const escaping = sourcesIn(join(folder, '..')).filter(({ text }) =>
      /\bisEscaped\b|hono|\bas (?:unknown as )?Html\b/.test(text),
    );
    expect(escaping.map(({ name }) => name)).toEqual(['common/html.ts']);
  });
});
