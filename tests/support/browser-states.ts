import type { BrowserPhone } from './browser-phone.ts';
import { skipToEnd } from './browser-sound.ts';

/**
 * Brings a telephone into one state after another, and calls `look` in each. The states are idle, speaking,
 * interrupted, dialling and ended.
 * @param languageKey the key that chooses the language; null if a link has already chosen it
 */
export async function throughEveryState(
  phone: BrowserPhone,
  languageKey: string | null,
  look: (state: string) => Promise<void>,
): Promise<void> {
  await look('idle');
  await phone.call();
  if (languageKey !== null) await phone.press(languageKey);
  await look('speaking');

  await phone.page.context().setOffline(true);
  await phone.part('key-0').click();
  await phone.is('trouble');
  await look('interrupted');
  await phone.page.context().setOffline(false);
  await phone.part('retry-button').click();
  await phone.is('speaking');
  // The browser has reported the requests that failed while it was offline.
  phone.takeProblems();

  await skipToEnd(phone.audio);
  await phone.is('dialling');
  await look('dialling');
  await phone.endDial('answered');
  await skipToEnd(phone.audio);
  await phone.is('ended');
  await look('ended');
}
