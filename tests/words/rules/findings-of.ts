import { checkDraft } from '../../../src/words/check-draft.ts';
import { type Finding, withSourceLines } from '../../../src/words/finding.ts';
import { formatPlace } from '../../../src/words/place.ts';
import { type Change, fixtureDraft } from '../../support/draft-fixture.ts';

/** The findings about the made-up line after some changes. Their places are lines of its files. */
export function findingsOf(...changes: readonly Change[]): Finding[] {
  const draft = fixtureDraft(...changes);
  return withSourceLines(checkDraft(draft), draft.sourceLineOf);
}

/** The findings of `findingsOf` as `<level> <rule> <file>:<line>`, for tests that check nothing else. */
export const placesOf = (...changes: readonly Change[]): string[] =>
  findingsOf(...changes).map(({ rule, level, place }) => `${level} ${rule} ${formatPlace(place)}`);

/** The line number of a finding of `findingsOf`; null if it has none. */
export const lineIn = (place: Finding['place']): number | null => ('line' in place ? place.line : null);

const draft = fixtureDraft();

/** The rules that find something in a language if its prompt `more-follows` consists of this sentence. */
export function rulesFor(language: string, sentence: string): string[] {
  const written = draft.words.get(language);
  if (!written) throw new RangeError(`The made-up line does not speak "${language}".`);
  const prompts = { ...written.prompts, 'more-follows': [sentence] };
  const words = new Map(draft.words).set(language, { ...written, prompts });
  return checkDraft({ ...draft, words })
    .filter(({ place }) => 'language' in place && place.language === language)
    .map(({ rule }) => rule);
}
