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

describe('A person’s own account', () => {
  test('gets a new password, and all other devices are signed out', async () => {
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
    ['a wrong current password', form('wrong'), '今のパスワードが違います。もう一度入力してください。'],
    ['two new passwords that differ', form(goodPassword, newPassword, 'x'), '二つの入力が違います。'],
    ['a password that is too short', form(goodPassword, 'short'), 'パスワードは12文字以上にしてください。'],
    ['a password that is far too long', form(goodPassword, 'x'.repeat(801)), 'パスワードは200文字以下にしてください。'],
  ])('refuses %s', async (_what, fields, sentence) => {
    const { visitor } = await signedIn();
    const { status, text } = await visitor.submit('/console/account', '/console/account', fields);
    expect([status, text.includes(sentence)]).toEqual([422, true]);
  });

  test('says at once what is wrong with the current and the new password, and sends neither of them back', async () => {
    const { visitor } = await signedIn();
    const fields = form('c'.repeat(801), newPassword, 'x');
    const { status, text } = await visitor.submit('/console/account', '/console/account', fields);
    expect([status, text.includes('長すぎます。800文字までにしてください。')]).toEqual([422, true]);
    expect(text).toContain('二つの入力が違います。');
    expect(text.match(/type="password" value=""/g)).toHaveLength(3);
  });

  test('refuses even the right password for a while after five wrong ones', async () => {
    const { visitor } = await signedIn();
    for (let count = 0; count < 5; count += 1)
      await visitor.submit('/console/account', '/console/account', form('wrong'));
    const { status, text } = await visitor.submit('/console/account', '/console/account', form(goodPassword));
    expect([status, text.includes('あと30秒待って')]).toEqual([429, true]);
  });

  test('shows the other devices that are signed in, and signs out one of them or all of them', async () => {
    const { app, visitor, desk } = await signedIn();
    const [one, two] = [visitConsole(app), visitConsole(app)];
    await one.signIn('hanako');
    await two.signIn('hanako');
    const page = await visitor.get('/console/account');
    const revoking = formsIn(page.text).filter(({ action }) => action.endsWith('/revoke'));
    // A button for the device that used the link, one for each of the other two, and one for all of them.
    expect(revoking).toHaveLength(4);
    const done = await visitor.send(page, revoking[0]?.action ?? '');
    expect(done.headers.location).toContain('account.done.revoked');
    expect((await visitor.send(page, revoking[0]?.action ?? '')).headers.location).toContain('account.done.gone');
    await visitor.send(page, '/console/account/sessions/others/revoke');
    expect([(await one.get('/console')).status, (await two.get('/console')).status]).toEqual([303, 303]);
    expect((await visitor.get('/console')).status).toBe(200);
    expect((await desk.listAudit(null, 2)).map(({ act }) => act)).toEqual(['others-signed-out', 'session-revoked']);
  });

  test('shows no success message if the address names one that does not belong to this page', async () => {
    const { visitor } = await signedIn();
    for (const notice of ['frame.csrf', '<b>x</b>', 'account.done.none', 'account.done']) {
      const { text } = await visitor.get(`/console/account?notice=${encodeURIComponent(notice)}`);
      expect(text).not.toContain('banner-good');
    }
  });
});
