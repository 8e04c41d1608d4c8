// Copy buttons appear only if the browser can copy; otherwise staff select the field themselves.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false;
  // Listens on the whole page, because buttons can be inserted later.
  document.addEventListener('click', async ({ target }) => {
    const button = target.closest?.('[data-copy]');
    if (!button) return;
    const field = document.getElementById(button.dataset.copy);
    field.select();
    const said = button.parentElement.querySelector('[data-copied]');
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = said.dataset.copied;
    } catch {
      // The browser does not allow copying. The field is selected, so that Ctrl+C copies it.
      said.textContent = said.dataset.byHand;
    }
  });
}
