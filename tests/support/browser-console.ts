import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeAll, expect, jest } from '#jest';
import { type AxeResult, runAxe } from './axe.ts';
import { sharedBrowser, startVisit, type Visit } from './browser.ts';
import { createTestConsole, listen, type TestConsole, type TestConsoleOptions } from './console-server.ts';
import { goodPassword } from './test-desk.ts';

/** A console of its own and somebody in front of it. */
export interface BrowserConsole extends Omit<TestConsole, 'signIn'> {
  readonly address: string;
  readonly page: Page;
  /** See `Visit`. What is taken here does not fail the test. */
  takeProblems(): string[];
  /** Opens an address below `/console`. */
  open(path: string): Promise<void>;
  signIn(name: string): Promise<void>;
}

/** Milliseconds for one test: generous, because a machine busy with other things is slow. */
const patience = 180_000;

/**
 * Every test has its own console and a browser without a past, and fails on whatever the
 * browser complains of.
 */
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
    // What the server said of it explains what the browser saw.
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

/** A telephone and a desk. */
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
] as const;

/** What is wrong with a page in a window of one width: what axe finds, and by how many pixels it is wider. */
interface Look extends Pick<AxeResult, 'found'> {
  readonly width: number;
  readonly beyond: number;
}

/**
 * Looks at a page as it is on a telephone and on a desk; the window is then as it was.
 * @param picture what pictures of both are called; they are for eyes, and are taken only where CONSOLE_PICTURES names a folder
 * @returns nothing where nothing is wrong
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
