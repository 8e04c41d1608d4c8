import { element } from './element.js';
import { setWords } from './page-words.js';

/** @import { PhoneTurn } from './line.js' */

/** The names of the labels for key 0, by what the key leads to. */
const zero = /** @type {const} */ ({ person: 'person', number: 'personNumber', emergency: 'personEmergency' });

/**
 * Named buttons for the commands of the keys 9, 8, 7 and 0.
 * @param {(key: string) => void} press
 */
export function createCommands(press) {
  const commands = element('commands', HTMLElement);
  const slower = element('slower', HTMLButtonElement);
  const buttons = [...commands.querySelectorAll('button')];
  for (const button of buttons) {
    button.addEventListener('click', () => {
      if (button.ariaDisabled !== 'true') press(button.dataset.command ?? '');
    });
  }

  return {
    /**
     * Enables the buttons whose keys have an effect. In the language menu, digits choose languages, and only 0 is a
     * command.
     * @param {PhoneTurn | null} turn the turn that waits for a key; null if none does
     */
    setHeard(turn) {
      for (const button of buttons) {
        const isHeard = turn !== null && (turn.language !== null || button.dataset.command === '0');
        button.ariaDisabled = String(!isHeard);
      }
    },
    /** Labels key 0. @param {PhoneTurn['zero'] | null} leadsTo what the key leads to now; null if that is not known */
    setZero(leadsTo) {
      setWords(element('person-label', HTMLElement), leadsTo === null ? 'personUnknown' : zero[leadsTo]);
    },
    /** @param {boolean} isSlow */
    setSlow(isSlow) {
      slower.ariaPressed = String(isSlow);
    },
    /** @param {boolean} isHidden */
    setHidden(isHidden) {
      commands.hidden = isHidden;
    },
  };
}
