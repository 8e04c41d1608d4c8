import { element } from './element.js';
import { bilingual, labels } from './labels.js';
import { secondsToHear, targets } from './seconds.js';

/** @import { HeardSentence } from './seconds.js' */
/** @import { PhoneTurn } from './line.js' */

/** Shows how long it took until the caller's language was heard, and until information was heard. Marks late times. */
export function createSecondsPanel() {
  /** @type {HeardSentence[]} */
  let heard = [];
  /** @type {string | null} */
  let language = null;
  let began = 0;

  function show() {
    const { ownLanguage, information } = secondsToHear(heard, language);
    showOne('own-seconds', ownLanguage, targets.ownLanguage);
    showOne('information-seconds', information, targets.information);
  }

  show();
  return {
    /** A call begins. */
    begin() {
      heard = [];
      language = null;
      began = performance.now();
      show();
    },
    /** @param {string | null} tag the caller's language; null, as in the language menu, keeps the former language */
    setLanguage(tag) {
      language = tag ?? language;
      show();
    },
    /**
     * @param {PhoneTurn} turn
     * @param {number} index of the sentence that began
     * @param {number} ago seconds since it began
     */
    hear(turn, index, ago) {
      const sentence = turn.sentences[index];
      if (sentence === undefined) return;
      const at = (performance.now() - began) / 1000 - ago;
      heard.push({ language: sentence.language, isInformation: sentence.prompt === turn.explains, at });
      show();
    },
  };
}

/**
 * @param {string} id
 * @param {number | null} seconds
 * @param {number} target
 */
function showOne(id, seconds, target) {
  const cell = element(id, HTMLElement);
  const isLate = seconds !== null && seconds > target;
  cell.classList.toggle('late', isLate);
  if (seconds === null) return cell.replaceChildren('—');
  const shown = seconds.toFixed(1);
  const [ja, en] = bilingual({ ja: `${shown} 秒`, en: `${shown} s` });
  cell.replaceChildren(ja, ' / ', en, ...(isLate ? [' ⚠ ', ...bilingual(labels.late)] : []));
}
