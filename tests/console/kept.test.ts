import { describe, expect, test } from '#jest';
import { createTestConsole } from '../support/console-server.ts';
import { formsIn, visitConsole } from '../support/console-visitor.ts';
import { goodPassword } from '../support/test-desk.ts';

const hour = 60 * 60_000;
const typed = { name: 'taro', display: '太郎 "<b>" &amp;\n二行目', role: 'editor' };

/** A visitor whose session expired while the form for a new account was open. */
const afterAnHour = async () => {
  const line = await createTestConsole();
  await line.letIn('hanako', 'administrator');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  const page = await visitor.get('/console/accounts/new');
  line.clock.now += hour;
  return { ...line, visitor, page };
};

describe('A form that is sent when the session is over', () => {
  test('is kept during the new sign-in, even after a wrong password, and is then sent with one button', async () => {
    const { visitor, page, desk } = await afterAnHour();
    const asked = await visitor.send(page, '/console/accounts/new', typed);
    expect(asked.status).toBe(401);
    expect(asked.text).toContain('サインインの有効期限が切れました。入力した内容は残っています。');
    const wrong = await visitor.send(asked, '/console/sign-in', { name: 'hanako', password: 'wrong' });
    expect(wrong.status).toBe(422);
    const kept = await visitor.send(wrong, '/console/sign-in', { name: 'hanako', password: goodPassword });
    expect([kept.status, kept.text.includes('<h1>入力した内容は残っています</h1>')]).toEqual([200, true]);
    expect(await desk.findMember('taro')).toBeNull();
    const { csrf, ...fields } =
      formsIn(kept.text).find(({ action }) => action === '/console/accounts/new')?.hidden ?? {};
    expect([fields, csrf?.length]).toEqual([typed, 43]);
    // The name is accepted, and the other field is refused for its two lines. So the form arrived as it was typed.
    const sent = await visitor.send(kept, '/console/accounts/new');
    expect([sent.status, sent.text.includes('表示名は1文字以上60文字以下で入力してください。')]).toEqual([422, true]);
  });

  test('is kept without its passwords', async () => {
    const { visitor, page } = await afterAnHour();
    const csrf = formsIn(page.text)[0]?.hidden.csrf ?? '';
    const passwords = {
      'current-password': 'secret one',
      'new-password': 'secret two',
      'new-password-again': 'secret two',
    };
    const { text } = await visitor.post('/console/account', { csrf, name: 'hanako', ...passwords });
    expect(text).toContain('name="kept:name" value="hanako"');
    expect(text).not.toContain('secret');
  });

  test('is not kept when it does not come from our own page', async () => {
    const { visitor } = await afterAnHour();
    const { status, text } = await visitor.post('/console/accounts/new', { csrf: 'x', ...typed });
    expect([status, text.includes('taro')]).toEqual([403, false]);
  });

  test('can only be sent on to the console, whatever the hidden fields say', async () => {
    const { visitor } = await afterAnHour();
    for (const action of ['https://evil.example/', '//evil.example/console', '/console/sign-out', '/phone/calls']) {
      const sent = { 'kept-action': action, 'kept:name': 'taro', name: 'hanako', password: goodPassword };
      const { status, headers } = await visitor.submit('/console/sign-in', '/console/sign-in', sent);
      expect([status, headers.location]).toEqual([303, '/console']);
      await visitor.submit('/console', '/console/sign-out', {});
    }
  });

  test('is kept even if it is almost as long as a form may be', async () => {
    const { visitor, page } = await afterAnHour();
    const long = 'x'.repeat(199 * 1024);
    const asked = await visitor.send(page, '/console/accounts/new', { ...typed, display: long });
    const kept = await visitor.send(asked, '/console/sign-in', { name: 'hanako', password: goodPassword });
    expect([kept.status, kept.text.includes(long)]).toEqual([200, true]);
  });
});
