import { element } from './element.js';
import { setWords } from './page-words.js';

/**
 * The button that copies the page's address. The address names the chosen language, because the person who opens the
 * link may have a browser in another language. If the browser does not allow copying, the address is shown instead.
 * @param {() => string | null} chosen the chosen language; null if the caller will choose in the call
 */
export function createCopyLink(chosen) {
  const button = element('copy-link', HTMLButtonElement);
  const said = element('copy-said', HTMLElement);
  const field = element('link-field', HTMLInputElement);

  button.addEventListener('click', async () => {
    const tag = chosen();
    const address = new URL(tag === null ? '/phone' : `/phone?language=${tag}`, location.href).href;
    try {
      // This fails on plain http, where there is no clipboard, and in browsers that refuse access to it.
      await navigator.clipboard.writeText(address);
      field.hidden = true;
      setWords(said, 'copied');
    } catch {
      setWords(said, 'copyByHand');
      field.value = address;
      field.hidden = false;
      field.focus();
      field.select();
    }
    said.hidden = false;
  });

  return {
    /**
     * Removes the message about the last link. Called when the language changes, because each language has its own
     * link.
     */
    reset() {
      said.hidden = true;
      field.hidden = true;
    },
  };
}
