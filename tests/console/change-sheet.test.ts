import type { Response } from 'supertest';
import { expect, jest, test } from '#jest';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { approvalsIn, setFirstDay } from '../support/small-approvals.ts';
import { mori, tanaka } from '../support/small-office.ts';

jest.setTimeout(60_000);

const wordsOf = ({ text }: Response) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const today = '2026年(令和8年)11月24日(火)';

async function start() {
  const line = await createTestConsole();
  const office = approvalsIn(line.office);
  await office.publish({ comment: 'the beginning' });
  await line.letIn('hanako', 'viewer');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  const sheet = async (path = '/console/change-sheet') => wordsOf(await visitor.get(path));
  return { ...line, office, visitor, sheet };
}

test('The change sheet of the draft says what would change, who wrote it, and that nobody has approved it yet', async () => {
  const { office, sheet, visitor } = await start();
  expect(await sheet()).toContain('変わるところはありません。');
  await office.save('en', 'days.which', 'It changes on {{firstDay}}.', 'Put your waste out in the morning.');
  const page = await sheet();
  for (const each of [
    '音声案内 変更伺い',
    '決裁欄',
    `最終修正日 ${today} 作成者 tanaka`,
    '承認日 承認者 公開日 公開者',
  ]) {
    expect(page).toContain(each);
  }
  expect(page).toContain('ごみの日(1) 英語 days.which 未承認');
  expect(page).toContain('This changes on 1 April 2026 .');
  expect(page).toContain('承認されていない文が1件あります');
  await office.approve(mori, 'en', 'days.which');
  expect(await sheet()).toContain(`承認日 ${today} 承認者 mori`);
  expect(await sheet()).not.toContain('承認されていない文');
  await visitor.get('/console/language/en');
  expect(await sheet()).toContain('Approved on Tue 24 November 2026 Approved by mori');
});

test('The change sheet does not name the files as an author if they became the first draft after they went live', async () => {
  const { office, sheet } = await start();
  office.files.at = office.time.now + 60_000;
  office.later(120);
  await office.changeLine(tanaka, setFirstDay('2026-05-01'));
  await office.save('en', 'goodbye', 'So long.');
  expect(await sheet()).toContain('作成者 tanaka 承認日');
});

test('The change sheet of an edition says what it changed, under which document, when, by whom and why', async () => {
  const { office, sheet, visitor } = await start();
  await office.save('en', 'goodbye', 'So long.');
  await office.changeLine(tanaka, setFirstDay('2026-05-01'));
  await office.publish({ comment: 'A new <day>', documentNumber: '総情第2号' });
  const { hash } = office.shelf.current;
  await office.save('en', 'limit', 'This is later.');
  const path = `/console/editions/${hash}/change-sheet`;
  const page = await sheet(path);
  for (const each of ['文書番号 総情第2号', `公開日 ${today} 公開者 tanaka`, '承認者 mori', 'A new &lt;day&gt;']) {
    expect(page).toContain(each);
  }
  expect(page).toContain('番号・日付・時間 › 日付 2026年5月1日 › 値 2026-04-01 2026-05-01');
  expect(page).not.toContain('This is later');
  expect((await visitor.get(`/console/editions/${hash}`)).text).toContain(`href="${path}"`);
  expect((await visitor.get('/console/publish')).text).toContain('href="/console/change-sheet"');
  expect((await visitor.get(`/console/editions/${'f'.repeat(64)}/change-sheet`)).status).toBe(404);
});

test('The change sheet of an emergency says why it could not wait, and marks texts that nobody approved', async () => {
  const { office, sheet } = await start();
  await office.save('en', 'goodbye', 'Leave the river.');
  await office.publish({ emergencyReason: '川があふれた' }, tanaka, null);
  const page = await sheet(`/console/editions/${office.shelf.current.hash}/change-sheet`);
  expect(page).toContain('承認を待てなかった理由 川があふれた');
  expect(page).toContain('終わりのあいさつ 英語 goodbye 未承認');
});

test('The change sheet includes texts that change through a value or a key, and counts them as the publish page does', async () => {
  const { office, sheet, visitor } = await start();
  await office.approveAll();
  await office.changeLine(tanaka, (file) => ({
    ...setFirstDay('2026-05-01')(file),
    topics: file.topics.map((topic) => ({ ...topic, key: topic.key === '1' ? '2' : '1' })),
  }));
  const page = await sheet();
  // The date in three languages, and both topics of the menu in three languages.
  expect(page).toContain('承認されていない文が9件あります');
  expect(wordsOf(await visitor.get('/console/publish'))).toContain('承認を待つ文(9件)');
  expect(page).toContain('ごみの日(1) 英語 days.which 未承認');
  expect(page).toMatch(/This changes on 1 April 2026 \..*This changes on 1 May 2026 \./);
  expect(page).toMatch(/For the days, press 1 \..*For the days, press 2 \./);
});
