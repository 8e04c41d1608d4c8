import { describe, expect, test } from '#jest';
import { joinNarration } from '../../../src/sound/join-narration.ts';
import { encodeMuLaw, telephoneRate } from '../../../src/sound/mu-law.ts';
import { readMuLawWav } from '../../../src/sound/wav.ts';
import { checkEdges } from '../../../src/speech/measure/check-edges.ts';
import { checkLengths, lengthBounds } from '../../../src/speech/measure/check-lengths.ts';
import { tone } from '../../support/sounds.ts';
import { told } from './made-up.ts';

const where = { language: 'en', prompt: 'again' };
const codes = encodeMuLaw(tone(500, telephoneRate, 1, 0.2).samples);

describe('The edges of a narration', () => {
  test('are as long as the line makes them', () => {
    expect(checkEdges(where, readMuLawWav(joinNarration([{ codes }])))).toEqual([]);
  });

  test.each([
    [300, 200, []],
    [0, 200, ['A-04 warning']],
    [300, 0, ['A-04 warning']],
    [600, 200, ['A-04 warning']],
    [900, 900, ['A-04 error', 'A-04 error']],
  ])('of %d and %d ms', (lead, tail, findings) => {
    const quiet = (milliseconds: number) => new Uint8Array((milliseconds * telephoneRate) / 1000).fill(0xff);
    expect(told(checkEdges(where, Uint8Array.of(...quiet(lead), ...codes, ...quiet(tail))))).toEqual(findings);
  });
});

describe('The parts of a call', () => {
  test.each(Object.entries(lengthBounds))('have a bound: %s', (kind, { warning, error }) => {
    const judge = (seconds: number) =>
      told(checkLengths([{ kind: kind as keyof typeof lengthBounds, language: 'en', prompt: null, seconds }]));
    expect(judge(warning + 0.04)).toEqual([]);
    expect(judge(warning + 0.1)).toEqual(['T-04 warning']);
    expect(judge(error + 0.1)).toEqual(['T-04 error']);
  });
});
