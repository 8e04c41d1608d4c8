import { describe, expect, test } from '#jest';
import { checkText } from '../../../src/office/drafts/check-text.ts';
import type { DraftNow } from '../../../src/office/drafts/draft-desk.ts';
import { readPlaceOfPrompt } from '../../../src/office/drafts/places.ts';
import { takeOver } from '../../../src/office/drafts/take-over.ts';
import { fileOf, toDraft } from '../../../src/office/drafts/to-draft.ts';
import { checkDraft } from '../../../src/words/check-draft.ts';
import type { Draft } from '../../../src/words/draft.ts';
import { bundledDraft } from '../../support/bundled.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';

function nowOf(draft: Draft): DraftNow {
  const taken = takeOver(draft, { accountId: null, accountName: '' }, 0);
  return {
    ...taken,
    isKept: false,
    draft: toDraft(taken.line.file, taken.texts, taken.reasons),
    find: (language, prompt) =>
      taken.texts.find((text) => text.language === language && text.prompt === prompt) ?? null,
  };
}

describe('The checks of one text', () => {
  test('say of every bundled text what the checks of the whole draft say of it', () => {
    const now = nowOf(bundledDraft());
    const whole = checkDraft(now.draft).flatMap((finding) => {
      const place = now.draft.placeOf(finding);
      return place === null || finding.file === 'line.yaml'
        ? []
        : [{ file: finding.file, rule: finding.rule, reason: finding.reason, ...readPlaceOfPrompt(place) }];
    });
    const difference = now.texts.flatMap(({ language, prompt, sentences }) => {
      const found = checkText(now, { language, prompt, sentences }).map(
        ({ rule, sentence }) => `${rule} ${sentence ?? ''}`,
      );
      const wanted = whole
        .filter((each) => each.file === fileOf(language) && each.prompt === prompt)
        .map(({ rule, sentence }) => `${rule} ${sentence ?? ''}`);
      return found.sort().join() === wanted.sort().join() ? [] : [{ language, prompt, found, wanted }];
    });
    expect(difference).toEqual([]);
  });

  test('name the sentence, and speak of no other text', () => {
    const now = nowOf(fixtureDraft());
    const found = checkText(now, {
      language: 'en',
      prompt: 'days.which',
      sentences: ['This changes on {{firstDay}}.', 'Call 03-0000-0000.'],
    });
    expect(found.map(({ rule, sentence, file }) => ({ rule, sentence, file }))).toEqual([
      { rule: 'N-01', sentence: 1, file: 'en.yaml' },
    ]);
  });

  test('say that a text which callers need has no words', () => {
    const found = checkText(nowOf(fixtureDraft()), { language: 'en', prompt: 'days.which', sentences: [] });
    expect(found.map(({ rule }) => rule)).toContain('M-19');
  });
});
