import { describe, expect, test } from '#jest';
import { decodeMuLawWav } from '../../../src/line/browser-phone/page/mu-law.js';

const text = (four: string) => [...four].map((letter) => letter.charCodeAt(0));
const chunk = (name: string, body: readonly number[], size = body.length) => [
  ...text(name),
  ...new Uint8Array(new Uint32Array([size]).buffer),
  ...body,
  ...(body.length % 2 === 1 ? [0] : []),
];
const format = (tag: number, channels = 1) =>
  chunk('fmt ', [...new Uint8Array(new Uint16Array([tag, channels, 0x1f40, 0, 0x1f40, 0, 1, 8]).buffer)]);
const wav = (...chunks: readonly number[][]) =>
  Uint8Array.from([...chunk('RIFF', [...text('WAVE'), ...chunks.flat()])]).buffer;
const decode = (...codes: readonly number[]) => [
  ...decodeMuLawWav(wav(format(7), chunk('data', codes))).samples.map((sample) => sample * 32768),
];

describe('the µ-law decoder of the browser phone', () => {
  test('gives the values of G.711 for silence, the smallest steps and both ends', () => {
    expect(decode(0xff, 0xfe, 0xf0, 0xef, 0x80)).toEqual([0, 8, 120, 132, 32124]);
    expect(decode(0x7f, 0x7e, 0x70, 0x6f, 0x00)).toEqual([0, -8, -120, -132, -32124]);
  });

  test('gives 255 different values, in the order of the codes within one sign', () => {
    const falling = decode(...Array.from({ length: 128 }, (_, index) => 0x80 + index));
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
    expect(new Set(decode(...Array.from({ length: 256 }, (_, index) => index))).size).toBe(255);
  });

  test('reads the sample rate from the file', () => {
    expect(decodeMuLawWav(wav(format(7), chunk('data', [0xff]))).sampleRate).toBe(8000);
  });

  test('skips unknown chunks, including padded ones', () => {
    const file = wav(chunk('LIST', [1, 2, 3]), format(7), chunk('fact', [4, 0, 0, 0]), chunk('data', [0x80]));
    expect(decodeMuLawWav(file).samples).toHaveLength(1);
  });

  test('reads to the end of the file if a chunk claims to be longer', () => {
    expect(decodeMuLawWav(wav(format(7), chunk('data', [0xff, 0xff], 0xffffffff))).samples).toHaveLength(2);
  });

  test.each([
    ['nothing', new ArrayBuffer(0)],
    ['a page of HTML', Uint8Array.from(new TextEncoder().encode('<!doctype html><p>Not here')).buffer],
    ['16-bit PCM', wav(format(1), chunk('data', [0, 0]))],
    ['two channels', wav(format(7, 2), chunk('data', [0, 0]))],
    ['a file without sound', wav(format(7))],
  ])('refuses %s', (_name, file) => {
    expect(() => decodeMuLawWav(file)).toThrow(RangeError);
  });
});
