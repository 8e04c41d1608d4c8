import { expect, test } from '#jest';
import { byLanguage, checkDraft, checkDraftInSteps } from '../../../src/words/check-draft.ts';
import type { Draft, LanguageWords } from '../../../src/words/draft.ts';
import { rules } from '../../../src/words/rules/registry.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';

/** Sentences in which most rules find something, in any language. */
const faulty = [
  'Call now, e.g. to Mr. Sato, etc., on NHK (www.example.jp) ① in Reiwa 8 or 令和8年.',
  'One two three four five, the the end, sorry, that is wrong, see the list below, press three, or the star key.',
  'Please enter your My Number and your PIN: {{nowhere}}, 12 月, 3-4567.',
  'マイナンバーを 入力して ください。これは 公的個人認証サービスシステムセンターでは なく、されないことも ないことは ない。',
  '東京都千代田区霞が関一丁目。{四|し}時に 当該 住民票を 交付される。ﾃｽﾄ です。漢字漢字漢字漢字漢字漢字漢字漢字漢字。',
  `${'A very long sentence, with clauses, and more clauses, and so on '.repeat(5)}ends here\u200B.`,
  '您已经做错了，请按星号键，臺灣台湾个人编号密码一二三四。',
];

/** The made-up line, with faults in every language. */
function faultyDraft(): Draft {
  const draft = fixtureDraft();
  const spoil = ({ prompts, ...more }: LanguageWords): LanguageWords => ({
    ...more,
    prompts: Object.fromEntries(
      Object.entries(prompts).map(([prompt, sentences]) => [prompt, ['{{officeNumber}}.', ...sentences, ...faulty]]),
    ),
  });
  return { ...draft, words: new Map([...draft.words].map(([tag, words]) => [tag, spoil(words)])) };
}

test('Rules that check one language at a time find the same if they check all languages together', () => {
  const draft = faultyDraft();
  const today = '2026-12-01';
  const silent: string[] = [];
  for (const { ids, check, isByLanguage } of rules) {
    if (!isByLanguage) continue;
    const found = check(draft, today);
    if (found.length === 0) silent.push(...ids);
    const apart = byLanguage(draft).flatMap((part) => check(part, today));
    expect([ids, apart]).toEqual([ids, found]);
  }
  // For a rule that finds nothing, the comparison would prove nothing.
  expect(silent).toEqual([]);
});

test('The checks find the same in steps as in one go', async () => {
  const draft = faultyDraft();
  expect(await checkDraftInSteps(draft)).toEqual(checkDraft(draft));
});
