import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import { whyNotDialable } from '../../src/call/dialable.ts';

const emergencies = ['110', '118', '119'];
const services = ['171', '188', '189', '104', '117', '177', '#7119', '#8000', '*67', '911', '112', '147', '116'];

function digits(count: number): fc.Arbitrary<string> {
  return fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((list) => list.join(''));
}

describe('numbers that may be dialled', () => {
  test.each([
    ['a landline in Tokyo', '+81300000000'],
    ['a landline in Kumamoto', '+81960000000'],
    ['a landline in Sapporo, which begins with the digits of 119 and 117', '+81119000000'],
    ['a landline in Sapporo, which begins with the digits of 118', '+81118000000'],
    ['a landline in Akita, which begins with the digits of 188', '+81188000000'],
    ['a landline in Aomori, which begins with the digits of 177', '+81177000000'],
    ['a navigation dial', '+81570000000'],
    ['a toll-free number', '+81120000000'],
    ['a longer toll-free number', '+818000000000'],
    ['an IP telephone', '+815000000000'],
    ['a mobile telephone', '+819000000000'],
  ])('%s passes', (_what, number) => {
    expect(whyNotDialable(number)).toBeNull();
  });
});

describe('numbers that are never dialled', () => {
  test.each(emergencies)('the emergency number %s is refused, with and without the country code', (number) => {
    expect(whyNotDialable(number)).toBe('emergency');
    expect(whyNotDialable(`+81${number}`)).toBe('emergency');
  });

  test.each(services)('the short code %s is refused', (number) => {
    expect(whyNotDialable(number)).toBe('short');
  });

  test.each(services.filter((service) => /^\d/.test(service)))('%s is refused with the country code too', (number) => {
    expect(whyNotDialable(`+81${number}`)).toBe('short');
  });

  test.each(['+81990000000', '+81180000000', '+819900000000', '+81990', '+811800'])(
    'the premium number %s is refused',
    (number) => {
      expect(whyNotDialable(number)).toBe('premium');
    },
  );

  test.each([
    ['the national form', '0570-00-0000'],
    ['the national form without hyphens', '0570000000'],
    ['an emergency number after a trunk zero', '+810110'],
    ['a trunk zero after the country code', '+810570000000'],
    ['the international prefix of Japan', '010810000000000'],
    ['hyphens', '+81-3-0000-0000'],
    ['blanks', '+81 3 0000 0000'],
    ['a line feed at the end', '+81300000000\n'],
    ['full-width digits', '＋８１３００００００００'],
    ['more than fifteen digits', '+8130000000000000'],
    ['digits to press after the answer', '+81300000000,,1'],
    ['a SIP address', 'sip:someone@example.org'],
    ['a Twilio client', 'client:someone'],
    ['a word', 'anonymous'],
    ['nothing', ''],
  ])('%s is not E.164', (_what, number) => {
    expect(whyNotDialable(number)).toBe('not-e164');
  });

  test.each([
    ['the United States', '+15005550000'],
    ['Korea', '+820000000000'],
    ['one digit too many for a landline', '+813000000000'],
    ['two digits too many', '+8190000000000'],
    ['the international prefix after the country code', '+811010000000'],
  ])('%s is not a number in Japan', (_what, number) => {
    expect(whyNotDialable(number)).toBe('not-japan');
  });
});

describe('for any text', () => {
  test('only +81 with nine or ten digits, no leading zero and no premium prefix passes', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'+0123456789#*- ') }),
      fc.integer({ min: 0, max: 12 }).chain((count) => digits(count).map((national) => `+81${national}`)),
    );
    fc.assert(
      fc.property(anything, (number) => {
        if (whyNotDialable(number) === null) {
          expect(number).toMatch(/^\+81(?!990|180)[1-9]\d{8,9}$/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a dialable number is no longer dialable with any text before or after it', () => {
    fc.assert(
      fc.property(digits(7), fc.string({ minLength: 1 }), (rest, extra) => {
        const number = `+8196${rest}`;
        expect(whyNotDialable(number)).toBeNull();
        expect(whyNotDialable(`${extra}${number}`)).not.toBeNull();
        expect(whyNotDialable(`${number}${extra}`)).not.toBeNull();
      }),
    );
  });

  test('no number of six digits or fewer passes, with or without the country code', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }).chain(digits),
        fc.constantFrom('', '#', '*', '+81', '+'),
        (number, prefix) => {
          expect(whyNotDialable(`${prefix}${number}`)).not.toBeNull();
        },
      ),
    );
  });

  test('no country code other than 81 passes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 15 }).chain(digits), (number) => {
        fc.pre(!number.startsWith('81'));
        expect(whyNotDialable(`+${number}`)).not.toBeNull();
      }),
    );
  });
});
