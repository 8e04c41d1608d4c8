import { describe, expect, test } from '#jest';
import { createEditionShelf } from '../../src/edition/edition.ts';
import { type TurnAnswer, takeTurn } from '../../src/edition/take-turn.ts';
import { createTransferBudget } from '../../src/line/transfer-budget.ts';
import { createEdition, type OfficeEdition } from '../../src/office/editions/edition.ts';
import type { Draft } from '../../src/words/draft.ts';
import { bundledDraft } from '../support/bundled.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { at, moments } from '../support/moments.ts';

const engine = { id: 'espeak', fingerprint: 'test' } as const;
const draft = bundledDraft();
const conditions = at(moments.open);

/** The draft of another edition: with a different English goodbye and one topic less. */
function otherDraft(): Draft {
  const english = draft.words.get('en');
  if (!english) throw new Error('no English');
  const prompts = { ...english.prompts, goodbye: ['So long.'] };
  return {
    ...draft,
    line: { ...draft.line, topics: draft.line.topics.slice(0, -1) },
    words: new Map(draft.words).set('en', { ...english, prompts }),
  };
}
const textOf = ({ script }: Pick<TurnAnswer<OfficeEdition>, 'script'>) =>
  script.sentences.flatMap(({ segments }) => segments.map((part) => (part.kind === 'text' ? part.text : ''))).join(' ');

describe('A call', () => {
  const key = (digit: '1' | '5' | '0') => ({ kind: 'key', key: digit }) as const;

  test('stays on the edition on which it began, even if another one is published meanwhile', () => {
    const [first, second] = [createEdition(draft, engine), createEdition(otherDraft(), engine)];
    expect(second.id).not.toBe(first.id);
    const shelf = createEditionShelf(first);
    const menu = takeTurn(shelf, { code: null, turns: 0, input: { kind: 'call-started' }, conditions });
    shelf.publish(second);
    const topics = takeTurn(shelf, { code: menu.code, turns: 1, input: key('1'), conditions });
    expect(topics.edition).toBe(first);
    const last = takeTurn(shelf, { code: topics.code, turns: 2, input: key('5'), conditions });
    expect(last.state.screen).toBe('explanation');
    const dial = takeTurn(shelf, { code: last.code, turns: 3, input: key('0'), conditions });
    const end = takeTurn(shelf, {
      code: dial.code,
      turns: 4,
      input: { kind: 'dial-ended', outcome: 'answered' },
      conditions,
    });
    expect(textOf(end)).toContain('Thank you for calling');
    const fresh = takeTurn(shelf, { code: null, turns: 0, input: { kind: 'call-started' }, conditions });
    expect(fresh.edition).toBe(second);
  });

  test('continues on the current edition if its own is no longer available', () => {
    const shelf = createEditionShelf(createEdition(draft, engine));
    const menu = takeTurn(shelf, { code: null, turns: 0, input: { kind: 'call-started' }, conditions });
    const other = createEditionShelf(createEdition(otherDraft(), engine));
    const topics = takeTurn(other, { code: menu.code, turns: 1, input: key('1'), conditions });
    expect([topics.state.screen, topics.state.call.edition]).toEqual(['topics', other.current.id]);
  });

  test('an earlier edition can be published again', () => {
    const [first, second] = [createEdition(draft, engine), createEdition(otherDraft(), engine)];
    const shelf = createEditionShelf(first);
    shelf.publish(second);
    shelf.publish(first);
    expect(shelf.current).toBe(first);
    expect(shelf.find(second.id)).toBe(second);
  });

  test('the same words give the same edition, and any other word another', () => {
    expect(createEdition(bundledDraft(), engine).hash).toBe(createEdition(draft, engine).hash);
    const small = fixtureDraft();
    const hashes = [createEdition(small, engine).hash];
    for (const [tag, words] of small.words) {
      for (const [prompt, sentences] of Object.entries(words.prompts)) {
        const prompts = { ...words.prompts, [prompt]: [...sentences.slice(0, -1), `${sentences.at(-1)} A`] };
        const changed = { ...small, words: new Map(small.words).set(tag, { ...words, prompts }) };
        hashes.push(createEdition(changed, engine).hash);
      }
    }
    expect(hashes.length).toBeGreaterThan(80);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('The cap on transfers', () => {
  test('counts the last sixty minutes, not the hour of the clock', () => {
    let minute = 0;
    const budget = createTransferBudget(
      () => 2,
      () => minute * 60_000,
    );
    const isLeftAfter = (minutes: number) => {
      minute = minutes;
      return budget.isLeft('x');
    };
    budget.spend('a');
    minute = 30;
    budget.spend('b');
    expect(isLeftAfter(59)).toBe(false);
    expect(isLeftAfter(60)).toBe(true);
    budget.spend('c');
    expect(isLeftAfter(61)).toBe(false);
    expect(isLeftAfter(90)).toBe(true);
  });

  test('gives a repeated webhook the same answer, and counts it once', () => {
    let now = 0;
    const budget = createTransferBudget(
      () => 1,
      () => now,
    );
    budget.spend('call 1, turn 3');
    now = 1;
    expect(budget.isLeft('call 2, turn 3')).toBe(false);
    expect(budget.isLeft('call 1, turn 3')).toBe(true);
    budget.spend('call 1, turn 3');
    now = 3_600_000;
    expect(budget.isLeft('call 2, turn 3')).toBe(true);
  });

  test('of zero allows no transfer', () => {
    expect(createTransferBudget(() => 0).isLeft('x')).toBe(false);
  });
});
