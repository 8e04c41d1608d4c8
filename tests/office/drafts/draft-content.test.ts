import { describe, expect, test } from '#jest';
import { compareFiles, toDraftContent } from '../../../src/office/drafts/draft-content.ts';
import { toDraft } from '../../../src/office/drafts/to-draft.ts';
import { createEdition } from '../../../src/office/editions/edition.ts';
import { checkDraft } from '../../../src/words/check-draft.ts';
import type { Draft } from '../../../src/words/draft.ts';
import type { Finding } from '../../../src/words/finding.ts';
import { lineFile } from '../../../src/words/line-file.ts';
import { bundledDraft } from '../../support/bundled.ts';
import { type Change, fixtureDraft } from '../../support/draft-fixture.ts';
import { byFolder, morning } from '../../support/small-office.ts';

const engine = { id: 'espeak', fingerprint: 'test' } as const;

/** The findings as staff see them, but without line numbers, because a draft in the database has none. */
const told = (findings: readonly Finding[]) =>
  findings.map(({ rule, level, reason = '', place, ja }) => [fileIn(place), rule, level, reason, ja].join(' ')).sort();

const fileIn = (place: Finding['place']): string => {
  if ('file' in place) return place.file;
  return 'path' in place ? 'line.yaml' : `${place.language}.yaml`;
};

/** Converts a draft into what the database stores, and back. The texts return in the opposite order. */
function thereAndBack(draft: Draft) {
  const { line, texts, reasons } = toDraftContent(draft, byFolder, morning);
  const kept = lineFile.parse(JSON.parse(JSON.stringify(line.file)));
  return toDraft(kept, texts.toReversed(), JSON.parse(JSON.stringify(reasons)));
}

const drafts: [string, () => Draft][] = [
  ['the bundled prompts', bundledDraft],
  ['a line without findings', fixtureDraft],
  [
    'a line with errors, warnings, and reasons for some',
    () =>
      fixtureDraft(
        [
          'en.yaml',
          '  trouble: ["This line',
          '  # T-02: it has to be said\n  # W-01: as well\n  trouble: ["Oh, er, as all of us here have heard from many callers today, this line',
        ],
        [
          'en.yaml',
          '"Put your waste out',
          '"Please kindly put out your waste, which you have got, and which you do not want any more, and which smells, and which nobody else wants to have either, 12 times',
        ],
        ['zh-Hans.yaml', '  goodbye: ["谢谢您的来电。"]\n', ''],
        ['ja.yaml', '  goodbye: ["ありが', '  unheard.of: ["だれも {聞|き}きません。"]\n  goodbye: ["封筒ありが'],
        ['line.yaml', '    number: officeNumber\n', '    number: officeNumber # T-02: nothing here\n'],
      ),
  ],
];

describe.each(drafts)('%s, imported and put together again,', (_, read) => {
  test('have the same findings, with the same reasons', () => {
    const draft = read();
    // W-06 is about comments in files.
    const findings = checkDraft(draft).filter(({ rule }) => rule !== 'W-06');
    expect(told(checkDraft(thereAndBack(draft)))).toEqual(told(findings));
  });

  test('make the same edition', () => {
    const draft = read();
    expect(createEdition(thereAndBack(draft), engine).hash).toBe(createEdition(draft, engine).hash);
  });

  test('do not differ from the original', () => {
    const taken = toDraftContent(read(), byFolder, morning);
    const kept = { ...taken, texts: taken.texts.toReversed() };
    expect(compareFiles(kept, taken)).toEqual({ texts: [], isLineDifferent: false });
  });
});

test('the line with errors has errors, accepted warnings and open ones', () => {
  const found = checkDraft(drafts[2]?.[1]() ?? fixtureDraft());
  expect(found.some(({ level, reason }) => level === 'warning' && reason !== undefined)).toBe(true);
  expect(found.some(({ level }) => level === 'error')).toBe(true);
  expect(found.some(({ level, reason }) => level === 'warning' && reason === undefined)).toBe(true);
});

test('the bundled prompts have reasons that count: without them more warnings stay open', () => {
  const draft = bundledDraft();
  const open = (findings: readonly Finding[]) => findings.filter(({ reason }) => reason === undefined).length;
  expect(draft.reasons.length).toBeGreaterThan(0);
  const { line, texts } = toDraftContent(draft, byFolder, morning);
  expect(open(checkDraft(toDraft(line.file, texts, [])))).toBeGreaterThan(open(checkDraft(thereAndBack(draft))));
});

describe('Findings of a draft', () => {
  test('name their prompt and sentence', () => {
    const draft = thereAndBack(fixtureDraft(['en.yaml', '"There is more."', '"More follows.", "There are 12 more."']));
    const [finding] = checkDraft(draft).filter(({ level }) => level === 'error');
    expect(finding?.place).toEqual({ language: 'en', prompt: 'more-follows', sentence: 1 });
  });

  test('name their value of the line', () => {
    const draft = thereAndBack(fixtureDraft(['line.yaml', 'parts: [place.where]', 'parts: [place.nowhere]']));
    const places = checkDraft(draft).map(({ place }) => place);
    expect(places).toContainEqual({ path: ['topics', 1, 'parts', 0] });
  });
});

describe('The prompts folder and the draft', () => {
  const taken = (...changes: Change[]) => toDraftContent(fixtureDraft(...changes), byFolder, morning);

  test.each<[string, Change[], ReturnType<typeof compareFiles>]>([
    [
      'in a word',
      [['en.yaml', 'Nobody answered.', 'No one answered.']],
      { texts: [{ language: 'en', prompt: 'reason-not-connected' }], isLineDifferent: false },
    ],
    [
      'in a prompt that is gone',
      [['zh-Hans.yaml', '  limit: ["通话即将结束。"]\n', '']],
      { texts: [{ language: 'zh-Hans', prompt: 'limit' }], isLineDifferent: false },
    ],
    [
      'in what all languages share',
      [['line.yaml', 'transfersPerHour: 10', 'transfersPerHour: 9']],
      { texts: [], isLineDifferent: true },
    ],
    [
      'in nothing if only comments have changed',
      [['en.yaml', 'prompts:', '# our words\nprompts:']],
      { texts: [], isLineDifferent: false },
    ],
  ])('differ %s', (_, changes, difference) => {
    expect(compareFiles(taken(), taken(...changes))).toEqual(difference);
    expect(compareFiles(taken(...changes), taken())).toEqual(difference);
  });
});
