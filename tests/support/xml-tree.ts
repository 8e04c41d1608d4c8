import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  ignoreDeclaration: true,
});

/**
 * Patterns for errors that fast-xml-parser's validator does not find, and for document parts that the line never sends.
 */
const slips: readonly (readonly [RegExp, string])[] = [
  [/^(?!<\?xml |<[A-Za-z])/, 'it does not begin with its declaration or its root element'],
  [/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u, 'it holds a character that XML 1.0 forbids'],
  [
    /&#(?:x0*(?:[0-8bcef]|1[0-9a-f]);|0*(?:[0-8]|1[124-9]|2\d|3[01]);)/i,
    'it refers to a character that XML 1.0 forbids',
  ],
  [/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/, 'an & begins no entity that XML knows'],
  [/<[^<>]*</, 'a tag contains <'],
  [/\]\]>/, 'it holds ]]>'],
  [/<!/, 'it holds a comment, a CDATA section or a document type, which this line never sends'],
];

type Node = Readonly<Record<string, unknown>>;

function toElement(node: Node): XmlElement | string {
  if (typeof node['#text'] === 'string') {
    return node['#text'];
  }
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  const attributes = Object.entries((node[':@'] ?? {}) as Record<string, string>);
  return { name, attributes: new Map(attributes), children: (node[name] as Node[]).map(toElement) };
}

/**
 * Reads a document.
 * @returns the root element, or one sentence that says why the document is not well-formed or not as the line writes it
 */
export function parseXml(xml: string): { root: XmlElement } | { problem: string } {
  const slip = slips.find(([pattern]) => pattern.test(xml));
  if (slip !== undefined) {
    return { problem: `The document is not well-formed, or not as the line writes documents: ${slip[1]}.` };
  }
  const verdict = XMLValidator.validate(xml);
  if (verdict !== true) {
    return { problem: `The document is not well-formed: ${verdict.err.msg}` };
  }
  const roots = (parser.parse(xml) as Node[]).map(toElement).filter((root) => typeof root !== 'string');
  const [root] = roots;
  return root === undefined || roots.length > 1
    ? { problem: `The document is not well-formed: it has ${roots.length} root elements.` }
    : { root };
}

/** The elements directly inside an element, without text. */
export function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** All text inside an element, at any depth. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** An element and all elements inside it. */
export function everyElement(element: XmlElement): XmlElement[] {
  return [element, ...elementsIn(element).flatMap(everyElement)];
}

/** All elements with a certain name in a document; none if the document is not well-formed. */
export function elementsNamed(xml: string, name: string): XmlElement[] {
  const parsed = parseXml(xml);
  return 'root' in parsed ? everyElement(parsed.root).filter((element) => element.name === name) : [];
}
