import { bilingual } from './labels.js';
import { ruby } from './ruby.js';

/** @import { Label } from './labels.js' */
/** @import { Sentence } from './line.js' */

/** Below this height, in CSS pixels, there is only room for the words themselves. */
const scarce = 240;

/**
 * The words of the call, grouped by turn, with what the caller did between them.
 * @param {HTMLElement} log
 */
export function createTranscript(log) {
  /** @type {HTMLElement | null} the caller's last action: it stays visible above the answer to it, if there is room */
  let doing = null;

  /** @type {HTMLElement | null} */
  let newest = null;

  /**
   * Scrolls the beginning of the new turn to the top, because a long turn is read from its first sentence.
   * @param {ScrollBehavior} behavior
   */
  function scrollToNewest(behavior) {
    const top = log.clientHeight < scarce ? newest : (doing ?? newest);
    if (top !== null) log.scrollTo({ top: top.offsetTop - log.offsetTop - 8, behavior });
  }

  /** @param {HTMLElement} entry */
  function add(entry) {
    log.append(entry);
    newest = entry;
    scrollToNewest('auto');
  }

  // A card or a notice reduces the room for the words; the new turn must stay visible.
  new ResizeObserver(() => scrollToNewest('instant')).observe(log);

  return {
    clear() {
      doing = null;
      newest = null;
      log.replaceChildren();
    },
    /**
     * @param {Sentence[]} sentences
     * @returns {HTMLElement[]} the displayed sentences
     */
    addTurn(sentences) {
      const turn = document.createElement('div');
      turn.className = 'turn';
      const paragraphs = sentences.map(paragraph);
      turn.append(...paragraphs);
      add(turn);
      return paragraphs;
    },
    /**
     * @param {Label} label
     * @param {string} [key] the key that was pressed
     */
    addDoing(label, key) {
      doing = document.createElement('p');
      doing.className = 'doing';
      if (key !== undefined) {
        const cap = document.createElement('kbd');
        cap.textContent = key;
        doing.append(cap, ' ');
      }
      doing.append(...bilingual(label));
      add(doing);
    },
  };
}

/** @param {Sentence} sentence */
function paragraph(sentence) {
  const words = document.createElement('p');
  words.lang = sentence.language;
  words.dataset.prompt = sentence.prompt;
  words.append(
    ...sentence.parts.map((part) => (part.reading === undefined ? part.text : ruby(part.text, part.reading))),
  );
  return words;
}
