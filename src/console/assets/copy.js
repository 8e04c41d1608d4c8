// Buttons that copy a field appear only where the browser can do it; elsewhere the field is there to be selected.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false;
  // Heard on the whole page: buttons may come with a part of it later.
  document.addEventListener('click', async ({ target }) => {
    const button = target.closest?.('[data-copy]');
    if (!button) return;
    const field = document.getElementById(button.dataset.copy);
    field.select();
    await navigator.clipboard.writeText(field.value);
    const said = button.parentElement.querySelector('[data-copied]');
    said.textContent = said.dataset.copied;
  });
}
