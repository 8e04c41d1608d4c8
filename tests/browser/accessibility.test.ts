import { describe, expect, test } from '#jest';
import { runAxe } from '../support/axe.ts';
import { type BrowserPhone, usePhone } from '../support/browser-phone.ts';
import { throughEveryState } from '../support/browser-states.ts';
import { bundledDraft } from '../support/bundled.ts';

const phones = usePhone();
const { languages } = bundledDraft().line;

/** That axe finds nothing in the light and in the dark. */
async function expectNothingFound(phone: BrowserPhone, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await phone.page.emulateMedia({ colorScheme });
    const { found, passed } = await runAxe(phone.page);
    expect({ state, colorScheme, found }).toEqual({ state, colorScheme, found: [] });
    expect(passed).toEqual(expect.arrayContaining(['color-contrast', 'target-size']));
  }
}

describe.each([
  [360, 740],
  [1280, 800],
] as const)('At %i × %i pixels axe finds nothing, light or dark', (width, height) => {
  test('in any state, when the language is chosen by key', async () => {
    const phone = await phones.open({ viewport: { width, height } });
    await throughEveryState(phone, '6', (state) => expectNothingFound(phone, state));
  });

  test('in the menu of languages, with a link that the line does not know, and with the part for staff closed', async () => {
    const phone = await phones.open({ viewport: { width, height }, query: '?language=xx' });
    await expectNothingFound(phone, 'unknown language');
    await phone.part('staff').locator('summary').click();
    await phone.part('telephone-quality').check();
    await phone.call();
    await expectNothingFound(phone, 'menu of languages');
  });

  // Where there is room, the widest words and one other script stand for all.
  const linked = width === 360 ? languages : languages.filter(({ tag }) => tag === 'pt' || tag === 'ko');
  test.each(linked)('in any state, with a link to $name', async ({ tag }) => {
    const phone = await phones.open({ viewport: { width, height }, query: `?language=${tag}` });
    await throughEveryState(phone, null, (state) => expectNothingFound(phone, state));
  });
});
