import fc from 'fast-check';
import { expect, test } from '#jest';
import { advance } from '../../src/call/advance.ts';
import type { Conditions, Input, Key } from '../../src/call/input.ts';
import type { State } from '../../src/call/state.ts';
import type { Turn } from '../../src/call/step.ts';
import { bundledEdition } from '../support/bundled.ts';

const edition = bundledEdition();
const { kinds, places, actions } = edition.line.disaster ?? { kinds: [], places: [], actions: [] };
const key = (pressed: string): Input => ({ kind: 'key', key: pressed as Key });

/** Conditions with any notice that staff can compose, approved in every language. */
const conditions: fc.Arbitrary<Conditions> = fc
  .record({ kind: fc.constantFrom(...kinds), places: fc.subarray([...places]), actions: fc.subarray([...actions]) })
  .map((chosen) => ({
    now: '2026-11-24T01:00:00Z',
    dialsUntried: true,
    mayTransfer: true,
    disaster: { ...chosen, id: 'n', at: null, languages: edition.line.languages.map(({ tag }) => tag) },
  }));

const safetyIn = ({ steps: [first] }: Turn): string[] =>
  first?.do === 'say'
    ? first.sayings.filter(({ prompt }) => prompt === 'disaster-safety').map((each) => each.language)
    : [];

test('However long a notice is, its first turn has the emergency numbers, also when it is repeated', () => {
  fc.assert(
    fc.property(conditions, fc.constantFrom(...edition.line.languages), (now, { tag, key: digit }) => {
      const after = (state: State | null, input: Input) => advance(edition, now, state, input);
      const menu = after(null, { kind: 'call-started', language: undefined });
      const notice = after(menu.state, key(digit));
      for (const input of [key('9'), key('8')]) {
        expect([tag, safetyIn(after(notice.state, input))]).toEqual([tag, [tag]]);
      }
      expect([tag, safetyIn(notice)]).toEqual([tag, [tag]]);
    }),
  );
});

test('A caller who skips on with key 1 still hears what has happened, whichever languages are approved', () => {
  const texts = ({ steps: [first] }: Turn) => (first?.do === 'say' ? first.sayings.map(({ prompt }) => prompt) : []);
  const tags = edition.line.languages.map(({ tag }) => tag);
  fc.assert(
    fc.property(conditions, fc.subarray(tags), fc.constantFrom(...tags), (all, approved, language) => {
      const disaster = all.disaster && { ...all.disaster, languages: ['ja', 'en', ...approved] };
      const now: Conditions = { ...all, disaster };
      const after = (state: State | null, input: Input) => advance(edition, now, state, input);
      // Such a call comes to a number that belongs to one language, so it has no language menu.
      let turn = after(null, { kind: 'call-started', language });
      const heard = texts(turn);
      while (turn.state.screen === 'disaster') {
        turn = after(turn.state, key('1'));
        heard.push(...texts(turn));
      }
      expect(turn.state.screen).toBe('topics');
      expect(heard).toContain(`disaster.${disaster?.kind}`);
    }),
  );
});

test('From the emergency numbers, callers go back to the notice, unless they ask for the languages', () => {
  fc.assert(
    fc.property(conditions, fc.constantFrom(...edition.line.languages), (now, { key: digit }) => {
      const after = (state: State | null, input: Input) => advance(edition, now, state, input);
      const menu = after(null, { kind: 'call-started', language: undefined });
      const number = after(after(menu.state, key(digit)).state, key('0'));
      expect(number.state.screen).toBe('number');
      for (const input of [key('#'), { kind: 'silence' } as const]) {
        expect([input, after(number.state, input).state.screen]).toEqual([input, 'disaster']);
      }
      for (const input of [key('7'), key('*')]) {
        expect([input, after(number.state, input).state.screen]).toEqual([input, 'choose-language']);
      }
    }),
  );
});

test('After the emergency numbers, callers hear that more follows, unless the call then ends', () => {
  fc.assert(
    fc.property(conditions, fc.boolean(), (now, ends) => {
      const common = {
        call: { edition: edition.hash, misses: 0, slow: false, heard: 'n' },
        language: 'es',
        misses: 0,
      } as const;
      const number = { ...common, screen: 'number', reason: 'silence', part: 0, ends } as const;
      const { state, steps } = advance(edition, now, number, key('9'));
      const [said] = steps;
      const promised = said?.do === 'say' && said.sayings.some(({ prompt }) => prompt === 'more-follows');
      expect(promised).toBe(!ends);
      expect(advance(edition, now, state, { kind: 'silence' }).state.screen).toBe(ends ? 'ended' : 'disaster');
    }),
  );
});
