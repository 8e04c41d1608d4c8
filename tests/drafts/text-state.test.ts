import { describe, expect, test } from '@jest/globals';
import type { DraftText } from '../../src/drafts/draft-text.ts';
import { type TextState, textState } from '../../src/drafts/text-state.ts';
import { fingerprint } from '../../src/prompts/fingerprint.ts';

const source = ['{封筒|ふうとう}を {開|あ}けて ください。'];
const words = ['Open the envelope.'];
const text = (more: Partial<DraftText> = {}): DraftText => ({
  language: 'en',
  prompt: 'notice.envelope',
  revision: 3,
  sentences: words,
  sourceFingerprint: fingerprint(source),
  isReady: true,
  isReviewed: false,
  act: 'edited',
  reason: null,
  by: { accountId: null, accountName: 'x' },
  at: 0,
  ...more,
});
const old = { sourceFingerprint: fingerprint(['{箱|はこ}。']) };

describe('A translation is', () => {
  test.each<[TextState, string, DraftText | null, { source?: string[] | null; live?: string[] | null }]>([
    ['missing', 'that nobody has written', null, {}],
    ['missing', 'that was emptied', text({ sentences: [] }), {}],
    ['missing', 'that was emptied and is old', text({ sentences: [], ...old }), {}],
    ['draft', 'that its author has not finished', text({ isReady: false }), {}],
    ['draft', 'that is not finished, though callers hear these words', text({ isReady: false }), { live: words }],
    ['stale', 'of a source that has changed', text(old), {}],
    ['stale', 'of a changed source, though callers hear these words', text(old), { live: words }],
    ['stale', 'that is not finished, of a changed source', text({ ...old, isReady: false }), {}],
    ['stale', 'of which nobody knows what it was made from', text({ sourceFingerprint: null }), {}],
    ['stale', 'whose source is gone', text(), { source: [] }],
    ['stale', 'whose source says the same in two sentences', text(), { source: [...source, ''] }],
    ['ready', 'that callers do not hear yet', text(), {}],
    ['ready', 'of which callers hear other words', text(), { live: ['Open it.'] }],
    ['published', 'that callers hear', text(), { live: words }],
    [
      'ready',
      'of a source in other bytes for the same letters',
      text(),
      { source: source.map((s) => s.normalize('NFD')) },
    ],
  ])('%s: one %s', (state, _, given, { source: now = source, live = null }) => {
    expect(textState(given, { source: now, live })).toBe(state);
  });
});

describe('A source text is', () => {
  test.each<[TextState, DraftText | null, string[] | null]>([
    ['missing', null, null],
    ['draft', text({ sourceFingerprint: null, isReady: false }), null],
    ['ready', text({ sourceFingerprint: null }), null],
    ['published', text({ sourceFingerprint: null }), words],
  ])('%s, and never stale', (state, given, live) => {
    expect(textState(given, { source: null, live })).toBe(state);
  });
});

describe('A fingerprint', () => {
  test('tells where sentences end, what order they have, and every letter', () => {
    const texts = [['ab'], ['a', 'b'], ['b', 'a'], ['ab', ''], [], [''], ['Ab'], ['ab '], ['{a|b}'], ['a"],["b']];
    expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
    expect(fingerprint(['ab'])).toMatch(/^[0-9a-f]{16}$/);
  });
});
