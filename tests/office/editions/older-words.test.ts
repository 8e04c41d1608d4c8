import { expect, test } from '#jest';
import { createEdition, type OfficeEdition } from '../../../src/office/editions/edition.ts';
import type { Draft, LanguageWords } from '../../../src/words/draft.ts';
import { bundledDraft } from '../../support/bundled.ts';

/** An edition that was published before the prompts in `isNew` existed, except `welcome-outdated`. */
function olderEdition(): OfficeEdition {
  const draft = bundledDraft();
  const isNew = (prompt: string) => /^number-to-call$|-outdated$|^disaster-place-also\./.test(prompt);
  const words = [...draft.words].map(([tag, each]): [string, LanguageWords] => {
    const prompts = Object.entries(each.prompts).filter(([prompt]) => prompt === 'welcome-outdated' || !isNew(prompt));
    return [tag, { ...each, prompts: Object.fromEntries(prompts) }];
  });
  const older: Draft = { ...draft, words: new Map(words) };
  return createEdition(older, { id: 'espeak', fingerprint: 'test' });
}

test('an edition without prompts that were added later says what it said before, or leaves them out', () => {
  const { script } = olderEdition();
  const promptsOf = (...prompts: readonly string[]) =>
    script(
      prompts.map((prompt) => ({ prompt, language: 'ko', ...(prompt === 'number-to-call' && { key: '0' }) })),
    ).sentences.map(({ prompt }) => prompt);
  expect(promptsOf('number-to-call')).toEqual(['person']);
  expect(promptsOf('disaster-place.uki', 'disaster-place-also.aso')).toEqual([
    'disaster-place.uki',
    'disaster-place.aso',
  ]);
  expect(promptsOf('topic-outdated', 'goodbye', 'number-outdated')).toEqual(['goodbye']);
  expect(() => promptsOf('no-such-prompt')).toThrow(/no words for "no-such-prompt"/);
});
