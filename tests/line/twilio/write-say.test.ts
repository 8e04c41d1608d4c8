import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import type { SaidPart } from '../../../src/edition/edition-file.ts';
import { writeSay } from '../../../src/line/twilio/write-twiml.ts';
import { checkCallRules, checkTwiml } from '../../support/twiml-schema.ts';
import { elementsNamed, textOf, type XmlElement } from '../../support/xml-tree.ts';

function write(parts: readonly SaidPart[]): string {
  const says = writeSay({ voice: 'Google.ja-JP-Neural2-B', language: 'ja-JP', parts });
  return `<Response>${says}<Hangup/></Response>`;
}

describe('a short sentence', () => {
  test('is one Say, with pauses in whole milliseconds', () => {
    expect(write([{ text: 'はい' }, { pause: 399.6 }, { text: '数', reading: 'かず' }])).toBe(
      '<Response><Say voice="Google.ja-JP-Neural2-B" language="ja-JP">はい<break time="400ms"/>' +
        '<sub alias="かず">数</sub></Say><Hangup/></Response>',
    );
  });

  test('without a word or a pause is not written at all', () => {
    expect(write([])).toBe('<Response><Hangup/></Response>');
    expect(write([{ text: ' ' }, { text: '\u0001' }])).toBe('<Response><Hangup/></Response>');
  });
});

describe('long texts', () => {
  const encoded = (element: XmlElement) => encodeURIComponent(textOf(element)).length;

  test('a sentence too long for one Say is split between its parts, and no part is lost', () => {
    const parts = Array.from({ length: 12 }, (_, index) => ({ text: `${index}${'案内'.repeat(50)}。` }));
    const says = elementsNamed(write(parts), 'Say');

    expect(says.map((element) => /^\d+/.exec(textOf(element))?.[0])).toEqual(['0', '4', '8']);
    expect(says.map(textOf).join('')).toBe(parts.map((part) => part.text).join(''));
    expect(Math.max(...says.map(encoded))).toBeLessThanOrEqual(4500);
  });

  test('a single part too long for one Say is cut after a sentence', () => {
    const text = '手続きは簡単です。'.repeat(100);
    const says = elementsNamed(write([{ text }]), 'Say');

    expect(says.map(textOf).join('')).toBe(text);
    expect(says.every((element) => textOf(element).endsWith('。'))).toBe(true);
  });

  test('a reading too long for one Say is spoken in its place', () => {
    const reading = 'ながい'.repeat(300);
    const says = elementsNamed(write([{ text: '長', reading }]), 'Say');

    expect(says.map(textOf).join('')).toBe(reading);
  });

  test('no mixture of parts makes a Say too long, and no text is lost', () => {
    const words = fc.string({ unit: fc.constantFrom('あ', 'é', 'x', '。', '&', '🏠', "'"), maxLength: 900 });
    const part = fc.oneof(
      words.map((text) => ({ text })),
      fc.record({ text: fc.constant('字'), reading: fc.string({ unit: fc.constantFrom('じ'), maxLength: 20 }) }),
      fc.record({ pause: fc.integer({ min: 0, max: 5000 }) }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const xml = write(parts);
        expect(checkTwiml(xml)).toEqual([]);
        expect(checkCallRules(xml)).toEqual([]);
        const heard = elementsNamed(xml, 'Say').map(textOf).join('');
        expect(heard).toBe(parts.map((one) => ('text' in one ? one.text : '')).join(''));
      }),
      { numRuns: 60 },
    );
  });
});
