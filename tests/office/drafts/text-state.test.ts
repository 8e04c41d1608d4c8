import { describe, expect, test } from '#jest';
import type { DraftText } from '../../../src/office/drafts/draft-text.ts';
import { type TextMark, type TextState, textState, unmarked } from '../../../src/office/drafts/text-state.ts';
import { fingerprint } from '../../../src/words/fingerprint.ts';

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
const live = { isLive: true } as const;
const approved = { verdict: 'approved' } as const;
const sentBack = { verdict: 'sent-back' } as const;
const old = { sourceFingerprint: fingerprint(['{箱|はこ}。']) };

describe('A translation is', () => {
  test.each<[TextState, string, DraftText | null, Partial<TextMark> & { source?: string[] }]>([
    ['missing', 'that nobody has written', null, {}],
    ['missing', 'that was emptied', text({ sentences: [] }), {}],
    ['missing', 'that was emptied and is old', text({ sentences: [], ...old }), {}],
    ['draft', 'that its author has not finished', text({ isReady: false }), {}],
    ['draft', 'that is not finished, though callers hear these words', text({ isReady: false }), live],
    ['stale', 'of a source that has changed', text(old), {}],
    ['stale', 'of a changed source, though callers hear these words', text(old), live],
    ['stale', 'that is not finished, of a changed source', text({ ...old, isReady: false }), {}],
    ['stale', 'whose source is not known', text({ sourceFingerprint: null }), {}],
    ['stale', 'whose source is gone', text(), { source: [] }],
    ['stale', 'whose source has got an empty sentence', text(), { source: [...source, ''] }],
    ['sent-back', 'that somebody sent back', text(), sentBack],
    ['sent-back', 'that was sent back while callers hear it', text(), { ...live, ...sentBack }],
    ['sent-back', 'that was sent back, whatever its author ticks', text({ isReady: false }), sentBack],
    ['stale', 'that was sent back, of a source that has changed since', text(old), sentBack],
    ['missing', 'that was sent back and emptied', text({ sentences: [] }), sentBack],
    ['to-approve', 'that callers do not hear yet', text(), {}],
    ['approved', 'that somebody approved', text(), approved],
    ['draft', 'that was approved, and is being worked on again', text({ isReady: false }), approved],
    ['published', 'that callers hear', text(), live],
    ['published', 'that callers hear, and somebody approved', text(), { ...live, ...approved }],
    [
      'to-approve',
      'of a source in other bytes for the same letters',
      text(),
      { source: source.map((s) => s.normalize('NFD')) },
    ],
  ])('%s: one %s', (state, _, given, { source: now = source, ...mark }) => {
    expect(textState(given, { ...unmarked, ...mark, source: now })).toBe(state);
  });
});

describe('A source text is', () => {
  test.each<[TextState, DraftText | null, Partial<TextMark>]>([
    ['missing', null, {}],
    ['draft', text({ sourceFingerprint: null, isReady: false }), {}],
    ['to-approve', text({ sourceFingerprint: null }), {}],
    ['approved', text({ sourceFingerprint: null }), approved],
    ['published', text({ sourceFingerprint: null }), live],
  ])('%s, and never stale', (state, given, mark) => {
    expect(textState(given, { ...unmarked, ...mark, source: null })).toBe(state);
  });
});

describe('A fingerprint', () => {
  test('depends on where sentences end, on their order and on every letter', () => {
    const texts = [['ab'], ['a', 'b'], ['b', 'a'], ['ab', ''], [], [''], ['Ab'], ['ab '], ['{a|b}'], ['a"],["b']];
    expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
    expect(fingerprint(['ab'])).toMatch(/^[0-9a-f]{16}$/);
  });
});
