import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import { decodeMuLaw } from '../../src/sound/mu-law.ts';
import { AudioFileError, createMuLawWav, readMuLawWav, readPcmWav, writeMuLawWav } from '../../src/sound/wav.ts';
import { rewrittenBy, soxStats } from '../support/independent-audio.ts';
import { testWith } from '../support/programs.ts';

const codes = Uint8Array.from({ length: 801 }, (_, i) => (i * 7) % 256);

/** Builds a WAV file from chunks, independently of the code under test. */
function riff(...chunks: readonly (readonly [name: string, content: readonly number[]])[]): Uint8Array {
  const body = chunks.flatMap(([name, content]) => [
    ...Buffer.from(name),
    ...littleEndian(content.length, 4),
    ...content,
    ...(content.length % 2 ? [0] : []),
  ]);
  return Uint8Array.from([
    ...Buffer.from('RIFF'),
    ...littleEndian(body.length + 4, 4),
    ...Buffer.from('WAVE'),
    ...body,
  ]);
}

function littleEndian(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, i) => (value >> (8 * i)) & 0xff);
}

function format(tag: number, channels: number, rate: number, bits: number): [string, number[]] {
  const block = (channels * bits) / 8;
  const fields = [littleEndian(tag, 2), littleEndian(channels, 2), littleEndian(rate, 4)];
  return ['fmt ', [...fields, littleEndian(rate * block, 4), littleEndian(block, 2), littleEndian(bits, 2)].flat()];
}

describe('writing a µ-law WAV file', () => {
  test('puts the fields where players look for them', () => {
    const file = writeMuLawWav(Uint8Array.of(1, 2, 3, 4));
    const hex = Buffer.from(file).toString('hex');
    expect(hex).toBe(
      '52494646' +
        '36000000' +
        '57415645' + // RIFF, 54 bytes to come, WAVE
        '666d7420' +
        '12000000' +
        '0700' +
        '0100' +
        '401f0000' +
        '401f0000' +
        '0100' +
        '0800' +
        '0000' +
        '66616374' +
        '04000000' +
        '04000000' +
        '64617461' +
        '04000000' +
        '01020304',
    );
  });

  test('can be undone by reading, for any number of samples', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (some) => {
        const file = writeMuLawWav(some);
        expect(file).toHaveLength(58 + some.length + (some.length % 2));
        expect(readMuLawWav(file)).toEqual(some);
      }),
    );
  });

  test('begins with silence that can be filled', () => {
    const { file, codes: place } = createMuLawWav(5);
    place.set([9], 2);
    expect([...readMuLawWav(file)]).toEqual([255, 255, 9, 255, 255]);
  });

  testWith('sox', 'makes a file that sox reads as µ-law at 8000 Hz, sample for sample', () => {
    const theirs = readPcmWav(rewrittenBy('sox', writeMuLawWav(codes), ['-e', 'signed-integer', '-b', '16']));
    expect(theirs.sampleRate).toBe(8000);
    expect(theirs.samples).toEqual(decodeMuLaw(codes).map((sample) => sample + 0));
    expect(soxStats(writeMuLawWav(codes)).get('Length s')).toBeCloseTo(801 / 8000, 3);
  });
});

describe('reading a WAV file', () => {
  test('finds the samples among other chunks, without copying them', () => {
    const file = riff(['LIST', [1, 2, 3]], format(7, 1, 8000, 8), ['junk', []], ['data', [5, 6, 7]], ['id3 ', [0]]);
    const found = readMuLawWav(file);
    expect([...found]).toEqual([5, 6, 7]);
    expect(found.buffer).toBe(file.buffer);
  });

  test('reads a file that lies in the middle of other memory', () => {
    const memory = new Uint8Array(200);
    const file = writeMuLawWav(Uint8Array.of(1, 2, 3));
    memory.set(file, 33);
    expect([...readMuLawWav(memory.subarray(33, 33 + file.length))]).toEqual([1, 2, 3]);
  });

  test('accepts a missing padding byte at the very end, which some programs leave out', () => {
    const file = writeMuLawWav(Uint8Array.of(1, 2, 3));
    expect([...readMuLawWav(file.subarray(0, -1))]).toEqual([1, 2, 3]);
  });

  test('reads 16-bit samples of any rate as numbers between -1 and 1', () => {
    const file = riff(format(1, 1, 24000, 16), ['data', [0, 0x80, 0xff, 0x7f, 0, 0, 0, 0x40]]);
    expect(readPcmWav(file)).toEqual({ sampleRate: 24000, samples: Float32Array.of(-1, 32767 / 32768, 0, 0.5) });
  });

  for (const tool of ['sox', 'ffmpeg'] as const) {
    testWith(tool, `understands what ${tool} writes`, () => {
      const [law, linear] =
        tool === 'sox'
          ? [
              ['-e', 'mu-law'],
              ['-e', 'signed-integer', '-b', '16', '-r', '8000'],
            ]
          : [
              ['-c:a', 'pcm_mulaw'],
              ['-c:a', 'pcm_s16le'],
            ];
      const positive = codes.map((code) => (code === 0x7f ? 0xff : code));
      expect(readMuLawWav(rewrittenBy(tool, writeMuLawWav(positive), law))).toEqual(positive);
      expect(readPcmWav(rewrittenBy(tool, writeMuLawWav(positive), linear)).samples).toEqual(decodeMuLaw(positive));
    });
  }
});

describe('refusing a WAV file', () => {
  const good = writeMuLawWav(codes);
  const refusals: readonly (readonly [why: string, bytes: Uint8Array, message: RegExp])[] = [
    ['has no bytes', new Uint8Array(), /empty: it has no bytes/],
    ['is an MP3', Uint8Array.from({ length: 99 }, (_, i) => (i === 0 ? 0xff : 0xfb)), /not a WAV file/],
    ['has no format', riff(['data', [1, 2]]), /does not say which format/],
    ['has only the beginning of a format', riff(['fmt ', [7, 0]], ['data', [1, 2]]), /does not say which format/],
    ['is A-law', riff(format(6, 1, 8000, 8), ['data', [1, 2]]), /should be format 7.* but is format 6/],
    ['has 16000 Hz', riff(format(7, 1, 16000, 8), ['data', [1, 2]]), /8000 Hz, but is .*16000 Hz/],
    ['is stereo', riff(format(7, 2, 8000, 8), ['data', [1, 2]]), /1 channel,.* but is .*2 channel/],
    ['has no data', riff(format(7, 1, 8000, 8)), /no "data" chunk/],
    ['has empty data', riff(format(7, 1, 8000, 8), ['data', []]), /empty: its "data" chunk/],
    ['ends early', good.subarray(0, 400), /truncated: its "data" chunk should hold 801 bytes, but 342/],
    ['has too many bytes', Uint8Array.from([...good, 1, 2, 3]), /sizes in the audio file do not agree/],
    [
      'counts another number of samples',
      riff(format(7, 1, 8000, 8), ['fact', [9, 0, 0, 0]], ['data', [1, 2]]),
      /"fact" chunk counts 9/,
    ],
    [
      'contradicts itself about bytes per second',
      riff(['fmt ', [...format(7, 1, 8000, 8)[1]].with(8, 0)], ['data', [1, 2]]),
      /bytes per second do not follow/,
    ],
  ];
  test.each(refusals)('that %s: the error says so', (_why, bytes, message) => {
    expect(() => readMuLawWav(bytes)).toThrow(AudioFileError);
    expect(() => readMuLawWav(bytes)).toThrow(message);
  });

  test('of linear samples: the error says that it is µ-law, or has other bits, no rate or half a sample', () => {
    expect(() => readPcmWav(good)).toThrow(/should be format 1, 1 channel, 16 bit, any Hz, but is format 7/);
    expect(() => readPcmWav(riff(format(1, 1, 8000, 24), ['data', [1, 2, 3]]))).toThrow(/24 bit/);
    expect(() => readPcmWav(riff(format(1, 1, 0, 16), ['data', [1, 2]]))).toThrow(/0 Hz/);
    expect(() => readPcmWav(riff(format(1, 1, 8000, 16), ['data', [1, 2, 3]]))).toThrow(
      /whole number of 16-bit samples/,
    );
  });

  test('happens wherever the file is cut off', () => {
    for (let length = 0; length < good.length - 1; length++) {
      expect(() => readMuLawWav(good.subarray(0, length))).toThrow(AudioFileError);
    }
  });

  test('is the only alternative to reading it, whatever bytes are changed', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(57), fc.nat(255), (i, a, j, b) => {
        const damaged = good.with(i, a).with(j, b);
        try {
          expect(readMuLawWav(damaged).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(AudioFileError);
        }
      }),
    );
  });
});
