import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeAll, expect, jest } from '#jest';
import { type AxeResult, runAxe } from './axe.ts';
import { sharedBrowser, startVisit, type Visit } from './browser.ts';
import { createTestConsole, listen, type TestConsole, type TestConsoleOptions } from './console-server.ts';
import { goodPassword } from './test-desk.ts';

/** A console for one test, and a browser page in which the test uses it. */
export interface BrowserConsole extends Omit<TestConsole, 'signIn'> {
  readonly address: string;
  readonly page: Page;
  /** See `Visit.takeProblems`. Problems that a test takes do not fail it. */
  takeProblems(): string[];
  /** Opens an address below `/console`. */
  open(path: string): Promise<void>;
  signIn(name: string): Promise<void>;
}

/** Time limit of one test in milliseconds. It is generous, because a busy machine is slow. */
const patience = 180_000;

/** Gives every test its own console and a fresh browser context. A test fails if the browser reports a problem. */
export function useConsole(): {
  start(options?: BrowserContextOptions, more?: TestConsoleOptions): Promise<BrowserConsole>;
} {
  let browser: Browser | undefined;
  const visits: Visit[] = [];
  const lines: TestConsole[] = [];
  const servers: AsyncDisposable[] = [];
  jest.setTimeout(patience);
  beforeAll(async () => {
    browser = await sharedBrowser();
  });
  afterEach(async () => {
    const ended = visits.splice(0);
    await Promise.all(ended.map((visit) => visit.end()));
    await Promise.all(servers.splice(0).map((server) => server[Symbol.asyncDispose]()));
    const seen = ended.flatMap((visit) => visit.takeProblems());
    const reported = lines.splice(0).flatMap((line) => line.reported);
    // The errors that the server reported explain the problems in the browser.
    expect(seen.length > 0 ? { seen, reported } : null).toBeNull();
  });

  return {
    async start(options = {}, more = {}) {
      if (!browser) throw new Error('A console can be started only inside a test.');
      const line = await createTestConsole(more);
      lines.push(line);
      const server = await listen(line.app);
      servers.push(server);
      const visit = await startVisit(browser, { viewport: { width: 1280, height: 800 }, ...options });
      visits.push(visit);
      const { page, takeProblems } = visit;
      const open = async (path: string) => void (await page.goto(`${server.address}/console${path}`));
      return {
        ...line,
        address: server.address,
        page,
        takeProblems,
        open,
        async signIn(name) {
          await open('/sign-in');
          await page.locator('#name').fill(name);
          await page.locator('#password').fill(goodPassword);
          await page.locator('main button[type=submit]').click();
          await page.locator('.menu').first().waitFor({ state: 'attached' });
        },
      };
    },
  };
}

const pictures = process.env.CONSOLE_PICTURES;

/** Window sizes of a telephone and of a desktop computer. */
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
] as const;

/**
 * The problems of a page in a window of one width: the violations that axe finds, and by how many pixels the page is
 * wider than the window.
 */
interface Look extends Pick<AxeResult, 'found'> {
  readonly width: number;
  readonly beyond: number;
}

/**
 * Checks a page at the sizes of a telephone and of a desktop computer, and then restores the size of the window.
 * @param picture the beginning of the file names of two screenshots, one for each size. They are for people to look at,
 * and are taken only if CONSOLE_PICTURES names a folder
 * @returns the sizes with problems; empty if there are none
 */
export async function lookAt(page: Page, picture?: string): Promise<Look[]> {
  const before = page.viewportSize();
  const looks: Look[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    if (pictures && picture)
      await page.screenshot({ path: join(pictures, `${picture}-${size.width}.png`), fullPage: true });
    const { found } = await runAxe(page);
    const beyond = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (found.length > 0 || beyond > 0) looks.push({ width: size.width, found, beyond });
  }
  if (before) await page.setViewportSize(before);
  return looks;
}
