import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import { joinNarration, narrationShape } from '../../src/sound/join-narration.ts';
import { silenceCode } from '../../src/sound/mu-law.ts';
import { readMuLawWav } from '../../src/sound/wav.ts';
import { soxStats } from '../support/independent-audio.ts';
import { testWith } from '../support/programs.ts';

const quiet = (milliseconds: number) => new Array<number>(milliseconds * 8).fill(silenceCode);

describe('a narration', () => {
  test('is silence, the sentences with their pauses, and silence', () => {
    const wav = joinNarration([{ codes: Uint8Array.of(1, 2, 3) }, { pause: 10 }, { codes: Uint8Array.of(4) }]);
    expect([...readMuLawWav(wav)]).toEqual([...quiet(300), 1, 2, 3, ...quiet(10), 4, ...quiet(200)]);
    expect(narrationShape).toEqual({ lead: { afterConnecting: 300, following: 60 }, tail: 200 });
  });

  test('begins with the given silence', () => {
    const wav = joinNarration([{ codes: Uint8Array.of(1, 2, 3) }], narrationShape.lead.following);
    expect([...readMuLawWav(wav)]).toEqual([...quiet(60), 1, 2, 3, ...quiet(200)]);
  });

  test('lasts as long as its parts together', () => {
    const parts = fc.array(
      fc.oneof(
        fc.record({ pause: fc.integer({ min: 0, max: 2000 }) }),
        fc.record({ codes: fc.uint8Array({ minLength: 1, maxLength: 500 }) }),
      ),
    );
    fc.assert(
      fc.property(parts, (some) => {
        const all = [...some, { codes: Uint8Array.of(7) }];
        const lengths = all.map((part) => ('codes' in part ? part.codes.length / 8000 : part.pause / 1000));
        const expected = lengths.reduce((sum, length) => sum + length, 0.5);
        expect(readMuLawWav(joinNarration(all)).length / 8000).toBeCloseTo(expected, 9);
      }),
    );
  });

  test('rounds a pause to whole samples', () => {
    expect(readMuLawWav(joinNarration([{ codes: Uint8Array.of(1) }, { pause: 0.2 }]))).toHaveLength(0.5 * 8000 + 3);
  });

  test('that consists only of pauses is refused, because callers would hear a dead line', () => {
    for (const parts of [[], [{ pause: 500 }], [{ codes: new Uint8Array() }]]) {
      expect(() => joinNarration(parts)).toThrow(/at least one spoken sentence/);
    }
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a pause of %p milliseconds', (pause) => {
    expect(() => joinNarration([{ codes: Uint8Array.of(1) }, { pause }])).toThrow(RangeError);
  });

  testWith('sox', 'has the length that sox measures', () => {
    const codes = new Uint8Array(8000).fill(0x90);
    expect(soxStats(joinNarration([{ codes }, { pause: 700 }, { codes }])).get('Length s')).toBeCloseTo(3.2, 3);
  });
});
