import type { Page } from 'playwright-core';

/**
 * Code that lists the usable elements and watches the focus. It lists only one button of each radio group, because Tab
 * reaches only one. The arrow keys reach the other buttons.
 */
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
    // In these elements, the browser itself marks the part that has the focus.
    if (target.matches('audio, [type=date], [type=datetime-local]')) return;
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    const { top, bottom, width } = target.getBoundingClientRect();
    const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight && width > 0;
    if (!isSeen) unseen.add(target);
  });
  // The walk starts at the top, even if the page has put the focus elsewhere.
  document.body.tabIndex = -1;
  document.body.focus();
  const tell = (elements) => [...elements].map((each) => each.outerHTML.slice(0, 120));
  window.tabbed = () => ({ unreached: tell(waiting.values()), unseen: tell(unseen) });
})()`;

/** Number of key presses between two checks. */
const atOnce = 25;

/**
 * Goes through a page with Tab.
 * @returns the usable elements that Tab does not reach, and the elements that do not show that they have the focus
 */
export async function walkByTab(page: Page): Promise<{ readonly unreached: string[]; readonly unseen: string[] }> {
  await page.evaluate(watch);
  for (let before = Number.POSITIVE_INFINITY; ; ) {
    // The key presses are sent without waiting for each other. The browser handles them in order.
    await Promise.all(Array.from({ length: atOnce }, () => page.keyboard.press('Tab')));
    const now = await page.evaluate<{ unreached: string[]; unseen: string[] }>('window.tabbed()');
    const left = now.unreached.length;
    if (left === 0 || left >= before) return now;
    before = left;
  }
}
