/**
 * The element with this id, which must exist in phone.html.
 * @template {Element} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 * @throws {TypeError} when page and script do not match
 */
export function element(id, type) {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new TypeError(`phone.html has no ${type.name} with the id ${id}.`);
}
