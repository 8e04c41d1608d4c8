// The pages of texts work without this file. It checks a text while somebody types, inserts values and readings by
// buttons, saves with Ctrl+Enter, warns before unsaved changes are lost, and shows the real length of a sound.
//
// A page has one or more fields, each in an element with data-editor. The field's data-check is the id of the element
// that shows its check. Its data-said is the id of the element whose content screen readers announce.
const fields = [...document.querySelectorAll('[data-editor] textarea[data-check]')];
const form = fields[0]?.form;

/** Milliseconds without typing after which a text is checked. */
const pause = 500;

const nameIn = (part) => /^\{\{\s*([^{}|]*?)\s*\}\}$/.exec(part)?.[1];

/**
 * Sets up one field.
 * @returns `show`, to be called when the browser shows the page, and `askQuietly`, which checks the field although
 * nobody typed into it
 */
function edit(text) {
  const own = text.closest('[data-editor]');
  const check = document.getElementById(text.dataset.check);
  const said = document.getElementById(text.dataset.said);
  let isComposing = false;
  let hasAsked = false;
  let waiting = 0;

  const places = (name) => text.value.split(/(\{\{\s*[^{}|]*?\s*\}\})/).filter((part) => nameIn(part) === name).length;

  const showPlaces = () => {
    for (const chip of own.querySelectorAll('[data-insert][data-wanted]')) {
      const wanted = Number(chip.dataset.wanted);
      const there = places(chip.dataset.insert);
      const { missing, many, there: enough } = chip.closest('.chips').dataset;
      const place = chip.parentElement.querySelector('[data-said]');
      const now = there < wanted ? missing : there > wanted ? many : wanted > 0 ? enough : '';
      if (place.textContent !== now) place.textContent = now;
      place.classList.toggle('chip-wrong', there !== wanted);
    }
  };
  const showLines = () => {
    const lines = text.value.split('\n').filter((line) => line.trim() !== '').length;
    own.querySelector('[data-lines]').textContent = String(lines);
  };
  const askQuietly = () => check.dispatchEvent(new CustomEvent('check'));
  const ask = () => {
    hasAsked = true;
    askQuietly();
  };
  const changed = () => {
    showLines();
    showPlaces();
    clearTimeout(waiting);
    if (!isComposing) waiting = setTimeout(ask, pause);
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
  own.addEventListener('click', ({ target }) => {
    const chip = target.closest?.('button[data-insert], button[data-suggestion]');
    if (chip?.dataset.insert) type(`{{${chip.dataset.insert}}}`);
    if (chip?.dataset.suggestion) takeOver(chip.dataset);
  });

  document.addEventListener('htmx:after:swap', () => {
    // This event also occurs when sounds or the checks of other fields are swapped in. If nobody has typed into this
    // field, nothing is announced for it.
    if (!hasAsked) return;
    const summary = check.querySelector('[data-summary]')?.textContent ?? '';
    if (said.textContent !== summary) said.textContent = summary;
  });
  document.addEventListener('htmx:error', ({ target }) => {
    if (target === check) said.textContent = check.dataset.failed;
  });
  showPlaces();
  const show = () => {
    showLines();
    showPlaces();
    if (text.value !== text.defaultValue) changed();
  };
  return { show, askQuietly };
}

if (form) {
  const [first, ...others] = fields.map(edit);
  // The first of several fields is the source text. After a change to it, the translations are checked again.
  fields[0].addEventListener('change', () => {
    for (const { askQuietly } of others) askQuietly();
  });
  let isSent = false;
  form.addEventListener('submit', () => {
    isSent = true;
  });
  // The browser may restore this page after Back, and the form can then be sent again. Text that was typed before htmx
  // was ready has not been checked yet, so `show` starts a check of every field whose text was changed.
  addEventListener('pageshow', () => {
    isSent = false;
    for (const { show } of [first, ...others]) show();
  });
  addEventListener('beforeunload', (event) => {
    const isChanged = ({ type, value, defaultValue, checked, defaultChecked }) =>
      (type === 'textarea' && value !== defaultValue) || (type === 'checkbox' && checked !== defaultChecked);
    if (([...form.elements].some(isChanged) || 'unsaved' in form.dataset) && !isSent) event.preventDefault();
  });
}

/** Shows the real length of a sound. Media events do not bubble, so the listener captures them. */
const showLength = ({ target }) => {
  const place = target.parentElement?.querySelector('[data-measured]');
  if (!target.matches?.('[data-sound]') || !place || !Number.isFinite(target.duration)) return;
  place.textContent = place.dataset.measured.replace('{n}', target.duration.toFixed(1));
};
document.addEventListener('loadedmetadata', showLength, true);
for (const sound of document.querySelectorAll('[data-sound]')) if (sound.readyState > 0) showLength({ target: sound });
