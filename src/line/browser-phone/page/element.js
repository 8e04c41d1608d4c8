/**
 * The element with this id, which phone.html promises to have.
 * @template {Element} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 * @throws {TypeError} when page and script do not belong together
 */
export function element(id, type) {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new TypeError(`phone.html has no ${type.name} with the id ${id}.`);
}
