import fc from 'fast-check';
import { expect, test } from '#jest';
import { decodeState, encodeState } from '../../src/call/state-code.ts';
import { bundledEdition } from '../support/bundled.ts';

const { line } = bundledEdition();
const decode = (code: string) => decodeState(code, () => line);
const coded = (fields: unknown) => Buffer.from(JSON.stringify(fields)).toString('base64url');
const fine = {
  screen: 'explanation',
  call: { edition: 'abc', misses: 1, slow: true, heard: null },
  language: 'ko',
  misses: 1,
  topic: 'keep',
  part: 0,
} as const;

test('a decoded state equals the one that was encoded', () => {
  expect(decode(encodeState(fine))).toEqual(fine);
  const warned = { ...fine, call: { ...fine.call, heard: 'm3x' } };
  expect(decode(encodeState(warned))).toEqual(warned);
  const common = { call: fine.call, misses: 0, part: 1 };
  const told = { ...common, screen: 'number', language: null, reason: 'silence', ends: true } as const;
  expect(decode(encodeState(told))).toEqual(told);
  const noticed = { ...common, screen: 'disaster', language: 'ko', safety: 'after' } as const;
  expect(decode(encodeState(noticed))).toEqual(noticed);
  // Written by the previous version, for a call that is still in progress.
  const before = coded([4, 'abc', 0, 0, 'm3x', 'disaster', 'en', 0, 0, 'no']);
  expect(decode(before)).toMatchObject({ screen: 'disaster', language: 'en', safety: 'after' });
});

test.each([
  ['nothing', ''],
  ['text that is not base64', '%%%'],
  ['base64 of text that is not JSON', Buffer.from('{').toString('base64url')],
  ['bytes that are not text', Buffer.from([0xff, 0xfe]).toString('base64url')],
  ['JSON that is not a list', coded({ screen: 'topics' })],
  ['another version', coded([1, 'abc', 0, 'topics', 'en', 0])],
  ['an unknown speed', coded([4, 'abc', 0, 2, 0, 'topics', 'en', 0])],
  ['an unknown screen', coded([4, 'abc', 0, 0, 0, 'attic', 'en', 0])],
  ['a language the line does not have', coded([4, 'abc', 0, 0, 0, 'topics', 'xx', 0])],
  ['no language where one is needed', coded([4, 'abc', 0, 0, 0, 'topics', null, 0])],
  ['a topic the line does not have', coded([4, 'abc', 0, 0, 0, 'explanation', 'en', 0, 'attic', 0])],
  ['a part the topic does not have', coded([4, 'abc', 0, 0, 0, 'explanation', 'en', 0, 'keep', 99])],
  ['a negative count', coded([4, 'abc', -1, 0, 0, 'topics', 'en', 0])],
  ['a count of another type', coded([4, 'abc', '0', 0, 0, 'topics', 'en', 0])],
  ['a notice that is not text', coded([4, 'abc', 0, 0, 7, 'topics', 'en', 0])],
  ['an unknown reason', coded([4, 'abc', 0, 0, 0, 'number', 'en', 0, 'bored', 0, false])],
  ['a number without its part', coded([4, 'abc', 0, 0, 0, 'number', 'en', 0, 'closed'])],
  ['a number that does not say whether the call ends', coded([4, 'abc', 0, 0, 0, 'number', null, 0, 'closed', 0, 1])],
  ['a number in a language the line does not have', coded([4, 'abc', 0, 0, 0, 'number', 'xx', 0, 'closed', 0, false])],
  ['a notice with an unknown safety timing', coded([4, 'abc', 0, 0, 'm3x', 'disaster', 'en', 0, 0, true])],
  ['a notice without its part', coded([4, 'abc', 0, 0, 'm3x', 'disaster', 'en', 0])],
  ['an edition that is not text', coded([4, {}, 0, 0, 0, 'topics', 'en', 0])],
  ['a transfer without its attempt and its last resort', coded([4, 'abc', 0, 0, 0, 'transfer', 'en', 0])],
])('%s is not a state', (_what, code) => {
  expect(decode(code)).toBeNull();
});

test('decoding any input returns null or a state that can be encoded again', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.base64String(),
    fc.json().map((json) => Buffer.from(json).toString('base64url')),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(4, 'abc', 'topics', 'en', 'keep', 'explanation', 'transfer', null, true),
          fc.anything(),
        ),
      )
      .map((fields) => coded(fields)),
  );
  fc.assert(
    fc.property(anything, (code) => {
      const state = decode(code);
      if (state) expect(decode(encodeState(state))).toEqual(state);
    }),
    { numRuns: 2000 },
  );
});
