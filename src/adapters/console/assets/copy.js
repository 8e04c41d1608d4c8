// Buttons that copy a field appear only where the browser can do it; elsewhere the field is there to be selected.
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    await navigator.clipboard.writeText(field.value);
    const said = button.parentElement.querySelector('[data-copied]');
    said.textContent = said.dataset.copied;
  });
}
