/**
 * What can happen on this telephone.
 * @typedef {{ kind: 'key', key: string } | { kind: 'silence' } | { kind: 'dial-ended', outcome: DialOutcome }} Input
 * @typedef {'answered' | 'busy' | 'no-answer' | 'failed'} DialOutcome
 */

/**
 * One answer of the line, in JSON.
 * @typedef {object} PhoneTurn
 * @property {string} state handed back unread with the next input
 * @property {number} count
 * @property {string | null} language
 * @property {Sentence[]} sentences
 * @property {string} audio the address of a µ-law WAV with all sentences
 * @property {boolean} demonstrationVoice
 * @property {WaitForKey | Dial | { do: 'hang-up' }} next
 *
 * @typedef {{ prompt: string, language: string, parts: { text: string, reading?: string }[] }} Sentence
 * @typedef {{ do: 'wait-for-key', seconds: number }} WaitForKey
 * @typedef {{ do: 'dial', destination: string, destinationName: string, number: string, language: string | null }} Dial
 */

const patience = 20_000;

/** The line gave no turn. `sentence` is its own explanation, or null when it could not be reached at all. */
export class LineTrouble extends Error {
  /** @param {string | null} sentence */
  constructor(sentence) {
    super(sentence ?? 'The line could not be reached.');
    this.sentence = sentence;
  }
}

/**
 * Starts a call.
 * @param {string | undefined} at a local date-time to pretend, such as `2026-11-24T10:00`; absent for now
 * @param {AbortSignal} signal
 * @returns {Promise<PhoneTurn>}
 * @throws {LineTrouble}
 */
export function startCall(at, signal) {
  return post('/phone/calls', { at }, signal);
}

/**
 * Tells the line what happened after a turn.
 * @param {PhoneTurn} turn
 * @param {Input} input
 * @param {string | undefined} at
 * @param {AbortSignal} signal
 * @returns {Promise<PhoneTurn>}
 * @throws {LineTrouble}
 */
export function nextTurn(turn, input, at, signal) {
  return post('/phone/turn', { state: turn.state, count: turn.count, input, at }, signal);
}

/**
 * @param {string} path
 * @param {object} body
 * @param {AbortSignal} signal
 */
async function post(path, body, signal) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    throw new LineTrouble(typeof answer?.error === 'string' ? answer.error : null);
  } catch (problem) {
    throw problem instanceof LineTrouble ? problem : new LineTrouble(null);
  }
}
