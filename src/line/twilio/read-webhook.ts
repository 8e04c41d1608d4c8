import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { type DialOutcome, type Input, keys } from '../../call/input.ts';

/** The parsed address of a webhook. */
export interface TwilioPath {
  readonly what: 'voice' | 'turn' | 'whisper' | 'status' | 'alerts';
  /** The coded state, or the language of a whisper; empty if there is none. */
  readonly of: string;
  /** The query, without its `?`. */
  readonly query: string;
}

/**
 * Matches `/twilio/voice`, `/twilio/turn/<state>?n=<turns>`, `/twilio/whisper/<language>`, `/twilio/status` and
 * `/twilio/alerts`.
 */
const address = /^\/twilio\/(voice|turn|whisper|status|alerts)(?:\/([^/?]*))?\/?(?:\?(.*))?$/i;

const ours = /^\/+twilio(?:[/?]|$)/i;

/**
 * Whether an address is at or below `/twilio`, where the webhooks are. People copy and join addresses when they enter
 * them in Twilio's console, which can add capitals and doubled slashes. Calls to such addresses are answered too.
 * Routing and parsing are both in this file, so that they agree.
 */
export const isTwilioPath = (path: string): boolean => ours.test(path);

/** @returns null for an address below `/twilio` that the line does not have */
export function readTwilioPath(path: string): TwilioPath | null {
  const [, what = '', of = '', query = ''] = address.exec(path.replace(/\/{2,}/g, '/')) ?? [];
  const known = (['voice', 'turn', 'whisper', 'status', 'alerts'] as const).find((each) => each === what.toLowerCase());
  return known ? { what: known, of, query } : null;
}

/** Maximum length of a body, in bytes. Twilio sends about one thousand. */
export const longestBody = 32_000;

const formType = /^application\/x-www-form-urlencoded\b/i;

const onlyAscii = /^[\0-\x7f]*$/;

/** The status for a body that is not read: too long (413), or in an encoding that Twilio does not use (415). */
type Unreadable = 413 | 415;

/**
 * Reads a form body. A request of any other content type counts as having an empty body. It is then refused, because an
 * empty body names no account. `express.text` is not used, because its handling of charsets and compression takes
 * longer than the rest of a webhook. If the client disconnects, `then` is not called.
 */
export function readBody(request: IncomingMessage, then: (body: string | Unreadable) => void): void {
  const { 'content-type': type, 'content-encoding': encoding } = request.headers;
  if (!formType.test(type ?? '')) {
    then('');
    return;
  }
  if (encoding !== undefined && encoding !== 'identity') {
    then(415);
    return;
  }
  let body = '';
  const add = (chunk: Buffer) => {
    // Latin1 has one character per byte, so the length counts bytes. Node's UTF-8 decoder would take longer than
    // reading the body.
    body += chunk.toString('latin1');
    if (body.length <= longestBody) return;
    request.off('data', add).off('end', end).resume();
    then(413);
  };
  // A correctly encoded form is in ASCII. Any other body is decoded as UTF-8.
  const end = () => then(onlyAscii.test(body) ? body : Buffer.from(body, 'latin1').toString());
  request.on('data', add).on('end', end);
}

/** A webhook's parameters. Twilio adds new ones without notice, so unknown ones are accepted. */
export type Parameters = Readonly<Record<string, string | readonly string[]>>;

/** Maximum number of parameters. Twilio sends about thirty. */
export const mostParameters = 100;

/**
 * The parameters of a form body. A repeated parameter is a list of its values, because the signature needs all of them.
 * `node:querystring` is used because it takes half the time of `URLSearchParams`. Both give the same result for every
 * form with valid escapes, such as Twilio's.
 * @returns null if there are too many parameters. They are counted before the body is parsed
 */
export function readParameters(body: string): Parameters | null {
  if (hasMore(body, '&', mostParameters - 1)) return null;
  return parse(body, '&', '=', { maxKeys: 0 }) as Parameters;
}

/** Whether a character occurs more than `times` times in a text; stops searching as soon as the answer is known. */
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
 * What happened in the call: a transfer has ended, a key was pressed, or nothing. The key is the first character of
 * `Digits`; further characters are ignored, so that a number that a caller enters is never read. If that character is
 * no key, or `Digits` is empty or absent, this counts as silence.
 */
export function readInput(parameters: Parameters): Input {
  const status = textOf(parameters.DialCallStatus);
  if (status !== '') return { kind: 'dial-ended', outcome: readOutcome(status, textOf(parameters.DialBridged)) };
  const pressed = textOf(parameters.Digits).slice(0, 1);
  const key = keys.find((each) => each === pressed);
  return key ? { kind: 'key', key } : { kind: 'silence' };
}

/**
 * How a transfer ended. `completed` means only that the call was picked up: Twilio also sends it if the agent hung up
 * during the whisper, and for a voicemail. So for `completed` and `answered`, `DialBridged` decides, if Twilio sends
 * that parameter.
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

/** How a call can end. https://www.twilio.com/docs/voice/twiml#callstatus-values */
export const endStatuses: readonly string[] = ['completed', 'busy', 'failed', 'no-answer', 'canceled'];

/**
 * Whether the call is over, usually because the caller has hung up. If hanging up ends a transfer, Twilio reports the
 * end of the transfer as usual, but there is no caller to hear the next turn.
 */
export function isOver({ CallStatus = '' }: Parameters): boolean {
  // Nearly every webhook has this value.
  if (CallStatus === 'in-progress') return false;
  return [CallStatus].flat().some((status) => endStatuses.includes(status.toLowerCase()));
}

/**
 * The line's telephone number, to be shown as caller id. Null if the number is not in E.164 form, because Twilio would
 * refuse to dial with it. Also null in a call that Twilio makes (`npm run twilio -- drill`): the number called is then
 * not the line's, so nobody is put through.
 */
export function readOwnNumber(parameters: Parameters): string | null {
  if (textOf(parameters.Direction).startsWith('outbound')) return null;
  const to = textOf(parameters.To);
  // The same test as `isTelephoneNumber`. That function is not imported, because a key press should go through as few
  // files as possible.
  return /^\+[1-9]\d{6,14}$/.test(to) ? to : null;
}
