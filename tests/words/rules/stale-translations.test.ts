import { describe, expect, test } from '#jest';
import { checkDraft } from '../../../src/words/check-draft.ts';
import { readDraft } from '../../../src/words/draft.ts';
import type { Finding } from '../../../src/words/finding.ts';
import type { NamedText } from '../../../src/words/read-yaml.ts';
import {
  markTranslated,
  type TranslatedFrom,
  translationsLockName,
  writeTranslationsLock,
} from '../../../src/words/translations-lock.ts';
import { type Change, fixtureDraft, fixtureFiles } from '../../support/draft-fixture.ts';

const { words, line } = fixtureDraft();
const fresh = markTranslated({}, words, line.sourceLanguage);
const withLock = (lock: TranslatedFrom, ...changes: readonly Change[]): NamedText[] => [
  ...fixtureFiles(...changes),
  { name: translationsLockName, text: writeTranslationsLock(lock) },
];
const stale = (files: readonly NamedText[]) =>
  checkDraft(readDraft(files))
    .filter(({ rule }) => rule === 'W-02')
    .map(({ level, place, en }) => `${level} ${languageIn(place)} ${en}`);
const languageIn = (place: Finding['place']) => ('language' in place ? place.language : null);
const changeOfSource = ['ja.yaml', 'transfer-next: ["{待|ま}って', 'transfer-next: ["すこし {待|ま}って'] as const;

describe('W-02', () => {
  test('finds nothing in translations of the present source text', () => {
    expect(stale(withLock(fresh))).toEqual([]);
  });

  test('finds every translation of a source text that has changed, and no other', () => {
    const changed = checkDraft(readDraft(withLock(fresh, changeOfSource))).filter(({ rule }) => rule === 'W-02');
    expect(changed.map(({ place, level }) => [languageIn(place), level])).toEqual([
      ['en', 'error'],
      ['zh-Hans', 'error'],
    ]);
    expect(changed[0]?.en).toMatch(
      /^"[a-z.-]+": The source text has changed since this was translated; look through the translation, then run "npm run prompts -- translated en [a-z.-]+"\.$/,
    );
  });

  test('disappears for texts that are marked as translated again, and only for them', () => {
    const draft = readDraft(withLock(fresh, changeOfSource));
    const marked = markTranslated(fresh, draft.words, 'ja', (language) => language === 'en');
    expect(stale(withLock(marked, changeOfSource)).map((each) => each.split(' ')[1])).toEqual(['zh-Hans']);
  });

  test('finds a translation for which nothing is recorded', () => {
    const { en: { greeting: _, ...others } = {}, ...languages } = fresh;
    expect(stale(withLock({ ...languages, en: others }))).toEqual([
      expect.stringMatching(/^error en "greeting": It is not recorded from which source text this was translated;/),
    ]);
  });

  test('is not checked if nothing is recorded at all', () => {
    expect(stale(fixtureFiles(changeOfSource))).toEqual([]);
  });

  test('needs a record that can be read; otherwise, the record itself has an error', () => {
    for (const text of ['{', '[]', '{"en":{"greeting":"today"}}']) {
      const files = [...fixtureFiles(), { name: translationsLockName, text }];
      expect(() => readDraft(files)).toThrow(/translations\.lock\.json:1 error FILE This file cannot be read;/);
    }
  });
});
