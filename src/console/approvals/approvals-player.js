import { readCuePoints } from './cue-points.js';

/** Maximum rounding error of a player, in seconds. */
const rounding = 0.5;

/** Seconds that were played, without skipped parts. */
function secondsHeard({ played }) {
  let seconds = 0;
  for (let index = 0; index < played.length; index += 1) seconds += played.end(index) - played.start(index);
  return seconds;
}

/** The times at which the sentences of a sound begin, in seconds; empty if the file cannot be read or lacks them. */
async function startsOf(audio) {
  try {
    const answer = await fetch(audio.src);
    return answer.ok ? readCuePoints(await answer.arrayBuffer()) : [];
  } catch {
    // Without these times, no sentence can be marked, but the sound still plays.
    return [];
  }
}

/**
 * The sentences of the sound, in order, each with three elements. `text` is the entry of its text in the playlist.
 * `row` is the row of this text in the page; null if the page has none. `sentence` is the sentence in that row; null if
 * the row shows another number of sentences than is spoken.
 */
function sentencesOf(texts) {
  return texts.flatMap((text) => {
    const row = document.querySelector(`.approve-text[data-text="${CSS.escape(text.dataset.text)}"]`);
    const count = Number(text.dataset.sentences);
    const shown = [...(row?.querySelectorAll('[data-sentence]') ?? [])];
    // If the row shows another number of sentences, for example because variants are spoken, only the whole text is
    // marked.
    return Array.from({ length: count }, (_, index) => ({
      text,
      row,
      sentence: shown.length === count ? shown[index] : null,
    }));
  });
}

/**
 * Plays a listening. Marks the sentence that is being played, reacts to keys, and calls `heard` once the whole sound
 * has been played.
 * @param part the element of the player
 * @param first the position of this player's first text in the playlist, from 0
 * @param count number of texts in the playlist
 * @param heard called with the form that confirms that the sound was heard
 * @returns an object whose function `stop` ends the player
 */
export function playListening(part, { first, count, heard }) {
  const form = part.querySelector('[data-listened]');
  const audio = part.querySelector('audio');
  const title = part.querySelector('[data-progress]');
  const said = part.querySelector('[data-said]');
  const button = form.querySelector('button[type=submit]');
  const keys = part.querySelector('[data-keys]');
  const texts = [...part.querySelectorAll('[data-text]')];
  const sentences = sentencesOf(texts);
  const stopped = new AbortController();
  const { signal } = stopped;
  let starts = [];
  let now = null;

  const tell = (what) => {
    said.textContent = said.dataset[what];
  };

  /** Marks one sentence; none if `next` is null. Scrolls when another text is reached. */
  const mark = (next) => {
    if (next === now) return;
    for (const element of [now?.row, now?.sentence, now?.text]) element?.removeAttribute('data-spoken');
    for (const element of [next?.row, next?.sentence, next?.text]) element?.setAttribute('data-spoken', '');
    if (next && next.text !== now?.text) {
      title.textContent = title.dataset.progress
        .replace('{place}', first + texts.indexOf(next.text) + 1)
        .replace('{count}', count);
      next.row?.scrollIntoView({ block: 'nearest' });
    }
    now = next;
  };

  const show = () => {
    if (starts.length !== sentences.length) return;
    mark(
      sentences[
        Math.max(
          0,
          starts.findLastIndex((start) => start <= audio.currentTime),
        )
      ],
    );
  };

  /** Goes to the beginning of another text. `by` is 1 for the next text and -1 for the previous one. */
  const step = (by) => {
    if (starts.length !== sentences.length || !now) return;
    const wanted = texts[Math.max(0, texts.indexOf(now.text) + by)];
    const index = sentences.findIndex(({ text }) => text === wanted);
    if (index >= 0) audio.currentTime = starts[index];
  };

  const start = () => audio.play().catch((refusal) => refusal.name === 'NotAllowedError' && tell('blocked'));
  const stop = () => {
    stopped.abort();
    audio.pause();
    mark(null);
  };

  const keydown = (event) => {
    if (!keys.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.matches('input:not([type=checkbox]), textarea, select, audio')) return;
    const isOnControl = event.target.matches('a, button, input, summary');
    const isInside = part.contains(event.target) && !isOnControl;
    if (event.key === ' ' && !isOnControl) void (audio.paused ? start() : audio.pause());
    else if (event.key === 'j' || (isInside && event.key === 'ArrowDown')) step(1);
    else if (event.key === 'k' || (isInside && event.key === 'ArrowUp')) step(-1);
    else return;
    event.preventDefault();
  };

  button.disabled = true;
  tell('byItself');
  part.querySelector('[data-scripted]').hidden = false;
  for (const stepper of part.querySelectorAll('[data-step]')) {
    stepper.hidden = false;
    stepper.addEventListener('click', () => step(Number(stepper.dataset.step)));
  }
  for (const event of ['timeupdate', 'playing', 'seeked']) audio.addEventListener(event, show, { signal });
  audio.addEventListener(
    'ended',
    () => {
      if (secondsHeard(audio) < audio.duration - rounding) return tell('skipped');
      button.disabled = false;
      mark(null);
      heard(form);
    },
    { signal },
  );
  // If this browser cannot play the sound, staff can save it as a file and hear it on another machine. The form to
  // state this is then unfolded.
  audio.addEventListener(
    'error',
    () => {
      const elsewhere = part.querySelector('[data-elsewhere]');
      if (elsewhere) elsewhere.open = true;
      tell('unplayable');
    },
    { signal },
  );
  document.addEventListener('keydown', keydown, { signal });
  void startsOf(audio).then((found) => {
    starts = found;
    show();
  });
  void start();
  return { stop };
}
