import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Nothing on its own account: no updates, no accounts, no other host. Visits share one renderer, which starts once. */
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

/** Milliseconds for anything to appear; generous, because a machine busy with other things is slow. */
const patience = 60_000;

let shared: Promise<Browser> | undefined;

/**
 * The Chromium that `jest.browser.config.js` found: one for all files that a process runs, and it ends with the process.
 * Visits have nothing in common.
 */
export const sharedBrowser = async (): Promise<Browser> => {
  if (!(await shared)?.isConnected()) shared = chromium.launch({ executablePath: process.env.CHROMIUM, args: flags });
  return (await shared) as Browser;
};

/** One person's visit in a browser without a past. */
export interface Visit {
  readonly page: Page;
  /** What went wrong since the last time this was asked: messages in the console, errors, failed or foreign requests. */
  takeProblems(): string[];
  end(): Promise<void>;
}

/** Opens an empty page and watches it. */
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
    // The page itself gives up sounds and questions that nobody waits for any more.
    if (reason !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${reason}`);
  });
  return {
    page: await context.newPage(),
    takeProblems: () => problems.splice(0),
    end: () => context.close(),
  };
}
