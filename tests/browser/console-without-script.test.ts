import { expect, test } from '#jest';
import { type BrowserConsole, useConsole } from '../support/browser-console.ts';
import { datedDraft } from '../support/dated-draft.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { serveSounds } from '../support/serve-sounds.ts';

const consoles = useConsole();

/** A line that was published once, in a browser that runs no scripts. */
async function start(): Promise<BrowserConsole> {
  const line = await consoles.start({ javaScriptEnabled: false }, { draft: datedDraft(disasterDraft()) });
  serveSounds(line);
  await line.office.publish();
  return line;
}

const sentence = {
  ja: '{ごみ|ごみ}は {朝|あさ} {八時|はちじ}までに {出|だ}して ください。',
  en: 'Put your waste out before eight in the morning.',
  'zh-Hans': '请在早上八点前把垃圾拿出来。',
};

test('Without script, a text is changed in all languages, heard and approved by a second person, and published', async () => {
  const line = await start();
  const { page, office } = line;
  const button = (name: string) => page.locator('main').getByRole('button', { name });
  await line.letIn('hanako', 'editor');
  await line.letIn('taro', 'approver');
  await line.signIn('hanako');
  await page.locator('.menu-open').getByRole('link', { name: '案内の文' }).click();
  await page.locator('a.ledger-open', { hasText: 'place.where' }).click();
  for (const [tag, words] of Object.entries(sentence)) await page.locator(`#text-${tag}`).fill(words);
  await button('すべて保存する').click();
  await page.locator('.banner-good').waitFor();
  await page.getByRole('button', { name: 'サインアウト' }).first().click();
  await page.locator('#name').waitFor();

  await line.signIn('taro');
  await page.locator('.menu-open').getByRole('link', { name: '承認' }).click();
  await button('印を付けた文を続けて聞く').click();
  for (let stretch = 0; stretch < 9 && (await page.locator('form[data-listened]').count()) > 0; stretch += 1) {
    office.later(120);
    await page.locator('form[data-listened] button[type=submit]').click();
  }
  await button('印を付けて聞いた文を承認する').click();
  await page.waitForURL(/notice=approvals\.done\.approved/);

  await page.locator('.menu-open').getByRole('link', { name: '公開', exact: true }).click();
  await page.locator('#comment').fill('An hour is named');
  await page.locator('#noDocument').check();
  if ((await page.locator('#warningsReason').count()) > 0) await page.locator('#warningsReason').fill('as before');
  await button('公開する').click();
  await line.publisher.idle();
  await line.open('/publish');
  await page.locator('#publish-job .banner-good').waitFor();
  for (const [tag, words] of Object.entries(sentence)) {
    expect(office.shelf.current.words[tag]?.prompts['place.where']).toEqual([words]);
  }
});

test('Without script, a disaster notice is switched on and off, and drills, dates, topics and schedules are saved', async () => {
  const line = await start();
  const { page, office, disaster } = line;
  const press = (selector: string) => page.locator(selector).first().click();
  const choose = async () => {
    for (const name of ['kind"]', 'place-north"]', 'action-leave"]']) {
      await page.locator(`input[name="${name}`).first().check();
    }
  };
  await line.letIn('hanako', 'administrator');
  await line.signIn('hanako');

  await line.open('/disaster');
  await press('form[action="/console/disaster/drill"] button');
  await choose();
  await press('button[name="mode"][value="drill"]');
  await press('.disaster-buttons .button:not(.button-quiet)');
  await page.locator('input[name="outcome"][value="right"]').check();
  await press('form[action="/console/disaster/drill/end"] .button:not(.button-quiet)');
  await page.waitForURL(/notice=drill\.done\.recorded/);
  expect(disaster.disaster.noticeNow()).toBeNull();

  await line.open('/disaster');
  await choose();
  await press('button[name="mode"][value="on"]');
  await press('main .button-danger');
  await page.locator('.disaster-now').waitFor();
  expect(disaster.disaster.noticeNow()).toMatchObject({ kind: 'flood', places: ['north'], actions: ['leave'] });
  await press('.disaster-on .button-danger');
  await press('main .button-danger');
  await page.locator('.banner-good').waitFor();
  expect(disaster.disaster.noticeNow()).toBeNull();

  await line.open('/destinations/office');
  await press('button[value="add-date"]');
  await page.locator('#dateFrom-3').fill('2026-12-24');
  await page.getByRole('button', { name: '保存する' }).click();
  await page.waitForURL(/notice=destinations\.done\.saved/);

  await line.open('/topics/new');
  await page.locator('#name').fill('質問');
  await page.getByLabel('メニューの文').fill('{質問|しつもん}は、{{key}}。');
  await page.getByLabel('文', { exact: true }).fill('{役所|やくしょ}に {聞|き}いて ください。');
  await page.getByRole('button', { name: '項目を追加' }).click();
  await page.getByText('項目を追加しました。').waitFor();
  await page.getByRole('link', { name: '質問を上へ' }).click();
  await page.getByLabel('印刷物のキーが変わることを確かめました').check();
  await page.getByRole('button', { name: 'この順番にする' }).click();
  await page.getByText('順番を変えました。').waitFor();
  const { file } = (await office.desk.read()).line;
  expect(file.topics.map(({ id }) => id)).toEqual(['days', 'topic-1', 'place']);
  expect(file.destinations[0]?.dates?.at(-1)).toMatchObject({ kind: 'closed', from: '2026-12-24' });

  // The texts of the new topic are not approved, so nothing could be published. The topic is removed again.
  await line.open('/topics/topic-1/remove');
  await page.locator('input[name=agreed]').check();
  await page.locator('main').getByRole('button').first().click();
  await page.waitForURL(/\/topics\?notice=/);
  await line.open('/publish');
  await page.locator('#comment').fill('December');
  await page.locator('#noDocument').check();
  const button = page.locator('form[action="/console/publish"] button[type="submit"]');
  expect(await button.innerText()).toBe('公開する');
  await page.locator('#when-later').check();
  expect(await button.innerText()).toBe('公開を予約する');
  await page.locator('#publishDate').fill('2026-12-01');
  await page.locator('#publishTime').fill('09:00');
  await press('form[action="/console/publish"] button[type="submit"]');
  await line.publisher.idle();
  expect(await office.records.schedules.newest()).toMatchObject({ comment: 'December', end: null });
  await line.open('/publish/schedule');
  await press('form[action$="/schedule/cancel"] button');
  await page.locator('.banner-good').waitFor();
  expect(await office.records.schedules.newest()).toMatchObject({ end: { kind: 'cancelled' } });
});
