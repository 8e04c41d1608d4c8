import type { Page } from 'playwright-core';
import { describe, expect, test } from '#jest';
import { ownMessages } from '../../src/line/browser-phone/page/own-messages.js';
import { ownWords } from '../../src/line/browser-phone/page/own-words.js';
import { type BrowserPhone, usePhone } from '../support/browser-phone.ts';
import { skipToEnd } from '../support/browser-sound.ts';
import { bundledDraft } from '../support/bundled.ts';

const phones = usePhone();
const { languages } = bundledDraft().line;

interface Link {
  getAttribute(name: string): string | null;
}

/** The used parts of the browser's objects, whose types TypeScript for Node lacks. */
interface Media {
  muted: boolean;
}
declare const navigator: { readonly clipboard: { readText(): Promise<string> } };

const addressOf = (phone: BrowserPhone) => new URL(phone.page.url());
const promptsOf = async (phone: BrowserPhone) => (await phone.newestTurn()).map(({ prompt }) => prompt);
const spokenIn = async (phone: BrowserPhone) => new Set((await phone.newestTurn()).map(({ language }) => language));

describe('A link with a language', () => {
  test.each(languages)('labels the page and starts the call in $name, but not by itself', async ({ tag, name }) => {
    const phone = await phones.open({ query: `?language=${tag}`, at: null });
    const own = ownWords[tag] ?? {};
    const link = phone.part(`language-${tag}`);
    expect(await link.innerText()).toBe(name);
    expect(await link.getAttribute('aria-current')).toBe('true');
    expect([await link.getAttribute('lang'), await link.getAttribute('hreflang')]).toEqual([tag, tag]);
    expect(await phone.page.locator('#languages [aria-current]').count()).toBe(1);
    expect(await phone.part('call-button').innerText()).toBe(own.call);
    expect(await phone.part('call-button').locator('span span').getAttribute('lang')).toBe(tag);
    expect(await phone.part('what').locator('rt').count()).toBe(tag === 'ja' ? 6 : 0);
    for (const [part, label] of [
      ['hang-up-button', own.hangUp],
      ['command-again', own.again],
      ['command-slower', own.slower],
      ['command-back', own.back],
      ['command-person', own.personUnknown],
    ] as const) {
      expect(await phone.part(part).innerText()).toContain(label);
    }
    await phone.is('idle');
    expect(await phone.turns.count()).toBe(0);

    await phone.call();
    expect(await spokenIn(phone)).toEqual(new Set([tag]));
    expect(await promptsOf(phone)).not.toContain('language-item');
    expect(await phone.page.locator('#call-language').innerText()).toBe(name);
  });

  test('puts the focus on the button that calls, so that one key is enough', async () => {
    const phone = await phones.open({ query: '?language=PT', at: null });
    // `phones.open` has opened the part for staff, which took the focus away.
    await phone.page.reload();
    await phone.page.locator('[data-testid="call-button"]:focus').waitFor();
    await phone.page.keyboard.press('Enter');
    await phone.is('speaking');
    expect(await spokenIn(phone)).toEqual(new Set(['pt']));
  });

  test('with a region leads to the matching language of the line', async () => {
    const phone = await phones.open({ query: '?language=zh-TW' });
    await phone.page.locator('[data-testid="language-zh-Hant"][aria-current]').waitFor();
    expect(await phone.part('language-notice').isVisible()).toBe(false);
    await phone.call();
    expect(await spokenIn(phone)).toEqual(new Set(['zh-Hant']));
  });

  test('that the line does not speak is reported in a sentence, and the call starts at the language menu', async () => {
    const phone = await phones.open({ query: '?language=xx' });
    const notice = await phone.part('language-notice').innerText();
    expect(notice).toContain('This line does not speak the language of the link');
    expect(notice).toContain('リンクのことばは、この電話にありません');
    expect(await phone.part('by-key').getAttribute('aria-current')).toBe('true');
    expect(await phone.part('call-button').innerText()).toMatch(/案内を聞く[\s\S]*Listen/);
    await phone.call();
    expect(await promptsOf(phone)).toContain('language-item');
  });

  test('counts even if a call begins before the list of languages is loaded', async () => {
    const phone = await phones.open({ query: '?language=ko', at: null });
    const gate = Promise.withResolvers<void>();
    await phone.page.route('**/phone/line.json', async (route) => {
      await gate.promise;
      await route.continue();
    });
    await phone.page.reload();
    await phone.call();
    expect(await spokenIn(phone)).toEqual(new Set(['ko']));
    gate.resolve();
    await phone.part('language-ko').waitFor();
    expect(await phone.part('language-ko').getAttribute('aria-current')).toBe('true');
    await phone.is('speaking');
  });

  test('is not needed for a call: if the list of languages cannot be loaded, the call starts at the language menu', async () => {
    const phone = await phones.open({ at: null });
    await phone.page.route('**/phone/line.json', (route) => route.fulfill({ status: 503, body: 'Not now.' }));
    await phone.page.reload();
    await phone.part('language-notice').waitFor();
    expect(await phone.part('language-notice').innerText()).toContain('The languages could not be loaded');
    await phone.call();
    expect(await promptsOf(phone)).toContain('language-item');
    expect(phone.takeProblems()).toEqual([expect.stringContaining('503')]);
  });
});

describe('Choosing a language on the page', () => {
  test.each([
    ['en', 'Choose in the call, with a number'],
    ['zh-Hans', '通话中按数字键选择语言'],
    ['zh-Hant', '通話中按數字鍵選擇語言'],
    ['ko', '통화 중에 숫자를 눌러 언어 선택'],
    ['es', 'Elegir en la llamada, con un número'],
    ['pt', 'Escolher na ligação, por número'],
    ['ja', 'でんわの なかで、すうじを おして えらぶ'],
  ])('has a last choice, labelled in %s, to choose the language in the call instead', async (tag, words) => {
    const phone = await phones.open({ query: `?language=${tag}` });
    await phone.page.locator('[data-testid="by-key"]', { hasText: words }).waitFor();
    if (tag !== 'ko') return;
    await phone.part('by-key').click();
    await phone.call();
    expect(await promptsOf(phone)).toContain('language-item');
  });

  test('changes the address, the labels and the next call, and can be undone', async () => {
    const phone = await phones.open();
    const visits = await phone.page.evaluate('history.length');
    await phone.part('language-ko').click();
    expect(addressOf(phone).search).toBe('?language=ko');
    expect(await phone.part('call-button').innerText()).toBe('안내 듣기');
    expect(await phone.part('language-ko').getAttribute('aria-current')).toBe('true');
    await phone.part('by-key').click();
    expect(addressOf(phone).search).toBe('');
    expect(await phone.part('language-ko').getAttribute('aria-current')).toBeNull();
    expect(await phone.part('call-button').innerText()).toMatch(/案内を聞く[\s\S]*Listen/);
    await phone.part('language-es').click();
    expect(await phone.page.evaluate('history.length')).toBe(visits);
    await phone.call();
    expect(await spokenIn(phone)).toEqual(new Set(['es']));
  });

  test('in the middle of a call starts a new call in that language', async () => {
    const phone = await phones.open();
    await phone.call();
    await phone.press('1');
    expect(await spokenIn(phone)).toEqual(new Set(['en']));
    await phone.part('language-zh-Hant').click();
    await phone.page.locator('#call-language', { hasText: '台灣華語' }).waitFor();
    await phone.is('speaking');
    expect(await spokenIn(phone)).toEqual(new Set(['zh-Hant']));
    expect(await phone.turns.count()).toBe(1);
  });

  test('with a key in the call also changes the labels of the page, until the next call', async () => {
    const phone = await phones.open();
    await phone.call();
    await phone.press('6');
    expect(await phone.doings.last().innerText()).toMatch(/^6を押しました\s+You pressed 6$/);
    expect(await phone.part('command-back').innerText()).toContain('Voltar');
    expect(addressOf(phone).search).toBe('');
    await phone.part('hang-up-button').click();
    expect(await phone.part('call-button').innerText()).toBe('Começar de novo');
    await phone.call();
    expect(await phone.part('command-back').innerText()).toContain('Back');
  });
});

test('The page in a regional variant has the labels of its language, and no readings in attributes', async () => {
  const phone = await phones.open();
  await phone.page.evaluate(`(async () => {
    const { ownWords } = await import('/phone/assets/own-words.js');
    ownWords.ja.languages = '{言葉|ことば}';
    (await import('/phone/assets/page-words.js')).speakIn('ja-JP');
  })()`);
  expect(await phone.part('call-button').innerText()).toBe(ownWords.ja?.call);
  expect(await phone.page.locator('nav').getAttribute('aria-label')).toBe('言葉');
});

describe('The link of a language', () => {
  test('is copied by a button', async () => {
    const phone = await phones.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await phone.part('language-pt').click();
    await phone.part('copy-link').click();
    await phone.part('copy-said').waitFor();
    expect(await phone.part('copy-said').innerText()).toBe('Copiado');
    const copied = await phone.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(phone.page.url());
    expect(copied).toMatch(/\/phone\?language=pt$/);
    expect(await phone.part('link-field').isVisible()).toBe(false);
    await phone.part('language-ko').click();
    expect(await phone.part('copy-said').isVisible()).toBe(false);
  });

  test('has the language even if the browser chose it and the address does not have it', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const phone = await phones.open({ permissions, locale: 'ko-KR' });
    expect(addressOf(phone).search).toBe('');
    await phone.part('copy-link').click();
    await phone.part('copy-said').waitFor();
    expect(await phone.page.evaluate(() => navigator.clipboard.readText())).toBe(`${phone.page.url()}?language=ko`);
    await phone.part('by-key').click();
    await phone.part('copy-link').click();
    await phone.part('copy-said').waitFor();
    expect(await phone.page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/phone$/);
  });

  test('is shown, ready to copy, if the browser offers pages no clipboard', async () => {
    const phone = await phones.open({ query: '?language=ko' });
    await phone.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    await phone.part('copy-link').click();
    await phone.part('link-field').waitFor();
    expect(await phone.part('link-field').inputValue()).toBe(phone.page.url());
    expect(await phone.page.evaluate('getSelection().toString() || document.activeElement.id')).toMatch(
      /language=ko|link-field/,
    );
    expect(await phone.part('copy-said').innerText()).toBe(ownMessages.ko?.copyByHand);
  });
});

test('With the sound muted, the transcript is enough for a whole call', async () => {
  const phone = await phones.open({ query: '?language=ja' });
  await phone.audio.evaluate((media: Media) => {
    media.muted = true;
  });
  await phone.call();
  for (const key of ['1', '7', '3', '0']) {
    await phone.press(key);
    expect((await phone.newestTurn()).every(({ text, language }) => text !== '' && language === 'ja')).toBe(true);
  }
  await skipToEnd(phone.audio);
  await phone.is('dialling');
  await phone.endDial('answered');
  await skipToEnd(phone.audio);
  await phone.is('ended');
});

/** Opens the address of a telephone in a browser context without JavaScript, and passes the page to `look`. */
async function withoutScript(phone: BrowserPhone, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await phone.page.context().browser()?.newContext({ javaScriptEnabled: false });
  const plain = await context?.newPage();
  if (!plain) throw new Error('The browser has ended.');
  await plain.goto(phone.page.url());
  await look(plain);
  await context?.close();
}

describe('Without JavaScript', () => {
  test.each(languages)(
    'the page is in $name, has links to the texts, and shows no buttons or fields',
    async ({ tag }) => {
      const phone = await phones.open({ query: `?language=${tag}` });
      await withoutScript(phone, async (page) => {
        expect(await page.locator('html').getAttribute('lang')).toBe(tag);
        expect(await page.locator('main').innerText()).toContain('JavaScript');
        expect(await page.locator('button:visible, input:visible').count()).toBe(0);
        const foreign = page.locator(`main [lang]:visible:not([lang="${tag}"], #languages a)`);
        expect(await foreign.allInnerTexts()).toEqual([]);
        for (const link of ['read', 'language-ja']) expect(await page.getByTestId(link).isVisible()).toBe(true);
        const links = await page
          .locator('.link a, .foot a')
          .evaluateAll((all: readonly Link[]) => all.map((each) => each.getAttribute('href')));
        expect(links).toEqual([
          `/${tag}`,
          `/${tag}#contact`,
          `/privacy?language=${tag}`,
          `/accessibility?language=${tag}`,
        ]);
      });
    },
  );

  test('and without a language, the page is in Japanese and English', async () => {
    const phone = await phones.open();
    await withoutScript(phone, async (page) => {
      const text = await page.locator('main').innerText();
      for (const said of ['To listen here, you need JavaScript.', 'Read the whole guidance'])
        expect(text).toContain(said);
    });
  });
});

test('With JavaScript, the links to other pages have the chosen language', async () => {
  const phone = await phones.open({ query: '?language=pt' });
  const links = () =>
    phone.page.locator('.foot a').evaluateAll((all: readonly Link[]) => all.map((each) => each.getAttribute('href')));
  expect(await links()).toEqual(['/pt#contact', '/privacy?language=pt', '/accessibility?language=pt']);
  await phone.part('language-ko').click();
  expect(await links()).toEqual(['/ko#contact', '/privacy?language=ko', '/accessibility?language=ko']);
  await phone.part('by-key').click();
  expect(await links()).toEqual(['/', '/privacy', '/accessibility']);
});
