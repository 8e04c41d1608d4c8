/** A start tag, with its attributes as they were written. */
export interface XmlTag {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: string;
}

/** Written so that no text, however long or broken, is gone through more than a few times. */
const startTag = /<(?:\w+:)?(\w+)([^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*)>/g;

/** Every start tag of a document that has neither comments nor CDATA, in its order. */
export function* tagsIn(xml: string): Generator<XmlTag> {
  for (const [, name = '', attributes = ''] of xml.matchAll(startTag)) yield { name, attributes };
}

/**
 * The value of an attribute as it was written; undefined when it is not there.
 * @param name with its prefix, if it has one
 */
export function attributeOf({ attributes }: XmlTag, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(` ${attributes}`) ?? [];
  return double ?? single;
}

const tag = /^<[^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*>/;

/**
 * Whether a document is made of whole tags and texts between them, none longer than so many characters. The reader of
 * workbooks goes through a document in small pieces, and never ends when a tag or a text does not.
 */
export function isMadeOfTokens(xml: string, longest: number): boolean {
  let from = 0;
  while (from < xml.length) {
    const length = xml[from] === '<' ? tagLength(xml, from, longest) : textLength(xml, from);
    if (length === 0 || length > longest) return false;
    from += length;
  }
  return true;
}

/** Only as much is looked at as a tag may have: a pattern that runs over millions of characters exhausts the stack. */
const tagLength = (xml: string, from: number, longest: number): number =>
  tag.exec(xml.slice(from, from + longest + 1))?.[0].length ?? 0;

function textLength(xml: string, from: number): number {
  const next = xml.indexOf('<', from);
  return (next < 0 ? xml.length : next) - from;
}
