import { beforeAll, describe, expect, test } from '@jest/globals';
import { advance } from '../../src/call/advance.ts';
import type { Conditions } from '../../src/call/input.ts';
import type { State } from '../../src/call/state.ts';
import { decodeState, encodeState } from '../../src/call/state-code.ts';
import type { Saying, Step } from '../../src/call/step.ts';
import { type WalkedTurn, walk } from '../../src/call/walk.ts';
import { bundledEdition } from '../support/bundled.ts';
import { at, moments } from '../support/moments.ts';

const edition = bundledEdition();
const everyCondition: Conditions[] = [
  at(moments.open),
  at(moments.night),
  at(moments.holiday),
  at(moments.newYearsEve),
  at(moments.inTime),
  at(moments.open, { dialsUntried: false }),
  at(moments.open, { mayTransfer: false }),
];

const sayingsOf = (steps: readonly Step[]): readonly Saying[] =>
  steps.flatMap((step) => (step.do === 'say' ? step.sayings : []));
const languageOf = (state: State): string | null => (state.screen === 'choose-language' ? null : state.language);
const describeTurn = ({ from, input, conditions }: WalkedTurn) => JSON.stringify({ from, input, conditions });

describe('Every reachable state × every input, in every language, open, closed, on a holiday and at New Year', () => {
  const turns: WalkedTurn[] = [];
  const states = new Map<string, State>();

  beforeAll(() => {
    for (const walked of walk(edition, everyCondition)) {
      turns.push(walked);
      states.set(JSON.stringify(walked.turn.state), walked.turn.state);
    }
    process.stdout.write(`Walked ${states.size} states and ${turns.length} turns.\n`);
  });

  /** Collects the turns that break a rule; one report instead of a hundred thousand assertions. */
  const offenders = (breaks: (walked: WalkedTurn) => boolean) => turns.filter(breaks).slice(0, 3).map(describeTurn);

  test('reaches every screen and every step, in every language', () => {
    const screens = new Set([...states.values()].map(({ screen }) => screen));
    expect([...screens].sort()).toEqual(['choose-language', 'ended', 'explanation', 'number', 'topics', 'transfer']);
    const does = new Set(turns.flatMap(({ turn }) => turn.steps.map((step) => step.do)));
    expect([...does].sort()).toEqual(['dial', 'hang-up', 'say', 'wait-for-key']);
    const languages = new Set([...states.values()].map(languageOf));
    expect(languages.size).toBe(edition.line.languages.length + 1);
  });

  test('says something and then waits, dials or hangs up: never a bare say, never silence', () => {
    expect(
      offenders(({ turn: { steps } }) => {
        const [first, last] = steps;
        return steps.length !== 2 || first?.do !== 'say' || first.sayings.length === 0 || last?.do === 'say';
      }),
    ).toEqual([]);
  });

  test('ends a call exactly when it hangs up', () => {
    expect(offenders(({ turn }) => (turn.state.screen === 'ended') !== (turn.steps.at(-1)?.do === 'hang-up'))).toEqual(
      [],
    );
  });

  test('speaks only the language that was chosen, and only the announcers’ besides the menu before that', () => {
    const { announcers } = edition.line;
    const isForeign = ({ prompt, language }: Saying, spoken: string | null) => {
      if (prompt === 'language-item') return false;
      return spoken === null ? !announcers.includes(language) : language !== spoken;
    };
    expect(
      offenders(({ turn }) => sayingsOf(turn.steps).some((saying) => isForeign(saying, languageOf(turn.state)))),
    ).toEqual([]);
  });

  test('offers every language in its own words, whenever it offers languages at all', () => {
    const tags = edition.line.languages.map(({ tag }) => tag);
    expect(
      offenders(({ turn }) => {
        if (turn.state.screen !== 'choose-language') return false;
        const items = sayingsOf(turn.steps).filter(({ prompt }) => prompt === 'language-item');
        return items.map(({ language }) => language).join() !== tags.join();
      }),
    ).toEqual([]);
  });

  test('has words for everything it says', () => {
    const sayings = new Map(
      turns.flatMap(({ turn }) => sayingsOf(turn.steps)).map((each) => [JSON.stringify(each), each]),
    );
    for (const saying of sayings.values()) {
      for (const sentence of edition.script([saying]).sentences) {
        expect(sentence.language).toBe(saying.language);
        expect(sentence.segments.length).toBeGreaterThan(0);
      }
    }
  });

  test('accepts every key it names: something else happens than for a wrong key', () => {
    const wrong = { kind: 'key', key: '6' } as const;
    const conditions = at(moments.open);
    for (const { turn } of turns) {
      if (turn.steps.at(-1)?.do !== 'wait-for-key') continue;
      const named = sayingsOf(turn.steps).flatMap(({ key }) => (key === undefined ? [] : [key]));
      if (named.length === 0) throw new Error(`Nothing can be pressed after ${JSON.stringify(turn.state)}`);
    }
    for (const state of states.values()) {
      if (state.screen === 'ended' || state.screen === 'transfer') continue;
      const missed = advance(edition, conditions, state, wrong);
      for (const { key } of sayingsOf(missed.steps)) {
        if (key === undefined || missed.state.screen !== state.screen) continue;
        const pressed = advance(edition, conditions, missed.state, { kind: 'key', key: key as '1' });
        const isMiss = pressed.state.callMisses > missed.state.callMisses;
        expect({ state: missed.state, key, isMiss }).toEqual({ state: missed.state, key, isMiss: false });
      }
    }
  });

  test('0 brings a person, or the reason and the number', () => {
    expect(
      offenders(({ from, input, turn }) => {
        if (from === null || from.screen === 'ended' || from.screen === 'transfer') return false;
        if (input.kind !== 'key' || input.key !== '0') return false;
        const said = sayingsOf(turn.steps).map(({ prompt }) => prompt);
        const dials = turn.steps.at(-1)?.do === 'dial' && said.some((prompt) => prompt.endsWith('.transfer'));
        const tells =
          said.some((prompt) => prompt.startsWith('reason-')) && said.some((prompt) => prompt.endsWith('.number'));
        return !dials && !tells;
      }),
    ).toEqual([]);
  });

  test('silence and failed dials alone end every call', () => {
    const quiet = [{ kind: 'silence' }, { kind: 'dial-ended', outcome: 'no-answer' }] as const;
    for (const conditions of everyCondition) {
      for (const start of states.values()) {
        for (const input of quiet) {
          let state = start;
          for (let turn = 0; turn < 20 && state.screen !== 'ended'; turn += 1) {
            state = advance(edition, conditions, state, state.screen === 'transfer' ? quiet[1] : input).state;
          }
          expect(state.screen).toBe('ended');
        }
      }
    }
  });

  test('a call never ends without the number to call, except after a person was reached', () => {
    expect(
      offenders(({ from, input, turn }) => {
        if (turn.state.screen !== 'ended' || from?.screen === 'ended') return false;
        if (input.kind === 'dial-ended' && input.outcome === 'answered') return false;
        const said = sayingsOf(turn.steps).map(({ prompt }) => prompt);
        return !said.some((prompt) => prompt.endsWith('.number')) || !said.includes('emergency');
      }),
    ).toEqual([]);
  });

  test('dials only in opening hours, and in production only numbers that somebody has tried', () => {
    const closed: string[] = [moments.night, moments.holiday, moments.newYearsEve];
    expect(
      offenders(({ conditions, turn }) => {
        const dial = turn.steps.at(-1);
        if (dial?.do !== 'dial') return false;
        const isClosed = dial.destination === 'call-centre' && closed.includes(conditions.now);
        return isClosed || !conditions.dialsUntried || !conditions.mayTransfer;
      }),
    ).toEqual([]);
  });

  test('every state survives its journey through a webhook’s address', () => {
    let longest = 0;
    for (const state of states.values()) {
      const code = encodeState(state);
      longest = Math.max(longest, code.length);
      expect(code).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(decodeState(code, () => edition.line)).toEqual(state);
    }
    process.stdout.write(`The longest coded state has ${longest} characters.\n`);
  });

  test('the same turn twice gives the same answer', () => {
    for (const { from, input, conditions, turn } of turns.slice(0, 20_000)) {
      expect(JSON.stringify(advance(edition, conditions, from, input))).toBe(JSON.stringify(turn));
    }
  });
});
