import { describe, expect, test } from '#jest';
import { checkText } from '../../../src/office/drafts/check-text.ts';
import { toDraftContent } from '../../../src/office/drafts/draft-content.ts';
import type { DraftNow } from '../../../src/office/drafts/draft-desk.ts';
import { toDraft } from '../../../src/office/drafts/to-draft.ts';
import { checkDraft } from '../../../src/words/check-draft.ts';
import type { Draft } from '../../../src/words/draft.ts';
import { bundledDraft } from '../../support/bundled.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';

function nowOf(draft: Draft): DraftNow {
  const taken = toDraftContent(draft, { accountId: null, accountName: '' }, 0);
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
    const whole = checkDraft(now.draft).flatMap(({ rule, place }) => ('language' in place ? [{ rule, ...place }] : []));
    const difference = now.texts.flatMap(({ language, prompt, sentences }) => {
      const found = checkText(now, { language, prompt, sentences }).map(
        ({ rule, sentence }) => `${rule} ${sentence ?? ''}`,
      );
      const wanted = whole
        .filter((each) => each.language === language && each.prompt === prompt)
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
    expect(found.map(({ rule, sentence, place }) => ({ rule, sentence, place }))).toEqual([
      { rule: 'N-01', sentence: 1, place: { language: 'en', prompt: 'days.which', sentence: 1 } },
    ]);
  });

  test('say that a text which callers need has no words', () => {
    const found = checkText(nowOf(fixtureDraft()), { language: 'en', prompt: 'days.which', sentences: [] });
    expect(found.map(({ rule }) => rule)).toContain('M-19');
  });
});
