import { z } from 'zod';
import { describe, expect, test } from '#jest';
import { readYaml } from '../../src/words/read-yaml.ts';
import { readReasons } from '../../src/words/reasons.ts';
import { exceededLimit, yamlLimits } from '../../src/words/yaml-limits.ts';

const { characters, depth, entries, marks } = yamlLimits;
const list = (count: number) => Array.from({ length: count }, (_, at) => `- ${at}`).join('\n');
const map = (count: number) => Array.from({ length: count }, (_, at) => `k${at}: 1`).join('\n');

describe('A YAML file is read up to its limits and not beyond', () => {
  test.each([
    ['characters', 'a'.repeat(characters), 'a'.repeat(characters + 1), /too long \(at most 500000/],
    ['lists in lists', `${'- '.repeat(depth)}a`, `${'- '.repeat(depth + 1)}a`, /nested too deeply/],
    ['lists in brackets', '['.repeat(depth) + ']'.repeat(depth), '['.repeat(depth + 1), /nested too deeply/],
    ['mappings in braces', '{a: '.repeat(depth), '{a: '.repeat(depth + 1), /nested too deeply/],
    ['keys that are mappings', '? '.repeat(depth), '? '.repeat(depth + 1), /nested too deeply/],
    [
      'lists in a second document',
      `a: 1\n---\n${'- '.repeat(depth)}a`,
      `a: 1\n---\n${'- '.repeat(depth + 1)}a`,
      /nested too deeply/,
    ],
    ['entries of a list', list(entries), list(entries + 1), /A list or mapping is too long/],
    ['entries of a mapping', map(entries), map(entries + 1), /A list or mapping is too long/],
    ['anchors', '- &a b\n'.repeat(marks), '- &a b\n'.repeat(marks + 1), /Too many texts begin with/],
    ['aliases', '- *a\n'.repeat(marks), '- *a\n'.repeat(marks + 1), /Too many texts begin with/],
    ['tags', '- !a b\n'.repeat(marks), '- !a b\n'.repeat(marks + 1), /Too many texts begin with/],
  ])('%s', (_what, at, beyond, said) => {
    expect(exceededLimit(at)).toBeNull();
    expect(exceededLimit(beyond)?.en).toMatch(said);
  });

  test('a text that could take long to read is refused with exactly one finding', () => {
    const half = characters / 2;
    for (const text of [
      '- '.repeat(half / 2),
      '['.repeat(half),
      '? '.repeat(half / 2),
      '&a '.repeat(half / 3),
      map(40_000),
    ]) {
      const read = readYaml({ name: 'line.yaml', text }, z.unknown());
      expect('findings' in read && read.findings).toHaveLength(1);
    }
  });

  test('aliases are not expanded, and each line with aliases has one finding', () => {
    const bomb = [
      'a0: &a0 [x, x]',
      ...Array.from({ length: 20 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`),
    ];
    const read = readYaml({ name: 'line.yaml', text: bomb.join('\n') }, z.unknown());
    expect('findings' in read && read.findings.map(({ place }) => 'line' in place && place.line)).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 2),
    );
  });

  test('a file with many documents has only one finding', () => {
    const read = readYaml({ name: 'line.yaml', text: '---\na: 1\n'.repeat(10_000) }, z.unknown());
    expect('findings' in read && read.findings.map(({ en }) => en)).toEqual([expect.stringMatching(/---/)]);
  });

  test('at most a hundred problems are reported, even if there are thousands', () => {
    const text = Array.from({ length: entries }, (_, at) => `k${at}: "`).join('\n');
    const broken = readYaml({ name: 'line.yaml', text }, z.unknown());
    expect('findings' in broken && broken.findings.length).toBeLessThanOrEqual(100);
    const wrong = readYaml({ name: 'line.yaml', text: map(entries) }, z.record(z.string(), z.string()));
    expect('findings' in wrong && wrong.findings).toHaveLength(100);
  });
});

test('Thousands of reasons above one line all refer to this line', () => {
  const text = `${'# T-02: it is so\n'.repeat(5000)}a: 1\n`;
  const reasons = readReasons({ name: 'en.yaml', text });
  expect(new Set(reasons.map(({ about }) => about))).toEqual(new Set([5001]));
});
