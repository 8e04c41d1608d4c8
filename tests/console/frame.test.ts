import request from 'supertest';
import { describe, expect, test } from '#jest';
import { StorageError, type StorageErrorKind } from '../../src/common/storage-error.ts';
import { createSqlDraftRecords } from '../../src/database/drafts/sql-draft-records.ts';
import { createDraftDesk } from '../../src/office/drafts/draft-desk.ts';
import { sessionLifetime, touchEvery } from '../../src/office/staff/session.ts';
import type { StaffRecords } from '../../src/office/staff/staff-records.ts';
import { PromptFolderError } from '../../src/words/prompt-files.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { scratchDatabase } from '../support/scratch-database.ts';
import { goodPassword } from '../support/test-desk.ts';

const signedIn = async (role: 'administrator' | 'viewer' = 'administrator') => {
  const line = await createTestConsole();
  await line.letIn('hanako', role);
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  return { ...line, visitor };
};

/** Records that fail with an error whenever the accounts are listed. */
const breaking =
  (error: unknown) =>
  (records: StaffRecords): StaffRecords => ({
    ...records,
    accounts: { ...records.accounts, list: () => Promise.reject(error) },
  });

const databaseError = (kind: StorageErrorKind, message: string) => new StorageError(kind, message);

describe('Every page', () => {
  test('loads everything from its own server, is not cached, and is shown in no frame', async () => {
    const { visitor } = await signedIn();
    for (const path of ['/console', '/console/nowhere']) {
      const { headers } = await visitor.get(path);
      expect(headers['content-security-policy']).toBe(
        "default-src 'self';script-src 'self';style-src 'self';media-src 'self' blob:;img-src 'self' data:;object-src 'none';form-action 'self';frame-ancestors 'none';base-uri 'none'",
      );
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
    }
  });

  test('is in Japanese until the visitor chooses English, and then stays in English', async () => {
    const { visitor } = await signedIn();
    expect((await visitor.get('/console/audit')).text).toContain('<html lang="ja">');
    const chosen = await visitor.get('/console/language/en?next=%2Fconsole%2Faudit');
    expect([chosen.status, chosen.headers.location]).toEqual([303, '/console/audit']);
    const english = await visitor.get('/console/audit');
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('<h1>Audit</h1>');
    expect(english.text).toContain('lang="ja" hreflang="ja">日本語</a>');
  });

  test.each([
    'https://evil.example',
    '//evil.example/console',
    '/console/../phone',
    '/\\evil.example',
    '/console/sign-out',
  ])('redirects to no other place after a change of the language: %s', async (next) => {
    const { visitor } = await signedIn();
    const { headers } = await visitor.get(`/console/language/en?next=${encodeURIComponent(next)}`);
    expect(headers.location).toBe('/console');
  });

  test('is marked in the menu, which has only pages that the visitor may see', async () => {
    const { visitor } = await signedIn('viewer');
    const { text } = await visitor.get('/console/audit');
    expect(text).toContain('<a href="/console/audit" aria-current="page">');
    expect(text).not.toContain('/console/accounts');
    const refused = await visitor.get('/console/accounts');
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('あなたの役割ではこの操作はできません。');
  });
});

/** Both menus of a page, the folded one and the open one: each heading with the addresses below it. */
const menusIn = (text: string) =>
  [
    ...text.matchAll(
      /<nav aria-label="メインメニュー">([\s\S]*?)<\/nav>|<nav class="menu-open"[^>]*>([\s\S]*?)<\/nav>/g,
    ),
  ].map(([, folded, open]) =>
    (folded ?? open ?? '').split('<h2').map((group) => ({
      heading: group.match(/class="menu-heading" id="[\w-]+">([^<]+)/)?.[1] ?? null,
      pages: [...group.matchAll(/href="\/console\/?([\w-]*)"/g)].map(([, page]) => page),
    })),
  );

describe('The menu', () => {
  test('has the overview and then five groups of pages, each list labelled by its heading', async () => {
    const { visitor } = await signedIn();
    const { text } = await visitor.get('/console');
    const groups = [
      { heading: null, pages: [''] },
      { heading: 'ことば', pages: ['texts', 'sheets'] },
      { heading: '案内の内容', pages: ['topics', 'facts', 'destinations', 'languages'] },
      {
        heading: '試す・公開する',
        pages: ['rehearsal', 'approvals', 'readers', 'sounds', 'crawl', 'publish', 'leaflets'],
      },
      { heading: '災害', pages: ['disaster'] },
      { heading: '記録・管理', pages: ['editions', 'audit', 'status', 'accounts', 'account'] },
    ];
    expect(menusIn(text)).toEqual([groups, groups]);
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
    const named = [...text.matchAll(/class="menu" aria-labelledby="([^"]+)"/g)].map(([, id]) => id);
    expect([named.length, named.every((id) => ids.includes(id))]).toEqual([10, true]);
  });

  test('leaves out a page that the visitor may not see', async () => {
    const { visitor } = await signedIn('viewer');
    const [folded] = menusIn((await visitor.get('/console')).text);
    expect(folded?.at(-1)?.pages).toEqual(['editions', 'audit', 'status', 'account']);
  });
});

describe('The foot of every page', () => {
  test.each([
    [true, ['/', '/phone', '/privacy', '/accessibility']],
    [false, ['/', '/privacy', '/accessibility']],
  ])('links to the pages for residents; the phone in the browser is offered: %s', async (hasPhonePage, addresses) => {
    const line = await createTestConsole({ hasPhonePage });
    await line.letIn('hanako', 'viewer');
    const visitor = visitConsole(line.app);
    const linksIn = async (page: string) => {
      const [, foot = ''] = (await visitor.get(page)).text.split('<footer');
      return [...foot.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    };
    expect(await linksIn('/console/sign-in')).toEqual(addresses);
    await visitor.signIn('hanako');
    expect(await linksIn('/console/nowhere')).toEqual(addresses);
  });
});

describe('Cookies', () => {
  test('belong to this host alone, and are sent only encrypted, if the console is on https', async () => {
    const line = await createTestConsole({ publicUrl: 'https://line.example.jp' });
    const { headers } = await request(line.app).get('/console/sign-in');
    expect(headers['set-cookie']?.[0]).toMatch(
      /^__Host-kotozute-visitor=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
  });

  test('also work on plain http, on the machine itself', async () => {
    const line = await createTestConsole();
    const { headers } = await request(line.app).get('/console/sign-in');
    expect(headers['set-cookie']?.[0]).toMatch(/^kotozute-visitor=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });
});

describe('What the pages load', () => {
  test('has addresses that change with the content, so that browsers request it only once', async () => {
    const line = await createTestConsole();
    const page = (await request(line.app).get('/console/sign-in')).text;
    const addresses = [...page.matchAll(/(?:href|src)="(\/console\/assets\/[^"]+)"/g)].map(
      ([, address = '']) => address,
    );
    expect(addresses.length).toBeGreaterThan(15);
    for (const address of addresses) {
      const { status, headers } = await request(line.app).get(address);
      expect([address, status, headers['cache-control']]).toEqual([
        address,
        200,
        'public, max-age=31536000, immutable',
      ]);
    }
  });

  test('is served to a page of an earlier version as it is now, and is not cached', async () => {
    const line = await createTestConsole();
    const { status, headers } = await request(line.app).get('/console/assets/0123456789abcdef/base.css');
    expect([status, headers['cache-control']]).toEqual([200, 'no-cache']);
  });

  test.each(['nothing.css', '..%2Fconsole-router.ts', '.css'])('does not include %s', async (name) => {
    const line = await createTestConsole();
    for (const path of [name, `0123456789abcdef/${name}`]) {
      const { status, text } = await request(line.app).get(`/console/assets/${path}`);
      expect(text).not.toContain('import');
      expect([303, 404]).toContain(status);
    }
  });
});

describe('When something goes wrong', () => {
  test('an unknown address says that nothing is there', async () => {
    const { visitor } = await signedIn();
    const { status, text } = await visitor.get('/console/nowhere');
    expect(status).toBe(404);
    expect(text).toContain('このアドレスには何もありません。');
  });

  test('a form without a valid CSRF token changes nothing', async () => {
    const { visitor, desk } = await signedIn();
    for (const csrf of ['', 'x', 'ab'.repeat(22)]) {
      const { status, text } = await visitor.post('/console/accounts/new', {
        csrf,
        name: 'taro',
        display: 'T',
        role: 'editor',
      });
      expect(status).toBe(403);
      expect(text).toContain('この画面は古くなっているため');
    }
    expect(await desk.findMember('taro')).toBeNull();
  });

  test('a form that comes from another site, according to the browser, changes nothing even with a valid token', async () => {
    const { visitor, desk } = await signedIn();
    const { text } = await visitor.get('/console/accounts/new');
    const csrf = text.match(/name="csrf" value="([^"]+)"/)?.[1] ?? '';
    const form = { csrf, name: 'taro', display: 'T', role: 'editor' };
    for (const site of ['cross-site', 'same-site']) {
      expect((await visitor.post('/console/accounts/new', form, { 'Sec-Fetch-Site': site })).status).toBe(403);
    }
    expect(await desk.findMember('taro')).toBeNull();
    expect((await visitor.post('/console/accounts/new', form, { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
  });

  test('a form from a page opened before a new sign-in is offered again, if the browser says that the page is ours', async () => {
    const { visitor, desk } = await signedIn();
    const old = await visitor.get('/console/accounts/new');
    await visitor.submit('/console', '/console/sign-out', {});
    await visitor.signIn('hanako');
    const form = {
      csrf: old.text.match(/name="csrf" value="([^"]+)"/)?.[1] ?? '',
      name: 'taro',
      display: '<T>',
      role: 'editor',
    };
    const offered = await visitor.post('/console/accounts/new', form, { 'Sec-Fetch-Site': 'same-origin' });
    expect(offered.status).toBe(403);
    expect(await desk.findMember('taro')).toBeNull();
    expect((await visitor.send(offered, '/console/accounts/new')).status).toBe(200);
    expect(await desk.findMember('taro')).toMatchObject({ display: '<T>' });
    const foreign = await visitor.post('/console/accounts/new', form, { 'Sec-Fetch-Site': 'cross-site' });
    expect(foreign.text).not.toContain('taro');
  });

  test('a form from a page opened before a sign-out in another window waits for a new sign-in, if the page is ours', async () => {
    const { visitor, desk } = await signedIn();
    const old = await visitor.get('/console/accounts/new');
    const csrf = old.text.match(/name="csrf" value="([^"]+)"/)?.[1] ?? '';
    await visitor.submit('/console', '/console/sign-out', {});
    const form = { csrf, name: 'taro', display: 'T', role: 'editor' };
    const foreign = await visitor.post('/console/accounts/new', form, { 'Sec-Fetch-Site': 'cross-site' });
    expect([foreign.status, foreign.text.includes('taro')]).toEqual([403, false]);
    for (const address of ['/console/sign-out', '/console/SIGN-IN', '/console/language']) {
      expect((await visitor.post(address, form, { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(403);
    }
    const asked = await visitor.post('/console/accounts/new', form, { 'Sec-Fetch-Site': 'same-origin' });
    expect(asked.status).toBe(401);
    const back = await visitor.send(asked, '/console/sign-in', { name: 'hanako', password: goodPassword });
    expect(await desk.findMember('taro')).toBeNull();
    expect((await visitor.send(back, '/console/accounts/new')).status).toBe(200);
    expect(await desk.findMember('taro')).toMatchObject({ display: 'T' });
  });

  test('htmx sends the CSRF token in a header, and is answered with a part of a page', async () => {
    const { visitor } = await signedIn();
    const { text } = await visitor.get('/console');
    const csrf = text.match(/"X-CSRF-Token": "([^"]+)"/)?.[1] ?? '';
    const part = { 'HX-Request': 'true' };
    const proven = await visitor.post(
      '/console/accounts/none/role',
      { role: 'editor' },
      { ...part, 'X-CSRF-Token': csrf },
    );
    expect([proven.status, proven.text.includes('<html')]).toEqual([404, false]);
    const unproven = await visitor.post('/console/accounts/none/role', { role: 'editor' }, part);
    expect([unproven.status, unproven.text.includes('<html')]).toEqual([403, false]);
    const nobody = await visitConsole((await createTestConsole()).app).get('/console/audit', part);
    expect([nobody.status, nobody.text.includes('入力した内容は画面に残っています。')]).toEqual([401, true]);
  });

  test('a form that is too long is refused, with a link back', async () => {
    const { visitor } = await signedIn();
    const { status, text } = await visitor.post(
      '/console/account',
      { text: 'あ'.repeat(30_000) },
      { Referer: 'http://127.0.0.1/console/account?x=1' },
    );
    expect(status).toBe(413);
    expect(text).toContain('長すぎるため保存していません。');
    expect(text).toContain('<a href="/console/account?x=1">前の画面へ戻る</a>');
  });

  test.each<[StorageErrorKind, string]>([
    ['busy', 'ほかの処理がデータベースを使っているため'],
    ['full', 'ディスクがいっぱいのため'],
    ['unusable', 'データベースを読み書きできないため'],
  ])('the page says what to do about a database that is %s', async (kind, sentence) => {
    const line = await createTestConsole({ over: breaking(databaseError(kind, 'Make <room> on the disk.')) });
    await line.letIn('hanako', 'administrator');
    const visitor = visitConsole(line.app);
    await visitor.signIn('hanako');
    const { status, text } = await visitor.get('/console/accounts');
    expect(status).toBe(503);
    expect(text).toContain(sentence);
    expect(text).toContain('Make &lt;room&gt; on the disk.');
  });

  test('every page says that a backup was put back', async () => {
    const line = await createTestConsole({ restoredBackup: { newest: 3, heard: 5 } });
    await line.letIn('hanako', 'viewer');
    const visitor = visitConsole(line.app);
    await visitor.signIn('hanako');
    for (const path of ['/console', '/console/account'])
      expect((await visitor.get(path)).text).toContain('第3版までのバックアップに戻しました。そのあと(第5版まで)に');
  });

  test('pages are still shown if a full disk cannot store anything about a session', async () => {
    const full = () => Promise.reject(databaseError('full', 'Make room on the disk.'));
    const line = await createTestConsole({
      over: (records) => ({ ...records, sessions: { ...records.sessions, touch: full, remove: full } }),
    });
    await line.letIn('hanako', 'administrator');
    const visitor = visitConsole(line.app);
    await visitor.signIn('hanako');
    line.clock.now += touchEvery;
    expect((await visitor.get('/console/accounts')).status).toBe(200);
    // The session is over all the same, although its end cannot be stored either.
    line.clock.now += sessionLifetime;
    expect((await visitor.get('/console/accounts')).headers.location).toContain('/console/sign-in');
  });

  test('the page says so if the draft is a prompts folder that cannot be read', async () => {
    const drafts = createDraftDesk({
      records: createSqlDraftRecords(await scratchDatabase()),
      files: () => Promise.reject(new PromptFolderError('There is no folder "words" with prompts.')),
      clock: Date.now,
    });
    const line = await createTestConsole({ drafts });
    await line.letIn('hanako', 'administrator');
    const visitor = visitConsole(line.app);
    await visitor.signIn('hanako');
    const { status, text } = await visitor.get('/console/texts');
    expect(status).toBe(503);
    expect(text).toContain('電話は最後の版を流し続けています。');
    expect(text).toContain('There is no folder &quot;words&quot; with prompts.');
  });

  test('any other error is reported, and the page shows nothing of it', async () => {
    const error = new Error('the secret inside');
    const line = await createTestConsole({ over: breaking(error) });
    await line.letIn('hanako', 'administrator');
    const visitor = visitConsole(line.app);
    await visitor.signIn('hanako');
    const { status, text } = await visitor.get('/console/accounts');
    expect(status).toBe(500);
    expect(text).toContain('システム側で問題が起きました。');
    expect(text).not.toContain('secret');
    expect(line.reported).toEqual([error]);
  });

  test('the page says what to do even if the database cannot say who is signed in', async () => {
    const line = await createTestConsole({
      over: (records) => ({
        ...records,
        sessions: { ...records.sessions, findByHash: () => Promise.reject(databaseError('busy', 'Busy.')) },
      }),
    });
    const { status, text } = await request(line.app).get('/console').set('Cookie', 'kotozute-session=x');
    expect([status, text.includes('少し待って')]).toEqual([503, true]);
  });
});
