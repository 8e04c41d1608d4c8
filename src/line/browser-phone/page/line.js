/**
 * What can happen on this telephone.
 * @typedef {{ kind: 'key', key: string } | { kind: 'silence' } | { kind: 'dial-ended', outcome: DialOutcome }} Input
 * @typedef {'answered' | 'busy' | 'no-answer' | 'failed'} DialOutcome
 */

/**
 * An answer of the line, in JSON.
 * @typedef {object} PhoneTurn
 * @property {string} state opaque; sent back with the next input
 * @property {number} count how many turns the call has had; sent back with the next input
 * @property {string | null} language
 * @property {boolean} slow the caller asked for slower speech
 * @property {Zero} zero what key 0 leads to now
 * @property {string | null} explains the prompt with the information of this turn; null if no topic is explained
 * @property {Sentence[]} sentences
 * @property {string} audio the address of a µ-law WAV with all sentences
 * @property {boolean} demonstrationVoice
 * @property {WaitForKey | Dial | { do: 'hang-up' }} next
 *
 * @typedef {{ text: string, reading?: string, dial?: string }} Part `dial`: the digits of a telephone number
 * @typedef {{ prompt: string, language: string, parts: Part[], key: string | null }} Sentence `key`: the key offered
 * @typedef {{ do: 'wait-for-key', seconds: number }} WaitForKey
 * @typedef {'person' | 'number' | 'emergency'} Zero a person, the number to call, or in a disaster the emergency
 *   numbers
 */

/**
 * A transfer.
 * @typedef {object} Dial
 * @property {'dial'} do
 * @property {Titled[]} names the name of the destination, in one or two languages
 * @property {Part} told the telephone number of the destination
 * @property {Titled[]} charged says that every caller pays for calls to this number; empty for other numbers
 * @property {Titled[]} hours the hours of the destination
 * @property {string | null} language the caller's language; null if none is chosen
 */

/** Milliseconds to wait for an answer of the line. */
const patience = 20_000;

/** The line gave no usable answer. `sentence` is the line's explanation; null if the line gave none. */
export class LineTrouble extends Error {
  /**
   * @param {string | null} sentence
   * @param {boolean} isTooMany whether too many requests came from this address
   */
  constructor(sentence, isTooMany = false) {
    super(sentence ?? 'The line gave no usable answer.');
    this.sentence = sentence;
    this.isTooMany = isTooMany;
  }
}

/**
 * What is known before a call: the line's name and telephone number, the disaster notice, the line's languages in menu
 * order, and the language that the browser prefers.
 * @typedef {{ language: string, parts: Part[] }} Titled
 * @typedef {{ language: string, sentences: Part[][] }[]} Warning
 * @typedef {{ number: string | null, disaster: Warning }} Told
 * @typedef {{ tag: string, name: string, title: Titled } & Told} LineLanguage
 * @typedef {{ name: { ja: string, en: string }, preferred: string | null, languages: LineLanguage[] } & Told} LineInfo
 */

/**
 * @returns {Promise<LineInfo>}
 * @throws {LineTrouble}
 */
export async function loadLine() {
  try {
    const response = await fetch('/phone/line.json', { signal: AbortSignal.timeout(patience) });
    if (response.ok) return await response.json();
  } catch {
    // A network failure and an invalid answer are reported the same way.
  }
  throw new LineTrouble(null);
}

/**
 * Starts a call.
 * @param {string | undefined} at a simulated local date-time, such as `2026-11-24T10:00`; absent for now
 * @param {string | undefined} language starts in this language, without the language menu
 * @param {AbortSignal} signal
 * @returns {Promise<PhoneTurn>}
 * @throws {LineTrouble}
 */
export function startCall(at, language, signal) {
  return post('/phone/calls', { at, language }, signal);
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
    throw new LineTrouble(typeof answer?.error === 'string' ? answer.error : null, response.status === 429);
  } catch (problem) {
    throw problem instanceof LineTrouble ? problem : new LineTrouble(null);
  }
}
