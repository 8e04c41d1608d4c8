import { checkDraft } from '../../../src/prompts/check-draft.ts';
import type { Finding } from '../../../src/prompts/finding.ts';
import { type Change, fixtureDraft } from '../../support/draft-fixture.ts';

/** What the lint says about the made-up line after some changes. */
export const findingsOf = (...changes: readonly Change[]): Finding[] => checkDraft(fixtureDraft(...changes));

/** The same as `rule file:line`, for tests that care about nothing else. */
export const placesOf = (...changes: readonly Change[]): string[] =>
  findingsOf(...changes).map(({ rule, level, file, line }) => `${level} ${rule} ${file}:${line}`);

/** The rules that find something when one sentence of a language takes the place of another. */
export function rulesFor(file: string, sentence: string): string[] {
  const originals: Readonly<Record<string, string>> = {
    'en.yaml': '"There is more."',
    'ja.yaml': '"{続|つづ}きが あります。"',
    'zh-Hans.yaml': '"后面还有内容。"',
  };
  return findingsOf([file, originals[file] ?? '', JSON.stringify(sentence)]).map(({ rule }) => rule);
}
