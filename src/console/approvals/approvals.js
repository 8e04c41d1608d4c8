// Approving works without this file. With it, a sound is recorded as heard as soon as all of it has been played.
const form = document.querySelector('form[data-listened]');
const audio = form?.querySelector('audio');

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
    form.requestSubmit();
  });
  // If this browser cannot play the sound, staff may have heard it in another way and must be able to say so.
  audio.addEventListener('error', () => {
    button.disabled = false;
  });
}
