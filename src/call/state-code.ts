import type { Line } from './line.ts';
import { numberReasons, type State, safetyTimings } from './state.ts';

/**
 * Increment whenever the format of the coded state changes; calls in progress then start again at the language menu.
 */
const version = 4;

const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < 100;

/**
 * Encodes a state for a webhook's address. The code has only letters, digits, `-` and `_`, because all signature
 * implementations treat these alike.
 */
export function encodeState(state: State): string {
  const { edition, misses, slow, heard } = state.call;
  const rest = restOf(state);
  const json = JSON.stringify([version, edition, misses, slow ? 1 : 0, heard ?? 0, state.screen, ...rest]);
  return Buffer.from(json).toString('base64url');
}

function restOf(state: State): readonly unknown[] {
  switch (state.screen) {
    case 'choose-language':
      return [state.misses];
    case 'disaster':
      return [state.language, state.misses, state.part, state.safety];
    case 'topics':
      return [state.language, state.misses];
    case 'explanation':
      return [state.language, state.misses, state.topic, state.part];
    case 'number':
      return [state.language, state.misses, state.reason, state.part, state.ends];
    case 'transfer':
      return [state.language, state.attempt, state.lastResort];
    case 'ended':
      return [state.language];
  }
}

/**
 * Decodes what `encodeState` wrote.
 * @param lineOf the line of an edition, by the edition's id
 * @returns null for anything else: garbage, a code of another version, or a language, topic or part of a topic that the
 * line does not have
 */
export function decodeState(code: string, lineOf: (edition: string) => Line): State | null {
  const fields = parse(code);
  if (!fields || fields[0] !== version) return null;
  const [, edition, callMisses, speed, told, screen, ...rest] = fields;
  if (typeof edition !== 'string' || !isCount(callMisses) || (speed !== 0 && speed !== 1)) return null;
  if (told !== 0 && typeof told !== 'string') return null;
  const line = lineOf(edition);
  const call = { edition, misses: callMisses, slow: speed === 1, heard: told === 0 ? null : told };
  if (screen === 'choose-language') return isCount(rest[0]) ? { call, screen, misses: rest[0] } : null;
  const language = rest[0];
  const known = typeof language === 'string' && line.languages.some(({ tag }) => tag === language);
  if (screen === 'ended' || screen === 'transfer') {
    if (!known && language !== null) return null;
    const speaker = known ? language : null;
    if (screen === 'ended') return { call, screen, language: speaker };
    const [, attempt, lastResort] = rest;
    if (!isCount(attempt) || typeof lastResort !== 'boolean') return null;
    return { call, screen, language: speaker, attempt, lastResort };
  }
  const misses = rest[1];
  if (!isCount(misses)) return null;
  if (screen === 'number') {
    const [, , , part, ends] = rest;
    const reason = numberReasons.find((each) => each === rest[2]);
    if (!reason || !isCount(part) || typeof ends !== 'boolean' || !(known || language === null)) return null;
    return { call, screen, language: known ? language : null, misses, reason, part, ends };
  }
  if (!known) return null;
  if (screen === 'topics') return { call, screen, language, misses };
  if (screen === 'disaster') {
    const part = rest[2];
    // A call that began on an earlier version of this program may have 'no' here: for some callers, that version did
    // not repeat what to do in danger.
    const safety = rest[3] === 'no' ? 'after' : safetyTimings.find((each) => each === rest[3]);
    if (!isCount(part) || !safety) return null;
    return { call, screen, language, misses, part, safety };
  }
  if (screen !== 'explanation') return null;
  const [, , topicId, part] = rest;
  const topic = line.topics.find(({ id }) => id === topicId);
  if (!topic || !isCount(part) || part >= topic.parts.length) return null;
  return { call, screen, language, misses, topic: topic.id, part };
}

/** The id of the edition that a coded state names; null when the code names none. */
export function editionOf(code: string): string | null {
  const [, edition] = parse(code) ?? [];
  return typeof edition === 'string' ? edition : null;
}

/**
 * The code that was parsed last, with its fields. The code of each webhook is needed twice: first to find its edition,
 * then for the turn. It is usually parsed only once.
 */
let last: { readonly code: string; readonly fields: readonly unknown[] | null } = { code: '', fields: null };

function parse(code: string): readonly unknown[] | null {
  if (code !== last.code) last = { code, fields: read(code) };
  return last.fields;
}

function read(code: string): readonly unknown[] | null {
  try {
    const fields: unknown = JSON.parse(Buffer.from(code, 'base64url').toString());
    return Array.isArray(fields) ? fields : null;
  } catch {
    return null;
  }
}
