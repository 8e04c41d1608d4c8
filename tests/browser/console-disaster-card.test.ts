import { describe, expect, test } from '#jest';
import type { Draft } from '../../src/words/draft.ts';
import { type BrowserConsole, lookAt, useConsole } from '../support/browser-console.ts';
import { bundledDraft } from '../support/bundled.ts';

const consoles = useConsole();
const languages = ['ja', 'en'] as const;

/** Pictures are for people, and are taken only if CONSOLE_PICTURES names a folder. */
const folder = process.env.CONSOLE_PICTURES;

/** Signs in a viewer, and opens the sheet. */
async function start(draft: Draft, language: string, options = {}): Promise<BrowserConsole> {
  const line = await consoles.start(options, { draft });
  await line.letIn('hanako', 'viewer');
  await line.signIn('hanako');
  await line.open(`/language/${language}?next=%2Fconsole%2Fdisaster%2Fcard`);
  return line;
}

/** The bundled line with 45 places, as if it named every municipality of its prefecture. */
function manyPlaces(): Draft {
  const draft = bundledDraft();
  const { disaster } = draft.line;
  if (!disaster) throw new Error('The bundled line has a disaster notice.');
  const places = Array.from({ length: 45 }, (_, index) => ({
    id: `made-up-town-${index}`,
    name: { ja: `作られた町${index}`, en: `Made-up town ${index}` },
  }));
  return { ...draft, line: { ...draft.line, disaster: { ...disaster, places } } };
}

describe.each([
  ['the bundled line', bundledDraft],
  ['a line with 45 places', manyPlaces],
] as const)('The sheet for the day of a disaster, for %s', (name, draft) => {
  test.each(languages)('is one page of A4 without menu or buttons (%s)', async (language) => {
    const { page } = await start(draft(), language);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.header', '.menu-open', '.trail', '.sheet-screen', 'h1']) {
      expect([hidden, await page.locator(hidden).isVisible()]).toEqual([hidden, false]);
    }
    const file = name.replaceAll(' ', '-');
    const path = folder ? { path: `${folder}/disaster-card-${file}-${language}.pdf` } : {};
    const pdf = await page.pdf({ preferCSSPageSize: true, ...path });
    const printed = pdf.toString('latin1');
    expect(printed.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    // The size of A4, 210 by 297 mm, in points.
    expect(printed).toMatch(/\/MediaBox\s*\[0 0 59[4-6][.\d]* 84[12][.\d]*\]/);
  });
});

test.each(languages)('axe finds nothing on the sheet, nor on the page that leads to it (%s)', async (language) => {
  const { page } = await start(bundledDraft(), language);
  const look = async (name: string) => {
    expect({ name, looks: await lookAt(page, `${name}-${language}`) }).toEqual({ name, looks: [] });
  };
  await look('disaster-card');
  await page.locator('.trail a[href="/console/disaster"]').click();
  await look('disaster');
  await page.locator('a[href="/console/disaster/card"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('.disaster-card').waitFor();
});
