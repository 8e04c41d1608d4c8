import { type NotDialable, whyNotDialable } from '../../call/dialable.ts';
import type { SaidPart } from '../../edition/edition-file.ts';

/** What a caller hears: one audio file, or sentences in Twilio's own voices where the audio is missing. */
export type Sound =
  | { readonly kind: 'play'; readonly url: string }
  | { readonly kind: 'say'; readonly sentences: readonly SaySentence[] };

/** Every document this line ever sends. Addresses are absolute; `timeout` is in whole seconds after the sound. */
export type Twiml =
  | { readonly kind: 'gather'; readonly sound: Sound; readonly timeout: number; readonly action: string }
  | {
      readonly kind: 'dial';
      readonly sound: Sound;
      readonly number: string;
      readonly callerId: string;
      readonly action: string;
      readonly whisper: string;
    }
  | { readonly kind: 'hang-up'; readonly sound: Sound }
  | { readonly kind: 'whisper'; readonly sound: Sound }
  /** For a call that is over: there is nobody to hear anything. */
  | { readonly kind: 'nothing' };

/** A number that must not be dialled, or a caller id that cannot be shown. The number itself is never in the message. */
export class UndialableNumberError extends Error {
  override readonly name = 'UndialableNumberError';
  readonly reason: NotDialable;

  constructor(what: 'number' | 'caller id', reason: NotDialable) {
    super(`A transfer was refused because its ${what} may not be used: ${reason}.`);
    this.reason = reason;
  }
}

/** A document larger than Twilio accepts. */
export class TwimlTooLongError extends Error {
  override readonly name = 'TwimlTooLongError';
}

/** 64 kB, by the stricter reading of kilo. Source: https://www.twilio.com/docs/api/errors/11750 */
const maximumBytes = 64_000;

/** No UTF-16 unit needs more than three bytes in UTF-8, so that shorter documents need not be measured. */
const surelyFits = maximumBytes / 3;

const opening = '<?xml version="1.0" encoding="UTF-8"?><Response>';
const closing = '</Response>';

function writeSound(sound: Sound): string {
  return sound.kind === 'play' ? `<Play>${escapeXml(sound.url)}</Play>` : sound.sentences.map(writeSay).join('');
}

function writeGather(twiml: Extract<Twiml, { kind: 'gather' }>): string {
  const action = escapeXml(twiml.action);
  return (
    `<Gather input="dtmf" numDigits="1" finishOnKey="" timeout="${twiml.timeout}" action="${action}" method="POST"` +
    ` actionOnEmptyResult="true">${writeSound(twiml.sound)}</Gather><Redirect method="POST">${action}</Redirect>`
  );
}

function writeDial(twiml: Extract<Twiml, { kind: 'dial' }>): string {
  const reason = whyNotDialable(twiml.number);
  if (reason !== null) {
    throw new UndialableNumberError('number', reason);
  }
  if (!/^\+[1-9]\d{6,14}$/.test(twiml.callerId)) {
    throw new UndialableNumberError('caller id', 'not-e164');
  }
  return (
    `${writeSound(twiml.sound)}<Dial action="${escapeXml(twiml.action)}" method="POST" callerId="${twiml.callerId}"` +
    ` timeout="25" timeLimit="1800" ringTone="jp"><Number url="${escapeXml(twiml.whisper)}" method="POST">` +
    `${twiml.number}</Number></Dial>`
  );
}

function writeVerbs(twiml: Twiml): string {
  switch (twiml.kind) {
    case 'gather':
      return writeGather(twiml);
    case 'dial':
      return writeDial(twiml);
    case 'hang-up':
      return `${writeSound(twiml.sound)}<Hangup/>`;
    case 'whisper':
      return writeSound(twiml.sound);
    case 'nothing':
      return '<Hangup/>';
  }
}

/**
 * Writes one answer to Twilio. Written by hand rather than with Twilio's VoiceResponse because this is done for every
 * key of every call, and building and serialising its tree costs some forty times as much.
 * @throws UndialableNumberError where the number may not be dialled or the caller id is not in E.164 form.
 * @throws TwimlTooLongError where the document would pass 64 kB, which Twilio answers by ending the call.
 */
export function writeTwiml(twiml: Twiml): string {
  const document = `${opening}${writeVerbs(twiml)}${closing}`;
  if (document.length > surelyFits && Buffer.byteLength(document) > maximumBytes) {
    throw new TwimlTooLongError(`A document of ${Buffer.byteLength(document)} bytes is more than Twilio accepts.`);
  }
  return document;
}

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
function escapeXml(text: string): string {
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
const surelyFitsSay = sayLimit / 9;

/** A place where a voice may draw breath: after the end of a sentence or a clause, or at a blank. */
const breath = /[.!?,;:、。！？，；：\s]/u;

/** The length of text after URL encoding, by the strictest of the encodings in use. */
function encodedLength(text: string): number {
  return encodeURIComponent(text).replace(/[!'()*]/g, '%00').length;
}

function fits(content: string): boolean {
  return content.length <= surelyFitsSay || encodedLength(content) <= sayLimit;
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
