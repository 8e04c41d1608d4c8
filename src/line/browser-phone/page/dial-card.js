import { element } from './element.js';
import { ownName } from './labels.js';

/** @import { Dial, DialOutcome } from './line.js' */

/**
 * The card that is shown when a real line would dial: who would be called, the number, and buttons for the outcomes.
 * @param {(outcome: DialOutcome) => void} choose
 */
export function createDialCard(choose) {
  const card = element('dial-card', HTMLElement);
  for (const button of card.querySelectorAll('button')) {
    button.addEventListener('click', () => choose(/** @type {DialOutcome} */ (button.dataset.outcome)));
  }

  return {
    /** @param {Dial} dial */
    show(dial) {
      element('dial-name', HTMLElement).textContent = dial.destinationName;
      element('dial-number', HTMLElement).textContent = dial.number;
      element('dial-language-row', HTMLElement).hidden = dial.language === null;
      element('dial-language', HTMLElement).replaceChildren(
        ...(dial.language === null ? [] : [ownName(dial.language)]),
      );
      card.hidden = false;
      element('dial-title', HTMLElement).focus();
    },
    hide() {
      card.hidden = true;
    },
  };
}
