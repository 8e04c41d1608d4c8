import { parse } from 'node:querystring';
import { type DialOutcome, type Input, keys } from '../../call/input.ts';

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
export const isOver = ({ CallStatus = '' }: Parameters): boolean =>
  [CallStatus].flat().some((status) => over.includes(status.toLowerCase()));

/** A number we may show as our own, or null: Twilio refuses to dial with anything that is not E.164. */
export function readOwnNumber(parameters: Parameters): string | null {
  const to = textOf(parameters.To);
  return /^\+[1-9]\d{6,14}$/.test(to) ? to : null;
}
