// The rehearsal phone works without this file. Every key is a button of a form, and the address describes the whole
// call. With this file, the next turn is loaded without a new page, and its sound plays automatically. The sentence
// being spoken is marked. The keyboard can press the keys of the telephone. The places that were heard are counted over
// all calls in this window.
import { readCuePoints } from './cue-points.js';
import { prepareChanges } from './rehearsal-changes.js';
import { countPlaces } from './rehearsal-coverage.js';

const call = document.querySelector('[data-call]');
const choices = { play: true, keyboard: true, waits: false };
let sound = null;
let asking = new AbortController();
let silence = 0;

const find = (name) => call.querySelector(`[${name}]`);
const tell = (text) => {
  find('data-phone-trouble').textContent = text;
};

/**
 * Plays the given turns in order, if sounds are to play automatically. After the last turn, the time to press a key
 * begins. If the user chose to wait and presses no key in this time, silence is the next input.
 */
async function play(turns) {
  clearTimeout(silence);
  for (const turn of turns) {
    if (!choices.play) return;
    if (!(await playOne(turn))) return;
  }
  const wait = Number(turns.at(-1)?.dataset.wait ?? 0);
  if (wait > 0) silence = setTimeout(() => choices.waits && press('s'), wait * 1000);
}

/** @returns whether the sound was played to its end */
async function playOne(turn) {
  const audio = turn.querySelector('audio');
  sound?.pause();
  sound = audio;
  void mark(turn, audio);
  try {
    await audio.play();
  } catch (refusal) {
    if (sound === audio && audio.isConnected && refusal.name !== 'AbortError') {
      tell(refusal.name === 'NotAllowedError' ? call.dataset.blocked : call.dataset.notPlayed);
    }
    return false;
  }
  return new Promise((end) => {
    audio.addEventListener('ended', () => end(true), { once: true });
    audio.addEventListener('pause', () => audio.ended || end(false), { once: true });
    audio.addEventListener('error', () => end(false), { once: true });
  });
}

/** Marks the sentence that is being spoken, no matter how the sound was started. */
async function mark(turn, audio) {
  if (audio.dataset.marked !== undefined) return;
  audio.dataset.marked = '';
  const sentences = [...turn.querySelectorAll('[data-sentence]')];
  let starts = [];
  try {
    const answer = await fetch(audio.src);
    if (answer.ok) starts = readCuePoints(await answer.arrayBuffer());
  } catch {
    // Without the cue points, no sentence is marked. The sound and the words still work.
  }
  if (starts.length !== sentences.length) return;
  const show = () => {
    const index = audio.ended || audio.paused ? -1 : starts.findLastIndex((start) => start <= audio.currentTime);
    for (const [place, sentence] of sentences.entries()) sentence.toggleAttribute('data-spoken', place === index);
  };
  for (const event of ['timeupdate', 'pause', 'ended', 'playing']) audio.addEventListener(event, show);
  show();
}

/**
 * Loads the call at an address, shows it instead of the current one, and plays its new turns. If the call has no new
 * turns, its last turn is played.
 * @param focus a selector of the element that gets the focus
 */
async function go(address, focus) {
  asking.abort();
  asking = new AbortController();
  clearTimeout(silence);
  sound?.pause();
  const before = call.querySelectorAll('[data-turn]').length;
  try {
    const answer = await fetch(address, { signal: asking.signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.querySelector('[data-call]');
    // If the answer is a page without a call, such as the sign-in page, the browser opens it.
    if (!next) return location.assign(address);
    call.replaceChildren(...next.childNodes);
  } catch (problem) {
    if (problem.name !== 'AbortError') tell(call.dataset.notLoaded);
    return;
  }
  history.replaceState(null, '', address);
  prepare();
  call.querySelector(focus)?.focus({ preventScroll: true });
  const turns = [...call.querySelectorAll('[data-turn]')];
  const fresh = turns.length > before ? turns.slice(before) : turns.slice(-1);
  // In a narrow window the keys are above the words. The page must not scroll, because the keys would then move while
  // they are being pressed.
  if (matchMedia('(width >= 64rem)').matches) fresh[0]?.scrollIntoView({ block: 'nearest' });
  await play(fresh);
}

const addressOf = (form, button) => {
  const fields = new URLSearchParams(new FormData(form, button));
  return `/console/rehearsal?${fields}`;
};

function press(sign) {
  find(`data-sign="${sign}"`)?.click();
}

function submit(event) {
  const { target: form, submitter } = event;
  if (!form.matches('[data-keys]')) return;
  event.preventDefault();
  const { sign } = submitter?.dataset ?? {};
  const focus = sign === undefined ? '[data-again]' : `[data-sign="${sign}"], [data-keys] button`;
  void go(addressOf(form, submitter), focus);
}

function keydown(event) {
  if (!choices.keyboard || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.matches('input:not([type="checkbox"]), textarea, select')) return;
  // Without NumLock, the number pad sends keys such as Home and the arrows. Here its keys count as their digits anyway.
  const key = /^Numpad(\d)$/.exec(event.code)?.[1] ?? event.key;
  if (!/^[0-9*#]$/.test(key)) return;
  const button = call.querySelector(`[data-key="${key}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
}

/** Sets up the call that has just been inserted into the page. */
function prepare() {
  find('data-scripted').hidden = false;
  const waits = find('data-waits');
  // The time to press a key begins when an automatically played sound has ended. Without automatic sounds, there is
  // nothing to wait for.
  waits.disabled = !choices.play;
  for (const name of Object.keys(choices)) {
    const box = find(`data-${name}`);
    box.checked = choices[name];
    box.addEventListener('change', () => {
      choices[name] = box.checked;
      waits.disabled = !choices.play;
    });
  }
  find('data-stop').addEventListener('click', () => {
    clearTimeout(silence);
    sound?.pause();
  });
  for (const turn of call.querySelectorAll('[data-turn]')) {
    const audio = turn.querySelector('audio');
    audio.addEventListener('play', () => {
      if (sound !== audio) sound?.pause();
      sound = audio;
      void mark(turn, audio);
    });
    for (const link of turn.querySelectorAll('[data-report]')) {
      link.addEventListener('click', () => {
        // If this turn was the last one played, the report includes the current position in seconds.
        if (sound !== audio || !(audio.currentTime > 0)) return;
        const address = new URL(link.href);
        address.searchParams.set('second', audio.currentTime.toFixed(1));
        link.href = address.href;
      });
    }
  }
  if (navigator.clipboard) find('data-copy').hidden = false;
  countPlaces(call);
}

if (call) {
  prepare();
  call.addEventListener('submit', submit);
  document.addEventListener('keydown', keydown);
  // With this hash, the address is a link to the last turn of a call, so this turn is played.
  if (location.hash === '#latest') void play([...call.querySelectorAll('[data-turn]')].slice(-1));
}
prepareChanges();
