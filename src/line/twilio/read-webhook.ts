import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { type DialOutcome, type Input, keys } from '../../call/input.ts';

/** An address of Twilio's webhooks, taken apart. */
export interface TwilioPath {
  readonly what: 'voice' | 'turn' | 'whisper' | 'status';
  /** The coded state, or the language of a whisper; empty where there is none. */
  readonly of: string;
  /** Without its `?`. */
  readonly query: string;
}

/** `/twilio/voice`, `/twilio/turn/<state>?n=<turns>`, `/twilio/whisper/<language>`, `/twilio/status`. */
const address = /^\/twilio\/(voice|turn|whisper|status)(?:\/([^/?]*))?\/?(?:\?(.*))?$/i;

const ours = /^\/+twilio(?:[/?]|$)/i;

/**
 * Whether an address is Twilio's to ask for, whoever asks. Capitals and doubled slashes get into a console by copying and by
 * joining; the call is answered all the same. Mounting and reading go by this one file.
 */
export const isTwilioPath = (path: string): boolean => ours.test(path);

/** @returns null for an address below `/twilio` that the line does not have */
export function readTwilioPath(path: string): TwilioPath | null {
  const [, what = '', of = '', query = ''] = address.exec(path.replace(/\/{2,}/g, '/')) ?? [];
  const known = (['voice', 'turn', 'whisper', 'status'] as const).find((each) => each === what.toLowerCase());
  return known ? { what: known, of, query } : null;
}

/** In bytes. Twilio sends one thousand; many more come from nobody we know. */
export const longestBody = 32_000;

const isForm = /^application\/x-www-form-urlencoded\b/i;

const isAscii = /^[\0-\x7f]*$/;

/** Why a body is not read: it is longer than any of Twilio's, or in an encoding Twilio does not use. */
export type Unreadable = 413 | 415;

/**
 * Reads a form body; another content type counts as an empty one, whose signature cannot fit. By hand rather than with
 * `express.text`, whose choice of charsets and compressions costs more than all the rest of a webhook. A client that goes
 * away in the middle is told nothing.
 */
export function readBody(request: IncomingMessage, then: (body: string | Unreadable) => void): void {
  const { 'content-type': type, 'content-encoding': encoding } = request.headers;
  if (!isForm.test(type ?? '')) {
    then('');
    return;
  }
  if (encoding !== undefined && encoding !== 'identity') {
    then(415);
    return;
  }
  let body = '';
  const add = (chunk: Buffer) => {
    // One character for each byte, so that bytes are counted. A decoder of Node's would cost more than the reading.
    body += chunk.toString('latin1');
    if (body.length <= longestBody) return;
    request.off('data', add).off('end', end).resume();
    then(413);
  };
  // A form is written in ASCII; whatever else comes is UTF-8.
  const end = () => then(isAscii.test(body) ? body : Buffer.from(body, 'latin1').toString());
  request.on('data', add).on('end', end);
}

/** A webhook's parameters; Twilio adds new ones without notice, so nothing is refused for being unknown. */
export type Parameters = Readonly<Record<string, string | readonly string[]>>;

/** Twilio sends about thirty; many more come from nobody we know. */
export const mostParameters = 100;

/**
 * The parameters of a form body, repeated ones as a list, as the signature wants them. By the older of Node's two parsers, which
 * takes half the time and reads the same from every form whose escapes are whole, as Twilio's are.
 * @returns null when there are too many, which is found out before any is read
 */
export function readParameters(body: string): Parameters | null {
  if (hasMore(body, '&', mostParameters - 1)) return null;
  return parse(body, '&', '=', { maxKeys: 0 }) as Parameters;
}

/** Whether a sign stands in a text more often than so many times; never looks further than it must. */
function hasMore(text: string, sign: string, times: number): boolean {
  let at = -1;
  for (let count = 0; count <= times; count += 1) {
    at = text.indexOf(sign, at + 1);
    if (at < 0) return false;
  }
  return true;
}

const textOf = (value: Parameters[string] | undefined): string => (typeof value === 'string' ? value : '');

/**
 * What happened to the call. A key is the first of `Digits`; anything after it is dropped unread, since callers shall
 * never key in a number of theirs. Empty or absent `Digits` is silence.
 */
export function readInput(parameters: Parameters): Input {
  const status = textOf(parameters.DialCallStatus);
  if (status !== '') return { kind: 'dial-ended', outcome: readOutcome(status, textOf(parameters.DialBridged)) };
  const pressed = textOf(parameters.Digits).slice(0, 1);
  const key = keys.find((each) => each === pressed);
  return key ? { kind: 'key', key } : { kind: 'silence' };
}

/**
 * How a dial ended. `completed` says only that the leg was picked up: a whisper that nobody waited for and a voicemail
 * are "completed" too, so `DialBridged` decides where Twilio sends it.
 * https://www.twilio.com/docs/voice/twiml/dial
 */
function readOutcome(status: string, bridged: string): DialOutcome {
  switch (status) {
    case 'completed':
    case 'answered':
      return bridged === 'false' ? 'no-answer' : 'answered';
    case 'busy':
      return 'busy';
    case 'no-answer':
      return 'no-answer';
    default:
      return 'failed';
  }
}

/** https://www.twilio.com/docs/voice/twiml#callstatus-values */
const over = ['completed', 'busy', 'failed', 'no-answer', 'canceled'];

/**
 * Whether the caller is gone: a transfer that rang in vain because they hung up is reported like any other, and nobody is
 * left to hear what comes next.
 */
export function isOver({ CallStatus = '' }: Parameters): boolean {
  // As nearly every webhook has it.
  if (CallStatus === 'in-progress') return false;
  return [CallStatus].flat().some((status) => over.includes(status.toLowerCase()));
}

/** A number we may show as our own, or null: Twilio refuses to dial with anything that is not E.164. */
export function readOwnNumber(parameters: Parameters): string | null {
  const to = textOf(parameters.To);
  return /^\+[1-9]\d{6,14}$/.test(to) ? to : null;
}
