import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import { en } from '../../src/console/texts/en.ts';
import { ja } from '../../src/console/texts/ja.ts';
import { hasText } from '../../src/console/texts/texts.ts';

const folder = join(import.meta.dirname, '../../src/console');
const filesIn = (ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

interface Texts {
  readonly [key: string]: string | Texts;
}

const flat = (texts: Texts, before = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[`${before}${key}`, text] as [string, string]] : flat(text, `${before}${key}.`),
  );
const places = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

describe('The words of the console', () => {
  test('have exactly the same keys, and the same places to fill in, in Japanese and English', () => {
    const shape = (texts: Texts) =>
      flat(texts)
        .map(([key, text]) => `${key} ${places(text)}`)
        .sort();
    expect(shape(en)).toEqual(shape(ja));
  });

  test('are written in every language', () => {
    expect([...flat(ja), ...flat(en)].filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(flat(en).filter(([key, text]) => /[ぁ-んァ-ヶ一-龠]/.test(text) && key !== 'frame.other-language')).toEqual(
      [],
    );
  });

  test('are there for every key that a view or a page names', () => {
    const named = [...filesIn('.eta'), ...filesIn('.ts')].flatMap(({ name, text }) =>
      [...text.matchAll(/\bt\('([a-z-]+\.[a-z.-]+)'|'([a-z-]+\.done\.[a-z-]+)'|(?:nav|about)Key: '([^']+)'/g)].map(
        ([, first, second, third]) => ({ name, key: first ?? second ?? third ?? '' }),
      ),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ key }) => !key.endsWith('.') && !hasText(key))).toEqual([]);
  });
});

describe('Every view', () => {
  const views = filesIn('.eta');

  test('does without scripts, styles and handlers written into it, which the policy would refuse', () => {
    expect(
      views.filter(({ text }) => /\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)|hx-on|\bjs:/.test(text)),
    ).toEqual([]);
  });

  test('proves in every form it sends where the form comes from', () => {
    const forms = views.flatMap(({ name, text }) =>
      [...text.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)].map(([form]) => ({ name, form })),
    );
    expect(forms.length).toBeGreaterThan(8);
    expect(forms.filter(({ form }) => !/include\('[./]*parts\/csrf'/.test(form))).toEqual([]);
  });

  test('names fields for passwords so that they are never kept', () => {
    const fields = views.flatMap(({ text }) => [...text.matchAll(/name: '([^']+)', type: 'password'/g)]);
    expect(fields.length).toBe(4);
    expect(fields.filter(([, name = '']) => !/password/.test(name))).toEqual([]);
    expect(views.filter(({ text }) => /type="password"/.test(text))).toEqual([]);
  });

  test('writes nothing raw but parts of pages', () => {
    const raw = views.flatMap(({ text }) => [...text.matchAll(/<%~\s*(\S+)/g)].map(([, what = '']) => what));
    expect(raw.filter((what) => !/^include\('/.test(what) && what !== 'it.body')).toEqual([]);
  });
});
