import fc from 'fast-check';
import { expect, test } from '#jest';
import { joinNarration } from '../../src/sound/join-narration.ts';
import { splitNarration } from '../../src/sound/split-narration.ts';
import { AudioFileError } from '../../src/sound/wav.ts';

const sound = fc.uint8Array({ minLength: 1, maxLength: 300 });
const pause = fc.integer({ min: 0, max: 300 });

test('A narration is split into exactly the sentences from which it was joined', () => {
  const parts = fc
    .array(fc.tuple(fc.array(pause, { maxLength: 2 }), sound), { minLength: 1, maxLength: 6 })
    .map((some) => some.flatMap(([pauses, codes]) => [...pauses.map((each) => ({ pause: each })), { codes }]));
  fc.assert(
    fc.property(parts, fc.array(pause, { maxLength: 1 }), pause, (before, after, lead) => {
      const all = [...before, ...after.map((each) => ({ pause: each }))];
      const shape = all.map((part) => ('pause' in part ? part.pause : null));
      const sentences = all.flatMap((part) => ('codes' in part ? [[...part.codes]] : []));
      expect(splitNarration(joinNarration(all, lead), shape, lead)?.map((codes) => [...codes])).toEqual(sentences);
    }),
  );
});

test('A sound that does not have the given shape is not split', () => {
  const codes = (length: number, code: number) => ({ codes: new Uint8Array(length).fill(code) });
  const wav = joinNarration([codes(400, 1), { pause: 50 }, codes(400, 2)]);
  expect(splitNarration(wav, [null, 50, null], 300)).toHaveLength(2);
  for (const shape of [[null], [null, 60, null], [50, null, null], [null, null, null]]) {
    expect([shape, splitNarration(wav, shape, 300)]).toEqual([shape, null]);
  }
  expect(splitNarration(wav, [null, 50, null], 310)).toBeNull();
  // Cue points must be checked, because the seal does not cover them. Here, one is moved.
  const moved = Buffer.from(wav);
  const cue = moved.indexOf('cue ');
  moved.writeUInt32LE(moved.readUInt32LE(cue + 12 + 24 + 20) - 80, cue + 12 + 24 + 20);
  expect(splitNarration(moved, [null, 50, null], 300)).toBeNull();
  moved.writeUInt32LE(0xffff_ffff, cue + 12 + 24 + 20);
  expect(splitNarration(moved, [null, 50, null], 300)).toBeNull();
  expect(() => splitNarration(Uint8Array.of(1, 2), [null], 300)).toThrow(AudioFileError);
});
