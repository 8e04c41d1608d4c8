import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, jest } from '#jest';
import { sharedBrowser, startVisit, type Visit } from './browser.ts';
import { type BrowserLine, sharedLine } from './browser-line.ts';

/** One sentence, as a turn in the transcript shows it. */
export interface ShownSentence {
  readonly prompt: string;
  readonly language: string;
  /** The text without the readings above the kanji. */
  readonly text: string;
  readonly readings: readonly string[];
}

type Phase = 'idle' | 'connecting' | 'speaking' | 'waiting' | 'dialling' | 'ended' | 'trouble';

/** The browser phone, with functions for what a person does with it. */
export interface BrowserPhone {
  readonly page: Page;
  readonly audio: Locator;
  /** The turns in the transcript, and what the caller did between them. */
  readonly turns: Locator;
  readonly doings: Locator;
  part(testId: string): Locator;
  /** Waits until the telephone is in a phase. */
  is(phase: Phase): Promise<void>;
  /**
   * `call`, `press` and `endDial` use the mouse, and wait until the line is speaking. `endDial` ends a transfer with
   * the buttons that are meant for staff.
   */
  call(): Promise<void>;
  press(key: string): Promise<void>;
  endDial(outcome: 'answered' | 'busy' | 'no-answer' | 'failed'): Promise<void>;
  newestTurn(): Promise<ShownSentence[]>;
  /** See `Visit.takeProblems`. Problems that a test takes do not fail it. */
  takeProblems(): string[];
}

interface PhoneOptions extends BrowserContextOptions {
  /** The simulated time; null for the time of the machine. */
  readonly at?: string | null;
  /** The query of the address, such as `?language=ko`. */
  readonly query?: string;
  /** The time at which the page's clock starts. If it is set, tests control the clock. */
  readonly clock?: string;
}

/** A Tuesday morning on which the bundled call centre is open. */
const tuesday = '2026-11-24T10:00';

/** Time limit of one test in milliseconds. It is generous, because a busy machine is slow. */
const patience = 180_000;

const keyNames: Readonly<Record<string, string>> = { '*': 'star', '#': 'hash' };

/**
 * Lets tests open telephones. Each has its own browser context, which is closed after the test. A test fails if the
 * browser reports a problem.
 */
export function usePhone(): { open(options?: PhoneOptions): Promise<BrowserPhone> } {
  let line: BrowserLine | undefined;
  let browser: Browser | undefined;
  const visits: Visit[] = [];

  jest.setTimeout(patience);
  beforeAll(async () => {
    line = await sharedLine();
    browser = await sharedBrowser();
  });
  afterEach(async () => {
    const ended = visits.splice(0);
    await Promise.all(ended.map((visit) => visit.end()));
    expect(ended.flatMap((visit) => visit.takeProblems())).toEqual([]);
  });
  afterAll(() => expect(line?.takeComplaints()).toEqual([]));

  return {
    async open({ at = tuesday, clock, query = '', ...options } = {}) {
      if (!line || !browser) throw new Error('A telephone can be opened only inside a test.');
      // The browser is set to French. The line does not speak French, so the page does not choose a language by itself.
      const viewport = { width: 1280, height: 800 };
      const visit = await startVisit(browser, { locale: 'fr-FR', viewport, ...options });
      visits.push(visit);
      if (clock) await visit.page.clock.install({ time: clock });
      await visit.page.goto(`${line.address}/phone${query}`);
      const phone = toPhone(visit);
      await phone.is('idle');
      await phone.part('language-ja').waitFor({ state: 'attached' });
      await phone.part('staff').locator('summary').click();
      if (at) await phone.part('pretend-at').fill(at);
      // On a small screen, filling in this field has scrolled the page down. This scrolls it back to its top.
      await visit.page.locator('h1').scrollIntoViewIfNeeded();
      return phone;
    },
  };
}

function toPhone({ page, takeProblems }: Visit): BrowserPhone {
  const part = (testId: string) => page.getByTestId(testId);
  const is = (phase: Phase) => page.locator(`body[data-phase="${phase}"]`).waitFor();
  const click = async (testId: string) => {
    await part(testId).click();
    await is('speaking');
  };
  const turns = part('transcript').locator('.turn');
  return {
    page,
    audio: page.locator('#line-sound'),
    turns,
    doings: part('transcript').locator('.doing'),
    part,
    is,
    call: () => click('call-button'),
    press: (key) => click(`key-${keyNames[key] ?? key}`),
    async endDial(outcome) {
      await part('outcomes').click();
      await click(`outcome-${outcome}`);
    },
    newestTurn: () => turns.last().locator('p').evaluateAll(readSentences),
    takeProblems,
  };
}

/** Reads sentences from their elements. It runs in the browser, whose objects the types for Node do not include. */
export const readSentences = (paragraphs: readonly Paragraph[]): ShownSentence[] =>
  paragraphs.map((words) => ({
    prompt: words.dataset.prompt ?? '',
    language: words.lang,
    text: [...(words.querySelector('button') ?? words).childNodes]
      .map((node) => (node.firstChild ?? node).textContent)
      .join(''),
    readings: [...words.querySelectorAll('rt')].map((reading) => reading.textContent),
  }));

interface Words {
  readonly textContent: string;
  readonly firstChild: Words | null;
}
interface Paragraph {
  readonly dataset: { readonly prompt?: string };
  readonly lang: string;
  readonly childNodes: readonly Words[];
  querySelector(selector: 'button'): { readonly childNodes: readonly Words[] } | null;
  querySelectorAll(selector: 'rt'): readonly Words[];
}
