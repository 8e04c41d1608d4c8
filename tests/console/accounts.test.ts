import { describe, expect, test } from '#jest';
import { createTestConsole, type TestConsoleOptions } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { goodPassword } from '../support/test-desk.ts';

const signedIn = async (options: TestConsoleOptions = {}) => {
  const line = await createTestConsole(options);
  const { signedIn: administrator } = await line.letIn('hanako', 'administrator');
  const visitor = visitConsole(line.app);
  // With a public address on https, the cookies need https. Tests use plain http, so they cannot sign in that way.
  if (!options.publicUrl) await visitor.signIn('hanako');
  return { ...line, visitor, self: administrator.member.id };
};
const add = { name: 'Taro.Y', display: '山田太郎', role: 'editor' };
const linkIn = (text: string) => text.match(/value="(http[^"]+\/console\/sign-in\/[\w-]{43})"/)?.[1] ?? '';

describe('Adding an account', () => {
  test('shows a link with which the new person sets a password and signs in', async () => {
    const { app, visitor, desk } = await signedIn();
    const done = await visitor.submit('/console/accounts/new', '/console/accounts/new', add);
    expect(done.status).toBe(200);
    expect(done.text).toContain('リンクは一度だけ使え、2026年11月25日(水) 09:00まで有効です。');
    const { pathname } = new URL(linkIn(done.text));
    expect(await desk.findMember('taro.y')).toMatchObject({ display: '山田太郎', role: 'editor', hasPassword: false });
    expect((await visitor.get('/console/accounts')).text).toContain('パスワード未設定');
    const taro = visitConsole(app);
    const chosen = { 'new-password': goodPassword, 'new-password-again': goodPassword };
    expect((await taro.submit(pathname, pathname, chosen)).status).toBe(303);
    expect((await visitor.get('/console/accounts')).text).not.toContain('パスワード未設定');
  });

  test('uses the public address of the console in the link', async () => {
    const { app, letIn } = await signedIn({ publicUrl: 'https://line.example.jp' });
    const { token, signedIn: member } = await letIn('jiro', 'administrator');
    const visitor = visitConsole(app);
    const done = await visitor.post(
      '/console/accounts/new',
      { ...add, csrf: member.csrfToken },
      { Cookie: `__Host-kotozute-session=${token}` },
    );
    expect(linkIn(done.text)).toMatch(/^https:\/\/line\.example\.jp\/console\/sign-in\//);
  });

  test.each([
    ['a name with spaces', { ...add, name: 'taro y' }, 'ユーザー名は2文字以上40文字以下で'],
    ['a name that is taken', { ...add, name: 'HANAKO' }, 'このユーザー名はすでに使われています。'],
    ['no display text', { ...add, display: ' ' }, '表示名は1文字以上60文字以下で'],
    ['a role that does not exist', { ...add, role: 'king' }, '役割を一つ選んでください。'],
  ])('says what to do about %s and keeps what was typed', async (_what, typed, sentence) => {
    const { visitor } = await signedIn();
    const { status, text } = await visitor.submit('/console/accounts/new', '/console/accounts/new', typed);
    expect([status, text.includes(sentence)]).toEqual([422, true]);
    expect(text).toContain(`value="${typed.name}"`);
    expect(text).toContain('aria-invalid="true"');
  });

  test('reports all errors at once, each beside its field', async () => {
    const { visitor } = await signedIn();
    const typed = { name: 'n'.repeat(161), display: ' ', role: 'king' };
    const { status, text } = await visitor.submit('/console/accounts/new', '/console/accounts/new', typed);
    expect([status, text.includes(`value="${typed.name}"`)]).toEqual([422, true]);
    const errors = [...text.matchAll(/id="(\w+)-error">([^<]*)</g)].map(([, field, sentence]) => [field, sentence]);
    expect(errors).toEqual([
      ['name', '長すぎます。160文字までにしてください。'],
      ['display', '表示名は1文字以上60文字以下で入力してください。'],
      ['role', '役割を一つ選んでください。'],
    ]);
  });
});

describe('Changing an account', () => {
  test('changes its role and the name shown, switches it off and on, and makes a new link', async () => {
    const { visitor, desk, letIn } = await signedIn();
    const { signedIn: taro } = await letIn('taro', 'viewer');
    const page = `/console/accounts/${taro.member.id}`;
    const submit = (what: string, fields = {}) => visitor.submit(page, `${page}/${what}`, fields);
    const role = await submit('role', { role: 'approver' });
    expect(role.headers.location).toBe(`${page}?notice=accounts.done.role`);
    await submit('display', { display: '<i>太郎</i>' });
    expect(await desk.findMember('taro')).toMatchObject({ role: 'approver', display: '<i>太郎</i>' });
    expect((await visitor.get('/console/accounts')).text).toContain('&lt;i&gt;太郎&lt;/i&gt;');
    expect(linkIn((await submit('link')).text)).not.toBe('');
    const opened = await visitor.get(page);
    await submit('off');
    expect(await desk.findMember('taro')).toMatchObject({ isActive: false });
    expect((await visitor.send(opened, `${page}/link`)).status).toBe(409);
    await submit('on');
    expect(await desk.findMember('taro')).toMatchObject({ isActive: true });
  });

  test('refuses to switch off the last administrator, or to change their role', async () => {
    const { visitor, self } = await signedIn();
    const page = `/console/accounts/${self}`;
    for (const [what, fields] of [['role', { role: 'viewer' }] as const, ['off', {}] as const]) {
      const { status, text } = await visitor.submit(page, `${page}/${what}`, fields);
      expect([status, text.includes('最後の管理者は、止めることも、役割を変えることもできません。')]).toEqual([
        422,
        true,
      ]);
    }
  });

  test('keeps a name that is refused in its field', async () => {
    const { visitor, self } = await signedIn();
    const page = `/console/accounts/${self}`;
    const long = '長'.repeat(61);
    const { status, text } = await visitor.submit(page, `${page}/display`, { display: long });
    expect([status, text.includes(`value="${long}"`)]).toEqual([422, true]);
  });

  test('keeps a role that is refused, and a name that is far too long, in the form', async () => {
    const { visitor, self } = await signedIn();
    const page = `/console/accounts/${self}`;
    const { text } = await visitor.submit(page, `${page}/role`, { role: 'viewer' });
    expect(text).toContain('<option value="viewer" selected>');
    const long = 'x'.repeat(121);
    const refused = await visitor.submit(page, `${page}/display`, { display: long });
    expect([refused.status, refused.text.includes('長すぎます。120文字までにしてください。')]).toEqual([422, true]);
    expect(refused.text).toContain(`value="${long}"`);
  });

  test('answers 404 at the address of an account that does not exist', async () => {
    const { visitor } = await signedIn();
    expect((await visitor.get('/console/accounts/nobody')).status).toBe(404);
  });

  test('is for administrators only', async () => {
    const { app, letIn, self, desk } = await signedIn();
    await letIn('taro', 'approver');
    const taro = visitConsole(app);
    await taro.signIn('taro');
    const { csrf = '' } = { csrf: (await taro.get('/console')).text.match(/name="csrf" value="([^"]+)"/)?.[1] };
    expect((await taro.post(`/console/accounts/${self}/off`, { csrf })).status).toBe(403);
    expect((await taro.post('/console/accounts/new', { csrf, ...add })).status).toBe(403);
    expect(await desk.findMember('hanako')).toMatchObject({ isActive: true });
  });
});
