import { describe, expect, test } from '#jest';
import { translator } from '../../src/console/translator.ts';
import { namesIn } from '../../src/naming/names.ts';
import { toDraftContent } from '../../src/office/drafts/draft-content.ts';
import { createTextHashes } from '../../src/office/editions/approval/text-hashes.ts';
import { compareContents } from '../../src/office/editions/compare-contents.ts';
import { createEdition } from '../../src/office/editions/edition.ts';
import { contentOf } from '../../src/office/editions/edition-content.ts';
import type { Draft } from '../../src/words/draft.ts';
import type { LineFile } from '../../src/words/line-file.ts';
import { requiredPromptsIn } from '../../src/words/prompt-ids.ts';
import { bundledDraft } from '../support/bundled.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { byFolder } from '../support/small-office.ts';

const ja = { t: translator('ja'), language: 'ja' } as const;
const en = { t: translator('en'), language: 'en' } as const;
const engine = { id: 'espeak', fingerprint: 'test' } as const;

function nowOf(draft: Draft) {
  const { line, texts } = toDraftContent(draft, byFolder, 0);
  const find = (language: string, prompt: string) =>
    texts.find((text) => text.language === language && text.prompt === prompt) ?? null;
  return { line, find };
}

const [bundled, fixture] = [bundledDraft(), fixtureDraft()];

describe('Names', () => {
  test.each([
    ['Japanese', ja],
    ['English', en],
  ])('of everything in the bundled line are words in %s, and no two texts have the same name', (_language, visitor) => {
    const { line } = bundled;
    const names = namesIn(visitor, nowOf(bundled));
    const prompts = requiredPromptsIn(line, line.sourceLanguage);
    const all = [
      ...prompts.map(names.prompt),
      ...line.topics.map(({ id }) => names.topic(id)),
      ...Object.keys(line.facts).map(names.fact),
      ...line.destinations.map(({ id }) => names.destination(id)),
      ...line.languages.map(({ tag }) => names.language(tag)),
    ];
    const isWords = (name: string) => (visitor === ja ? /[ぁ-ん一-龠ァ-ヶ]/.test(name) : /^[A-Z]/.test(name));
    expect(all.filter((name) => !isWords(name))).toEqual([]);
    expect(new Set(prompts.map(names.prompt)).size).toBe(prompts.length);
  });

  test('of a line that gives none are made from where things are used, and from their words', () => {
    const names = namesIn(ja, nowOf(fixture));
    expect([names.topic('days'), names.prompt('topic.days.menu'), names.prompt('days.which')]).toEqual([
      'ごみの日',
      'メニュー:ごみの日',
      'ごみの日(1)',
    ]);
    expect([names.fact('officeNumber'), names.fact('closedTo'), names.fact('firstDay')]).toEqual([
      '役所の電話番号',
      '役所の毎年の休みの終わり',
      '日付 2026年4月1日',
    ]);
    expect([names.language('zh-Hans'), names.language('ja')]).toEqual(['中国語', '日本語']);
    expect(namesIn(en, nowOf(fixture)).language('zh-Hans')).toBe('Simplified Chinese');
  });

  test('of texts that nothing uses are their first words; unknown things are called by their ids', () => {
    const { line, find } = nowOf(fixture);
    const topics = line.file.topics.filter(({ id }) => id !== 'place');
    const names = namesIn(ja, { line: { ...line, file: { ...line.file, topics } }, find });
    expect(names.prompt('place.where')).toBe('道の角です。');
    expect([names.prompt('gone.text'), names.fact('gone'), names.topic('gone')]).toEqual(['gone.text', 'gone', 'gone']);
  });

  test('of things that the draft no longer has are looked up in other lines', () => {
    const { line, find } = nowOf(bundled);
    const without: LineFile = {
      ...line.file,
      destinations: line.file.destinations.slice(1),
      topics: line.file.topics.slice(1),
    };
    const names = namesIn(ja, { line: { ...line, file: without }, find }, [line.file]);
    expect([
      names.destination('call-centre'),
      names.topic('notice'),
      names.prompt('destination.call-centre.number'),
    ]).toEqual(['マイナンバー コールセンター', 'マイナンバーと封筒', 'マイナンバー コールセンターの電話番号の案内']);
  });

  test('change nothing that callers hear: not the edition, not its texts, and no approval', async () => {
    const name = { ja: '別の名前', en: 'Another name' };
    const { line } = bundled;
    const renamed: Draft = {
      ...bundled,
      line: {
        ...line,
        topics: line.topics.map((topic) => ({ ...topic, name })),
        facts: Object.fromEntries(Object.entries(line.facts).map(([id, fact]) => [id, { ...fact, name }])),
        textNames: { 'keep.card': name },
      },
    };
    expect(createEdition(renamed, engine).hash).toBe(createEdition(bundled, engine).hash);
    const compared = compareContents(contentOf(bundled, engine), contentOf(renamed, engine));
    expect([compared.texts, compared.values]).toEqual([[], []]);
    const place = { language: 'ja', prompt: 'notice.envelope' };
    const hashTexts = createTextHashes();
    const voice = { ...engine, maxBytes: 5000 } as unknown as Parameters<typeof hashTexts>[1];
    const [before, after] = [await hashTexts(bundled, voice), await hashTexts(renamed, voice)];
    expect(after.find(place)).toBe(before.find(place));
    expect(after.find(place)).not.toBeNull();
  });
});
