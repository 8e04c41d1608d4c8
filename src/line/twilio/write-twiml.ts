import { type NotDialable, whyNotDialable } from '../../call/dialable.ts';
import { escapeXml, type SaySentence, writeSay } from './write-say.ts';

export type { SaySentence } from './write-say.ts';

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
