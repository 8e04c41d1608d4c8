import type { XmlLimits } from './limits.ts';
import { XmlCursor } from './xml-cursor.ts';

/** A start tag, or the tag of an empty element. */
export interface XmlTag {
  /** The name without its prefix. */
  readonly name: string;
  /** The values of the attributes, by their names with prefixes. Escapes in the values are not resolved. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Number of enclosing elements. */
  readonly depth: number;
}

/** The result of scanning a document. */
export interface XmlScan {
  readonly kind: 'well-formed' | 'malformed' | 'too-large';
  /** Number of characters examined, which is never more than a few times the length of the document. */
  readonly steps: number;
}

const blank = /^[\s\uFEFF]*$/;
const wrongEscape = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\dA-Fa-f]{1,6});)/;
const properName = /^[\p{L}_][\p{L}\p{M}\p{N}_.:-]*$/u;

/**
 * Scans an XML document once, from beginning to end, and checks whether it is well-formed. Comments, CDATA, document
 * types and processing instructions count as malformed. Spreadsheet programs write none of these, and they could hide
 * something. The scan stops as soon as a limit is exceeded.
 * @param see called with every start tag and every empty element, in order, before the rest of the document is checked
 */
export function scanXml(xml: string, limits: XmlLimits, see: (tag: XmlTag) => void = () => {}): XmlScan {
  const cursor = new XmlCursor(xml);
  const open: string[] = [];
  const ended = (kind: XmlScan['kind']): XmlScan => ({ kind, steps: cursor.steps });
  let tags = 0;
  let hasRoot = false;
  cursor.skip('\uFEFF');
  if (cursor.skip('<?xml ') && !cursor.passAfter('?>', limits.tagCharacters)) return ended('malformed');
  for (;;) {
    const text = cursor.textBefore('<');
    if (text.length > limits.textCharacters) return ended('too-large');
    if (open.length === 0 ? !blank.test(text) : wrongEscape.test(text)) return ended('malformed');
    if (cursor.isAtEnd) return ended(hasRoot && open.length === 0 ? 'well-formed' : 'malformed');
    const tag = cursor.readTag(limits.tagCharacters);
    if (typeof tag === 'string') return ended(tag);
    tags += 1;
    if (tags > limits.tags) return ended('too-large');
    if (tag.kind === 'end') {
      if (open.pop() !== tag.name) return ended('malformed');
      continue;
    }
    if (!properName.test(tag.name) || (open.length === 0 && hasRoot)) return ended('malformed');
    for (const [name, value] of tag.attributes) {
      if (!properName.test(name) || wrongEscape.test(value)) return ended('malformed');
    }
    hasRoot = true;
    see({ name: tag.name.replace(/^.*:/, ''), attributes: tag.attributes, depth: open.length });
    if (tag.kind === 'start') open.push(tag.name);
    if (open.length > limits.depth) return ended('too-large');
  }
}
