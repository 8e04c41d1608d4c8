import { checkDraft } from '../../../src/words/check-draft.ts';
import { type Finding, withSourceLines } from '../../../src/words/finding.ts';
import { formatPlace } from '../../../src/words/place.ts';
import { type Change, fixtureDraft } from '../../support/draft-fixture.ts';

/** The findings about the made-up line after some changes, with the lines of its files. */
export function findingsOf(...changes: readonly Change[]): Finding[] {
  const draft = fixtureDraft(...changes);
  return withSourceLines(checkDraft(draft), draft.sourceLineOf);
}

/** The same as `level rule file:line`, for tests that check nothing else. */
export const placesOf = (...changes: readonly Change[]): string[] =>
  findingsOf(...changes).map(({ rule, level, place }) => `${level} ${rule} ${formatPlace(place)}`);

/** The line of a finding of `findingsOf`. */
export const lineIn = (place: Finding['place']): number | null => ('line' in place ? place.line : null);

const draft = fixtureDraft();

/** The rules with findings in the file of a language when one of its sentences is this one. */
export function rulesFor(language: string, sentence: string): string[] {
  const written = draft.words.get(language);
  if (!written) throw new RangeError(`The made-up line does not speak "${language}".`);
  const prompts = { ...written.prompts, 'more-follows': [sentence] };
  const words = new Map(draft.words).set(language, { ...written, prompts });
  return checkDraft({ ...draft, words })
    .filter(({ place }) => 'language' in place && place.language === language)
    .map(({ rule }) => rule);
}
