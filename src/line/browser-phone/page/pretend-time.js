import { element } from './element.js';
import { bilingual, labels } from './labels.js';
import { quickTimes } from './quick-times.js';

/** The simulated time of the line: now, or one that staff want to try. */
export function createPretendTime() {
  const field = element('pretend-at', HTMLInputElement);
  const quick = element('quick-times', HTMLElement);

  /** @type {[keyof typeof labels, string][]} */
  const choices = [['now', ''], .../** @type {any} */ (Object.entries(quickTimes(localDate(new Date()))))];
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
    /** A local date-time such as `2026-11-24T10:00`; undefined for now. */
    at: () => field.value || undefined,
  };
}

/** @param {Date} date */
function localDate(date) {
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
