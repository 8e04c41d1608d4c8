// Pages work without this file. With it, a form whose answer is a page of trouble that could not even read it, such as one that
// is too long, comes back with what was typed when one returns to its page. Passwords and files are never remembered.
const name = 'kotozute-typed';

/** This window's own memory; a browser may refuse it. */
const store = {
  read() {
    try {
      return JSON.parse(sessionStorage.getItem(name) ?? 'null');
    } catch {
      return null;
    }
  },
  write(value) {
    try {
      if (value === null) sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, JSON.stringify(value));
    } catch {
      // Then the browser's own way back is all there is.
    }
  },
};

const isRemembered = ([field, value]) => typeof value === 'string' && field !== 'csrf' && !/password/i.test(field);

addEventListener('submit', ({ target, defaultPrevented }) => {
  if (defaultPrevented || target.method !== 'post') return;
  const { pathname } = new URL(target.action);
  store.write({ action: pathname, fields: [...new FormData(target)].filter(isRemembered), isLost: false });
});

const remembered = store.read();
const trouble = document.querySelector('[data-trouble]');
const form = remembered && [...document.forms].find(({ action }) => new URL(action).pathname === remembered.action);

if (trouble && remembered) {
  const said = trouble.querySelector('[data-remembered]');
  if (said) {
    said.hidden = false;
    store.write({ ...remembered, isLost: true });
  } else store.write(null);
} else if (remembered?.isLost && form) {
  fill(form, remembered.fields);
  store.write(null);
} else if (remembered && !remembered.isLost) store.write(null);

/** What people type and choose; hidden fields belong to the page as it is now. */
function fill(into, fields) {
  const values = Map.groupBy(fields, ([field]) => field);
  for (const element of into.elements) {
    if (!element.name || ['hidden', 'password', 'file', 'submit', 'button'].includes(element.type)) continue;
    const typed = (values.get(element.name) ?? []).map(([, value]) => value);
    if (element.type === 'checkbox' || element.type === 'radio') element.checked = typed.includes(element.value);
    else if (typed.length > 0) element.value = typed[0];
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
