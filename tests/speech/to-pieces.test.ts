import { expect, test } from '#jest';
import { toPieces } from '../../src/speech/to-pieces.ts';
import type { Segment } from '../../src/words/segment.ts';

const text = (words: string): Segment => ({ kind: 'text', text: words });
const key: Segment = { kind: 'fact', name: 'key', value: { type: 'key', key: '3' } };
const number: Segment = { kind: 'fact', name: 'callCentre', value: { type: 'phone', number: '119' } };

test('Text and facts that are read as words become one piece, so that they have one intonation', () => {
  expect(toPieces('en', [text('For the card, '), text('press '), key, text('.')])).toEqual([
    { kind: 'words', text: 'For the card, press three.', rate: 'normal' },
  ]);
});

test('A reading stays beside the text around it', () => {
  expect(
    toPieces('ja', [text('この '), { kind: 'reading', text: '封筒', reading: 'ふうとう' }, text('を みて ください。')]),
  ).toEqual([
    { kind: 'words', text: 'この ', rate: 'normal' },
    { kind: 'reading', text: '封筒', reading: 'ふうとう' },
    { kind: 'words', text: 'を みて ください。', rate: 'normal' },
  ]);
});

test('A number is a piece of its own, together with the punctuation mark after it', () => {
  expect(toPieces('en', [text('Call '), number, text('. Or '), number, text('.')])).toEqual([
    { kind: 'words', text: 'Call ', rate: 'normal' },
    { kind: 'words', text: 'one one nine.', rate: 'number' },
    { kind: 'words', text: ' Or ', rate: 'normal' },
    { kind: 'words', text: 'one one nine.', rate: 'number' },
  ]);
});

test('A brisk number is part of the words around it, at the normal rate', () => {
  const phone: Segment = { kind: 'fact', name: 'n', value: { type: 'phone', number: '050-11' } };
  expect(toPieces('en', [text('Call '), phone, text('.')], 'brisk')).toEqual([
    { kind: 'words', text: 'Call zero five zero', rate: 'normal' },
    { kind: 'pause', milliseconds: 150 },
    { kind: 'words', text: 'one one.', rate: 'normal' },
  ]);
});

test('An opening bracket after a number belongs to the text in the bracket', () => {
  expect(toPieces('ja', [number, text('（むりょう）です。')]).at(-1)).toEqual({
    kind: 'words',
    text: '（むりょう）です。',
    rate: 'normal',
  });
});

test('Two numbers beside each other are separated by a space', () => {
  expect(toPieces('en', [number, number])).toEqual([
    { kind: 'words', text: 'one one nine one one nine', rate: 'number' },
  ]);
});

test('Nothing becomes nothing', () => {
  expect(toPieces('en', [])).toEqual([]);
  expect(toPieces('en', [text('')])).toEqual([]);
});
