// Approving works without this file. With it, a sound is recorded as heard as soon as all of it has been played.
const form = document.querySelector('form[data-listened]');
const audio = form?.querySelector('audio');

/** Where the inputs of the page wait while the page is loaded again. */
const name = 'kotozute-approving';
const inputs = () => [...document.querySelectorAll('main input[id]:not([type=hidden])')];
const typedIn = ({ type, checked, value }) => (type === 'checkbox' ? checked : value);

/** What staff type or tick while a sound is playing must outlast its end. */
function keepInputs() {
  const kept = { path: location.pathname, values: inputs().map((input) => [input.id, typedIn(input)]) };
  try {
    sessionStorage.setItem(name, JSON.stringify(kept));
  } catch {
    // A browser may refuse it.
  }
}

function restoreInputs() {
  let kept = null;
  try {
    kept = JSON.parse(sessionStorage.getItem(name) ?? 'null');
    sessionStorage.removeItem(name);
  } catch {
    // Then the page is as the server has made it.
  }
  if (kept?.path !== location.pathname) return;
  const values = new Map(kept.values);
  for (const input of inputs()) {
    const value = values.get(input.id);
    if (value === undefined || value === typedIn(input)) continue;
    if (typeof value === 'boolean') input.checked = value;
    else input.value = value;
    const folded = input.closest('details');
    if (folded) folded.open = true;
  }
}

restoreInputs();

/** Maximum rounding error of a player, in seconds. */
const rounding = 0.5;

if (form && audio) {
  const button = form.querySelector('button');
  const said = form.querySelector('[data-by-itself]');
  button.disabled = true;
  said.textContent = said.dataset.byItself;

  /** Seconds that were played, without skipped parts. */
  const heard = () => {
    let seconds = 0;
    for (let index = 0; index < audio.played.length; index += 1)
      seconds += audio.played.end(index) - audio.played.start(index);
    return seconds;
  };
  audio.addEventListener('ended', () => {
    if (heard() < audio.duration - rounding) {
      said.textContent = said.dataset.skipped;
      return;
    }
    button.disabled = false;
    keepInputs();
    form.requestSubmit();
  });
  // If this browser cannot play the sound, staff may have heard it in another way and must be able to say so.
  audio.addEventListener('error', () => {
    button.disabled = false;
  });
}
