import type { Page } from 'playwright-core';
import { expect, test } from '#jest';
import { lookAt, useConsole } from '../support/browser-console.ts';
import { fillOffice } from '../support/busy-office.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { openEveryPage } from '../support/every-page.ts';
import { serveSounds } from '../support/serve-sounds.ts';
import { fillTroubledOffice, trouble } from '../support/troubled-office.ts';
import { walkByTab } from '../support/walk-by-tab.ts';

const consoles = useConsole();

/** The texts of the page: `own` in the language of the page, `all` in any language. */
const readTexts = (page: Page) =>
  page.evaluate<{ readonly own: string[]; readonly all: string[] }>(`(() => {
    const [own, all] = [[], []];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent.closest('script, textarea, code')) continue;
      all.push(node.data.trim());
      if (parent.closest('[lang]') === document.documentElement) own.push(node.data.trim());
    }
    return { own, all };
  })()`);

/**
 * The table cells that have several parts. Such a cell would break in a narrow window, where every cell is a grid of
 * its label and one other part.
 */
const cellsInParts = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('.table td')]
    .filter((cell) => [...cell.childNodes].filter((node) => node.nodeType === 1 || node.data?.trim()).length > 1)
    .map((cell) => cell.outerHTML.slice(0, 200))`);

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Whether a text looks like a text key, which a page would show instead of a missing text. */
const isKey = (text: string) => /^[a-z][a-z-]*(\.[a-z][a-z-]*)+$/.test(text);
/** Whether a text explains how values and readings are written. */
const isExample = (text: string) => text.includes('{漢字|かんじ}');
const isForeign = {
  ja: (text: string) => /[a-z]+ [a-z]+ [a-z]+/i.test(text) && !japanese.test(text),
  // Quotations and examples of readings may be in Japanese.
  en: (text: string) => japanese.test(text.replaceAll(/“[^”]*”|\{[^}]*\}/g, '')),
};

test.each(['ja', 'en'] as const)(
  'Every page is in its language (%s) and can be used with the keyboard alone',
  async (language) => {
    const line = await consoles.start({}, { draft: disasterDraft() });
    const { page, office } = line;
    serveSounds(line);
    const { addresses } = await fillOffice(line);
    await line.signIn('hanako');
    await line.open(`/language/${language}?next=%2Fconsole`);
    const { file, words } = office.shelf.current;
    const ids = new Set(Object.keys(words[file.sourceLanguage]?.prompts ?? {}));
    // Texts and languages without an English name are shown by their own words.
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
      const { own, all } = await readTexts(page);
      // Values are shown as callers hear them or by their names, never as placeholders.
      const wrong = [...own.filter(isWrong), ...all.filter((text) => text.includes('{{') && !isExample(text))];
      // The Tab key moves in the same way in both languages, so this is checked in one of them.
      const { unreached, unseen } = language === 'ja' ? await walkByTab(page) : { unreached: [], unseen: [] };
      const cells = await cellsInParts(page);
      const isGood = [wrong, unreached, unseen, cells].every(({ length }) => length === 0);
      if (!isGood) found.push({ address, wrong, unreached, unseen, cells });
      return html;
    });
    expect(pages.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  },
);

/** Pages that no other test checks with axe. Those only in `en` are checked by other tests in Japanese. */
const unseen = {
  ja: ['/status', '/leaflets/names', '/publish/schedule'],
  en: [
    ...['/status', '/leaflets/names', '/publish/schedule', '/sounds', '/destinations/office', '/texts/unused'],
    ...['/texts/all/days.which', '/texts/glossary', '/languages/another?tag=vi&other=', '/readers', '/readers/1'],
  ],
};

test.each(['ja', 'en'] as const)(
  'Pages that other tests leave out pass axe and fit into both windows (%s)',
  async (language) => {
    const { options, look } = trouble();
    const line = await consoles.start({}, options);
    await fillTroubledOffice(line);
    await look();
    await line.signIn('hanako');
    await line.open(`/language/${language}?next=%2Fconsole`);
    const found: unknown[] = [];
    for (const address of unseen[language]) {
      const answer = await line.page.goto(`${line.address}/console${address}`);
      await line.page.evaluate("for (const each of document.querySelectorAll('main details')) each.open = true");
      const looks = await lookAt(line.page, `unseen${address.replaceAll(/[/?&=]/g, '-')}-${language}`);
      if (looks.length > 0 || answer?.status() !== 200) found.push({ address, looks, status: answer?.status() });
    }
    expect(found).toEqual([]);
  },
);
