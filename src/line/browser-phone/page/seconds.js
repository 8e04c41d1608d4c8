/**
 * Targets in seconds from the start of a call: until callers hear their own language, and until they hear information.
 */
export const targets = { ownLanguage: 22, information: 45 };

/**
 * A sentence that began to play.
 * @typedef {{ language: string, isInformation: boolean, at: number }} HeardSentence `at`: seconds after the call began
 */

/**
 * The seconds until callers heard their own language, and until they heard information in that language.
 * @param {readonly HeardSentence[]} heard in any order
 * @param {string | null} language the caller's language; null while none is chosen, so that no sentence counts
 * @returns {{ ownLanguage: number | null, information: number | null }} null: not heard yet
 */
export function secondsToHear(heard, language) {
  const own = heard.filter((sentence) => sentence.language === language);
  return { ownLanguage: earliest(own), information: earliest(own.filter(({ isInformation }) => isInformation)) };
}

/** @param {readonly HeardSentence[]} heard */
const earliest = (heard) => (heard.length === 0 ? null : Math.min(...heard.map(({ at }) => at)));

/**
 * The sentences of a narration that come after the sentence `after` and have begun by `position`.
 * @param {readonly number[]} starts seconds at which the sentences begin, ascending
 * @param {number} after index of the last sentence that is known to have begun; -1 for none
 * @param {number} position seconds of the narration that have been played
 * @returns {{ index: number, ago: number }[]} `ago`: seconds of sound since the sentence began
 */
export function sentencesBegun(starts, after, position) {
  return starts.flatMap((start, index) =>
    index > after && start <= position ? [{ index, ago: position - start }] : [],
  );
}
