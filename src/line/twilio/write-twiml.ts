import { isTelephoneNumber, type NotDialable, whyNotDialable } from '../../call/dialable.ts';
import type { SaidPart } from '../../edition/edition-file.ts';

/** What a caller hears: one audio file, or sentences in Twilio's own voices where the audio is missing. */
export type TwimlSound =
  | { readonly kind: 'play'; readonly url: string }
  | { readonly kind: 'say'; readonly sentences: readonly SaySentence[] };

/** A document that the line sends. Addresses are absolute. `timeout` is in whole seconds from the end of the sound. */
export type Twiml =
  | { readonly kind: 'gather'; readonly sound: TwimlSound; readonly timeout: number; readonly action: string }
  | {
      readonly kind: 'dial';
      readonly sound: TwimlSound;
      readonly number: string;
      readonly callerId: string;
      readonly action: string;
      readonly whisper: string;
    }
  | { readonly kind: 'hang-up'; readonly sound: TwimlSound }
  | { readonly kind: 'whisper'; readonly sound: TwimlSound }
  /** For a call that is over, and thus has no caller to hear anything. */
  | { readonly kind: 'nothing' };

/** The number must not be dialled, or the caller id cannot be shown. The message never contains the number itself. */
export class UndialableNumberError extends Error {
  override readonly name = 'UndialableNumberError';
  readonly reason: NotDialable;

  constructor(what: 'number' | 'caller id', reason: NotDialable) {
    super(`A transfer was refused because its ${what} may not be used: ${reason}.`);
    this.reason = reason;
  }
}

/** The document is larger than Twilio accepts. */
export class TwimlTooLongError extends Error {
  override readonly name = 'TwimlTooLongError';
}

/** Twilio's limit for a document: 64 kB, here 64,000 bytes to be safe. https://www.twilio.com/docs/api/errors/11750 */
const maximumBytes = 64_000;

/** A document of at most this length always fits, because a UTF-16 code unit needs at most three bytes in UTF-8. */
const surelyFits = maximumBytes / 3;

const opening = '<?xml version="1.0" encoding="UTF-8"?><Response>';
const closing = '</Response>';

function writeSound(sound: TwimlSound): string {
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
  if (!isTelephoneNumber(twiml.callerId)) {
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
 * Writes an answer to Twilio. This runs for every key of every call, so it does not use Twilio's `VoiceResponse`:
 * building and serialising its tree takes about forty times as long.
 * @throws UndialableNumberError when the number may not be dialled, or the caller id is not in E.164 form
 * @throws TwimlTooLongError when the document exceeds 64 kB, because Twilio would then end the call
 */
export function writeTwiml(twiml: Twiml): string {
  const document = `${opening}${writeVerbs(twiml)}${closing}`;
  if (document.length > surelyFits && Buffer.byteLength(document) > maximumBytes) {
    throw new TwimlTooLongError(`A document of ${Buffer.byteLength(document)} bytes is more than Twilio accepts.`);
  }
  return document;
}

/** The characters that `escapeXml` escapes or removes. What XML 1.0 allows: https://www.w3.org/TR/xml/#charsets */
const special = /[&<>"'\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** Matches any character that may have to be escaped or removed, except an ampersand. */
const unusual = /[^\x20-\x7e]|[<>"']/;

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // Parsers turn a carriage return into a line feed. Inside an attribute, they turn tabs and line breaks into spaces.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * Escapes a text for an element or an attribute, so that a parser reads the same text again. Some characters are
 * removed: control characters other than tabs and line breaks, lone surrogates, and the noncharacters U+FFFE and
 * U+FFFF. None of them is audible, and XML 1.0 forbids most of them: a document with a forbidden one would be rejected.
 */
function escapeXml(text: string): string {
  // The text is nearly always one of our own addresses, in which only ampersands need escaping.
  if (!unusual.test(text)) return text.replaceAll('&', '&amp;');
  return text.replace(special, (character) => replacements[character] ?? '');
}

/** A sentence in one of Twilio's voices. */
interface SaySentence {
  readonly voice: string;
  readonly language: string;
  /** Whether the caller asked for slower speech. */
  readonly slow?: boolean;
  readonly parts: readonly SaidPart[];
}

/**
 * The maximum length of one `<Say>` after URL encoding, in characters, including markup. Twilio does not speak a longer
 * one.
 * Source: https://www.twilio.com/docs/api/errors/13521
 */
const sayLimit = 4500;

const slowSpeech = { opening: '<prosody rate="80%">', closing: '</prosody>' } as const;

/** The maximum length of the content of one `<Say>`, with room for the markup of slow speech. */
const contentLimit = sayLimit - encodedLength(slowSpeech.opening + slowSpeech.closing);

/** Content of at most this length always fits: URL encoding makes at most nine characters of a UTF-16 code unit. */
const surelyFitsSay = contentLimit / 9;

/** Where a voice may pause: after a sentence or a clause, or at white space. */
const breath = /[.!?,;:、。！？，；：\s]/u;

/**
 * The length of a text after URL encoding. Some encodings leave `!'()*` as they are. Here they count as encoded, to be
 * safe.
 */
function encodedLength(text: string): number {
  return encodeURIComponent(text).replace(/[!'()*]/g, '%00').length;
}

function fits(content: string): boolean {
  return content.length <= surelyFitsSay || encodedLength(content) <= contentLimit;
}

function writePart(part: SaidPart): string {
  if ('pause' in part) {
    return `<break time="${Math.round(part.pause)}ms"/>`;
  }
  const text = escapeXml(part.text);
  return 'reading' in part ? `<sub alias="${escapeXml(part.reading)}">${text}</sub>` : text;
}

/**
 * Splits a text that is too long. Each piece ends after the last possible pause within the limit. If there is no such
 * pause, the piece ends between two characters.
 */
function cutWords(words: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let length = 0;
  let breathAt = 0;
  for (const character of words) {
    const more = encodedLength(escapeXml(character));
    if (length + more > contentLimit) {
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

/**
 * Writes a part as content of `<Say>`. If the part is too long, it is split. If it also has a reading, the reading is
 * split and written as text instead.
 */
function writeFittingPart(part: SaidPart): string[] {
  const written = writePart(part);
  if (fits(written) || 'pause' in part) {
    return [written];
  }
  return cutWords('reading' in part ? part.reading : part.text);
}

/** Joins the pieces into as few contents as the limit allows. */
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
 * Writes a sentence as one `<Say>`, or as several if one would exceed {@link sayLimit}. Writes nothing if there is
 * nothing to say, because Twilio reports an empty `<Say>` as an error (https://www.twilio.com/docs/api/errors/13520).
 */
export function writeSay(sentence: SaySentence): string {
  const opening = `<Say voice="${escapeXml(sentence.voice)}" language="${escapeXml(sentence.language)}">`;
  const whole = sentence.parts.map(writePart).join('');
  const contents = fits(whole) ? [whole] : fillUp(sentence.parts.flatMap(writeFittingPart));
  return contents
    .filter((content) => content.trim() !== '')
    .map((content) => `${opening}${sentence.slow ? slowSpeech.opening + content + slowSpeech.closing : content}</Say>`)
    .join('');
}
