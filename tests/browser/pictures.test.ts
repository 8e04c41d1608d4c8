import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '#jest';
import { usePhone } from '../support/browser-phone.ts';
import { bundledDraft } from '../support/bundled.ts';

const phones = usePhone();
const { line } = bundledDraft();
const folder = join(import.meta.dirname, '../../docs');

test.each([
  ['phone-360.png', 'en', { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 }],
  ['phone-1280.png', 'ja', { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 }],
] as const)('The picture %s of the menu of topics in %s is small enough for a README', async (name, tag, options) => {
  const phone = await phones.open(options);
  await phone.call();
  await phone.press(line.languages.find((each) => each.tag === tag)?.key ?? '');
  await phone.page.mouse.move(0, 0);
  await phone.page.locator('#timer', { hasText: '0:04' }).waitFor();
  const picture = await phone.page.screenshot({ animations: 'disabled' });
  expect(picture.byteLength).toBeLessThan(200_000);
  if (process.env.UPDATE_PICTURES === '1') writeFileSync(join(folder, name), picture);
});
