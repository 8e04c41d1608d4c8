import { expect, test } from '#jest';
import { lookAt, useConsole } from '../support/browser-console.ts';
import { serveSounds } from '../support/serve-sounds.ts';

const consoles = useConsole();

test.each([true, false])(
  'A language is chosen by its name, heard and added without typing anything (with script: %s)',
  async (javaScriptEnabled) => {
    const line = await consoles.start({ javaScriptEnabled });
    const { page } = line;
    serveSounds(line);
    const look = async (name: string) => {
      if (javaScriptEnabled) expect({ name, looks: await lookAt(page, name) }).toEqual({ name, looks: [] });
    };
    await line.letIn('hanako', 'editor');
    await line.signIn('hanako');
    await line.open('/languages');
    await page.getByRole('link', { name: '言語を追加' }).click();
    await page.getByRole('button', { name: '次へ' }).waitFor();
    await look('adding-pick');
    await page.getByLabel('言語', { exact: true }).selectOption('vi');
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByRole('heading', { name: 'ベトナム語を追加' }).waitFor();
    await look('adding-form');
    await page.getByRole('button', { name: 'この声を聞く' }).click();
    await page.locator('#trial audio').waitFor();
    // With script, only the sound is put into the page, so the address stays the same.
    expect(await page.locator('#trial').count()).toBe(1);
    expect(page.url().endsWith('?tag=vi&other=')).toBe(javaScriptEnabled);
    await look('adding-heard');
    await page.getByRole('button', { name: '言語を追加' }).click();
    await page.waitForURL('**/languages?notice=languages.done.added');
    await look('adding-added');
    expect((await line.office.desk.read()).line.file.languages.at(-1)).toMatchObject({ tag: 'vi', name: 'Tiếng Việt' });
  },
);
