import { describe, expect, test } from '#jest';
import { type XmlLimits, xmlLimits } from '../../../src/office/sheets/limits.ts';
import { scanXml } from '../../../src/office/sheets/scan-xml.ts';

const kindOf = (xml: string, limits: Partial<XmlLimits> = {}) => scanXml(xml, { ...xmlLimits, ...limits }).kind;

/** Documents that break off, never end or repeat themselves, each about as long as requested. */
const shapes: readonly (readonly [what: string, make: (length: number) => string])[] = [
  ['a name that never ends', (length) => `<${'a'.repeat(length)}`],
  ['a name with many colons', (length) => `<${'a:'.repeat(length / 2)}`],
  ['tags that never end', (length) => '<row'.repeat(length / 4)],
  ['a tag of blanks', (length) => `<a${' '.repeat(length)}`],
  ['an attribute that never ends', (length) => `<a b="${'c'.repeat(length)}`],
  ['quotation marks that never end', (length) => '<c r="'.repeat(length / 6)],
  ['attributes without values', (length) => `<a ${'b '.repeat(length / 2)}`],
  ['equals signs', (length) => `<a ${'b='.repeat(length / 2)}`],
  ['many attributes', (length) => `<a ${Array.from({ length: length / 16 }, (_, each) => `b${each}="c"`).join(' ')}>`],
  ['ampersands', (length) => `<a>${'&'.repeat(length)}</a>`],
  ['escapes that never end', (length) => `<a>${'&#1'.repeat(length / 3)}</a>`],
  ['tags inside each other', (length) => '<a>'.repeat(length / 3)],
  ['ends without a beginning', (length) => `<a>${'</b>'.repeat(length / 4)}`],
  ['a text without a tag', (length) => 'a'.repeat(length)],
  ['tags side by side', (length) => `<a>${'<b/>'.repeat(length / 4)}</a>`],
];

describe('Going through a document', () => {
  test.each(shapes)('takes few steps for each character, however long the document is: %s', (_what, make) => {
    // There are no limits, so that only the way of reading keeps the work small.
    const none = { tagCharacters: Infinity, textCharacters: Infinity, depth: Infinity, tags: Infinity };
    for (const length of [12_000, 48_000, 120_000]) {
      const xml = make(length);
      expect(scanXml(xml, none).steps).toBeLessThan(4 * xml.length + 20);
    }
  });

  test.each([
    '<a/>',
    '<a></a>',
    '\uFEFF<?xml version="1.0"?>\r\n<x:a b="1" c=\'"\' >&lt; > &#x3042; "</x:a >\n',
    '<a><b><c d=""/></b><b/></a>',
  ])('accepts a well-formed document: %j', (xml) => expect(kindOf(xml)).toBe('well-formed'));

  test.each([
    '',
    'a',
    '<',
    '<>',
    '<a',
    '<a>',
    '</a>',
    '<a></b>',
    '<a/><b/>',
    '<a/>b',
    '<1a/>',
    '<a b/>',
    '<a b=c/>',
    '<a b="c"d="e"/>',
    '<a b="c" b="d"/>',
    '<a b="<"/>',
    '<a b="&"/>',
    '<a>&nbsp;</a>',
    '<a>&</a>',
    '<!DOCTYPE a><a/>',
    '<a><!-- b --></a>',
    '<a><![CDATA[b]]></a>',
    '<a><?b?></a>',
    '<?xml',
    '<a/ >',
  ])('refuses any other document: %j', (xml) => expect(kindOf(xml)).toBe('malformed'));

  test('stops at each limit, and not before it', () => {
    const tag = (length: number) => `<a b="${'c'.repeat(length - 9)}"/>`;
    expect(kindOf(tag(100), { tagCharacters: 100 })).toBe('well-formed');
    expect(kindOf(tag(200), { tagCharacters: 100 })).toBe('too-large');
    expect(kindOf('<a>bcd</a>', { textCharacters: 3 })).toBe('well-formed');
    expect(kindOf('<a>bcde</a>', { textCharacters: 3 })).toBe('too-large');
    const deep = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect([kindOf(deep(xmlLimits.depth)), kindOf(deep(xmlLimits.depth + 1))]).toEqual(['well-formed', 'too-large']);
    expect(kindOf('<a><b/></a>', { tags: 3 })).toBe('well-formed');
    expect(kindOf('<a><b/><b/></a>', { tags: 3 })).toBe('too-large');
  });

  test('shows every start tag without its prefix, with its attributes and its depth', () => {
    const seen: unknown[] = [];
    scanXml('<x:a y:b="1"><c d="2" e=\'3\'/></x:a>', xmlLimits, ({ name, attributes, depth }) =>
      seen.push([name, Object.fromEntries(attributes), depth]),
    );
    expect(seen).toEqual([
      ['a', { 'y:b': '1' }, 0],
      ['c', { d: '2', e: '3' }, 1],
    ]);
  });
});
