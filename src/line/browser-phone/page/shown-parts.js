import { ruby } from './ruby.js';

/** @import { Part } from './line.js' */

/**
 * Words of the line: kanji with their readings, and telephone numbers as links.
 * @param {readonly Part[]} parts
 * @returns {(string | Node)[]}
 */
export const shownParts = (parts) =>
  parts.map(({ text, reading, dial }) => {
    if (reading !== undefined) return ruby(text, reading);
    return dial === undefined ? text : callLink(text, dial);
  });

/**
 * A link that calls a telephone number.
 * @param {string} text the number as shown
 * @param {string} [dial] the digits of the number; by default, the text without hyphens
 */
export function callLink(text, dial = text.replaceAll('-', '')) {
  const link = document.createElement('a');
  link.href = `tel:${dial}`;
  link.textContent = text;
  return link;
}
