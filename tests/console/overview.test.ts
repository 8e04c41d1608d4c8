import { describe, expect, test } from '#jest';
import type { Role } from '../../src/office/staff/role.ts';
import { createTestConsole, type TestConsoleOptions } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { flood } from '../support/flood.ts';

const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The console of a line with disaster texts. `as` gives the visitor with a role. */
async function open(options: TestConsoleOptions = {}) {
  const world = await createTestConsole({ draft: disasterDraft(), ...options });
  const visitors = new Map<Role, ReturnType<typeof visitConsole>>();
  const as = async (role: Role) => {
    const known = visitors.get(role);
    if (known) return known;
    await world.letIn(role, role);
    const visitor = visitConsole(world.app);
    await visitor.signIn(role);
    visitors.set(role, visitor);
    return visitor;
  };
  /** The tasks that the overview shows to a role, in order, each with the page on which it is done. */
  const tasksOf = async (role: Role) => {
    const { text, status } = await (await as(role)).get('/console');
    expect(status).toBe(200);
    const list = text.match(/<ol class="tasks">[\s\S]*?<\/ol>/)?.[0] ?? '';
    return [...list.matchAll(/<li>\n<h3>(?:<a href="([^"]+)">)?([^<]+)[\s\S]*?<p>([^<]*)<\/p>/g)].map(
      ([, href = '', title = '', detail = '']) => ({ href, title, detail }),
    );
  };
  const titlesOf = async (role: Role) => (await tasksOf(role)).map(({ title }) => title);
  const seen = async (role: Role) => wordsOf((await (await as(role)).get('/console')).text);
  return { ...world, as, tasksOf, titlesOf, seen };
}

describe('The overview', () => {
  test('says what is live, since when and by whom, and links to a rehearsal of it', async () => {
    const { office, as, seen } = await open();
    await office.publish({ comment: 'one' });
    const { text } = await (await as('viewer')).get('/console');
    expect(wordsOf(text)).toContain(
      '今、電話で流れている版 第1版 すべての文が承認されています 今の内容は2026年11月24日(火) 09:00にtanakaが公開しました。',
    );
    const call = text.match(/href="(\/console\/rehearsal[^"]+)"/)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(call).toMatch(/on=live.*path=/);
    expect(wordsOf((await (await as('viewer')).get(call)).text)).toContain('ごみ');
    await office.save('en', 'goodbye', 'So long.');
    await office.publish({ emergencyReason: 'now' }, undefined, null);
    expect(await seen('viewer')).toMatch(/第2版 承認されていない文が1件/);
  });

  test('asks administrators for a backup as soon as something is published, and when the last one is old', async () => {
    const detailsOf = async (lastBackup: number | null, isPublished = true) => {
      const { office, tasksOf } = await open({ lastBackup });
      if (isPublished) await office.publish();
      expect((await tasksOf('editor')).map(({ title }) => title)).not.toContain('バックアップを取る(技術担当者)');
      const tasks = await tasksOf('administrator');
      return tasks.flatMap(({ title, detail }) => (title.startsWith('バックアップ') ? detail.split('。')[0] : []));
    };
    const daysAgo = (days: number) => Date.parse('2026-11-24T09:30:00+09:00') - days * 86_400_000;
    expect(await detailsOf(null, false)).toEqual([]);
    expect(await detailsOf(null)).toEqual(['文や承認の記録のバックアップが、まだありません']);
    expect(await detailsOf(daysAgo(31))).toEqual([]);
    expect(await detailsOf(daysAgo(33))).toEqual(['最後のバックアップは32日前です']);
  });

  test('on the first day: an account for a colleague and the disaster texts come before all other work', async () => {
    const draft = disasterDraft();
    const destinations = draft.line.destinations.map((each) => ({
      ...each,
      dials: each.dials.map(({ triedOn: _tried, ...dial }) => dial),
    }));
    const untried = { ...draft, line: { ...draft.line, destinations } };
    const { disaster, tasksOf } = await open({ isTwilioSet: false, draft: untried });
    disaster.told.languages = [];
    const tasks = await tasksOf('administrator');
    expect(tasks.map(({ title }) => title)).toEqual([
      '最初の版ができるのを待つ',
      '一緒に使う人のアカウントを作る',
      '災害の文を承認する',
      '災害の文をほかのことばでも承認する',
      '案内の電話番号を決める',
      '転送先に電話がつながるか試す',
      '電話をつなぐ(技術担当者)',
    ]);
    expect(tasks.map(({ href }) => href)).toEqual([
      '',
      '/console/accounts',
      '/console/disaster/approve',
      '/console/disaster/approve',
      '/console/leaflets/names',
      '/console/destinations',
      '',
    ]);
    expect(tasks[2]?.detail).toContain('やさしい日本語、English');
  });

  test('on an ordinary day: each role has its own list, in the order in which things are done', async () => {
    const { office, disaster, titlesOf, tasksOf, letIn } = await open();
    await office.publish({ comment: 'one' });
    disaster.told.languages = ['ja', 'en', 'zh-Hans'];
    await office.save('ja', 'days.which', '{火曜日|かようび}です。');
    await office.save('en', 'goodbye', 'So long.');
    for (const role of ['viewer', 'editor', 'approver', 'administrator'] as const) await titlesOf(role);
    const drill = '災害のお知らせの訓練をする';
    expect(await titlesOf('viewer')).toEqual([]);
    expect(await titlesOf('editor')).toEqual(['翻訳する', '公開の前に直す', drill]);
    expect(await titlesOf('approver')).toEqual(['翻訳する', '文を聞いて承認する', '公開の前に直す', drill]);
    await letIn('somebody', 'editor');
    expect(await titlesOf('administrator')).toEqual([...(await titlesOf('approver')), '案内の電話番号を決める']);
    const [translate, approve] = await tasksOf('approver');
    expect(translate).toMatchObject({ href: '/console/texts?state=stale', detail: '要見直し 2件、未入力 0件' });
    expect(approve).toMatchObject({ href: '/console/approvals', detail: '承認を待つ文が2件あります。' });
  });

  test('asks first for texts that were sent back, and later to publish what is ready', async () => {
    const { office, titlesOf, approvals } = await open().then((world) => ({
      ...world,
      approvals: world.office.approvals,
    }));
    await office.publish({ comment: 'one' });
    await office.save('en', 'goodbye', 'So long.');
    const { draft } = await approvals.read();
    const text = { language: 'en', prompt: 'goodbye' };
    const mori = { accountId: 'id of mori', accountName: 'mori', role: 'approver' } as const;
    await approvals.sendBack(mori, { ...text, hash: draft.hashes.find(text) ?? '' }, 'Too long.');
    expect((await titlesOf('editor'))[0]).toBe('戻された文を直す');
    await office.save('en', 'goodbye', 'Bye.');
    await office.approveAll();
    expect((await titlesOf('editor'))[0]).toBe('変更を公開する');
  });

  test('in a disaster: the notice comes first, and nobody is asked for a drill', async () => {
    const { disaster, office, as, tasksOf, titlesOf } = await open();
    const visitor = await as('editor');
    expect(await titlesOf('editor')).toContain('災害のお知らせの訓練をする');
    const asked = await visitor.submit('/console/disaster', '/console/disaster/confirm', { ...flood, mode: 'on' });
    await visitor.send(asked, '/console/disaster/on');
    expect(await titlesOf('editor')).not.toContain('災害のお知らせの訓練をする');
    const [first] = await tasksOf('viewer');
    expect(first).toMatchObject({ title: '災害のお知らせを確かめる', href: '/console/disaster' });
    expect(first?.detail).toMatch(/^災害のお知らせが流れています/);
    office.time.now += 6 * 3_600_000;
    expect((await tasksOf('viewer'))[0]?.detail).toContain('今も正しいか、確かめてください');
    // None of its texts is approved. So the task leads to approving them, which changes what callers hear.
    disaster.told.languages = [];
    await visitor.send(asked, '/console/disaster/on');
    const [now] = await tasksOf('viewer');
    expect([now?.href, now?.detail.includes('「とても危ない」ということだけ')]).toEqual([
      '/console/disaster/approve',
      true,
    ]);
  });

  test('says so when there is nothing to do', async () => {
    const { office, disaster, seen, as } = await open();
    await office.publish({ comment: 'one' });
    disaster.told.languages = ['ja', 'en', 'zh-Hans'];
    const editor = await as('editor');
    await editor.submit('/console/disaster', '/console/disaster/drill', {});
    const asked = await editor.submit('/console/disaster/drill', '/console/disaster/confirm', {
      ...flood,
      mode: 'drill',
    });
    await editor.send(asked, '/console/disaster/on');
    await editor.submit('/console/disaster/drill', '/console/disaster/drill/end', { outcome: 'right' });
    expect(await seen('editor')).toContain('今、することはありません。');
    expect(await seen('viewer')).toContain('今、特に知らせることはありません。');
  });

  test('tells an administrator who has never used their link', async () => {
    const { tasksOf, desk } = await open();
    await tasksOf('administrator');
    const boss = { accountId: null, accountName: 'x', role: 'administrator' } as const;
    await desk.addAccount(boss, { name: 'jiro', display: '次郎', role: 'editor' });
    const found = (await tasksOf('administrator')).find(({ title }) => title.startsWith('まだサインインしていない'));
    expect(found).toMatchObject({
      href: '/console/accounts',
      detail: 'パスワードを決めていないアカウントが1件あります:次郎',
    });
    expect((await tasksOf('approver')).map(({ href }) => href)).not.toContain('/console/accounts');
  });

  test('shows the tasks of all other pages when one cannot tell its own', async () => {
    const { office, disaster, titlesOf, reported } = await open();
    await office.publish({ comment: 'one' });
    await office.save('en', 'goodbye', 'So long.');
    disaster.database.isBroken = true;
    expect(await titlesOf('approver')).toContain('文を聞いて承認する');
    expect(reported.length).toBeGreaterThan(0);
  });

  test('lists every page that the visitor may see', async () => {
    const { as } = await open();
    const pages = async (role: Role) => {
      const { text } = await (await as(role)).get('/console');
      return [...text.matchAll(/<dt><a href="\/console\/([\w-]+)">/g)].map(([, page]) => page);
    };
    const all = await pages('administrator');
    expect([all.length, all.includes('accounts')]).toEqual([19, true]);
    expect(await pages('viewer')).toEqual(all.filter((page) => page !== 'accounts'));
  });
});
