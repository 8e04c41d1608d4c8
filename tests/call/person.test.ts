import { describe, expect, test } from '#jest';
import { advance } from '../../src/call/advance.ts';
import type { Conditions, Input } from '../../src/call/input.ts';
import type { Line } from '../../src/call/line.ts';
import type { State } from '../../src/call/state.ts';
import { at, moments } from '../support/moments.ts';

/** The hours of `desk`. */
const hours = {
  weekly: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }],
  closedOn: [],
  closedEachYear: [],
};
/** A made-up line. Of the three numbers of `desk`, one has been tried. `desk` speaks no Thai. `hall` has no hours. */
const line: Line = {
  timeZone: 'Asia/Tokyo',
  announcers: ['en'],
  languages: [
    { tag: 'en', key: '1', destination: 'desk' },
    { tag: 'ko', key: '2', destination: 'hall' },
    { tag: 'th', key: '3', destination: 'desk' },
  ],
  topics: [{ id: 'one', key: '1', parts: ['one.part'] }],
  destinations: [
    {
      id: 'desk',
      languages: ['en'],
      dials: [
        { number: '+81300000001' },
        { number: '+81300000002', triedOn: '2026-01-01' },
        { number: '+81300000003' },
      ],
      hours,
    },
    { id: 'hall', languages: ['ko'], dials: [{ number: '+81300000004', triedOn: '2026-01-01' }] },
  ],
  defaultDestination: 'desk',
  reviewBy: '2030-01-01',
};
const edition = { id: 'made-up', line };
const key = (digit: '0' | '1' | '2' | '3'): Input => ({ kind: 'key', key: digit });
const ended = (outcome: 'busy' | 'no-answer' | 'failed'): Input => ({ kind: 'dial-ended', outcome });

/** Plays inputs, and returns what was dialled and the final state of the call. */
function play(conditions: Conditions, ...inputs: Input[]) {
  let state: State | null = null;
  const dialled: string[] = [];
  for (const input of [{ kind: 'call-started' } as const, ...inputs]) {
    const turn = advance(edition, conditions, state, input);
    state = turn.state;
    for (const step of turn.steps) if (step.do === 'dial') dialled.push(step.number);
  }
  return { dialled, state };
}
const production = at(moments.open, { dialsUntried: false });

describe('A person', () => {
  test('is called at each number in turn; if nobody answers, the caller hears the number to call', () => {
    const { dialled, state } = play(
      at(moments.open),
      key('1'),
      key('0'),
      ended('busy'),
      ended('no-answer'),
      ended('failed'),
    );
    expect(dialled).toEqual(['+81300000001', '+81300000002', '+81300000003']);
    expect(state).toMatchObject({ screen: 'number', reason: 'not-connected' });
  });

  test('is called in production only at numbers that staff have tried', () => {
    const { dialled, state } = play(production, key('1'), key('0'), ended('busy'));
    expect(dialled).toEqual(['+81300000002']);
    expect(state).toMatchObject({ screen: 'number', reason: 'not-connected' });
  });

  test('at a destination with unknown hours is never dialled in production, but at any time elsewhere', () => {
    expect(play(production, key('2'), key('0'))).toMatchObject({ dialled: [], state: { reason: 'no-transfer' } });
    expect(play(at(moments.night), key('2'), key('0')).dialled).toEqual(['+81300000004']);
  });

  test('who does not speak the caller’s language is not dialled, and the caller hears that', () => {
    expect(play(at(moments.open), key('3'), key('0'))).toMatchObject({ dialled: [], state: { reason: 'language' } });
  });

  test('is not dialled out of hours, nor when no transfer may be made', () => {
    expect(play(at(moments.night), key('1'), key('0'))).toMatchObject({ dialled: [], state: { reason: 'closed' } });
    const capped = at(moments.open, { mayTransfer: false });
    expect(play(capped, key('1'), key('0'))).toMatchObject({ dialled: [], state: { reason: 'no-transfer' } });
  });

  test('is dialled at the default destination while no language is chosen', () => {
    expect(play(at(moments.open), key('0')).dialled).toEqual(['+81300000001']);
  });
});
