// Approving works without this script. With it, a sound is recorded as heard as soon as it has been played to its end.
// All ticked texts are played one after the other, without a new page between them.
import { playListening } from './approvals-player.js';

/** The name under which the inputs of the page are stored while the page is loaded again. */
const name = 'kotozute-approving';
const inputs = () => [...document.querySelectorAll('main input[id]:not([type=hidden])')];
const typedIn = ({ type, checked, value }) => (type === 'checkbox' ? checked : value);

/** Stores what staff have typed and ticked, because submitting the form loads the page again. */
function keepInputs() {
  const kept = { path: location.pathname, values: inputs().map((input) => [input.id, typedIn(input)]) };
  try {
    sessionStorage.setItem(name, JSON.stringify(kept));
  } catch {
    // A browser may refuse to store anything.
  }
}

function restoreInputs() {
  let kept = null;
  try {
    kept = JSON.parse(sessionStorage.getItem(name) ?? 'null');
    sessionStorage.removeItem(name);
  } catch {
    // If the stored inputs cannot be read, the page stays as the server has made it.
  }
  if (kept?.path !== location.pathname) return;
  const values = new Map(kept.values);
  for (const input of inputs()) {
    const value = values.get(input.id);
    if (value === undefined || value === typedIn(input)) continue;
    if (typeof value === 'boolean') input.checked = value;
    else input.value = value;
    for (let folded = input.closest('details'); folded; folded = folded.parentElement.closest('details'))
      folded.open = true;
  }
}

/**
 * Sends a form in the background. If the answer is a page with a player, its address goes into the address bar.
 * @returns the answered page; null if it has no player, or if the request failed
 */
async function send(form, fields, action = form.action) {
  try {
    const answer = await fetch(action, { method: 'POST', body: fields });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!answer.ok || !page.querySelector('[data-listening]')) return null;
    history.replaceState(null, '', answer.url);
    return page;
  } catch {
    return null;
  }
}

const place = document.querySelector('[data-player]');
/** `left` has the texts of the playlist that come after those in the player. `count` is the number of all its texts. */
const playlist = { left: [], count: 0 };
let player = null;

/** Replaces the player of this page by the player of `page`, which plays the next texts, and starts it. */
function play(page) {
  player?.stop();
  const part = page.querySelector('[data-listening]');
  place.replaceChildren(part);
  const played = [...part.querySelectorAll('[data-text]')].map(({ dataset }) => dataset.text);
  playlist.left = playlist.left.filter((text) => !played.includes(text));
  const first = playlist.count - playlist.left.length - played.length;
  player = playListening(part, { first, count: playlist.count, heard: (form) => goOn(form, played) });
  part.focus({ preventScroll: true });
}

/** Records that the played texts were heard to their end, and plays the next texts. */
async function goOn(form, played) {
  const isUnticked = (text) =>
    document.querySelector(`input[form="approve"][value="${CSS.escape(text)}"]:not(:checked)`);
  const kept = playlist.left.filter((text) => !isUnticked(text));
  playlist.count -= playlist.left.length - kept.length;
  playlist.left = kept;
  const fields = new URLSearchParams(new FormData(form));
  for (const text of playlist.left) fields.append('text', text);
  const page = playlist.left.length > 0 && (await send(form, fields));
  if (!page) {
    // The playlist has ended, or the answer has no player. The browser submits the form itself, so that it shows the
    // answer as a page.
    for (const text of playlist.left) form.append(hidden('text', text));
    keepInputs();
    form.requestSubmit();
    return;
  }
  for (const text of played) {
    const row = `[data-text="${CSS.escape(text)}"] [data-marks]`;
    const marks = page.querySelector(`main ${row}`);
    if (marks) document.querySelector(`main ${row}`)?.replaceWith(marks);
  }
  play(page);
}

function hidden(field, value) {
  const input = document.createElement('input');
  Object.assign(input, { type: 'hidden', name: field, value });
  return input;
}

/** Begins a playlist in this page. If that fails, the browser submits the form itself, so that staff see the answer. */
async function begin(event) {
  const { target: form, submitter } = event;
  const action = submitter?.formAction || form.action;
  if (!place || !action.endsWith('/listening')) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, submitter));
  const page = await send(form, fields, action);
  if (!page) {
    document.removeEventListener('submit', begin);
    form.requestSubmit(submitter);
    return;
  }
  playlist.left = fields.getAll('text');
  playlist.count = playlist.left.length;
  play(page);
}

restoreInputs();
if (place) document.addEventListener('submit', begin);
const part = place?.querySelector('[data-listening]');
if (part) {
  playlist.count = part.querySelectorAll('[data-text]').length;
  play(document);
}
