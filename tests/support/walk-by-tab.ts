import type { Page } from 'playwright-core';

/** Marks what can be used, and watches where the focus goes; of radio buttons one is reached, and arrows lead to the others. */
const watch = `(() => {
  const usable = ':is(a[href], button, input, select, textarea, summary, audio[controls]):not([tabindex="-1"])';
  const nameOf = (each) => (each.type === 'radio' ? each.form?.action + ' ' + each.name : each);
  const waiting = new Map();
  for (const each of document.querySelectorAll(usable)) {
    const isUsable = !each.disabled && each.type !== 'hidden' && each.checkVisibility({ visibilityProperty: true });
    if (isUsable && !waiting.has(nameOf(each))) waiting.set(nameOf(each), each);
  }
  const unseen = new Set();
  addEventListener('focusin', ({ target }) => {
    waiting.delete(nameOf(target));
    // The browser itself marks the part of these that has the focus.
    if (target.matches('audio, [type=date], [type=datetime-local]')) return;
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    const { top, bottom, width } = target.getBoundingClientRect();
    const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight && width > 0;
    if (!isSeen) unseen.add(target);
  });
  // From the top, wherever the page itself has put the focus.
  document.body.tabIndex = -1;
  document.body.focus();
  const tell = (elements) => [...elements].map((each) => each.outerHTML.slice(0, 120));
  window.tabbed = () => ({ unreached: tell(waiting.values()), unseen: tell(unseen) });
})()`;

/** Presses between two looks. */
const atOnce = 25;

/** Goes through a page with Tab: what can be used but is not reached, and what is reached without showing where one is. */
export async function walkByTab(page: Page): Promise<{ readonly unreached: string[]; readonly unseen: string[] }> {
  await page.evaluate(watch);
  for (let before = Number.POSITIVE_INFINITY; ; ) {
    // Sent without waiting for each; the browser takes them in their order.
    await Promise.all(Array.from({ length: atOnce }, () => page.keyboard.press('Tab')));
    const now = await page.evaluate<{ unreached: string[]; unseen: string[] }>('window.tabbed()');
    const left = now.unreached.length;
    if (left === 0 || left >= before) return now;
    before = left;
  }
}
