import { describe, expect, test } from '#jest';
import { keyChanges, numberKeys } from '../../../src/office/drafts/menu-keys.ts';

const menu = (names: string) => [...names].map((name, index) => ({ name, key: String(index + 1) }));
const changed = (before: string, after: string) =>
  keyChanges(menu(before), menu(after), ({ name }) => name).map(
    ({ key, before: one, after: two }) => `${key}${one}${two ?? '-'}`,
  );

test('Keys are given from 1 upwards, in the order of the menu', () => {
  expect(
    numberKeys([
      { name: 'c', key: '7' },
      { name: 'a', key: '' },
    ]),
  ).toEqual([
    { name: 'c', key: '1' },
    { name: 'a', key: '2' },
  ]);
});

describe('What a printed sheet would say wrongly', () => {
  test.each([
    ['nothing when nothing changes', 'abc', 'abc', []],
    ['nothing when something is added at the end', 'abc', 'abcd', []],
    ['both keys of two that change places', 'abc', 'acb', ['2bc', '3cb']],
    ['every key behind something that goes, the last of which leads nowhere', 'abc', 'bc', ['1ab', '2bc', '3c-']],
    ['only the last key when the last one goes', 'abc', 'ab', ['3c-']],
    ['every key behind something that is put between', 'abc', 'axbc', ['2bx', '3cb']],
  ])('is %s', (_what, before, after, expected) => {
    expect(changed(before, after)).toEqual(expected);
  });
});
