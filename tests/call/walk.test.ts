import { beforeAll, describe, expect, test } from '#jest';
import { advance } from '../../src/call/advance.ts';
import type { DisasterNotice } from '../../src/call/disaster.ts';
import type { Conditions, Key } from '../../src/call/input.ts';
import type { State } from '../../src/call/state.ts';
import { decodeState, encodeState } from '../../src/call/state-code.ts';
import type { Saying, Step } from '../../src/call/step.ts';
import { type WalkedTurn, walk } from '../../src/call/walk.ts';
import { bundledEdition } from '../support/bundled.ts';
import { at, moments } from '../support/moments.ts';

const edition = bundledEdition();
/** A warning that every language has, and one that only two of the announcers' and one other have. */
const warning: DisasterNotice = {
  id: 'w1',
  kind: 'earthquake',
  places: ['aso'],
  actions: ['evacuate', 'away-from-slopes'],
  at: '2026-11-24T09:00',
  languages: edition.line.languages.map(({ tag }) => tag),
};
const partly: DisasterNotice = { ...warning, id: 'w2', languages: ['ja', 'en', 'ko'] };
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
/** Each warning is switched on in the middle of calls, and off again. */
const disasters = [
  [at(moments.open), at(moments.open, { disaster: warning })],
  [at(moments.night), at(moments.night, { disaster: partly })],
  [at(moments.open), at(moments.open, { disaster: nowhere })],
];

const sayingsOf = (steps: readonly Step[]): readonly Saying[] =>
  steps.flatMap((step) => (step.do === 'say' ? step.sayings : []));
const languageOf = (state: State): string | null => (state.screen === 'choose-language' ? null : state.language);
const describeTurn = ({ from, input, conditions }: WalkedTurn) => JSON.stringify({ from, input, conditions });

interface Rule {
  readonly title: string;
  readonly isBroken: (walked: WalkedTurn) => boolean;
}

const isOfNotice = (prompt: string) => /^disaster(-safety|-time|-more|\.|-place\.|-action\.)/.test(prompt);
/** The chosen language of a state, null before the choice. */
const isForeign = ({ prompt, language }: Saying, spoken: string | null) => {
  if (prompt === 'language-item') return false;
  // A warning that nobody has approved in the caller's language is heard as everybody hears it.
  if (isOfNotice(prompt) && edition.line.announcers.includes(language)) return false;
  return spoken === null ? !edition.line.announcers.includes(language) : language !== spoken;
};
const tags = edition.line.languages.map(({ tag }) => tag);
const closed: readonly string[] = [moments.night, moments.holiday, moments.newYearsEve];
const promptsOf = (steps: readonly Step[]) => sayingsOf(steps).map(({ prompt }) => prompt);
const tellsNumber = (prompts: readonly string[]) => prompts.some((prompt) => prompt.endsWith('.number'));

const rules: readonly Rule[] = [
  {
    title: 'says something and then waits, dials or hangs up: never a bare say, never silence',
    isBroken: ({ turn: { steps } }) => {
      const [first, last] = steps;
      return steps.length !== 2 || first?.do !== 'say' || first.sayings.length === 0 || last?.do === 'say';
    },
  },
  {
    title: 'ends a call exactly when it hangs up',
    isBroken: ({ turn }) => (turn.state.screen === 'ended') !== (turn.steps.at(-1)?.do === 'hang-up'),
  },
  {
    title: 'speaks only the language that was chosen, and only the announcers’ besides the menu before that',
    isBroken: ({ turn }) => sayingsOf(turn.steps).some((saying) => isForeign(saying, languageOf(turn.state))),
  },
  {
    title: 'keeps the language that was chosen until another is chosen',
    isBroken: ({ from, input, turn }) => {
      if (from === null)
        return languageOf(turn.state) !== (input.kind === 'call-started' ? (input.language ?? null) : null);
      if (turn.state.screen === 'choose-language') return false;
      const key = input.kind === 'key' ? input.key : '';
      const chosen = edition.line.languages.find((language) => language.key === key)?.tag ?? null;
      return languageOf(turn.state) !== (from.screen === 'choose-language' ? chosen : languageOf(from));
    },
  },
  {
    title: 'offers every language in its own words, whenever it offers languages at all',
    isBroken: ({ turn }) => {
      if (turn.state.screen !== 'choose-language') return false;
      const items = sayingsOf(turn.steps).filter(({ prompt }) => prompt === 'language-item');
      return items.map(({ language }) => language).join() !== tags.join();
    },
  },
  {
    title: 'says what can be pressed whenever it waits for a key',
    isBroken: ({ turn }) =>
      turn.steps.at(-1)?.do === 'wait-for-key' && !sayingsOf(turn.steps).some(({ key }) => key !== undefined),
  },
  {
    title: 'speaks at the speed the caller chose',
    isBroken: ({ turn }) => turn.steps.some((step) => step.do === 'say' && step.slow !== turn.state.slow),
  },
  {
    title: 'on 0 brings a person, or the reason and the number',
    isBroken: ({ from, input, conditions: { disaster }, turn }) => {
      if (from === null || from.screen === 'ended' || from.screen === 'transfer') return false;
      // A warning that this call has not heard comes first.
      if (disaster !== null && from.heard !== disaster.id) return false;
      if (input.kind !== 'key' || input.key !== '0') return false;
      const said = promptsOf(turn.steps);
      const dials = turn.steps.at(-1)?.do === 'dial' && said.some((prompt) => prompt.endsWith('.transfer'));
      return !dials && !(said.some((prompt) => prompt.startsWith('reason-')) && tellsNumber(said));
    },
  },
  {
    title: 'never ends a call without the number to call, except after a person was reached',
    isBroken: ({ from, input, turn }) => {
      if (turn.state.screen !== 'ended' || from?.screen === 'ended') return false;
      if (input.kind === 'dial-ended' && input.outcome === 'answered') return false;
      const said = promptsOf(turn.steps);
      return !tellsNumber(said) || !said.includes('emergency');
    },
  },
  {
    title: 'dials only in opening hours, and in production only numbers that somebody has tried',
    isBroken: ({ conditions, turn }) => {
      const dial = turn.steps.at(-1);
      if (dial?.do !== 'dial') return false;
      const isClosed = dial.destination === 'call-centre' && closed.includes(conditions.now);
      return isClosed || !conditions.dialsUntried || !conditions.mayTransfer || conditions.disaster !== null;
    },
  },
  {
    title: 'says a notice that is on before anything else, and only words that are approved',
    isBroken: ({ from, input, conditions: { disaster }, turn }) => {
      if (disaster === null || from?.screen === 'ended' || input.kind === 'limit-reached') return false;
      if (input.kind === 'dial-ended' && input.outcome === 'answered') return false;
      const said = sayingsOf(turn.steps);
      const notice = said.filter(({ prompt }) => prompt === 'disaster.earthquake');
      if (notice.some(({ language }) => !disaster.languages.includes(language))) return true;
      if (from !== null && from.heard === disaster.id) return false;
      const wants = languageOf(turn.state) === null || notice.length === 0 ? 'disaster-safety' : 'disaster.earthquake';
      return !said.some(({ prompt }) => prompt === wants) || turn.state.heard !== disaster.id;
    },
  },
  {
    title: 'says no warning twice in one turn',
    isBroken: ({ turn }) => {
      const warnings = sayingsOf(turn.steps).filter(({ prompt }) => isOfNotice(prompt));
      return new Set(warnings.map(({ prompt, language }) => `${language} ${prompt}`)).size < warnings.length;
    },
  },
  {
    title: 'says nothing of disasters on an ordinary day',
    isBroken: ({ from, conditions: { disaster }, turn }) =>
      disaster === null &&
      from?.screen !== 'disaster' &&
      from?.screen !== 'number' &&
      sayingsOf(turn.steps).some(({ prompt }) => prompt.includes('disaster')),
  },
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
    expect(new Set([...states.values()].map(({ slow }) => slow)).size).toBe(2);
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

  test('accepts every key it names: something else happens than for a wrong key', () => {
    const wrong = { kind: 'key', key: '6' } as const;
    const conditions = at(moments.open);
    for (const state of states.values()) {
      if (state.screen === 'ended' || state.screen === 'transfer') continue;
      const missed = advance(edition, conditions, state, wrong);
      for (const { key } of sayingsOf(missed.steps)) {
        if (key === undefined || missed.state.screen !== state.screen) continue;
        const pressed = advance(edition, conditions, missed.state, { kind: 'key', key: key as Key });
        if (pressed.state.callMisses > missed.state.callMisses) {
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
});
