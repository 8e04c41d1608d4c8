import { beforeAll, describe, expect, test } from '#jest';
import { advance } from '../../src/call/advance.ts';
import type { DisasterNotice } from '../../src/call/disaster.ts';
import type { Conditions, Key } from '../../src/call/input.ts';
import type { State } from '../../src/call/state.ts';
import { decodeState, encodeState } from '../../src/call/state-code.ts';
import type { Saying } from '../../src/call/step.ts';
import { type WalkedTurn, walk } from '../../src/call/walk.ts';
import { at, moments } from '../support/moments.ts';
import { describeTurn, edition, languageOf, rules, sayingsOf, tags } from './walk-rules.ts';

/** A notice that is approved in all languages. */
const warning: DisasterNotice = {
  id: 'w1',
  kind: 'earthquake',
  places: ['aso'],
  actions: ['evacuate', 'away-from-slopes'],
  at: '2026-11-24T09:00',
  languages: edition.line.languages.map(({ tag }) => tag),
};
/** Approved in the announcers' languages and one more. */
const partly: DisasterNotice = { ...warning, id: 'w2', languages: ['ja', 'en', 'ko'] };
/** Approved in no language. */
const nowhere: DisasterNotice = { ...warning, id: 'w3', languages: [] };
const everyCondition: Conditions[] = [
  at(moments.open),
  at(moments.night),
  at(moments.holiday),
  at(moments.newYearsEve),
  at(moments.inTime),
  at(moments.open, { dialsUntried: false }),
  at(moments.open, { mayTransfer: false }),
];
/** In each of these walks, one notice may be switched on or off between any two turns. */
const disasters = [
  [at(moments.open), at(moments.open, { disaster: warning })],
  [at(moments.night), at(moments.night, { disaster: partly })],
  [at(moments.open), at(moments.open, { disaster: nowhere })],
];

function* walkAll(): Generator<WalkedTurn> {
  for (const conditions of [everyCondition, ...disasters]) yield* walk(edition, conditions);
}

describe('Every reachable state × every input, in every language, open, closed, on a holiday and at New Year', () => {
  const states = new Map<string, State>();
  const sayings = new Map<string, Saying>();
  const does = new Set<string>();
  const offenders = new Map<string, string[]>(rules.map(({ title }) => [title, []]));
  let count = 0;

  beforeAll(() => {
    for (const walked of walkAll()) {
      count += 1;
      states.set(JSON.stringify(walked.turn.state), walked.turn.state);
      for (const step of walked.turn.steps) does.add(step.do);
      for (const each of sayingsOf(walked.turn.steps)) {
        sayings.set(`${each.language} ${each.prompt} ${each.key} ${each.at}`, each);
      }
      for (const { title, isBroken } of rules) {
        const found = offenders.get(title) ?? [];
        if (found.length < 3 && isBroken(walked)) found.push(describeTurn(walked));
      }
      if (count % 50 === 0) {
        const again = advance(edition, walked.conditions, walked.from, walked.input);
        if (JSON.stringify(again) !== JSON.stringify(walked.turn))
          throw new Error(`Not the same twice: ${describeTurn(walked)}`);
      }
    }
    process.stdout.write(`Walked ${states.size} states and ${count} turns.\n`);
  }, 120_000);

  test('reaches every screen and every step, in every language, at both speeds', () => {
    const screens = new Set([...states.values()].map(({ screen }) => screen));
    expect([...screens].sort()).toEqual([
      'choose-language',
      'disaster',
      'ended',
      'explanation',
      'number',
      'topics',
      'transfer',
    ]);
    expect([...does].sort()).toEqual(['dial', 'hang-up', 'say', 'wait-for-key']);
    expect(new Set([...states.values()].map(languageOf)).size).toBe(tags.length + 1);
    expect(new Set([...states.values()].map(({ call }) => call.slow)).size).toBe(2);
  });

  test.each(rules.map(({ title }) => title))('%s', (title) => {
    expect(offenders.get(title)).toEqual([]);
  });

  test('has words for everything it says', () => {
    expect(sayings.size).toBeGreaterThan(200);
    for (const saying of sayings.values()) {
      for (const sentence of edition.script([saying]).sentences) {
        expect(sentence.language).toBe(saying.language);
        expect(sentence.segments.length).toBeGreaterThan(0);
      }
    }
  });

  test('accepts every key that it names: none of them counts as a miss', () => {
    const wrong = { kind: 'key', key: '6' } as const;
    const conditions = at(moments.open);
    for (const state of states.values()) {
      if (state.screen === 'ended' || state.screen === 'transfer') continue;
      const missed = advance(edition, conditions, state, wrong);
      for (const { key } of sayingsOf(missed.steps)) {
        if (key === undefined || missed.state.screen !== state.screen) continue;
        const pressed = advance(edition, conditions, missed.state, { kind: 'key', key: key as Key });
        if (pressed.state.call.misses > missed.state.call.misses) {
          throw new Error(`${key} is named but not accepted in ${JSON.stringify(missed.state)}`);
        }
      }
    }
  });

  test('silence and failed dials alone end every call', () => {
    const quiet = { kind: 'silence' } as const;
    const unanswered = { kind: 'dial-ended', outcome: 'no-answer' } as const;
    for (const conditions of [...everyCondition, ...disasters.flat()]) {
      for (const start of states.values()) {
        let state = start;
        for (let turn = 0; turn < 20 && state.screen !== 'ended'; turn += 1) {
          state = advance(edition, conditions, state, state.screen === 'transfer' ? unanswered : quiet).state;
        }
        if (state.screen !== 'ended') throw new Error(`Silence never ends ${JSON.stringify(start)}`);
      }
    }
  }, 60_000);

  test('every state can be encoded into a webhook’s address and decoded again', () => {
    let longest = 0;
    for (const state of states.values()) {
      const code = encodeState(state);
      longest = Math.max(longest, code.length);
      expect(code).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(decodeState(code, () => edition.line)).toEqual(state);
    }
    process.stdout.write(`The longest coded state has ${longest} characters.\n`);
  });
});
