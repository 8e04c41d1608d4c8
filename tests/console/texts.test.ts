import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import type { Text, Texts } from '../../src/console/frame/text.ts';
import { texts } from '../../src/console/texts.ts';

const folder = join(import.meta.dirname, '../../src/console');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

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
  test('have the same places to fill in, in Japanese and English', () => {
    expect(all.length).toBeGreaterThan(1000);
    // One thing may be told without its number.
    const withoutCount = (text: string) => places(text).filter((name) => name !== 'count');
    const other = all.filter(([, { ja, en }]) =>
      typeof en === 'string'
        ? places(en).join() !== places(ja).join()
        : places(en.other).join() !== places(ja).join() || withoutCount(en.one).join() !== withoutCount(ja).join(),
    );
    expect(other).toEqual([]);
  });

  test('are written in every language', () => {
    expect(all.filter(([, text]) => [text.ja, ...englishOf(text)].some((each) => each.trim() === ''))).toEqual([]);
    const isJapanese = (text: string) => /[ぁ-んァ-ヶ一-龠]/.test(text);
    expect(all.filter(([key, text]) => englishOf(text).some(isJapanese) && key !== 'frame.other-language')).toEqual([]);
  });
});

describe('Every view', () => {
  const views = sources.filter(({ text }) => text.includes('html`'));

  test('does without scripts, styles and handlers written into it, which the policy would refuse', () => {
    expect(views.length).toBeGreaterThan(40);
    const refused = /\sstyle=|\son[a-z]+="|<style|<script(?![^>]*\ssrc=)|hx-on|\bjs:/;
    expect(views.filter(({ text }) => refused.test(text)).map(({ name }) => name)).toEqual([]);
  });

  test('names fields for passwords so that they are never kept', () => {
    const fields = views.flatMap(({ text }) => [...text.matchAll(/name: '?([\w-]+)'?, type: 'password'/g)]);
    expect(fields.length).toBe(4);
    expect(fields.filter(([, name = '']) => !/password/.test(name))).toEqual([]);
    expect(views.filter(({ text }) => /type="password"/.test(text))).toEqual([]);
  });

  test('is written by the one function that escapes, and by no other', () => {
    const raw = sources.filter(({ text }) => /\bisEscaped\b|hono/.test(text)).map(({ name }) => name);
    expect(raw).toEqual([join('frame', 'html.ts')]);
    expect(views.filter(({ text }) => /\bas (?:unknown as )?Html\b/.test(text)).map(({ name }) => name)).toEqual([
      join('frame', 'html.ts'),
    ]);
  });
});
