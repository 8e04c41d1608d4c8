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

const token = /<[^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*>|[^<]+/gy;

/**
 * Whether a document is made of whole tags and texts between them, none longer than so many characters. The reader of
 * workbooks goes through a document in small pieces, and never ends when a tag or a text does not.
 */
export function isMadeOfTokens(xml: string, longest: number): boolean {
  token.lastIndex = 0;
  while (token.lastIndex < xml.length) {
    const from = token.lastIndex;
    if (!token.test(xml) || token.lastIndex - from > longest) return false;
  }
  return true;
}
