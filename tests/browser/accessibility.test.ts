import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@jest/globals';
import { usePhone } from '../support/browser-phone.ts';
import { throughEveryState } from '../support/browser-states.ts';

const phones = usePhone();

/** The rules that axe leaves out unless they are asked for by name, and that count here. */
const alsoRules = ['target-size'];
const rules = Object.fromEntries(alsoRules.map((id) => [id, { enabled: true }]));

test.each([
  [360, 740, '6'],
  [1280, 800, '4'],
] as const)('axe finds nothing at %i × %i pixels, light or dark, in any state', async (width, height, language) => {
  const phone = await phones.open({ viewport: { width, height } });
  await throughEveryState(phone, language, async (state) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await phone.page.emulateMedia({ colorScheme });
      // The page has no frames; this way axe needs no second page to put its results together.
      const axe = new AxeBuilder({ page: phone.page }).options({ rules }).setLegacyMode();
      const { violations, passes } = await axe.analyze();
      const found = violations.map(({ id, nodes }) => ({
        state,
        colorScheme,
        id,
        where: nodes.map(({ html }) => html),
      }));
      expect(found).toEqual([]);
      expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(['color-contrast', ...alsoRules]));
    }
  });
});
