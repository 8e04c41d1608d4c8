import { describe, expect, test } from '#jest';
import { signedInOnLine } from '../support/console-line.ts';
import { visitConsole } from '../support/console-visitor.ts';

const page = '/console/sheets';

describe('The form for files', () => {
  test('asks for a file if none was chosen', async () => {
    const { visitor } = await signedInOnLine();
    const { status, text } = await visitor.upload(page, page, null);
    expect([status, text.includes('ファイルを選んでください。')]).toEqual([400, true]);
  });

  test('is refused without a CSRF token', async () => {
    const { visitor } = await signedInOnLine();
    const foreign = await visitor.post(page, { file: 'x' });
    expect(foreign.status).toBe(403);
    const body = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na\r\n--x--\r\n';
    const sent = await visitor.sendBody(page, 'multipart/form-data; boundary=x', body);
    expect(sent.status).toBe(403);
  });

  test('says that it cannot be read if it is broken, and that it is too long if the file is too large', async () => {
    const { visitor, reported } = await signedInOnLine();
    const broken = await visitor.sendBody(page, 'multipart/form-data; boundary=x', 'nothing of that kind');
    expect([broken.status, broken.text.includes('送信された内容を読み取れませんでした。')]).toEqual([400, true]);
    const { status, text } = await visitor.upload(page, page, { name: 'words.xlsx', bytes: new Uint8Array(5_200_000) });
    expect([status, text.includes('長すぎます')]).toEqual([413, true]);
    expect(reported).toEqual([]);
  });

  test('keeps no more of a file’s name than a file system would', async () => {
    const { visitor } = await signedInOnLine();
    const name = `${'n'.repeat(1_000_000)}.csv`;
    const sent = await visitor.upload(page, page, { name, bytes: Buffer.from('a,b\n') });
    const shown = sent.headers.location ? (await visitor.get(sent.headers.location)).text : sent.text;
    expect(Math.max(...[...shown.matchAll(/n+/g)].map(([all]) => all.length))).toBeLessThanOrEqual(255);
  });

  test('is neither shown to a viewer nor accepted from one', async () => {
    const { visitor } = await signedInOnLine('viewer');
    const { text } = await visitor.get(page);
    expect(text).not.toContain('multipart/form-data');
    expect(text).toContain('あなたの役割では、取り込めません。');
    expect((await visitor.sendBody(page, 'multipart/form-data; boundary=x', 'x')).status).toBe(403);
    expect((await visitor.get(`${page}/compared/anything`)).status).toBe(403);
  });

  test('asks strangers to sign in first', async () => {
    const { app } = await signedInOnLine();
    const stranger = visitConsole(app);
    expect((await stranger.get(page)).headers.location).toBe('/console/sign-in?next=%2Fconsole%2Fsheets');
    expect((await stranger.sendBody(page, 'multipart/form-data; boundary=x', 'x')).status).toBe(403);
  });
});
