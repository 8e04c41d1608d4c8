import { describe, expect, test } from '#jest';
import { runAxe } from '../support/axe.ts';
import { type BrowserPhone, usePhone } from '../support/browser-phone.ts';
import { throughEveryState } from '../support/browser-states.ts';
import { bundledDraft } from '../support/bundled.ts';

const phones = usePhone();
const { languages } = bundledDraft().line;

/** Window sizes of a telephone and of a desktop computer. */
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
] as const;
type Size = (typeof sizes)[number];

/** A desktop computer has room, so the language with the widest words and one with another script are enough. */
const sizesFor = (language: string): readonly Size[] => (['pt', 'ko'].includes(language) ? sizes : sizes.slice(0, 1));

/** Checks that axe finds nothing at these sizes, in light and in dark mode. */
async function expectNothingFound({ page }: BrowserPhone, state: string, on: readonly Size[] = sizes): Promise<void> {
  for (const size of on) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { found, passed } = await runAxe(page);
      const where = { state, colorScheme, ...size };
      expect({ ...where, found }).toEqual({ ...where, found: [] });
      expect(passed).toEqual(expect.arrayContaining(['color-contrast', 'target-size']));
    }
  }
}

describe('At the sizes of a telephone and of a desktop computer, in light and dark mode, axe finds nothing', () => {
  test('in any state, if the language is chosen by key', async () => {
    const phone = await phones.open();
    await throughEveryState(phone, '6', (state) => expectNothingFound(phone, state));
  });

  test('in the language menu, with a link to an unknown language, and with the part for staff closed', async () => {
    const phone = await phones.open({ query: '?language=xx' });
    await expectNothingFound(phone, 'unknown language');
    await phone.part('staff').locator('summary').click();
    await phone.part('telephone-quality').check();
    await phone.call();
    await expectNothingFound(phone, 'menu of languages');
  });

  test.each(languages)('in any state, with a link to $name', async ({ tag }) => {
    const phone = await phones.open({ query: `?language=${tag}` });
    await throughEveryState(phone, null, (state) => expectNothingFound(phone, state, sizesFor(tag)));
  });
});
