import { element } from './element.js';
import { inLanguage, ownName } from './labels.js';
import { callLink, shownParts } from './shown-parts.js';

/** @import { Dial, DialOutcome, Titled } from './line.js' */

/**
 * The card that is shown when the caller of a real call would be put through. It has the name and number to call
 * instead, a button to continue, and the outcomes that staff can try.
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
      element('dial-name', HTMLElement).replaceChildren(
        ...dial.names.flatMap((name, index) => (index === 0 ? [titled(name)] : [' / ', titled(name)])),
      );
      element('dial-number', HTMLElement).replaceChildren(callLink(dial.told.text, dial.told.dial));
      for (const [id, sentences] of /** @type {const} */ ([
        ['dial-hours', dial.hours],
        ['dial-charged', dial.charged],
      ])) {
        element(id, HTMLElement).replaceChildren(...sentences.flatMap((sentence) => [titled(sentence), ' ']));
      }
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

/** @param {Titled} words */
function titled({ language, parts }) {
  const element = inLanguage(language, '');
  element.append(...shownParts(parts));
  return element;
}
