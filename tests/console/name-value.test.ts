import { expect, test } from '#jest';
import { namesIn } from '../../src/console/names/names.ts';
import { nameOfValue } from '../../src/console/names/value-names.ts';
import { translator } from '../../src/frame/translate.ts';
import type { DraftNow } from '../../src/office/drafts/draft-desk.ts';
import { compareContents } from '../../src/office/editions/compare-contents.ts';
import { contentOf } from '../../src/office/editions/edition-content.ts';
import { bundledDraft } from '../support/bundled.ts';

const ja = { t: translator('ja'), language: 'ja' } as const;
const line = { line: { file: bundledDraft().line }, find: () => null } as unknown as Pick<DraftNow, 'line' | 'find'>;
const names = namesIn(ja, line);

test.each([
  ['destinations.office.hours', '転送先 › office › 受付時間'],
  ['facts.firstDay.value', '番号・日付・時間 › firstDay › 値'],
  ['languages.ja.key', '言語 › やさしい日本語 › キー'],
  ['disaster.kinds.name.name.en', '災害のお知らせ › 起きたこと › name › 名前 › 英語'],
  ['destinations.office.dials.0.triedOn', '転送先 › office › かける番号 › 1 › 試した日'],
])('%s is called %s', (path, name) => {
  expect(nameOfValue(ja, names, path)).toBe(name);
});

test('Staff have a word for every value of the bundled line, and no word twice for what is the same', () => {
  const content = contentOf(bundledDraft(), { id: 'espeak', fingerprint: 'test' });
  const { values } = compareContents(null, content);
  const { languages, topics, destinations, facts, disaster } = content.line;
  const chosen = Object.values(disaster ?? {}).flat();
  const given = new Set([
    ...languages.map(({ tag }) => tag),
    ...[...topics, ...destinations, ...chosen].map(({ id }) => id),
    ...Object.keys(facts),
  ]);
  expect(values.length).toBeGreaterThan(100);
  const foreign = values.filter(({ path }) =>
    nameOfValue(ja, names, path)
      .split(' › ')
      .some((part) => /^[a-z]/.test(part) && !given.has(part)),
  );
  expect(foreign).toEqual([]);
  expect(new Set(values.map(({ path }) => nameOfValue(ja, names, path))).size).toBe(values.length);
});
