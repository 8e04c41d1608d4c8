// Approving works without this file. With it, having listened is recorded by itself when all of a sound was played.
const form = document.querySelector('form[data-listened]');
const audio = form?.querySelector('audio');

/** Seconds by which players round. */
const rounding = 0.5;

if (form && audio) {
  const button = form.querySelector('button');
  const said = form.querySelector('[data-by-itself]');
  button.disabled = true;
  said.textContent = said.dataset.byItself;

  /** Seconds that were played, wherever they lie; what was jumped over is not among them. */
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
    form.requestSubmit();
  });
  // Where a sound cannot be played at all, somebody must still be able to say how it was heard.
  audio.addEventListener('error', () => {
    button.disabled = false;
  });
}
