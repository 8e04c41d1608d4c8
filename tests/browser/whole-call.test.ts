import { describe, expect, test } from '#jest';
import { type BrowserPhone, type ShownSentence, usePhone } from '../support/browser-phone.ts';
import { listen, skipToEnd } from '../support/browser-sound.ts';
import { bundledDraft } from '../support/bundled.ts';

const phones = usePhone();
const { line, words } = bundledDraft();

/** The letters in which each language is written, and a word that its instructions contain. */
const scripts: Readonly<Record<string, { letters: RegExp; known: RegExp }>> = {
  en: { letters: /\p{Script=Latin}/u, known: /\bpress\b/ },
  'zh-Hans': { letters: /[\p{Script=Han}\p{Script=Latin}]/u, known: /请按/ },
  'zh-Hant': { letters: /[\p{Script=Han}\p{Script=Latin}]/u, known: /請按/ },
  ko: { letters: /[\p{Script=Hangul}\p{Script=Latin}]/u, known: /번/ },
  es: { letters: /\p{Script=Latin}/u, known: /\bmarque\b/ },
  pt: { letters: /\p{Script=Latin}/u, known: /\btecle\b/ },
  ja: { letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u, known: /ときは/ },
};

const lettersOf = (sentences: readonly ShownSentence[]) =>
  sentences.flatMap(({ text }) => [...text].filter((sign) => /\p{L}/u.test(sign)));

/** Checks that the turn is all in one language, and that its sound plays and is loud enough. @returns its sentences */
async function hearTurn(phone: BrowserPhone, tag: string): Promise<ShownSentence[]> {
  const heard = await listen(phone.audio);
  expect(heard.duration).toBeGreaterThan(1);
  expect(heard.to).toBeGreaterThan(heard.from);
  expect(heard.peak).toBeGreaterThan(0.02);

  const sentences = await phone.newestTurn();
  expect(new Set(sentences.map(({ language }) => language))).toEqual(new Set([tag]));
  expect(lettersOf(sentences).filter((letter) => !scripts[tag]?.letters.test(letter))).toEqual([]);
  return sentences;
}

const promptsOf = (sentences: readonly ShownSentence[]) => [...new Set(sentences.map(({ prompt }) => prompt))];

/** The used parts of the browser's objects, whose types TypeScript for Node lacks. */
interface Shown {
  getBoundingClientRect(): { y: number; height: number };
  querySelector(selector: string): Shown;
}

interface Offer {
  readonly dataset: { readonly offer?: string };
}

describe('A whole call by mouse, seen and heard', () => {
  test.each(line.languages)(
    'is in $name from the choice of the language to the end',
    async ({ tag, key, destination }) => {
      const phone = await phones.open();
      await phone.call();
      const menu = await phone.newestTurn();
      expect(new Set(menu.map(({ language }) => language))).toEqual(new Set(line.languages.map((each) => each.tag)));

      await phone.press(key);
      const topics = await hearTurn(phone, tag);
      expect(topics.map(({ text }) => text).join('\n')).toMatch(scripts[tag]?.known ?? /^$/);

      await phone.press('1');
      const notice = await hearTurn(phone, tag);
      expect(notice.filter(({ prompt }) => prompt === 'notice.number')).toHaveLength(
        words.get(tag)?.prompts['notice.number']?.length ?? 0,
      );
      await phone.press('9');
      expect(await hearTurn(phone, tag)).toEqual(notice);
      await phone.press('7');
      expect(promptsOf(await hearTurn(phone, tag))).toContain('topic.notice.menu');
      await phone.press('0');
      expect(promptsOf(await hearTurn(phone, tag))).toEqual([`destination.${destination}.transfer`]);

      await skipToEnd(phone.audio);
      await phone.is('dialling');
      const where = line.destinations.find(({ id }) => id === destination);
      expect(await phone.part('dial-number').innerText()).toBe(line.facts[where?.number ?? '']?.value);
      await phone.endDial('answered');
      expect(promptsOf(await hearTurn(phone, tag))).toEqual(['goodbye']);
      await skipToEnd(phone.audio);
      await phone.is('ended');

      const languages = phone.part('transcript').locator('.turn ~ .turn p');
      expect(await languages.count()).toBeGreaterThan(20);
      expect(await phone.part('transcript').locator(`.turn ~ .turn p:not([lang="${tag}"])`).count()).toBe(0);
    },
  );

  test('offers keys as buttons in its sentences until the next turn, and links the number that is said', async () => {
    // A Sunday, on which nobody is put through.
    const phone = await phones.open({ at: '2026-11-22T10:00' });
    const { page, turns, doings } = phone;
    const offers = turns.last().getByRole('button');
    const keys = () => offers.evaluateAll((buttons: Offer[]) => buttons.map(({ dataset }) => dataset.offer));
    const [english = '', korean = ''] = ['en', 'ko'].map((tag) => line.languages.find((each) => each.tag === tag)?.key);
    await phone.call();
    expect(await keys()).toEqual(expect.arrayContaining(line.languages.map(({ key }) => key)));
    const choice = offers.filter({ hasText: `For English, press ${english}.` });
    await choice.click();
    await phone.is('speaking');
    expect(promptsOf(await hearTurn(phone, 'en'))).toContain('welcome');
    expect(await doings.last().innerText()).toContain(english);

    // The keys of the language menu mean topics now.
    const before = turns.first().locator(`[data-offer="${korean}"]`);
    expect(await before.getAttribute('aria-disabled')).toBe('true');
    await before.click({ force: true });
    await before.focus();
    await page.keyboard.press('Enter');
    expect([await doings.count(), await turns.count()]).toEqual([1, 2]);

    const person = offers.and(page.locator('[data-offer="0"]'));
    expect(await person.innerText()).toMatch(/press 0/);
    await person.focus();
    await page.keyboard.press('Enter');
    await phone.is('speaking');
    expect(promptsOf(await hearTurn(phone, 'en'))).toContain('destination.call-centre.number');
    expect([await doings.count(), await turns.count()]).toEqual([2, 3]);
    expect(await turns.nth(1).locator('button:not([aria-disabled="true"])').count()).toBe(0);
    expect(await turns.last().locator('button[aria-disabled="true"]').count()).toBe(0);

    const number = turns.last().locator('[data-prompt="destination.call-centre.number"] a').first();
    const digits = String(line.facts.callCentreNumber?.value).replaceAll('-', '');
    expect(await number.getAttribute('href')).toBe(`tel:${digits}`);
    expect((await number.innerText()).replaceAll(/\D/g, '')).toBe(digits);
  });

  test('shows readings in hiragana above the kanji of Easy Japanese', async () => {
    const phone = await phones.open();
    await phone.call();
    await phone.press(line.languages.find(({ tag }) => tag === 'ja')?.key ?? '');
    const readings = (await phone.newestTurn()).flatMap((sentence) => sentence.readings);
    expect(readings.length).toBeGreaterThan(10);
    expect(readings.filter((reading) => !/^\p{Script=Hiragana}+$/u.test(reading))).toEqual([]);
    const kanji = phone.turns.last().locator('ruby').first();
    // Both positions are read at the same moment, because the words may be scrolling along with the voice.
    const isAbove = await kanji.evaluate((ruby: Shown) => {
      const middle = ({ y, height }: { y: number; height: number }) => y + height / 2;
      return middle(ruby.querySelector('rt').getBoundingClientRect()) < middle(ruby.getBoundingClientRect());
    });
    expect(isAbove).toBe(true);
  });
});
