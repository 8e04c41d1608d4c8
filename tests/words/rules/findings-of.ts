import { checkDraft } from '../../../src/words/check-draft.ts';
import type { Finding } from '../../../src/words/finding.ts';
import { type Change, fixtureDraft } from '../../support/draft-fixture.ts';

/** What the lint says about the made-up line after some changes. */
export const findingsOf = (...changes: readonly Change[]): Finding[] => checkDraft(fixtureDraft(...changes));

/** The same as `rule file:line`, for tests that care about nothing else. */
export const placesOf = (...changes: readonly Change[]): string[] =>
  findingsOf(...changes).map(({ rule, level, file, line }) => `${level} ${rule} ${file}:${line}`);

const draft = fixtureDraft();

/** The rules that find something in the file of a language when one of its sentences is this one. */
export function rulesFor(language: string, sentence: string): string[] {
  const written = draft.words.get(language);
  if (!written) throw new RangeError(`The made-up line does not speak "${language}".`);
  const prompts = { ...written.prompts, 'more-follows': [sentence] };
  const words = new Map(draft.words).set(language, { ...written, prompts });
  return checkDraft({ ...draft, words })
    .filter(({ file }) => file === written.file)
    .map(({ rule }) => rule);
}
