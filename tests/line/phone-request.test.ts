import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import { everyInput } from '../../src/call/walk.ts';
import {
  longest,
  PhoneRequestError,
  readCallRequest,
  readTurnRequest,
} from '../../src/line/browser-phone/read-phone-request.ts';

const inputs = everyInput.filter(({ kind }) => kind !== 'limit-reached' && kind !== 'call-started');
const right = fc.record(
  {
    state: fc.string({ maxLength: longest.state }),
    count: fc.integer({ min: 0, max: 1000 }),
    input: fc.constantFrom(...inputs),
    at: fc.constantFrom('2026-11-24T10:00', '2026-12-31T23:59:59'),
  },
  { requiredKeys: ['state', 'count', 'input'] },
);

const told = (read: (body: unknown) => unknown, body: unknown): string => {
  try {
    read(body);
  } catch (error) {
    if (error instanceof PhoneRequestError) return error.message;
    throw error;
  }
  return '';
};

describe('What a page sends', () => {
  test('is returned unchanged if it is valid', () => {
    fc.assert(fc.property(right, (body) => expect(readTurnRequest(body)).toEqual(body)));
    for (const body of [{}, { language: 'zh-Hans' }, { at: '2026-11-24T10:00' }]) {
      expect(readCallRequest(body)).toEqual(body);
    }
  });

  test('is refused if one field is wrong, and the message names the field', () => {
    const wrong = fc.oneof(
      fc.tuple(fc.constant('state'), fc.constantFrom(7, null, undefined, 'x'.repeat(longest.state + 1))),
      fc.tuple(fc.constant('count'), fc.constantFrom(-1, 1001, 1.5, '1', null, Number.NaN)),
      fc.tuple(
        fc.constant('input'),
        fc.constantFrom(
          ...[
            null,
            'key',
            [],
            { kind: 'sing' },
            { kind: 'key' },
            { kind: 'key', key: 'A' },
            { kind: 'key', key: ['1'] },
          ],
          ...[{ kind: 'silence', key: '1' }, { kind: 'dial-ended', outcome: 'no' }, { kind: '__proto__' }],
        ),
      ),
      fc.tuple(fc.constant('at'), fc.constantFrom('tomorrow', '2026-02-30T10:00', 7, null)),
      fc.tuple(fc.constantFrom('from', 'constructor'), fc.anything()),
    );
    fc.assert(
      fc.property(right, wrong, (body, [field, value]) => {
        expect(told(readTurnRequest, { ...body, [field]: value })).toContain(`${field}`);
      }),
    );
  });

  test('if refused, is always refused with a sentence', () => {
    const all = (body: unknown) => [told(readTurnRequest, body), told(readCallRequest, body)];
    fc.assert(
      fc.property(fc.anything(), (body) => {
        for (const sentence of all(body).filter(Boolean)) expect(sentence).toMatch(/^This request is invalid: .+\.$/);
      }),
    );
    expect(told(readTurnRequest, JSON.parse('{"__proto__":{"state":"x"}}'))).toContain(
      '__proto__: there is no such field',
    );
  });
});
