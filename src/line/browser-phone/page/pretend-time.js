import { element } from './element.js';
import { bilingual, labels } from './labels.js';
import { quickTimes } from './quick-times.js';

/** The simulated time of the line: now, or a time that staff want to try. */
export function createPretendTime() {
  const field = element('pretend-at', HTMLInputElement);
  const quick = element('quick-times', HTMLElement);

  /** @type {[keyof typeof labels, string][]} */
  const choices = [['now', ''], .../** @type {any} */ (Object.entries(quickTimes(today(quick.dataset.timeZone))))];
  const buttons = choices.map(([name, at]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'chip';
    button.value = at;
    button.append(...bilingual(labels[name]));
    button.addEventListener('click', () => {
      field.value = at;
      mark();
    });
    return button;
  });

  function mark() {
    for (const button of buttons) button.ariaPressed = String(button.value === field.value);
  }

  quick.replaceChildren(...buttons);
  field.addEventListener('input', mark);
  mark();

  return {
    /** A date and time in the line's time zone, such as `2026-11-24T10:00`; undefined for now. */
    at: () => field.value || undefined,
  };
}

/**
 * Today's date where the line is, as `YYYY-MM-DD`. Formatted in Swedish, because Swedish writes dates in this form.
 * @param {string | undefined} timeZone
 */
const today = (timeZone) => new Date().toLocaleDateString('sv', { timeZone });
