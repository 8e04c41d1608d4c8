import { dialOutcomes, type Input, keys } from '../../call/input.ts';

/** Maximum lengths, in characters. That of a language tag is recommended in RFC 5646, section 4.4.1. */
export const longest = { state: 1000, language: 35 } as const;

/** Maximum number of turns. No call has so many turns; see `limits` in `call/limits.ts`. */
const mostTurns = 1000;

/** The page's request to begin a call. */
interface CallRequest {
  /** A simulated time in the line's time zone, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`; absent for now. */
  readonly at?: string | undefined;
  readonly language?: string | undefined;
}

/** The page's request for every further turn. */
interface TurnRequest {
  readonly state: string;
  readonly count: number;
  readonly input: Input;
  readonly at?: string | undefined;
}

/** The request is invalid; the message is one sentence that lists all problems. */
export class PhoneRequestError extends Error {
  override readonly name = 'PhoneRequestError';

  constructor(problems: readonly string[]) {
    super(`This request is invalid: ${problems.join('; ')}.`);
  }
}

/**
 * Reads the request to begin a call. Validates it by hand, because the line's rooms import no validation library.
 * @throws PhoneRequestError when the request is invalid
 */
export function readCallRequest(body: unknown): CallRequest {
  const problems: string[] = [];
  const { at, language } = fieldsOf(body, '', ['at', 'language'], problems);
  if (language !== undefined && !isText(language, longest.language)) {
    problems.push(`language: a tag of at most ${longest.language} characters`);
  }
  checkTime(at, problems);
  if (problems.length > 0) throw new PhoneRequestError(problems);
  return { at, language } as CallRequest;
}

/**
 * Reads the request for a further turn.
 * @throws PhoneRequestError when the request is invalid
 */
export function readTurnRequest(body: unknown): TurnRequest {
  const problems: string[] = [];
  const { state, count, input, at } = fieldsOf(body, '', ['state', 'count', 'input', 'at'], problems);
  if (!isText(state, longest.state)) problems.push(`state: a text of at most ${longest.state} characters`);
  const isCount = Number.isInteger(count) && Number(count) >= 0 && Number(count) <= mostTurns;
  if (!isCount) problems.push(`count: a whole number from 0 to ${mostTurns}`);
  checkInput(input, problems);
  checkTime(at, problems);
  if (problems.length > 0) throw new PhoneRequestError(problems);
  return { state, count, input, at } as TurnRequest;
}

const isText = (value: unknown, most: number): boolean => typeof value === 'string' && value.length <= most;

/** Returns the known fields of an object. Adds a problem for each unknown field, or one if the value is no object. */
function fieldsOf(
  value: unknown,
  where: string,
  known: readonly string[],
  problems: string[],
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push(`${where || 'body'}: an object`);
    return {};
  }
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) problems.push(`${where ? `${where}.` : ''}${name.slice(0, 40)}: there is no such field`);
  }
  return Object.fromEntries(Object.entries(value).filter(([name]) => known.includes(name)));
}

/** The additional field of each kind of input, with its allowed values; null for a kind without one. */
const inputs = {
  key: { name: 'key', among: keys },
  silence: null,
  'dial-ended': { name: 'outcome', among: dialOutcomes },
} as const;

function checkInput(value: unknown, problems: string[]): void {
  const kind: unknown = Reflect.get(Object(value), 'kind');
  if (kind !== 'key' && kind !== 'silence' && kind !== 'dial-ended') {
    problems.push(`input.kind: one of ${Object.keys(inputs).join(', ')}`);
    return;
  }
  const more = inputs[kind];
  const fields = fieldsOf(value, 'input', ['kind', ...(more ? [more.name] : [])], problems);
  if (more && !(more.among as readonly unknown[]).includes(fields[more.name])) {
    problems.push(`input.${more.name}: one of ${more.among.join(', ')}`);
  }
}

function checkTime(value: unknown, problems: string[]): void {
  if (value === undefined) return;
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(value)) {
    problems.push('at: write the simulated time as 2026-11-24T10:00');
  } else if (!isDateTime(value)) problems.push('at: there is no such day or time');
}

function isDateTime(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text);
    return true;
  } catch {
    return false;
  }
}
