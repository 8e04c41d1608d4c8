import { expect, test } from '#jest';
import { sharedLine } from '../support/browser-line.ts';
import { usePhone } from '../support/browser-phone.ts';
import { listen } from '../support/browser-sound.ts';
import { lives, officeOf } from '../support/processes.ts';
import { until } from '../support/until.ts';

const phones = usePhone();

/** The used parts of the browser's objects, whose types TypeScript for Node lacks. */
declare const document: { readonly body: { readonly dataset: { readonly phase?: string } } };
declare const seenPhases: string[];
declare const MutationObserver: new (
  tell: () => void,
) => { observe(body: unknown, what: { readonly attributeFilter: readonly string[] }): void };

test('If the office is killed during a call, the sound goes on, keys are answered, and the page shows no trouble', async () => {
  const line = await sharedLine();
  const answers = async (path: string) => (await fetch(line.address + path)).status === 200;
  // Without an office, the line can play only the sounds that exist already.
  await until('all sounds', () => answers('/readyz'));
  const phone = await phones.open();
  await phone.page.evaluate(() => {
    Object.assign(globalThis, { seenPhases: [] });
    new MutationObserver(() => seenPhases.push(document.body.dataset.phase ?? '')).observe(document.body, {
      attributeFilter: ['data-phase'],
    });
  });
  await phone.call();
  await phone.press('1');
  const { id } = await until('the office', () => officeOf(line.processId));
  process.kill(id, 'SIGKILL');
  await until('its end', () => !lives(id));
  const heard = await listen(phone.audio);
  expect([heard.to > heard.from, heard.peak > 0.02]).toEqual([true, true]);
  await phone.press('1');
  expect((await phone.newestTurn()).map(({ prompt }) => prompt)).toContain('notice.number');
  expect((await listen(phone.audio)).peak).toBeGreaterThan(0.02);

  await until('another office', () => answers('/console/sign-in'));
  expect(officeOf(line.processId)?.id).not.toBe(id);
  await phone.press('9');
  expect(await phone.turns.count()).toBe(4);
  const phases = new Set(await phone.page.evaluate(() => seenPhases));
  expect([...phases].toSorted()).toEqual(['connecting', 'speaking']);
  expect(line.takeComplaints()).toEqual(['the office has ended and will be restarted; calls go on']);
});
