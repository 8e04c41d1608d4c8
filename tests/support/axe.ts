import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';

/** What axe says of a page: what is wrong and where, and the rules that found something to look at and nothing wrong. */
export interface AxeResult {
  readonly found: readonly { readonly id: string; readonly where: readonly string[] }[];
  readonly passed: readonly string[];
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** With the rules that axe leaves out unless they are asked for by name, and that count here. */
const run = `axe.run(document, { rules: { 'target-size': { enabled: true } } }).then(({ violations, passes }) => ({
  found: violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) })),
  passed: passes.map(({ id }) => id),
}))`;

/** Browsers' contexts whose pages find axe there when they load. */
const prepared = new WeakSet<BrowserContext>();

/**
 * Lets axe look at the page as it is. Axe comes with each page, and only what is read of its answer comes back: with axe's
 * own package for this browser it is sent anew for each look, which takes three times as long.
 * @throws Error for a page with frames, which this way axe would not see
 */
export async function runAxe(page: Page): Promise<AxeResult> {
  if (page.frames().length > 1) throw new Error(`axe does not see the frames of ${page.url()}.`);
  const context = page.context();
  if (!prepared.has(context)) {
    prepared.add(context);
    await context.addInitScript({ content: source });
    await page.evaluate(source);
  }
  return page.evaluate<AxeResult>(run);
}
