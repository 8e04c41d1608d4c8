import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/**
 * With these flags, the browser sends no requests by itself and reaches only localhost, and all visits share one
 * renderer.
 */
const flags = [
  '--process-per-site',
  '--renderer-process-limit=1',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];

/** Time limit in milliseconds for each action in the browser. It is generous, because a busy machine is slow. */
const patience = 60_000;

let shared: Promise<Browser> | undefined;

/**
 * The Chromium that `jest.browser.config.js` found. All test files that a process runs share it, and it ends with the
 * process. Visits share no cookies or stored data.
 */
export const sharedBrowser = async (): Promise<Browser> => {
  if (!(await shared)?.isConnected()) shared = chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });
  return (await shared) as Browser;
};

/** One person's visit, in a fresh browser context. */
export interface Visit {
  readonly page: Page;
  /**
   * Returns the problems since the last call of this function: console messages, errors, failed requests, and requests
   * to other hosts.
   */
  takeProblems(): string[];
  end(): Promise<void>;
}

/** Opens an empty page and collects its problems. */
export async function startVisit(browser: Browser, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'Asia/Tokyo', ...options });
  context.setDefaultTimeout(patience);
  const problems: string[] = [];
  context.on('console', (message) =>
    problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`),
  );
  context.on('weberror', (problem) => problems.push(`error: ${problem.error()}`));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== 'localhost') problems.push(`another host: ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // The page itself aborts requests for sounds and answers that are no longer needed.
    if (reason !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${reason}`);
  });
  return {
    page: await context.newPage(),
    takeProblems: () => problems.splice(0),
    end: () => context.close(),
  };
}
