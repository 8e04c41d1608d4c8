import { wordsOf } from './page-words.js';
import { shownParts } from './shown-parts.js';

/** @import { LabelName } from './page-words.js' */
/** @import { Sentence } from './line.js' */

/**
 * Height of the transcript in CSS pixels. Below this height, there is room only for the words, so the caller's last
 * action is scrolled out of view.
 */
const scarce = 240;

/**
 * The transcript: the words of the call, grouped by turn, and between the turns what the caller did.
 * @param {HTMLElement} log
 * @param {(key: string) => void} press
 */
export function createTranscript(log, press) {
  /** @type {HTMLElement | null} the caller's last action; if there is room, it stays visible above the line's answer */
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

  // The new turn must stay visible when the card for a transfer, or a message about a problem, reduces the room for the
  // words.
  new ResizeObserver(() => scrollToNewest('instant')).observe(log);

  /** Disables the buttons of earlier turns, because their keys may mean something else now. */
  function endOffers() {
    for (const button of log.querySelectorAll('button')) button.ariaDisabled = 'true';
  }
  log.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button !== null && button.ariaDisabled !== 'true') press(button.dataset.offer ?? '');
  });

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
      endOffers();
      const turn = document.createElement('div');
      turn.className = 'turn';
      const paragraphs = sentences.map(paragraph);
      turn.append(...paragraphs);
      add(turn);
      return paragraphs;
    },
    /**
     * @param {LabelName} label
     * @param {string} [key] the key that was pressed
     */
    addDoing(label, key) {
      endOffers();
      doing = document.createElement('p');
      doing.className = 'doing';
      const cap = document.createElement('kbd');
      cap.textContent = key ?? '';
      doing.append(...wordsOf(label, { key: cap }));
      add(doing);
    },
  };
}

/** @param {Sentence} sentence */
function paragraph(sentence) {
  const words = document.createElement('p');
  words.lang = sentence.language;
  words.dataset.prompt = sentence.prompt;
  const parts = shownParts(sentence.parts);
  if (sentence.key === null) words.append(...parts);
  else words.append(offer(sentence.key, parts));
  return words;
}

/**
 * A sentence that offers a key, as a button that presses this key.
 * @param {string} key
 * @param {(string | Node)[]} parts
 */
function offer(key, parts) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'offer';
  button.dataset.offer = key;
  button.append(...parts);
  return button;
}
