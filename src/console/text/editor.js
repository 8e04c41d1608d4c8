// The page of one text works without this file. With it, the text is checked while typing, buttons insert values and readings,
// Ctrl+Enter saves, the browser warns before unsaved changes are lost, and the real length of a sound is shown.
const form = document.getElementById('text-form');
const text = document.getElementById('text');
const check = document.getElementById('check');

/** Milliseconds without typing after which the text is checked. */
const pause = 500;

// Only the banner that answers the form just submitted takes the focus.
const answer = document.querySelector('main [data-answer]');
if (answer && document.querySelector('.text-head')) {
  answer.tabIndex = -1;
  answer.focus();
}

if (form && text) {
  const ready = document.getElementById('ready');
  let isComposing = false;
  let isSent = false;
  let waiting = 0;

  const places = (name) => text.value.split(/(\{\{\s*[^{}|]*?\s*\}\})/).filter((part) => nameIn(part) === name).length;
  const nameIn = (part) => /^\{\{\s*([^{}|]*?)\s*\}\}$/.exec(part)?.[1];

  const showPlaces = () => {
    for (const chip of document.querySelectorAll('[data-insert][data-wanted]')) {
      const wanted = Number(chip.dataset.wanted);
      const there = places(chip.dataset.insert);
      const { missing, many, there: enough } = chip.closest('.chips').dataset;
      const said = chip.parentElement.querySelector('[data-said]');
      const now = there < wanted ? missing : there > wanted ? many : wanted > 0 ? enough : '';
      if (said.textContent !== now) said.textContent = now;
      said.classList.toggle('chip-wrong', there !== wanted);
    }
  };
  const showLines = () => {
    const lines = text.value.split('\n').filter((line) => line.trim() !== '').length;
    form.querySelector('[data-lines]').textContent = String(lines);
  };
  const changed = () => {
    showLines();
    showPlaces();
    clearTimeout(waiting);
    if (!isComposing) waiting = setTimeout(() => check.dispatchEvent(new CustomEvent('check')), pause);
  };

  text.addEventListener('compositionstart', () => {
    isComposing = true;
    clearTimeout(waiting);
  });
  text.addEventListener('compositionend', () => {
    isComposing = false;
    changed();
  });
  text.addEventListener('input', changed);
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (event.isComposing || isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  /** Inserts text as if it were typed, so that undo works. */
  const type = (words, from = text.selectionStart, to = text.selectionEnd) => {
    text.focus();
    text.setSelectionRange(from, to);
    if (!document.execCommand('insertText', false, words)) {
      text.setRangeText(words, from, to, 'end');
      changed();
    }
  };
  const takeOver = ({ written, suggestion }) => {
    const parts = text.value.split(/(\{\{[^{}]*\}\}|\{[^{}|]*\|[^{}]*\})/);
    const isRun = (run) => (run === written ? suggestion : run);
    const put = parts.map((part, index) =>
      index % 2 ? part : part.replace(/\p{Script=Han}[\p{Script=Han}々]*/gu, isRun),
    );
    type(put.join(''), 0, text.value.length);
  };
  document.addEventListener('click', ({ target }) => {
    const chip = target.closest?.('button[data-insert], button[data-suggestion]');
    if (chip?.dataset.insert) type(`{{${chip.dataset.insert}}}`);
    if (chip?.dataset.suggestion) takeOver(chip.dataset);
  });

  form.addEventListener('submit', () => {
    isSent = true;
  });
  // A page restored by the browser can be edited again. Text typed before htmx was ready has not been checked yet.
  addEventListener('pageshow', () => {
    isSent = false;
    showLines();
    showPlaces();
    if (text.value !== text.defaultValue) changed();
  });
  addEventListener('beforeunload', (event) => {
    const isChanged = text.value !== text.defaultValue || ready.checked !== ready.defaultChecked;
    if ((isChanged || 'unsaved' in form.dataset) && !isSent) event.preventDefault();
  });

  const said = document.getElementById('check-said');
  document.addEventListener('htmx:after:swap', () => {
    const summary = check.querySelector('[data-summary]')?.textContent ?? '';
    if (said.textContent !== summary) said.textContent = summary;
  });
  document.addEventListener('htmx:error', ({ target }) => {
    if (target === check) said.textContent = check.dataset.failed;
  });
  showPlaces();
}

/** Shows the real length of a sound. Media events do not bubble, so they are captured. */
const showLength = ({ target }) => {
  const place = target.parentElement?.querySelector('[data-measured]');
  if (!target.matches?.('[data-sound]') || !place || !Number.isFinite(target.duration)) return;
  place.textContent = place.dataset.measured.replace('{n}', target.duration.toFixed(1));
};
document.addEventListener('loadedmetadata', showLength, true);
for (const sound of document.querySelectorAll('[data-sound]')) if (sound.readyState > 0) showLength({ target: sound });
