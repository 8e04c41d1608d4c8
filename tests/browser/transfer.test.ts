import { describe, expect, test } from '#jest';
import { ownMessages } from '../../src/line/browser-phone/page/own-messages.js';
import { ownWords } from '../../src/line/browser-phone/page/own-words.js';
import { pageWords } from '../../src/line/pages/page-words.ts';
import { type BrowserPhone, usePhone } from '../support/browser-phone.ts';
import { skipToEnd } from '../support/browser-sound.ts';
import { bundledDraft } from '../support/bundled.ts';

const phones = usePhone();
const { line } = bundledDraft();

function languageOf(tag: string) {
  const language = line.languages.find((each) => each.tag === tag);
  if (!language) throw new Error(`The line no longer speaks ${tag}.`);
  return language;
}

/** The number that callers of a language hear, as it is written. */
function numberFor(tag: string): unknown {
  const destination = line.destinations.find(({ id }) => id === languageOf(tag).destination);
  return line.facts[destination?.number ?? '']?.value;
}

/** Checks that the line says the reason, and the number twice, all in the caller's language. */
async function expectNumber(phone: BrowserPhone, tag: string, reason: string): Promise<void> {
  const sentences = await phone.newestTurn();
  const { destination } = languageOf(tag);
  expect(sentences[0]?.prompt).toBe(reason);
  expect(new Set(sentences.map(({ language }) => language))).toEqual(new Set([tag]));
  const number = sentences.filter(({ prompt }) => prompt === `destination.${destination}.number`);
  expect(number.filter(({ text }) => text.includes(String(numberFor(tag))))).toHaveLength(2);
}

describe('A transfer that reaches nobody', () => {
  test.each([
    ['busy', 'en'],
    ['no-answer', 'ko'],
    ['failed', 'ja'],
  ] as const)('with the outcome “%s” leads to the number, said in the language %s', async (outcome, tag) => {
    const phone = await phones.open();
    await phone.call();
    await phone.press(languageOf(tag).key);
    await phone.press('0');
    await skipToEnd(phone.audio);
    await phone.is('dialling');
    expect(await phone.part('key-1').isVisible()).toBe(false);

    await phone.endDial(outcome);
    expect(await phone.part('dial-card').isVisible()).toBe(false);
    expect(await phone.doings.last().innerText()).toBe(ownMessages[tag]?.[outcome]);
    await expectNumber(phone, tag, 'reason-not-connected');
    await phone.press('7');
    expect((await phone.newestTurn()).map(({ prompt }) => prompt)).toContain('topic.notice.menu');
  });
});

describe('The card that is shown instead of a transfer', () => {
  test.each(line.languages)('says in $name whom to call, and how to go on', async ({ tag }) => {
    const phone = await phones.open({ query: `?language=${tag}` });
    await phone.call();
    await phone.press('0');
    await skipToEnd(phone.audio);
    await phone.is('dialling');
    const { destination } = languageOf(tag);
    const { number } = line.destinations.find(({ id }) => id === destination) ?? {};
    const contact = line.leaflet?.contacts.find((each) => each.number === number);
    const name = phone.part('dial-name').locator('[lang]');
    expect(await name.getAttribute('lang')).toBe(tag);
    expect((await name.innerText()).replaceAll(/\s/g, '')).toContain(
      (contact?.names[tag] ?? '?').replaceAll(/\{([^|]*)\|[^}]*\}|\s/g, tag === 'ja' ? '' : '$1'),
    );
    const link = phone.part('dial-number').locator('a');
    expect(await link.innerText()).toBe(numberFor(tag));
    expect(await link.getAttribute('href')).toBe(`tel:${String(numberFor(tag)).replaceAll('-', '')}`);
    const card = await phone.part('dial-card').innerText();
    expect(card.replaceAll(/\s/g, '')).toContain((ownMessages[tag]?.dialAbout ?? '?').replaceAll(/\s/g, ''));
    expect(card).not.toContain('+81');
    const isCharged = String(numberFor(tag)).startsWith('0570');
    expect((await phone.part('dial-charged').innerText()).trim()).toBe(isCharged ? pageWords.get(tag)?.charged : '');
    // The outcomes, which only staff try, are in a closed section.
    expect(await phone.part('outcome-busy').isVisible()).toBe(false);
    await phone.part('dial-go-on').click();
    await phone.is('speaking');
    await expectNumber(phone, tag, 'reason-not-connected');
  });
});

describe('The button of key 0', () => {
  const label = (phone: BrowserPhone) => phone.part('command-person').innerText();

  test('says what the key does: reach a person by day, say the number at night; outside a call, either', async () => {
    const phone = await phones.open({ query: '?language=ko' });
    expect(await label(phone)).toContain(ownWords.ko?.personUnknown);
    await phone.call();
    expect(await label(phone)).toContain(ownWords.ko?.person);
    await phone.page.getByRole('button', { name: 'Night' }).click();
    await phone.press('9');
    expect(await label(phone)).toContain(ownWords.ko?.personNumber);
    await phone.part('hang-up-button').click();
    expect(await label(phone)).toContain(ownWords.ko?.personUnknown);
  });
});

describe('The simulated time', () => {
  test('of New Year’s Eve closes the call centre', async () => {
    const phone = await phones.open({ at: null });
    await phone.page.getByRole('button', { name: 'New Year’s Eve' }).click();
    expect(await phone.part('pretend-at').inputValue()).toMatch(/^\d{4}-12-31T10:00$/);
    await phone.call();
    await phone.press(languageOf('es').key);
    await phone.press('0');
    await expectNumber(phone, 'es', 'reason-closed');
    await phone.press('#');
    expect((await phone.newestTurn()).map(({ prompt }) => prompt)).toContain('emergency');
  });

  test('is offered by the date of the line, wherever the browser is', async () => {
    // In Kumamoto, it is Wednesday already.
    const phone = await phones.open({ timezoneId: 'America/Los_Angeles', clock: '2026-11-24T20:00:00Z' });
    await phone.page.getByRole('button', { name: 'Weekday' }).click();
    expect(await phone.part('pretend-at').inputValue()).toBe('2026-11-26T10:00');
  });

  test('can be changed in the middle of a call', async () => {
    const phone = await phones.open();
    await phone.call();
    await phone.press(languageOf('pt').key);
    await phone.page.getByRole('button', { name: 'Night' }).click();
    await phone.press('0');
    await expectNumber(phone, 'pt', 'reason-closed');
  });
});
