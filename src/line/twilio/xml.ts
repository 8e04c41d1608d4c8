/** XML's own marks, and what XML 1.0 forbids or a parser would change: https://www.w3.org/TR/xml/#charsets */
const special = /[&<>"'\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // Parsers turn a bare carriage return into a line feed, and all three into blanks inside an attribute.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * Writes any text so that it can stand in an element or an attribute, and be read back the same. Control characters,
 * lone surrogates and the non-characters U+FFFE and U+FFFF are dropped: most of them XML 1.0 cannot carry at all, a
 * document with one is refused whole, and none of them can be heard.
 */
export function escapeXml(text: string): string {
  return text.replace(special, (character) => replacements[character] ?? '');
}
