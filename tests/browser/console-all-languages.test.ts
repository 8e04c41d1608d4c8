import { expect, test } from '#jest';
import { lookAt, useConsole } from '../support/browser-console.ts';
import { bundledDraft } from '../support/bundled.ts';
import { serveSounds } from '../support/serve-sounds.ts';

const consoles = useConsole();

/** Knows two words, so that no process has to be started. */
const dictionary = {
  words: async (texts: readonly string[]) =>
    texts.map((text) =>
      (
        [
          ['通知', 'ツウチ'],
          ['大切', 'ダイセツ'],
        ] as const
      ).flatMap(([word, reading]) => (text.includes(word) ? [{ text: word, reading }] : [])),
    ),
};

test('A sentence is changed in every language at once; what was typed survives an error, and axe finds nothing', async () => {
  const line = await consoles.start({}, { draft: bundledDraft(), dictionary });
  const { page, office } = line;
  serveSounds(line);
  const look = async (name: string) => {
    expect({ name, looks: await lookAt(page, name) }).toEqual({ name, looks: [] });
  };
  await line.letIn('hanako', 'editor');
  await line.signIn('hanako');
  await line.open('/texts');
  await look('ledger-groups');
  await page.locator('a.ledger-open', { hasText: 'keep.card' }).click();
  await page.locator('#text-ja').waitFor();
  await look('all-languages');

  await page.locator('#text-ja').fill('通知カードを 大切に して ください。');
  await page.getByRole('button', { name: '漢字に読みを付ける' }).click();
  await page.getByText('読みを欄に入れました。').waitFor();
  expect(await page.locator('#text-ja').inputValue()).toBe('{通知|つうち}カードを {大切|たいせつ}に して ください。');
  await look('all-languages-readings');

  // The check of a translation knows the source text that is typed on the same page.
  await page.locator('#text-en').fill('Keep your Individual Number Card safe.');
  await page.locator('#check-en .term-mistaken').first().waitFor();
  await page.locator('#text-en').fill('Keep your Notification Card safe. 👍');
  await page.locator('#text-ko').fill('통지카드를 소중히 보관하세요.');
  await page.locator('#sound-ko').waitFor({ state: 'attached' });
  await page.locator('#language-ko button[value=normal]').click();
  await page.locator('#sound-ko audio').waitFor();
  await page.getByRole('button', { name: 'すべて保存する' }).click();
  await page.locator('#error-en').waitFor();
  expect(await page.locator('#text-en').inputValue()).toBe('Keep your Notification Card safe. 👍');
  expect(await page.locator('#text-ko').inputValue()).toBe('통지카드를 소중히 보관하세요.');
  await look('all-languages-refused');

  await page.locator('#text-en').fill('Keep your Notification Card safe.');
  await page.locator('#text-en').press('Control+Enter');
  await page.locator('.banner-good').waitFor();
  await look('all-languages-saved');
  const now = await office.desk.read();
  const states = ['ja', 'en', 'ko', 'es'].map((tag) => now.find(tag, 'keep.card')?.revision);
  expect(states).toEqual([2, 2, 2, 1]);
  await page.getByRole('link', { name: '次に手が要る文' }).waitFor({ state: 'detached' });
  const others = line.takeProblems().filter((problem) => !/status of 422/.test(problem));
  expect(others).toEqual([]);
});
