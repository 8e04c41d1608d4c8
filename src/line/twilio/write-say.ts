import type { SaidPart } from '../../edition/edition-file.ts';

/** XML's own marks, and what XML 1.0 forbids or a parser would change: https://www.w3.org/TR/xml/#charsets */
const special = /[&<>"'\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** More than ASCII that stands for itself, but for ampersands. */
const isUnusual = /[^\x20-\x7e]|[<>"']/;

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
  // Nearly always an address of ours, in every answer: then there is nothing but ampersands.
  if (!isUnusual.test(text)) return text.replaceAll('&', '&amp;');
  return text.replace(special, (character) => replacements[character] ?? '');
}

/** One sentence in one of Twilio's own voices. */
export interface SaySentence {
  readonly voice: string;
  readonly language: string;
  /** For a caller who asked for slower speech. */
  readonly slow?: boolean;
  readonly parts: readonly SaidPart[];
}

/**
 * The most characters one `<Say>` may have after URL encoding, its marks included: beyond it Twilio says nothing.
 * Source: https://www.twilio.com/docs/api/errors/13521
 */
export const sayLimit = 4500;

/** No UTF-16 unit becomes more than nine characters, so that shorter content need not be encoded to be measured. */
const surelyFits = sayLimit / 9;

/** A place where a voice may draw breath: after the end of a sentence or a clause, or at a blank. */
const breath = /[.!?,;:、。！？，；：\s]/u;

/** The length of text after URL encoding, by the strictest of the encodings in use. */
function encodedLength(text: string): number {
  return encodeURIComponent(text).replace(/[!'()*]/g, '%00').length;
}

function fits(content: string): boolean {
  return content.length <= surelyFits || encodedLength(content) <= sayLimit;
}

function writePart(part: SaidPart): string {
  if ('pause' in part) {
    return `<break time="${Math.round(part.pause)}ms"/>`;
  }
  const text = escapeXml(part.text);
  return 'reading' in part ? `<sub alias="${escapeXml(part.reading)}">${text}</sub>` : text;
}

/** Cuts words that alone would be too long: after the last breath that fits, or else between two characters. */
function cutWords(words: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let length = 0;
  let breathAt = 0;
  for (const character of words) {
    const more = encodedLength(escapeXml(character));
    if (length + more > sayLimit) {
      const end = breathAt > 0 ? breathAt : piece.length;
      pieces.push(escapeXml(piece.slice(0, end)));
      piece = piece.slice(end);
      length = encodedLength(escapeXml(piece));
      breathAt = 0;
    }
    piece += character;
    length += more;
    if (breath.test(character)) {
      breathAt = piece.length;
    }
  }
  return [...pieces, escapeXml(piece)];
}

/** A part as content of `<Say>`, in several pieces where one would be too long; its reading then takes its place. */
function writeFittingPart(part: SaidPart): string[] {
  const written = writePart(part);
  if (fits(written) || 'pause' in part) {
    return [written];
  }
  return cutWords('reading' in part ? part.reading : part.text);
}

/** Joins the pieces to as few contents as the limit allows. */
function fillUp(pieces: readonly string[]): string[] {
  const contents: string[] = [];
  let content = '';
  for (const piece of pieces) {
    if (!fits(content + piece)) {
      contents.push(content);
      content = '';
    }
    content += piece;
  }
  return [...contents, content];
}

/**
 * Writes one sentence as a `<Say>`, or as several where it would pass {@link sayLimit}. Writes nothing where there is
 * nothing to hear: Twilio reports an empty `<Say>` as an error (https://www.twilio.com/docs/api/errors/13520).
 */
export function writeSay(sentence: SaySentence): string {
  const opening = `<Say voice="${escapeXml(sentence.voice)}" language="${escapeXml(sentence.language)}">`;
  const whole = sentence.parts.map(writePart).join('');
  const contents = fits(whole) ? [whole] : fillUp(sentence.parts.flatMap(writeFittingPart));
  return contents
    .filter((content) => content.trim() !== '')
    .map((content) => `${opening}${sentence.slow ? `<prosody rate="80%">${content}</prosody>` : content}</Say>`)
    .join('');
}
