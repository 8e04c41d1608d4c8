import { describe, expect, test } from '#jest';
import { createTestConsole } from '../support/console-server.ts';
import { formsIn, visitConsole } from '../support/console-visitor.ts';
import { goodPassword } from '../support/test-desk.ts';

const newPassword = 'a much better phrase';
const form = (current: string, once = newPassword, again = once) => ({
  'current-password': current,
  'new-password': once,
  'new-password-again': again,
});

const signedIn = async () => {
  const line = await createTestConsole();
  await line.letIn('hanako', 'viewer');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  return { ...line, visitor };
};

describe('One’s own account', () => {
  test('gets another password, and the other devices are signed out', async () => {
    const { app, visitor } = await signedIn();
    const other = visitConsole(app);
    await other.signIn('hanako');
    const done = await visitor.submit('/console/account', '/console/account', form(goodPassword));
    expect([done.status, done.headers.location]).toEqual([303, '/console/account?notice=account.done.password']);
    expect((await visitor.get(done.headers.location ?? '')).text).toContain('<p>パスワードを変更しました。</p>');
    expect((await other.get('/console')).status).toBe(303);
    expect((await visitConsole(app).signIn('hanako', newPassword)).status).toBe(303);
  });

  test.each([
    ['a wrong current one', form('wrong'), '今のパスワードが違います。もう一度入力してください。'],
    ['two that differ', form(goodPassword, newPassword, 'x'), '二つの入力が違います。'],
    ['a short one', form(goodPassword, 'short'), 'パスワードは12文字以上にしてください。'],
    ['one that is far too long', form(goodPassword, 'x'.repeat(801)), 'パスワードは200文字以下にしてください。'],
  ])('does not take %s', async (_what, fields, sentence) => {
    const { visitor } = await signedIn();
    const { status, text } = await visitor.submit('/console/account', '/console/account', fields);
    expect([status, text.includes(sentence)]).toEqual([422, true]);
  });

  test('says what is wrong with both passwords at once, and gives neither back', async () => {
    const { visitor } = await signedIn();
    const fields = form('c'.repeat(801), newPassword, 'x');
    const { status, text } = await visitor.submit('/console/account', '/console/account', fields);
    expect([status, text.includes('長すぎます。800文字までにしてください。')]).toEqual([422, true]);
    expect(text).toContain('二つの入力が違います。');
    expect(text.match(/type="password" value=""/g)).toHaveLength(3);
  });

  test('is no way to guess the password', async () => {
    const { visitor } = await signedIn();
    for (let count = 0; count < 5; count += 1)
      await visitor.submit('/console/account', '/console/account', form('wrong'));
    const { status, text } = await visitor.submit('/console/account', '/console/account', form(goodPassword));
    expect([status, text.includes('あと30秒待って')]).toEqual([429, true]);
  });

  test('shows where one is signed in, and signs out one device or all the others', async () => {
    const { app, visitor, desk } = await signedIn();
    const [one, two] = [visitConsole(app), visitConsole(app)];
    await one.signIn('hanako');
    await two.signIn('hanako');
    const page = await visitor.get('/console/account');
    const revoking = formsIn(page.text).filter(({ action }) => action.endsWith('/revoke'));
    // The device that used the link, the other two, and the button for all of them.
    expect(revoking).toHaveLength(4);
    const done = await visitor.send(page, revoking[0]?.action ?? '');
    expect(done.headers.location).toContain('account.done.revoked');
    expect((await visitor.send(page, revoking[0]?.action ?? '')).headers.location).toContain('account.done.gone');
    await visitor.send(page, '/console/account/sessions/others/revoke');
    expect([(await one.get('/console')).status, (await two.get('/console')).status]).toEqual([303, 303]);
    expect((await visitor.get('/console')).status).toBe(200);
    expect((await desk.listAudit(null, 2)).map(({ act }) => act)).toEqual(['others-signed-out', 'session-revoked']);
  });

  test('begins with no sentence that somebody wrote into the address', async () => {
    const { visitor } = await signedIn();
    for (const notice of ['frame.csrf', '<b>x</b>', 'account.done.none', 'account.done']) {
      const { text } = await visitor.get(`/console/account?notice=${encodeURIComponent(notice)}`);
      expect(text).not.toContain('banner-good');
    }
  });
});
