/** Sets up the button that plays the new sounds of all changed texts, one after the other. */
export function prepareChanges() {
  const start = document.querySelector('[data-play-all]');
  if (!start) return;
  start.closest('[data-scripted]').hidden = false;
  const said = document.querySelector('span[data-playing]');
  let stopped = new AbortController();
  const rows = [...document.querySelectorAll('tr[data-prompt]')];
  const stop = () => {
    stopped.abort();
    said.textContent = '';
    for (const row of rows) row.removeAttribute('data-playing');
    for (const audio of document.querySelectorAll('audio')) audio.pause();
  };
  const hear = (audio, signal) =>
    new Promise((end) => {
      for (const event of ['ended', 'error']) audio.addEventListener(event, end, { once: true });
      signal.addEventListener('abort', end, { once: true });
      audio.currentTime = 0;
      audio.play().catch(end);
    });
  start.addEventListener('click', async () => {
    stop();
    stopped = new AbortController();
    const { signal } = stopped;
    for (const row of rows) {
      const audio = row.querySelector('audio[data-side="after"]');
      if (!audio || signal.aborted) continue;
      row.setAttribute('data-playing', '');
      said.textContent = said.dataset.playing.replace('{prompt}', row.dataset.prompt);
      row.scrollIntoView({ block: 'nearest' });
      await hear(audio, signal);
      // After a stop, the user may have started again, and the row may be marked by the new run.
      if (!signal.aborted) row.removeAttribute('data-playing');
    }
    if (!signal.aborted) said.textContent = '';
  });
  document.querySelector('[data-play-none]').addEventListener('click', stop);
}
