import type { Locator, Page } from 'playwright-core';
import { expect, test } from '#jest';
import { useConsole } from '../support/browser-console.ts';
import { bundledDraft } from '../support/bundled.ts';
import { serveSounds } from '../support/serve-sounds.ts';
import { until } from '../support/until.ts';

const consoles = useConsole();

/** One sentence in the seven languages of the bundled line. */
const prompt = 'keep.card';
const sentence = {
  ja: '{通知|つうち}カードは {大切|たいせつ}に しまって ください。',
  en: 'Keep your Notification Card in a safe place.',
  'zh-Hans': '请妥善保管好您的通知卡片。',
  'zh-Hant': '請妥善保管好您的通知卡片。',
  ko: '통지카드를 안전한 곳에 보관해 주세요.',
  es: 'Guarde su tarjeta de notificación en un lugar seguro.',
  pt: 'Guarde o seu cartão de notificação em um lugar seguro.',
} as const;
const languages = Object.keys(sentence);

/** Uses mouse and keyboard, and counts every click and every Enter. Typing and Tab are not counted. */
class Hand {
  clicks = 0;
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }
  async click(what: Locator): Promise<void> {
    this.clicks += 1;
    await what.click();
  }
  async enter(keys = 'Enter'): Promise<void> {
    this.clicks += 1;
    await this.#page.keyboard.press(keys);
  }
  /** Goes to a field with Tab, and replaces its content. */
  async type(field: string, text: string): Promise<void> {
    await this.#page.locator(field).waitFor();
    for (let presses = 0; (await this.#page.locator(`${field}:focus`).count()) === 0; presses += 1) {
      if (presses > 200) throw new Error(`The keyboard does not reach ${field}.`);
      await this.#page.keyboard.press('Tab');
    }
    await this.#page.keyboard.press('Control+A');
    await this.#page.keyboard.insertText(text);
  }
}

/** The parts of an audio element that this test uses. */
interface Sound {
  readonly ended: boolean;
  readonly currentTime: number;
}

test('One sentence in seven languages: changed, approved by a second person, published and heard, in 18 clicks at most', async () => {
  const line = await consoles.start({}, { draft: bundledDraft() });
  serveSounds(line);
  const { page, office } = line;
  const menu = (name: string) => page.locator('.menu-open').getByRole('link', { name, exact: true });
  await office.publish({ documentNumber: '総情第1号', warningsReason: 'the beginning' });
  await line.letIn('田中', 'editor');
  await line.letIn('佐藤', 'approver');
  const hand = new Hand(page);

  // The author starts at the overview. One page has the sentence in all languages, and saves all of them at once.
  await line.signIn('田中');
  await hand.click(menu('案内の文'));
  await hand.click(page.locator('a.ledger-open', { hasText: prompt }));
  for (const [language, words] of Object.entries(sentence)) await hand.type(`#text-${language}`, words);
  await hand.enter('Control+Enter');
  await page.locator('.banner-good').waitFor();

  // The second person starts at the overview, hears all texts in one go, approves them with one button, and publishes.
  await page.context().clearCookies();
  await line.signIn('佐藤');
  await hand.click(menu('承認'));
  await hand.click(page.getByRole('button', { name: '印を付けた文を続けて聞く' }));
  await page.locator('.approve-text[data-spoken]').first().waitFor();
  // The clock of this office stands still. Without this, no time would have passed for listening.
  office.later(60);
  await page.waitForURL(/notice=approvals\.done\.heard/);
  await hand.click(page.getByRole('button', { name: '印を付けて聞いた文を承認する' }));
  await page.waitForURL(/notice=approvals\.done\.approved/);
  await hand.click(menu('公開'));
  // The page is loaded once more when the language check has ended.
  await page.locator('#crawl-job .banner-good').waitFor();
  await hand.type('#comment', '言い方を分かりやすくした');
  await hand.type('#documentNumber', '総情第2号');
  if ((await page.locator('#warningsReason').count()) > 0) await hand.type('#warningsReason', '前と同じ');
  await hand.enter();
  await page.locator('#publish-job .banner-good').waitFor();

  // The sentence is heard in a rehearsal call that starts at its turn.
  await page.locator('tr[data-prompt]').first().waitFor();
  expect(await page.locator('tr[data-prompt]').count()).toBe(languages.length);
  await hand.click(
    page.locator('tr[data-prompt]', { hasText: sentence.en }).getByRole('link', { name: '電話の中で聞く' }),
  );
  const turn = page.locator('#latest');
  await turn.getByText(sentence.en).waitFor();
  const sound = turn.locator('audio');
  await until('the sound of the call', () =>
    sound.evaluate(({ ended, currentTime }: Sound) => ended || currentTime > 0),
  );
  for (const [language, words] of Object.entries(sentence)) {
    expect(office.shelf.current.words[language]?.prompts[prompt]).toEqual([words]);
  }
  expect(hand.clicks).toBeLessThanOrEqual(18);
  // The exact number, so that an additional click is noticed.
  expect(hand.clicks).toBe(9);
}, 900_000);
