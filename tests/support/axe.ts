import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';

/** The result of axe for a page: violations with their elements, and the rules that had elements to check and passed. */
export interface AxeResult {
  readonly found: readonly { readonly id: string; readonly where: readonly string[] }[];
  readonly passed: readonly string[];
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Code that runs axe, including a rule that axe applies only if it is enabled by name. */
const run = `axe.run(document, { rules: { 'target-size': { enabled: true } } }).then(({ violations, passes }) => ({
  found: violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) })),
  passed: passes.map(({ id }) => id),
}))`;

/** Browser contexts whose pages load axe automatically. */
const prepared = new WeakSet<BrowserContext>();

/**
 * Runs axe on the page in its present state. Axe is loaded with each page, and only the needed parts of its result are
 * transferred. Axe's own package for this browser sends axe again for each run, which takes three times as long.
 * @throws Error for a page with frames, which axe would not check in this way
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
