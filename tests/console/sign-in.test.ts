import { describe, expect, test } from '#jest';
import { commandLine } from '../../src/office/staff/desk/actor.ts';
import { createTestConsole } from '../support/console-server.ts';
import { formsIn, visitConsole } from '../support/console-visitor.ts';
import { goodPassword } from '../support/test-desk.ts';

const withLink = async () => {
  const line = await createTestConsole();
  const made = await line.desk.firstSignInLink();
  if (made.kind !== 'made') throw new Error('No link was made.');
  return { ...line, made, path: `/console/sign-in/${made.token}` };
};
/** The names and the password that the first administrator chooses. */
const chosen = {
  name: 'hanako',
  display: '田中 花子',
  'new-password': goodPassword,
  'new-password-again': goodPassword,
};
const sentenceIn = (text: string) => text.match(/class="banner banner-error"[^>]*><p>([^<]*)</)?.[1];

describe('Signing in with a password', () => {
  test('leads to the page that was asked for, with a cookie that scripts cannot read', async () => {
    const line = await createTestConsole();
    await line.letIn('hanako', 'viewer');
    const visitor = visitConsole(line.app);
    const asked = await visitor.get('/console/audit?before=7');
    expect([asked.status, asked.headers.location]).toEqual([
      303,
      '/console/sign-in?next=%2Fconsole%2Faudit%3Fbefore%3D7',
    ]);
    const page = await visitor.get(asked.headers.location ?? '');
    const done = await visitor.send(page, '/console/sign-in', { name: 'ＨＡＮＡＫＯ', password: goodPassword });
    expect([done.status, done.headers.location]).toEqual([303, '/console/audit?before=7']);
    expect(done.headers['set-cookie']?.[0]).toMatch(/^kotozute-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await visitor.get('/console')).text).toContain('hanakoさん(閲覧者)');
    expect((await visitor.get('/console/sign-in')).headers.location).toBe('/console');
  });

  const longest = `/console?${'x'.repeat(16_384)}`;
  test.each(['https://evil.example/console', '//evil.example', '/phone', '/console/../phone', longest])(
    'never leads to %.40s',
    async (next) => {
      const line = await createTestConsole();
      await line.letIn('hanako', 'viewer');
      const visitor = visitConsole(line.app);
      const sent = { name: 'hanako', password: goodPassword, next };
      const { status, headers } = await visitor.submit('/console/sign-in', '/console/sign-in', sent);
      expect([status, headers.location]).toEqual([303, '/console']);
    },
  );

  test('answers a wrong password and a name that nobody has in the same words', async () => {
    const line = await createTestConsole();
    await line.letIn('hanako', 'viewer');
    const visitor = visitConsole(line.app);
    const wrong = await visitor.signIn('hanako', 'not the password');
    const nobody = await visitor.signIn('jiro', 'not the password');
    expect([wrong.status, nobody.status]).toEqual([422, 422]);
    expect(sentenceIn(wrong.text)).toBe('ユーザー名またはパスワードが違います。もう一度入力してください。');
    expect(nobody.text.replaceAll('jiro', 'hanako')).toBe(wrong.text);
    expect(wrong.text).not.toContain('not the password');
  });

  test('says beside a field that it is too long, and gives back all but the password', async () => {
    const visitor = visitConsole((await createTestConsole()).app);
    const [name, password] = ['n'.repeat(161), 'p'.repeat(801)];
    const { status, text } = await visitor.signIn(name, password);
    expect([status, text.includes(`value="${name}"`), text.includes(password)]).toEqual([422, true, false]);
    const errors = [...text.matchAll(/id="(\w+)-error">([^<]*)</g)].map(([, field, sentence]) => [field, sentence]);
    expect(errors).toEqual([
      ['name', '長すぎます。160文字までにしてください。'],
      ['password', '長すぎます。800文字までにしてください。'],
    ]);
  });

  test('says after too many attempts how many seconds to wait', async () => {
    const line = await createTestConsole();
    await line.letIn('hanako', 'viewer');
    const visitor = visitConsole(line.app);
    for (let count = 0; count < 5; count += 1) await visitor.signIn('hanako', 'wrong');
    line.clock.now += 4500;
    const { status, text, headers } = await visitor.signIn('hanako');
    expect([status, headers['retry-after']]).toEqual([429, '26']);
    expect(sentenceIn(text)).toBe('試した回数が多すぎます。あと26秒待って、もう一度試してください。');
  });

  test('marks its fields in the way that password managers expect', async () => {
    const { text } = await visitConsole((await createTestConsole()).app).get('/console/sign-in');
    expect(text).toMatch(/name="name" type="text"[^>]*autocomplete="username"/);
    expect(text).toMatch(/name="password" type="password"[^>]*autocomplete="current-password"/);
  });

  test('makes the browser ask again after a link from another site, for which it sends no cookie', async () => {
    const visitor = visitConsole((await createTestConsole()).app);
    const { status, headers, text } = await visitor.get('/console/audit', { 'Sec-Fetch-Site': 'cross-site' });
    expect([status, headers.refresh]).toEqual([200, '0']);
    expect(text).toContain('name="next" value="/console/audit"');
  });

  test('ends with signing out', async () => {
    const line = await createTestConsole();
    await line.letIn('hanako', 'viewer');
    const visitor = visitConsole(line.app);
    await visitor.signIn('hanako');
    const out = await visitor.submit('/console', '/console/sign-out', {});
    expect([out.status, out.headers.location]).toEqual([303, '/console/sign-in']);
    expect((await visitor.get('/console')).status).toBe(303);
    expect((await line.acts()).at(-1)).toBe('hanako signed-out');
  });
});

describe('A link that works once', () => {
  test('needs no cookie, asks for a new password twice, and signs in', async () => {
    const { app, path } = await withLink();
    const visitor = visitConsole(app);
    const page = await visitor.get(path, { 'Sec-Fetch-Site': 'cross-site' });
    expect(page.status).toBe(200);
    expect(page.text).toContain('15文字以上、200文字以下にしてください。');
    expect(page.text.match(/autocomplete="(username|name|new-password)"/g)).toHaveLength(4);
    const done = await visitor.send(page, path, chosen);
    expect([done.status, done.headers.location]).toEqual([303, '/console']);
    expect((await visitor.get('/console')).text).toContain('田中 花子(管理者)');
    const again = await visitConsole(app).get(path);
    expect([again.status, sentenceIn(again.text)]).toEqual([
      410,
      'このリンクはすでに使われました。パスワードでサインインするか、管理者に新しいリンクを依頼してください。',
    ]);
  });

  test.each([
    [goodPassword, 'another password', '二つの入力が違います。同じパスワードをもう一度入力してください。'],
    ['short', 'short', 'パスワードは15文字以上にしてください。'],
    ['kumamoto-hanako', 'kumamoto-hanako', 'ユーザー名や表示名と同じパスワードは使えません。別のものにしてください。'],
    ['x'.repeat(201), 'x'.repeat(201), 'パスワードは200文字以下にしてください。'],
  ])('refuses the passwords %s and %s, and says why', async (once, twice, sentence) => {
    const { app, path } = await withLink();
    const visitor = visitConsole(app);
    const names = { name: 'kumamoto-hanako', display: '田中' };
    const sent = { ...names, 'new-password': once, 'new-password-again': twice };
    const { status, text } = await visitor.submit(path, path, sent);
    expect(status).toBe(422);
    expect([text.includes('value="kumamoto-hanako"'), text.includes('value="田中"')]).toEqual([true, true]);
    expect(text).toContain(sentence);
    expect(text.match(/type="password" value=""/g)).toHaveLength(2);
  });

  test('lets the first administrator choose their names, but nobody else', async () => {
    const { app, path, desk, acts } = await withLink();
    const visitor = visitConsole(app);
    const wrong = await visitor.submit(path, path, { ...chosen, name: 'x y', display: '', 'new-password-again': 'z' });
    const errors = [...wrong.text.matchAll(/id="([\w-]+)-error">([^<]*)</g)].map(([, field]) => field);
    expect([wrong.status, errors]).toEqual([422, ['name', 'display', 'new-password-again']]);
    await desk.addAccount(commandLine, { name: 'jiro', display: '次郎', role: 'editor' });
    const taken = await visitor.submit(path, path, { ...chosen, name: 'JIRO' });
    expect([taken.status, taken.text.includes('value="JIRO"')]).toEqual([422, true]);
    expect(taken.text).toMatch(/id="name-error">[^<]*使われています/);
    expect((await visitor.submit(path, path, chosen)).status).toBe(303);
    expect(await desk.findMember('administrator')).toBeNull();
    expect(await desk.findMember('hanako')).toMatchObject({ display: '田中 花子', role: 'administrator' });
    expect((await acts()).slice(-2)).toEqual(['hanako link-used', 'hanako display-changed']);
    expect((await visitConsole(app).signIn('hanako')).headers.location).toBe('/console');
    // A colleague keeps the names that the administrator gave.
    const { id = '' } = (await desk.findMember('jiro')) ?? {};
    const link = await desk.makeLink(commandLine, id);
    const other = `/console/sign-in/${link.kind === 'made' ? link.token : ''}`;
    expect((await visitConsole(app).submit(other, other, { ...chosen, name: 'boss' })).status).toBe(303);
    expect(await desk.findMember('boss')).toBeNull();
    expect(await desk.findMember('jiro')).toMatchObject({ display: '次郎', hasPassword: true });
  });

  test('records the new user name of the first administrator, whatever name is shown', async () => {
    const { app, path, acts } = await withLink();
    const sent = { ...chosen, display: 'administrator' };
    expect((await visitConsole(app).submit(path, path, sent)).status).toBe(303);
    expect((await acts()).slice(-2)).toEqual(['hanako link-used', 'hanako display-changed']);
  });

  test('opens no form if it is unknown or too old, or if its account is switched off', async () => {
    const { app, path, clock, desk, letIn, made } = await withLink();
    const visitor = visitConsole(app);
    expect((await visitor.get('/console/sign-in/nonsense')).status).toBe(404);
    await letIn('hanako', 'administrator');
    await desk.switchOff(commandLine, made.member.id);
    const off = await visitor.get(path);
    expect([off.status, formsIn(off.text)]).toEqual([410, []]);
    clock.now += 25 * 60 * 60_000;
    expect(sentenceIn((await visitor.get(path)).text)).toContain('期限が切れたか');
  });
});
