import { expect, test } from '#jest';
import { lookAt, useConsole } from '../support/browser-console.ts';
import { serveSounds } from '../support/serve-sounds.ts';

const consoles = useConsole();

/** A dictionary of two words, which needs no process. */
const dictionary = {
  words: async (texts: readonly string[]) =>
    texts.map((text) =>
      (
        [
          ['通知', 'ツウチ'],
          ['朝', 'チョウ'],
        ] as const
      ).flatMap(([word, reading]) => (text.includes(word) ? [{ text: word, reading }] : [])),
    ),
};

test('A sentence is changed in every language at once; what was typed survives an error, and axe finds nothing', async () => {
  const line = await consoles.start({}, { dictionary });
  const { page, office } = line;
  serveSounds(line);
  const look = async (name: string) => {
    expect({ name, looks: await lookAt(page, name) }).toEqual({ name, looks: [] });
  };
  await line.letIn('hanako', 'editor');
  await line.signIn('hanako');
  await line.open('/texts');
  await page.locator('a.ledger-open', { hasText: 'days.which' }).click();

  await page.locator('#text-ja').fill('{{firstDay}}から 通知カードです。\n朝に して ください。');
  // When the focus leaves the source text, its translations are checked.
  await page.locator('#text-ja').press('Tab');
  await page.locator('#check-zh-Hans .finding-more', { hasText: 'T-18' }).first().waitFor();
  await page.getByRole('button', { name: '漢字に読みを付ける' }).click();
  await page.getByText('読みを欄に入れました。').waitFor();
  const readings = '{{firstDay}}から {通知|つうち}カードです。\n{朝|ちょう}に して ください。';
  expect(await page.locator('#text-ja').inputValue()).toBe(readings);

  // The check of a translation uses the source text that is typed on the same page.
  await page.locator('#text-en').fill('This is the Individual Number Card, from {{firstDay}}.\nIn the morning.');
  await page.locator('#check-en .term-mistaken').first().waitFor();
  await look('all-languages-typed');
  await page.locator('#language-zh-Hans button[value=normal]').click();
  await page.locator('#sound-zh-Hans audio').waitFor();
  const typed = 'From {{firstDay}} it is the Notification Card. 👍\nIn the morning.';
  await page.locator('#text-en').fill(typed);
  await page.getByRole('button', { name: 'すべて保存する' }).click();
  await page.locator('#error-en').waitFor();
  expect(await page.locator('#text-en').inputValue()).toBe(typed);
  expect(await page.locator('#text-ja').inputValue()).toBe(readings);

  // Somebody else saves first. The page then shows both texts, and the other error.
  await office.save('zh-Hans', 'days.which', '从{{firstDay}}起。', '早上。');
  await page.locator('#text-zh-Hans').fill('从{{firstDay}}起是通知卡。\n早上。');
  await page.locator('#text-zh-Hans').press('Control+Enter');
  await page.locator('#language-zh-Hans .banner-error').waitFor();
  expect(await page.locator('#text-en').inputValue()).toBe(typed);
  await look('all-languages-refused');
  await page.locator('#text-en').fill(typed.replace(' 👍', ''));
  await page.getByLabel('自分の文で上書きする').check();
  await page.getByRole('button', { name: 'すべて保存する' }).click();
  await page.locator('.banner-good').waitFor();
  const now = await office.desk.read();
  expect(['ja', 'en', 'zh-Hans'].map((tag) => now.find(tag, 'days.which')?.revision)).toEqual([2, 2, 3]);
  expect(now.find('zh-Hans', 'days.which')?.sentences[0]).toBe('从{{firstDay}}起是通知卡。');
  await line.open('/texts/glossary');
  await look('glossary');
  const others = line.takeProblems().filter((problem) => !/status of (?:409|422)/.test(problem));
  expect(others).toEqual([]);
});
