import { describe, expect, test } from '#jest';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { disasterDraft } from '../support/disaster-draft.ts';

const page = '/console/disaster/approve';
const prompts = Object.keys(disasterDraft().words.get('en')?.prompts ?? {}).filter((each) => /disaster/.test(each));
const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const rowsIn = (html: string) =>
  [...html.matchAll(/<tr>\n<td[\s\S]*?<\/tr>/g)].map(([row]) => wordsOf(row).trim().replaceAll(/ +/g, ' '));

/** The console on a line with a disaster notice, whose texts nobody has approved. */
async function atTheDesk(role: 'approver' | 'editor' = 'approver') {
  const world = await createTestConsole({ draft: disasterDraft() });
  await world.letIn('mori', role);
  const visitor = visitConsole(world.app);
  await visitor.signIn('mori');
  const approvedNow = () => world.office.approvals.approvedLanguages(prompts);
  /** Plays what the page offers, to its end. */
  const listen = async (from = page) => {
    const begun = await visitor.submit(from, `${page}/listening`, {});
    world.office.later(600);
    const playing = await visitor.get(begun.headers.location ?? '');
    return { playing, heard: await visitor.send(playing, `${page}/listened`) };
  };
  return { ...world, visitor, approvedNow, listen };
}

describe('Approving the disaster texts', () => {
  test('takes one listening and one approval for the languages that everybody hears, then goes on with the others', async () => {
    const { visitor, approvedNow, listen } = await atTheDesk();
    const before = await visitor.get(page);
    expect(rowsIn(before.text)).toEqual([
      `やさしい日本語 すべての人に流れる 残り${prompts.length}件 このことばを聞く`,
      `English すべての人に流れる 残り${prompts.length}件 このことばを聞く`,
      `普通话 残り${prompts.length}件 このことばを聞く`,
    ]);
    expect(wordsOf(before.text)).toContain(`次に聞く文:やさしい日本語、English(${2 * prompts.length}件)`);
    expect(before.text).toContain('<h3>何が起きたか:洪水 <a');
    expect(before.text).not.toContain('河水很高');
    const { heard } = await listen();
    expect(heard.headers.location).toMatch(/heard=\d+&notice=approvals\.done\.heard$/);
    const asked = await visitor.get(heard.headers.location ?? '');
    expect(asked.text).toContain(`聞いた${2 * prompts.length}件を承認する`);
    expect((await visitor.send(asked, page)).headers.location).toContain('disaster-approval.done.approved');
    expect(await approvedNow()).toEqual(['en', 'ja']);
    const after = await visitor.get(page);
    expect(rowsIn(after.text)[0]).toBe('やさしい日本語 すべての人に流れる 承認済み (なし)');
    expect(wordsOf(after.text)).toContain(`次に聞く文:普通话(${prompts.length}件)`);
    const rest = await listen();
    await visitor.send(await visitor.get(rest.heard.headers.location ?? ''), page);
    expect(await approvedNow()).toEqual(['en', 'zh-Hans', 'ja']);
    expect(wordsOf((await visitor.get(page)).text)).toContain('承認を待つ災害の文はありません。');
  });

  test('plays another language first when it is chosen', async () => {
    const { visitor, approvedNow, listen } = await atTheDesk();
    const { heard } = await listen(`${page}?language=zh-Hans`);
    await visitor.send(await visitor.get(heard.headers.location ?? ''), page);
    expect(await approvedNow()).toEqual(['zh-Hans']);
    for (const odd of ['?language=x', '?language[]=ja&language[a]=b', '?listening=x&heard=0', '?listening=9999']) {
      expect((await visitor.get(page + odd)).status).toBe(200);
    }
  });

  test('counts for nothing before the sound has ended', async () => {
    const { visitor, approvedNow } = await atTheDesk();
    const begun = await visitor.submit(page, `${page}/listening`, {});
    const playing = await visitor.get(begun.headers.location ?? '');
    const early = await visitor.send(playing, `${page}/listened`);
    expect([early.status, early.text.includes('まだ最後まで聞いていません')]).toEqual([409, true]);
    const listening = /listening=(\d+)/.exec(begun.headers.location ?? '')?.[1] ?? '';
    const csrf = playing.text.match(/name="csrf" value="([^"]+)"/)?.[1] ?? '';
    const refused = await visitor.post(page, { csrf, heard: listening });
    expect([refused.status, refused.text.includes('承認する前に、最後まで聞いてください')]).toEqual([409, true]);
    expect(await approvedNow()).toEqual([]);
  });

  test('leaves out what the approver has written, and says so when nothing else is left', async () => {
    const { visitor, office, desk, approvedNow } = await atTheDesk();
    const mori = await desk.findMember('mori');
    const own = { accountId: mori?.id ?? '', accountName: 'mori', role: 'approver' as const };
    const write = async (prompt: string, text: string) => {
      const now = await office.desk.read();
      const seen = { basedOn: now.find('en', prompt)?.revision ?? 0, sourceSeen: '' };
      return office.desk.saveText(own, { language: 'en', prompt, ...seen, text, isReady: true });
    };
    await write('disaster-more', 'Turn on the radio.');
    const begun = await visitor.submit(`${page}?language=en`, `${page}/listening`, {});
    const playing = await visitor.get(begun.headers.location ?? '');
    expect(playing.text).not.toContain('Turn on the radio.');
    expect(playing.text).toContain('The river is very high.');
    expect(await approvedNow()).toEqual([]);
  });

  test('is looked at by everybody, and done by approvers only', async () => {
    const { visitor } = await atTheDesk('editor');
    const { text } = await visitor.get(page);
    expect(rowsIn(text).length).toBe(3);
    expect(text).not.toContain(`action="${page}/listening"`);
    for (const path of ['', '/listening', '/listened']) {
      expect((await visitor.post(page + path, { languages: 'ja' })).status).toBe(403);
    }
  });
});
