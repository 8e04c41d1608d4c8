import { expect, jest, test } from '#jest';
import type { Role } from '../../src/office/staff/role.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';

jest.setTimeout(60_000);

const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const page = '/console/sounds';

async function start(role: Role) {
  const line = await createTestConsole();
  await line.letIn('hanako', role);
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  const upload = (name: string, bytes: Uint8Array) => visitor.upload(page, page, { name, bytes });
  return { ...line, visitor, upload };
}

test('A ZIP of sounds from one Kotozute is taken in by another, which then need not speak these texts', async () => {
  const speaking = await start('viewer');
  const list = await speaking.visitor.get(page);
  expect(list.text).toContain('href="/console/sounds/en.zip"');
  expect(list.text).not.toContain('type="file"');
  expect(wordsOf(list.text)).toContain('音声を取り込めるのは、承認者と管理者です。');
  const { bytes } = await speaking.visitor.download('/console/sounds/en.zip');

  const silent = await start('approver');
  silent.office.engine.failWhen(({ language }) => language === 'en');
  expect((await silent.visitor.get('/console/sounds/en/goodbye.wav')).status).toBe(503);
  const taken = await silent.upload('kotozute-sounds-en.zip', bytes);
  const prompts = Object.keys((await silent.office.desk.read()).draft.words.get('en')?.prompts ?? {});
  expect([taken.status, wordsOf(taken.text)]).toEqual([
    200,
    expect.stringContaining(`音声を${2 * prompts.length}件取り込みました`),
  ]);
  const goodbye = await silent.visitor.download('/console/sounds/en/goodbye.wav');
  const spoken = await speaking.visitor.download('/console/sounds/en/goodbye.wav');
  expect([goodbye.status, Buffer.compare(goodbye.bytes, spoken.bytes)]).toEqual([200, 0]);
  // A whole edition can be prepared, although the engine fails for all English.
  expect(await silent.office.publish()).toMatchObject({ kind: 'published' });
  const again = await silent.upload('kotozute-sounds-en.zip', bytes);
  expect(wordsOf(again.text)).toContain(`${2 * prompts.length}件は、もうありました。`);
  expect(wordsOf((await silent.visitor.get('/console/audit')).text)).toContain(
    `音声のファイルを取り込みました(英語、文${2 * prompts.length}件`,
  );
});

test('A file that is not taken in is named, escaped, with the reason', async () => {
  const { upload, visitor } = await start('administrator');
  const { bytes } = await visitor.download('/console/sounds/en/goodbye.wav');
  const refused = await upload('en <b>greeting.wav', bytes);
  expect(refused.text).toContain('en &lt;b&gt;greeting.wav');
  expect(wordsOf(refused.text)).toContain('ファイルの名前から、どの文か分かりません。');
  const other = await upload('en greeting.wav', bytes);
  expect(wordsOf(other.text)).toContain('言葉か番号か声の設定が違うか');
  const damaged = await upload('a.zip', Buffer.from('PK and no more'));
  expect([damaged.status, wordsOf(damaged.text)]).toEqual([422, expect.stringContaining('ZIPファイルが壊れていて')]);
  const missing = await visitor.upload(page, page, null);
  expect([missing.status, wordsOf(missing.text)]).toEqual([422, expect.stringContaining('ファイルを選んでください。')]);
  await visitor.get('/console/language/en');
  expect(wordsOf((await upload('x.wav', bytes)).text)).toContain('Not imported: 1.');
});

test('A file from an editor, who may not take sounds in, is refused unread, and so is a file that is too large', async () => {
  const { visitor, app, letIn } = await start('editor');
  const csrf = /name="csrf" value="([^"]+)"/.exec((await visitor.get('/console/account')).text)?.[1] ?? '';
  const body = [
    '--b',
    'Content-Disposition: form-data; name="csrf"',
    '',
    csrf,
    '--b',
    'Content-Disposition: form-data; name="file"; filename="en goodbye.wav"',
    '',
    'RIFF',
    '--b--',
    '',
  ].join('\r\n');
  const refused = await visitor.sendBody(page, 'multipart/form-data; boundary=b', body);
  expect(refused.status).toBe(403);
  await letIn('taro', 'approver');
  const taro = visitConsole(app);
  await taro.signIn('taro');
  // Only somebody whose form is read is told that it cannot be read.
  const broken = [visitor, taro].map((each) => each.sendBody(page, 'multipart/form-data; boundary=b', 'nothing'));
  expect((await Promise.all(broken)).map(({ status }) => status)).toEqual([403, 400]);
  const large = await taro.upload(page, page, { name: 'a.zip', bytes: new Uint8Array(20_200_000) });
  expect(large.status).toBe(413);
});
