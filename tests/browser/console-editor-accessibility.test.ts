import { expect, test } from '#jest';
import { lookAt, useConsole } from '../support/browser-console.ts';
import { serveSounds } from '../support/serve-sounds.ts';

const consoles = useConsole();

test.each(['ja', 'en'] as const)(
  'axe finds nothing in the ledger and on the pages of a text (%s)',
  async (language) => {
    const line = await consoles.start();
    const { page, office } = line;
    serveSounds(line);
    const look = async (name: string) => {
      expect({ name, looks: await lookAt(page, `${name}-${language}`) }).toEqual({ name, looks: [] });
    };
    await line.letIn('hanako', 'editor');
    await line.signIn('hanako');
    await line.open(`/language/${language}`);
    await office.save(
      'ja',
      'days.which',
      '{{firstDay}}から {大|おお}きく {変|か}わります。',
      'ごみは {夜|よる} {出|だ}して ください。',
    );
    await office.save('zh-Hans', 'greeting', '这里是{{nope}}垃圾热线。');
    await office.save('ja', 'old.one', '{前|まえ}の {文|ぶん}です。');
    await line.open('/texts');
    await look('ledger');
    await line.open('/texts?state=stale&language=en&q=days');
    await look('ledger-filtered');
    await line.open('/texts/en/days.which');
    await page.locator('button[value=normal]').click();
    await page.locator('#sound audio').waitFor();
    await page.locator('#text').fill('Call 0120-00-0000, soon.\nPut {{nope}} out.');
    await page.locator('#check .finding-more').first().waitFor();
    await page.locator('details summary').last().click();
    await look('text');
    await page.locator('#text').fill('Look 👍.');
    await page.locator('#text').press('Control+Enter');
    await page.locator('.field-error').waitFor();
    await look('text-untidy');
    await office.save('en', 'days.which', 'Theirs on {{firstDay}}.', 'Put your waste out in the evening.');
    await page.locator('#text').fill('Mine on {{firstDay}}.\nPut your waste out in the night.');
    await page.locator('#text').press('Control+Enter');
    await page.locator('#conflict-mine').waitFor();
    await look('text-conflict');
    await page.locator('#text-form .button').click();
    await page.locator('.banner-good').waitFor();
    await look('text-saved');
    await line.open('/texts/en/days.which/history');
    await look('text-history');
    await line.open('/texts/ja/days.which');
    await page.locator('#text').fill('日本語で 変わります。');
    await page.locator('[data-suggestion]').first().waitFor();
    await look('text-source');
    await page
      .locator('#text')
      .fill('{{firstDay}}から {大|おお}きく {変|か}わります。\nごみは {夜|よる} {出|だ}して ください。');
    const others = line.takeProblems().filter((problem) => !/status of (409|422)/.test(problem));
    expect(others).toEqual([]);
  },
);
