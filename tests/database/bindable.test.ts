import { describe, expect, test } from '#jest';
import { toBindable } from '../../src/database/bindable.ts';

describe('Values of statements', () => {
  test.each([
    ['a date', new Date(0)],
    ['a Temporal value', Temporal.Instant.fromEpochMilliseconds(0)],
    ['an object', { a: 1 }],
    ['a list', [1]],
    ['a buffer without a view', new ArrayBuffer(2)],
    ['yes', true],
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['text with a NUL', 'secret\0'],
  ])('%s is refused with a message that names its place, but not the value', (_, value) => {
    expect(() => toBindable(['fine', value])).toThrow(/^Value 2 of the statement is (?!.*secret).*ISO text/);
  });

  test('texts, numbers, whole numbers of any size, bytes and null pass', () => {
    const values = ['', '言伝', 0, -1.5, 2n ** 60n, null, Uint8Array.of(0, 255)];
    expect(toBindable(values)).toEqual(values);
  });

  test('bytes pass as a copy of their own part of a buffer', () => {
    const [bytes] = toBindable([Uint8Array.of(1, 2, 3, 4).subarray(1, 3)]);
    expect(bytes).toMatchObject({ buffer: { byteLength: 2 } });
  });
});
