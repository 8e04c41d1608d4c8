import { expect, test } from '#jest';
import { takeTurn } from '../../src/edition/take-turn.ts';
import { lookAt, useConsole } from '../support/browser-console.ts';
import { at, moments } from '../support/moments.ts';

const consoles = useConsole();

test('A topic that was removed in the console is gone from the telephone; the page of unused texts is accessible', async () => {
  const line = await consoles.start();
  const { page, office } = line;
  await office.publish();
  await line.letIn('hanako', 'editor');
  await line.signIn('hanako');
  await line.open('/topics');
  await page.getByRole('link', { name: /場所.*を削除/ }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'この項目を削除する' }).click();
  await page.getByText('項目を削除しました。').waitFor();
  await line.open('/texts/unused');
  expect(await lookAt(page)).toEqual([]);
  await line.open('/publish');
  await page.getByLabel('変更の内容').fill('one topic less');
  await page.getByLabel('文書番号は不要です').check();
  await page.getByRole('button', { name: '公開する', exact: true }).click();
  await page.getByText(/公開しました\(/).waitFor();
  const conditions = at(moments.open);
  const menu = takeTurn(office.shelf, { code: null, turns: 0, input: { kind: 'call-started' }, conditions });
  const topics = takeTurn(office.shelf, { ...menu, input: { kind: 'key', key: '1' }, conditions });
  expect(topics.said.sayings.map(({ prompt }) => prompt)).not.toContain('topic.place.menu');
  const missed = takeTurn(office.shelf, { ...topics, input: { kind: 'key', key: '2' }, conditions });
  expect([missed.state.screen, missed.ending.do]).toEqual(['topics', 'wait-for-key']);
});
