import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import { texts } from '../src/console/texts.ts';
import { resourcesOf } from '../src/frame/translate.ts';
import { bundledDraft } from './support/bundled.ts';
import { anchorOf } from './support/markdown.ts';

const docs = join(import.meta.dirname, '../docs');

type Words = { readonly [key: string]: string | Words };

const wordsIn = (words: Words): string[] =>
  Object.values(words).flatMap((each) => (typeof each === 'string' ? [each] : wordsIn(each)));

/** Names of kinds, places and actions of the disaster notice. The console shows these, too. */
const chosen = (language: 'ja' | 'en'): string[] => {
  const { kinds = [], places = [], actions = [] } = bundledDraft().line.disaster ?? {};
  return [...kinds, ...places, ...actions].map(({ name }) => name[language]);
};

/** Quoted words that are not from the console, such as columns of sheets, and examples. */
const others: Readonly<Record<string, readonly string[]>> = {
  ja: [
    ...['English', '訳', 'コメント', 'CSV UTF-8', 'そのままでよい', '書き出した後で', '変更しました'],
    // Heard on the telephone.
    ...['今はつながりません', '電話を切って、119番か110番にかけてください'],
  ],
  en: ['English', 'Translation', 'Translator’s comment', 'CSV UTF-8'],
};

const [ja, en] = [resourcesOf(texts, 'ja') as Words, resourcesOf(texts, 'en') as Words];

const manuals = [
  ['ja', /「([^「」]+)」/g, ja],
  ['en', /"([^"]+)"/g, en],
] as const;

describe.each(manuals)('The staff manual (%s)', (language, quoted, texts) => {
  const manual = readFileSync(join(docs, `staff-manual.${language}.md`), 'utf8');

  test('quotes only words that the screen shows', () => {
    const plain = (text: string) => text.replaceAll("'", '’').replaceAll(/\{\{\w+\}\}|[○…]/g, '');
    const shown = [...wordsIn(texts), ...chosen(language), ...(others[language] ?? [])].map(plain);
    const asked = [...manual.matchAll(quoted)].map(([, words = '']) => words);
    expect(asked.length).toBeGreaterThan(60);
    const isShown = (part: string) => shown.some((text) => text.includes(plain(part).trim()));
    const unknown = asked.filter((words) => !words.split('…').every(isShown));
    expect(unknown).toEqual([]);
  });

  test('links only to existing headings, files and pictures, and its pictures are small', () => {
    const anchors = [...manual.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
    for (const [, target = ''] of manual.matchAll(/\]\(([^)]+)\)/g)) {
      const isThere = target.startsWith('#') ? anchors.includes(target.slice(1)) : existsSync(join(docs, target));
      expect([target, isThere]).toEqual([target, true]);
      if (target.endsWith('.png'))
        expect([target, statSync(join(docs, target)).size < 130_000]).toEqual([target, true]);
    }
  });
});

test('Both manuals have the same chapters, rows and pictures', () => {
  const [one, other] = manuals.map(([language]) => {
    const manual = readFileSync(join(docs, `staff-manual.${language}.md`), 'utf8');
    const count = (pattern: RegExp) => manual.match(pattern)?.length;
    return {
      headings: count(/^##+ /gm),
      steps: count(/^\d\. /gm),
      rows: count(/^ *\|/gm),
      pictures: [...manual.matchAll(/\(manual\/([^)]+)\)/g)].map(([, name]) => name),
    };
  });
  expect(one).toEqual(other);
});
