import { element } from './element.js';

/**
 * The twelve keys of the telephone, which can be pressed by mouse, touch and keyboard.
 * @param {(key: string) => void} press
 */
export function createKeypad(press) {
  const keypad = element('keypad', HTMLElement);
  const useKeyboard = element('use-keyboard', HTMLInputElement);
  /** @type {Map<string, HTMLButtonElement>} */
  const buttons = new Map();
  for (const button of keypad.querySelectorAll('button')) {
    buttons.set(button.dataset.key ?? '', button);
    button.addEventListener('click', () => press(button.dataset.key ?? ''));
  }

  document.addEventListener('keydown', (event) => {
    // WCAG 2.1.4: shortcuts of a single character can be switched off. They have no effect while someone types in a
    // field.
    if (!useKeyboard.checked || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return;
    // Without NumLock, the number pad sends keys such as arrows. Here, its digits count as digits nevertheless.
    const key = /^Numpad(\d)$/.exec(event.code)?.[1] ?? event.key;
    const button = buttons.get(key);
    if (button === undefined) return;
    event.preventDefault();
    button.dataset.pressed = '';
    setTimeout(() => delete button.dataset.pressed, 150);
    press(key);
  });

  return {
    /** Shows whether the keys have an effect. Keys without effect stay in the focus order. @param {boolean} isHeard */
    setHeard(isHeard) {
      for (const button of buttons.values()) button.ariaDisabled = String(!isHeard);
    },
    /** @param {boolean} isHidden */
    setHidden(isHidden) {
      keypad.hidden = isHidden;
    },
  };
}
