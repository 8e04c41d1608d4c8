import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, jest } from '#jest';
import { sharedBrowser, startVisit, type Visit } from './browser.ts';
import { type BrowserLine, sharedLine } from './browser-line.ts';

/** What a turn shows of one sentence. */
export interface ShownSentence {
  readonly prompt: string;
  readonly language: string;
  /** Without the readings above the kanji. */
  readonly text: string;
  readonly readings: readonly string[];
}

type Phase = 'idle' | 'connecting' | 'speaking' | 'waiting' | 'dialling' | 'ended' | 'trouble';

/** The browser phone as a person uses it. */
export interface BrowserPhone {
  readonly page: Page;
  readonly audio: Locator;
  /** The turns in the transcript, and what the caller did between them. */
  readonly turns: Locator;
  readonly doings: Locator;
  part(testId: string): Locator;
  /** Waits until the telephone is in a phase. */
  is(phase: Phase): Promise<void>;
  /** By mouse: calls, presses a key, ends a transfer; and waits for the words and the sound of the answer. */
  call(): Promise<void>;
  press(key: string): Promise<void>;
  endDial(outcome: 'answered' | 'busy' | 'no-answer' | 'failed'): Promise<void>;
  newestTurn(): Promise<ShownSentence[]>;
  /** See `Visit`. What is taken here does not fail the test. */
  takeProblems(): string[];
}

interface PhoneOptions extends BrowserContextOptions {
  /** The time to pretend; the machine's own when null. */
  readonly at?: string | null;
  /** What the address ends with, such as `?language=ko`. */
  readonly query?: string;
  /** The moment at which the page's own clock starts; it can then be turned. */
  readonly clock?: string;
}

/** A Tuesday morning on which the bundled call centre is open. */
const tuesday = '2026-11-24T10:00';

/** Milliseconds for one test: generous, because a machine busy with other things is slow. */
const patience = 180_000;

const keyNames: Readonly<Record<string, string>> = { '*': 'star', '#': 'hash' };

/**
 * Every telephone is opened in a browser without a past and closed after its test, which fails on whatever the browser
 * complains of.
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
      // A language that the line does not speak, so that the page chooses none by itself.
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
      // The field lies below the telephone on a small screen; the visit begins where a page begins.
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
    endDial: (outcome) => click(`outcome-${outcome}`),
    newestTurn: () => turns.last().locator('p').evaluateAll(readSentences),
    takeProblems,
  };
}

/** Runs in the browser, whose own types TypeScript for Node does not know. */
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
