import { describe, expect, test } from '#jest';
import { advance } from '../../../src/call/advance.ts';
import type { Input } from '../../../src/call/input.ts';
import type { State } from '../../../src/call/state.ts';
import { decodePath, encodePath } from '../../../src/office/rehearsal/path-code.ts';
import { pathOf } from '../../../src/office/rehearsal/rehearse.ts';
import { conditionsIn } from '../../../src/office/rehearsal/situation.ts';
import { callBy, fixtureEdition, screensOf, tuesday } from '../../support/small-rehearsal.ts';

const saidIn = ({ turns }: ReturnType<typeof callBy>) => turns.at(-1)?.said.sayings.map(({ prompt }) => prompt) ?? [];

describe('A path', () => {
  test('is one sign for each input, and reads back as it was', () => {
    const signs = '0123456789thsabnf';
    const path = decodePath(signs) ?? [];
    expect(path).toHaveLength(signs.length);
    expect(encodePath(path)).toBe(signs);
    expect(path.slice(10, 13)).toEqual([{ kind: 'key', key: '*' }, { kind: 'key', key: '#' }, { kind: 'silence' }]);
  });

  test.each(['x', '1 2', '１', '1'.repeat(81)])('cannot be decoded from %j', (text) => {
    expect(decodePath(text)).toBeNull();
  });
});

describe('A rehearsed call', () => {
  test('takes exactly the course of the dialogue', () => {
    const edition = fixtureEdition();
    const inputs: Input[] = [{ kind: 'call-started' }, ...(decodePath('11s9708h2') ?? [])];
    let state: State | null = null;
    const states = inputs.map((input) => {
      state = advance(edition, conditionsIn(edition.line, tuesday), state, input).state;
      return state;
    });
    expect(callBy('11s9708h2').turns.map((turn) => turn.state)).toEqual(states);
  });

  test('finds the office open on a Tuesday, and closed on a Sunday or if the day is treated as a holiday', () => {
    expect(screensOf(callBy('10'))).toEqual(['choose-language', 'topics', 'transfer']);
    const holiday = callBy('10', { holiday: 'yes' });
    expect(screensOf(holiday)).toEqual(['choose-language', 'topics', 'number']);
    expect(saidIn(holiday)).toContain('reason-closed');
    expect(screensOf(callBy('10', { at: '2026-11-22T10:00' }))).toEqual(['choose-language', 'topics', 'number']);
  });

  test('on a real holiday reaches somebody if the day is treated as an ordinary one', () => {
    const edition = fixtureEdition([
      'line.yaml',
      'closed:\n      eachYear',
      'closed:\n      holidays: japan\n      eachYear',
    ]);
    const day = { at: '2026-11-23T10:00' } as const;
    expect(screensOf(callBy('10', day, edition)).at(-1)).toBe('number');
    expect(screensOf(callBy('10', { ...day, holiday: 'no' }, edition)).at(-1)).toBe('transfer');
  });

  test('to a language’s own number begins in that language', () => {
    const { turns } = callBy('', { language: 'zh-Hans' });
    expect(turns[0]?.state).toMatchObject({ screen: 'topics', language: 'zh-Hans' });
  });

  test('says the number if transfers are used up, or if untried numbers are not dialled', () => {
    const untried = fixtureEdition(['line.yaml', '        triedOn: "2026-01-01"\n', '']);
    expect(saidIn(callBy('10', { mayTransfer: false }))).toContain('reason-no-transfer');
    expect(saidIn(callBy('10', { dialsUntried: false }, untried))).toContain('reason-no-transfer');
    expect(screensOf(callBy('10', {}, untried)).at(-1)).toBe('transfer');
  });

  test('gives every transfer the chosen outcome, and adds it to the path', () => {
    const busy = callBy('10', {}, fixtureEdition(), 'busy');
    expect(screensOf(busy)).toEqual(['choose-language', 'topics', 'transfer', 'number']);
    expect(saidIn(busy)).toContain('reason-not-connected');
    expect(pathOf(busy.turns)).toBe('10b');
    expect(screensOf(callBy('10', {}, fixtureEdition(), 'answered')).at(-1)).toBe('ended');
  });

  test('is over when the line hangs up, whatever was pressed afterwards', () => {
    const { turns } = callBy('10a111');
    expect(turns.at(-1)?.ending).toEqual({ do: 'hang-up' });
    expect(pathOf(turns)).toBe('10a');
  });

  test('ends by the limit after eighty turns, as every call', () => {
    const { turns } = callBy(`1${'19'.repeat(39)}1`);
    expect(turns.at(-1)?.said.sayings.map(({ prompt }) => prompt)).toContain('limit');
  });

  test('stops at missing words, and keeps what was heard before', () => {
    const { turns, isBroken } = callBy('12', {}, fixtureEdition(['en.yaml', 'place.where:', 'place.elsewhere:']));
    expect(isBroken).toBe(true);
    expect(turns).toHaveLength(2);
  });
});
