import { type DialOutcome, type Input, keys } from '../../call/input.ts';

/** A webhook's parameters; Twilio adds new ones without notice, so nothing is refused for being unknown. */
export type Parameters = Readonly<Record<string, string | readonly string[]>>;

/** Twilio sends about thirty; many more come from nobody we know. */
const mostParameters = 200;

/**
 * The parameters of a form body, repeated ones as a list, as the signature wants them.
 * @returns null when there are too many
 */
export function readParameters(body: string): Parameters | null {
  const parameters: Record<string, string | string[]> = Object.create(null);
  let count = 0;
  for (const [name, value] of new URLSearchParams(body)) {
    count += 1;
    if (count > mostParameters) return null;
    const before = parameters[name];
    parameters[name] = before === undefined ? value : [before, value].flat();
  }
  return parameters;
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

/** A number we may show as our own, or null: Twilio refuses to dial with anything that is not E.164. */
export function readOwnNumber(parameters: Parameters): string | null {
  const to = textOf(parameters.To);
  return /^\+[1-9]\d{6,14}$/.test(to) ? to : null;
}
