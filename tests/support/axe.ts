import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';

/**
 * What axe says about a page: the violations with their elements, and the rules that applied to an element and passed.
 */
export interface AxeResult {
  readonly found: readonly { readonly id: string; readonly where: readonly string[] }[];
  readonly passed: readonly string[];
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Code for the browser that runs axe. It enables the rule `target-size`, which is off by default. */
const run = `axe.run(document, { rules: { 'target-size': { enabled: true } } }).then(({ violations, passes }) => ({
  found: violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) })),
  passed: passes.map(({ id }) => id),
}))`;

/** Browser contexts whose pages load axe automatically. */
const prepared = new WeakSet<BrowserContext>();

/**
 * Runs axe on the page in its present state. The browser loads axe with each page, and sends only the needed parts of
 * the result. Axe's own package for Playwright sends axe to the browser again for each run, which takes three times as
 * long.
 * @throws Error if the page has frames, because this function does not check their content
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
