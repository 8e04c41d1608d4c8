import type { Page } from 'playwright-core';
import { expect, test } from '#jest';
import { useConsole } from '../support/browser-console.ts';
import { fillOffice } from '../support/busy-office.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { openEveryPage } from '../support/every-page.ts';
import { serveSounds } from '../support/serve-sounds.ts';
import { walkByTab } from '../support/walk-by-tab.ts';

const consoles = useConsole();

/** Everything that is read on the page in its own language. */
const ownTexts = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent.closest('script, textarea, code')) continue;
      if (parent.closest('[lang]') === document.documentElement) found.push(node.data.trim());
    }
    return found;
  })()`);

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What stands on a page when nobody has written its text. */
const isKey = (text: string) => /^[a-z][a-z-]*(\.[a-z][a-z-]*)+$/.test(text);
const isForeign = {
  ja: (text: string) => /[a-z]+ [a-z]+ [a-z]+/i.test(text) && !japanese.test(text),
  // An example of how readings are written is no text of the page.
  en: (text: string) => japanese.test(text.replaceAll(/“[^”]*”|\{[^}]*\}/g, '')),
};

test.each(['ja', 'en'] as const)(
  'Every page speaks its language (%s) and is used with the keyboard alone',
  async (language) => {
    const line = await consoles.start({}, { draft: disasterDraft() });
    const { page, office } = line;
    serveSounds(line);
    const { addresses } = await fillOffice(line);
    await line.signIn('hanako');
    await line.open(`/language/${language}?next=%2Fconsole`);
    const { file, words } = office.shelf.current;
    const ids = new Set(Object.keys(words[file.sourceLanguage]?.prompts ?? {}));
    // What has no English name is called by its own words.
    const ownWords = ['ごみの日', 'ごみの場所', '台灣華語', '粵語'];
    const names = ['hanakoさん', 'taroさん', file.name.ja, ...ownWords, ...file.languages.map(({ name }) => name)];
    const isWrong = (text: string) =>
      (isKey(text) && !ids.has(text)) ||
      isForeign[language](names.reduce((rest, name) => rest.replaceAll(name, '…'), text));
    const found: unknown[] = [];
    const pages = await openEveryPage(addresses, async (address) => {
      if (/\.(?:zip|wav)$/.test(address)) return '';
      await page.goto(`${line.address}${address}`);
      const html = await page.content();
      const wrong = (await ownTexts(page)).filter(isWrong);
      // Where the keys lead is the same in both languages.
      const { unreached, unseen } = language === 'ja' ? await walkByTab(page) : { unreached: [], unseen: [] };
      if (wrong.length + unreached.length + unseen.length > 0) found.push({ address, wrong, unreached, unseen });
      return html;
    });
    expect(pages.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  },
);
