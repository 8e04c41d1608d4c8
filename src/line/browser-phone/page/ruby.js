/**
 * Kanji with their reading above, or in brackets if the browser does not support ruby.
 * @param {string} text
 * @param {string} reading
 */
export function ruby(text, reading) {
  const element = document.createElement('ruby');
  element.append(text, small('rp', '（'), small('rt', reading), small('rp', '）'));
  return element;
}

/**
 * @param {'rp' | 'rt'} name
 * @param {string} text
 */
function small(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
