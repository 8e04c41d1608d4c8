import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '#jest';
import { anchorOf, linksIn, type Section, sectionsOf, spansIn, tablesIn } from './support/markdown.ts';

const root = join(import.meta.dirname, '..');

/** The documents that have an English and a Japanese edition, `….md` and `….ja.md`. */
const documents = ['README', 'docs/operation', 'docs/pilot', 'docs/privacy'];

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Whether code is a bare word, such as `off`. A translation may repeat or omit such words, as its sentences need. */
const isBareWord = (code: string): boolean => /^[a-z]+$/.test(code);

/** Sentences that name what only one of the two editions has. */
const onOneSide = (what: string, en: Iterable<string>, ja: Iterable<string>): string[] => {
  const [english, japanese] = [new Set(en), new Set(ja)];
  return [
    ...[...english.difference(japanese)].map((each) => `the Japanese lacks ${what} ${each}`),
    ...[...japanese.difference(english)].map((each) => `the English lacks ${what} ${each}`),
  ];
};

/** For each row, its number of columns and the code in its first column. */
const shapeOf = (table: readonly (readonly string[])[]): string[] =>
  table.map((row) => `${row.length} columns, first ${spansIn(row[0] ?? '').join(' ') || 'no code'}`);

const tableDifferences = (en: Section, ja: Section): string[] => {
  const [english, japanese] = [tablesIn(en), tablesIn(ja)];
  if (english.length !== japanese.length) return [`${english.length} tables, but ${japanese.length} in Japanese`];
  return english.flatMap((table, index) => {
    const [one, other] = [shapeOf(table), shapeOf(japanese[index] ?? [])];
    if (one.length !== other.length) return [`table ${index + 1}: ${one.length} rows, but ${other.length} in Japanese`];
    return one.flatMap((row, place) =>
      row === other[place] ? [] : [`table ${index + 1}, row ${place + 1}: ${row}; in Japanese ${other[place]}`],
    );
  });
};

/** Commands without their comments. */
const commandsIn = ({ blocks }: Section): string[] =>
  blocks.map((block) =>
    block
      .map((line) => line.replace(/(?:^|\s+)#.*$/, ''))
      .filter((line) => line !== '')
      .join('\n'),
  );

/** A link without what differs between languages: the `.ja` of documents, and the names of headings. */
const withoutLanguage = (link: string): string =>
  link.replace(/^(README|(?:docs\/)?(?:operation|pilot|privacy))\.ja\.md/, '$1.md').replace(/#.*/, '#');

/** Numbers that are written in digits, in text or in code, but not in the addresses of links. */
const numbersIn = (text: string): string[] =>
  [...text.replaceAll(/\]\([^)]*\)/g, '').matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([number]) =>
    number.replaceAll(',', ''),
  );

/** The differences between the two editions of a section, as far as a program can find them. */
function sectionDifferences(en: Section, ja: Section): string[] {
  const [english, japanese] = [en, ja].map(({ heading, lines }) => [heading, ...lines].join('\n')) as [string, string];
  const [englishCode, japaneseCode] = [spansIn(english), spansIn(japanese)];
  const numbers = new Set(numbersIn(japanese));
  return [
    ...tableDifferences(en, ja),
    ...onOneSide('the block of code', commandsIn(en), commandsIn(ja)),
    ...onOneSide(
      'the code',
      englishCode.filter((code) => !isBareWord(code)),
      japaneseCode.filter((code) => !isBareWord(code)),
    ),
    ...onOneSide('the link', linksIn(english).map(withoutLanguage), linksIn(japanese).map(withoutLanguage)),
    // Not in the other direction, because English writes small numbers as words.
    ...numbersIn(english)
      .filter((number) => !numbers.has(number))
      .map((number) => `the Japanese lacks the number ${number}`),
  ];
}

/** All differences between two editions, each with the headings of its section. */
function differences(english: string, japanese: string): string[] {
  const [en, ja] = [sectionsOf(english), sectionsOf(japanese)];
  const place = (index: number) => `${en[index]?.heading ?? '(none)'} / ${ja[index]?.heading ?? '(none)'}`;
  const count = Math.max(en.length, ja.length);
  const wrong = Array.from({ length: count }, (_, index) => index).find(
    (index) => en[index]?.level !== ja[index]?.level,
  );
  // From here on, sections would be compared with the wrong ones.
  if (wrong !== undefined) {
    return [`${place(wrong)}: heading ${wrong + 1} has level ${en[wrong]?.level}, in Japanese ${ja[wrong]?.level}`];
  }
  return en.flatMap((section, index) =>
    sectionDifferences(section, ja[index] as Section).map((difference) => `${place(index)}: ${difference}`),
  );
}

describe.each(documents)('The Japanese edition of %s', (name) => {
  const [english, japanese] = [read(`${name}.md`), read(`${name}.ja.md`)];

  test('has the levels of headings, tables, commands, code, numbers and links of the English one', () => {
    expect(differences(english, japanese)).toEqual([]);
  });

  test.each([
    ['English', `${name}.md`, english],
    ['Japanese', `${name}.ja.md`, japanese],
  ])('The links of the %s edition lead to existing documents and headings', (_edition, path, text) => {
    const folder = join(root, dirname(path));
    const broken = linksIn(text)
      .filter((link) => !/^https?:/.test(link))
      .filter((link) => {
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? join(root, path) : join(folder, file);
        if (!existsSync(target)) return true;
        return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
      });
    expect(broken).toEqual([]);
  });

  test('links to the Japanese edition of every document that has one, and once to its own English edition', () => {
    const isOwn = (link: string) => join(dirname(name), link) === `${name}.md`;
    const local = linksIn(japanese).filter((link) => /^[^:#]+\.md(?:#|$)/.test(link));
    const english = local.filter((link) =>
      existsSync(join(root, dirname(name), link.replace(/(?:\.en)?\.md.*$/, '.ja.md'))),
    );
    expect(english.filter((link) => !isOwn(link) && !link.includes('.en.md'))).toEqual([]);
    expect(local.filter(isOwn)).toHaveLength(1);
  });
});

const anchorsOf = (markdown: string): string[] => sectionsOf(markdown).map(({ heading }) => anchorOf(heading));

describe('The comparison', () => {
  const document = [
    '# Line',
    'See [how](operation.md), with `PORT` and 20.5 seconds.',
    '## Start',
    '```sh',
    'npm start # now',
    '```',
    '| setting | meaning |',
    '|---|---|',
    '| `PORT` | a port |',
  ].join('\n');

  test('finds nothing in an edition that differs only in words', () => {
    const translated = document
      .replace('# Line', '# 案内')
      .replace('# now', '# 今')
      .replace('operation.md', 'operation.ja.md')
      .replace('a port', 'ポート');
    expect(differences(`${document}\n<!-- a note -->`, translated)).toEqual([]);
  });

  test.each([
    ['## Start', '### 起動', 'Start / 起動: heading 2 has level 2, in Japanese 3'],
    ['npm start', 'npm test', 'Start / Start: the Japanese lacks the block of code npm start'],
    ['and 20.5', 'and 20', 'Line / Line: the Japanese lacks the number 20.5'],
    ['with `PORT`', 'with', 'Line / Line: the Japanese lacks the code PORT'],
    ['(operation.md)', '(limits.md)', 'Line / Line: the Japanese lacks the link operation.md'],
    [
      '| `PORT` |',
      '| PORT |',
      'Start / Start: table 1, row 2: 2 columns, first PORT; in Japanese 2 columns, first no code',
    ],
    [
      '| a port |',
      '| a | port |',
      'Start / Start: table 1, row 2: 2 columns, first PORT; in Japanese 3 columns, first PORT',
    ],
    ['\n| `PORT` | a port |', '', 'Start / Start: table 1: 2 rows, but 1 in Japanese'],
  ])('names the heading under which %j became %j', (from, to, told) => {
    expect(differences(document, document.replace(from, to))).toContain(told);
  });
});
