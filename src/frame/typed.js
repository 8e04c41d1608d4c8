// Pages work without this file. It restores what was typed into a form when the page of the form is opened again,
// unless the form was answered. Only a page marked as an answer, and a redirect to a page other than the sign-in page,
// count as answers. An error page for a form that could not be read is not an answer. Neither is any page that is shown
// while the console is down. Passwords and files are never remembered.
const name = 'kotozute-typed';

/** The session storage of this window. A browser may refuse access to it. */
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
      // Without session storage, only the browser's back button can restore a form.
    }
  },
};

/**
 * Whether a hidden field says which revision or source text was shown while somebody typed. If the revision or source
 * text has changed since, the answer to the form says so.
 */
const isSeenThen = (field) => /^(?:basedOn|sourceSeen)(?:\.|$)/.test(field);

/** The addresses of the forms for signing in and signing out. These forms do not replace a remembered form. */
const visitPaths = /^\/console\/(?:sign-in|sign-out)$/;

const isRemembered = ([field, value]) => typeof value === 'string' && field !== 'csrf' && !/password/i.test(field);

addEventListener('submit', ({ target, defaultPrevented }) => {
  if (defaultPrevented || target.method !== 'post') return;
  const { pathname } = new URL(target.action);
  // The next person at this window must not find what was typed.
  if (pathname === '/console/sign-out') store.write(null);
  if (visitPaths.test(pathname)) return;
  store.write({ action: pathname, fields: [...new FormData(target)].filter(isRemembered), isLost: false });
});

const remembered = store.read();
const trouble = document.querySelector('[data-trouble]');
const wasLedHere = performance.getEntriesByType('navigation')[0]?.redirectCount > 0;
// Neither a redirect to the sign-in page nor the redirect after signing in answers the form.
const isSignIn = location.pathname === '/console/sign-in';
const isAnswer = 'answer' in document.body.dataset || (wasLedHere && !isSignIn && !remembered?.isLost);
const form = remembered && [...document.forms].find((each) => isSameForm(each, remembered));

if (trouble && remembered) {
  const said = trouble.querySelector('[data-remembered]');
  if (said) said.hidden = false;
  else store.write(null);
} else if (remembered && isAnswer) store.write(null);
else if (remembered && isSignIn) store.write({ ...remembered, isLost: true });
else if (form) {
  if (fill(form, remembered.fields)) sayRestored();
  store.write(null);
}

/**
 * Whether a form of this page is the one that was sent. Forms of one page can share an address. In that case their
 * hidden fields tell them apart.
 */
function isSameForm({ action, elements }, { action: sentTo, fields }) {
  if (new URL(action).pathname !== sentTo) return false;
  const sent = new Map(fields);
  return [...elements]
    .filter(({ name: field, type }) => field && type === 'hidden' && field !== 'csrf' && !isSeenThen(field))
    .every(({ name: field, value }) => sent.get(field) === value);
}

/**
 * Restores typed and chosen values. Hidden fields other than `isSeenThen` keep the values of the current page.
 * @returns whether anything changed
 */
function fill(into, fields) {
  const values = Map.groupBy(fields, ([field]) => field);
  const typedInto = ({ name: field }) => (values.get(field) ?? []).map(([, value]) => value);
  const isChoice = ({ type }) => type === 'checkbox' || type === 'radio';
  const isFilledIn = ({ name: field, type }) =>
    field && !['hidden', 'password', 'file', 'submit', 'button'].includes(type);
  const isOther = (element) => {
    const [typed, ...more] = typedInto(element);
    if (isChoice(element)) return element.checked !== [typed, ...more].includes(element.value);
    return typed !== undefined && typed !== element.value;
  };
  const others = [...into.elements].filter((element) => isFilledIn(element) && isOther(element));
  if (others.length === 0) return false;
  const seen = [...into.elements].filter(({ name: field, type }) => type === 'hidden' && isSeenThen(field));
  for (const element of [...seen, ...others]) {
    if (isChoice(element)) element.checked = !element.checked;
    else element.value = typedInto(element)[0] ?? element.value;
    // A folded part may be inside another folded part.
    for (let folded = element.closest('details'); folded; folded = folded.parentElement.closest('details'))
      folded.open = true;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return true;
}

/** Shows under the heading that a form was restored. Every page contains the sentence that is shown. */
function sayRestored() {
  const said = document.createElement('p');
  said.textContent = document.querySelector('main').dataset.restored;
  const banner = document.createElement('div');
  banner.className = 'banner banner-warning';
  banner.role = 'status';
  banner.append(said);
  document.querySelector('h1').after(banner);
}
