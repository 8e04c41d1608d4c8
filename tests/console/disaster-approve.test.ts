import { describe, expect, test } from '#jest';
import { fingerprint } from '../../src/words/fingerprint.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { flood } from '../support/flood.ts';

const page = '/console/disaster/approve';
const prompts = Object.keys(disasterDraft().words.get('en')?.prompts ?? {}).filter((each) => /disaster/.test(each));
const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const rowsIn = (html: string) =>
  [...html.matchAll(/<tr>\n<td[\s\S]*?<\/tr>/g)].map(([row]) => wordsOf(row).trim().replaceAll(/ +/g, ' '));

/** The console of a line with disaster texts that nobody has approved. The visitor is mori. */
async function atTheDesk(role: 'approver' | 'editor' = 'approver') {
  const world = await createTestConsole({ draft: disasterDraft() });
  await world.letIn('mori', role);
  const visitor = visitConsole(world.app);
  await visitor.signIn('mori');
  const approvedNow = () => world.office.approvals.approvedLanguages(prompts);
  /** Plays a whole playlist to its end, one listening after the other. */
  const listen = async (languages: string) => {
    const at = `${page}/${languages}`;
    let answer = await visitor.submit(at, `${at}/listening`, {});
    let stretches = 0;
    while (/listening=\d+$/.test(answer.headers.location ?? '')) {
      stretches += 1;
      world.office.later(120);
      answer = await visitor.send(await visitor.get(answer.headers.location ?? ''), `${at}/listened`);
    }
    expect(stretches).toBeGreaterThan(0);
    return answer;
  };
  const approve = async (languages: string) => {
    const heard = await listen(languages);
    expect(heard.headers.location).toBe(`${page}/${languages}?heard=yes&notice=approvals.done.heard`);
    const asked = await visitor.get(heard.headers.location ?? '');
    return { asked, done: await visitor.send(asked, `${page}/${languages}/approve`) };
  };
  return { ...world, visitor, approvedNow, listen, approve };
}

describe('Approving the disaster texts', () => {
  test('takes one playlist and one approval for the languages that everybody hears, then goes on with the others', async () => {
    const { visitor, approvedNow, approve } = await atTheDesk();
    const before = await visitor.get(page);
    expect(rowsIn(before.text)).toEqual([
      `日本語 すべての人に流れる 残り${prompts.length}件 このことばを聞く`,
      `英語 すべての人に流れる 残り${prompts.length}件 このことばを聞く`,
      `中国語 残り${prompts.length}件 このことばを聞く`,
    ]);
    expect(wordsOf(before.text)).toContain(`次に聞く文:日本語、英語(${2 * prompts.length}件)`);
    expect(before.text).toContain(`action="${page}/ja.en/listening"`);
    expect(before.text).toMatch(/<h3>[^<]*洪水/);
    expect(before.text).not.toContain('河水很高');
    const { asked, done } = await approve('ja.en');
    expect(asked.text).toContain(`聞いた${2 * prompts.length}件を承認する`);
    expect(done.headers.location).toContain('disaster-approval.done.approved');
    expect(await approvedNow()).toEqual(['en', 'ja']);
    const after = await visitor.get(page);
    expect(rowsIn(after.text)[0]).toBe('日本語 すべての人に流れる 承認済み (なし)');
    expect(wordsOf(after.text)).toContain(`次に聞く文:中国語(${prompts.length}件)`);
    await approve('zh-Hans');
    expect(await approvedNow()).toEqual(['en', 'zh-Hans', 'ja']);
    expect(wordsOf((await visitor.get(page)).text)).toContain('承認を待つ災害の文はありません。');
  });

  test('begins with the texts of the notice that is on, and then goes on with all others', async () => {
    const { visitor, approvedNow, approve, letIn, app, office, disaster } = await atTheDesk();
    disaster.told.languages = [];
    await letIn('hanako', 'editor');
    const editor = visitConsole(app);
    await editor.signIn('hanako');
    const confirm = await editor.submit('/console/disaster', '/console/disaster/confirm', { ...flood, mode: 'on' });
    const on = await editor.send(confirm, '/console/disaster/on');
    const told = await editor.get(on.headers.location ?? '');
    expect(wordsOf(told.text)).toContain('災害のお知らせを流しましたが、文が承認されていないため');
    const before = await visitor.get(page);
    const [, count = 0] = /次に聞く文:日本語、英語\((\d+)件\)/.exec(wordsOf(before.text)) ?? [];
    expect([before.text.includes(`action="${page}/of-notice.ja.en/listening"`), Number(count)]).toEqual([true, 10]);
    expect(wordsOf(before.text)).toContain('今流しているお知らせに使う文だけを、先に');
    const { done, asked } = await approve('of-notice.ja.en');
    // Sending the form again approves nothing more.
    const acts = (await office.records.audit.list(null, 1000)).length;
    await visitor.send(asked, `${page}/of-notice.ja.en/approve`);
    expect((await office.records.audit.list(null, 1000)).length).toBe(acts);
    expect(done.headers.location).toContain('disaster-approval.done.approved');
    const ofNotice = [
      'disaster.flood',
      'disaster-place.north',
      'disaster-action.leave',
      'disaster-time',
      'disaster-more',
    ];
    expect(await office.approvals.approvedLanguages(ofNotice)).toEqual(['en', 'ja']);
    expect(await approvedNow()).toEqual([]);
    // Next are the notice in Chinese, and then all texts of the languages that everybody hears.
    expect(wordsOf((await visitor.get(page)).text)).toContain('次に聞く文:中国語(5件)');
    await approve('of-notice.zh-Hans');
    expect((await visitor.get(`${page}/of-notice.ja.en`)).text).toContain(`action="${page}/ja.en/listening"`);
    const after = await visitor.get(page);
    expect(after.text).toContain(`action="${page}/ja.en/listening"`);
    expect(wordsOf(after.text)).toContain(`次に聞く文:日本語、英語(${2 * prompts.length - 10}件)`);
  });

  test('can begin with another language, and breaks at no odd address', async () => {
    const { visitor, approvedNow, approve } = await atTheDesk();
    await approve('zh-Hans');
    expect(await approvedNow()).toEqual(['zh-Hans']);
    for (const odd of ['/x', '/ja..en.__proto__', '?listening=x&heard=0', '?listening=9999', '/ja?heard=yes']) {
      expect((await visitor.get(page + odd)).status).toBe(200);
    }
  });

  test('is refused before the sound has ended', async () => {
    const { visitor, approvedNow } = await atTheDesk();
    const at = `${page}/ja.en`;
    const begun = await visitor.submit(page, `${at}/listening`, {});
    const playing = await visitor.get(begun.headers.location ?? '');
    const early = await visitor.send(playing, `${at}/listened`);
    expect([early.status, early.text.includes('まだ最後まで聞いていません')]).toEqual([409, true]);
    const csrf = playing.text.match(/name="csrf" value="([^"]+)"/)?.[1] ?? '';
    expect((await visitor.post(`${at}/approve`, { csrf })).status).toBe(422);
    expect(await approvedNow()).toEqual([]);
  });

  test('works without sound on this machine: each part of the playlist is heard elsewhere as a file, and the audit says so', async () => {
    const { visitor, office, approvedNow } = await atTheDesk();
    const at = `${page}/ja.en`;
    let answer = await visitor.submit(page, `${at}/listening`, {});
    let stretches = 0;
    while (/listening=\d+$/.test(answer.headers.location ?? '')) {
      const playing = await visitor.get(answer.headers.location ?? '');
      expect(playing.text).toMatch(/href="\/audio\/[0-9a-f]{64}\.wav" download/);
      const send = (fields: Readonly<Record<string, string>>) => visitor.send(playing, `${at}/heard-elsewhere`, fields);
      const unsaid = await send({});
      expect([unsaid.status, unsaid.text.includes('data-elsewhere open')]).toEqual([422, true]);
      const early = await send({ elsewhere: '1' });
      expect([early.status, early.text.includes('まだ最後まで聞いていません')]).toEqual([409, true]);
      office.later(120);
      answer = await send({ elsewhere: '1' });
      stretches += 1;
    }
    expect(answer.headers.location).toBe(`${at}?heard=yes&notice=approvals.done.heard`);
    await visitor.send(await visitor.get(answer.headers.location ?? ''), `${at}/approve`);
    expect(await approvedNow()).toEqual(['en', 'ja']);
    expect(wordsOf((await visitor.get('/console/audit')).text).match(/ファイルで保存し/g)).toHaveLength(stretches);
  });

  test('leaves out texts that the approver has written, and says so when nothing else is left', async () => {
    const { visitor, office, desk, approvedNow, approve } = await atTheDesk();
    const mori = await desk.findMember('mori');
    const writer = { accountId: mori?.id ?? '', accountName: 'mori', role: 'approver' as const };
    const write = async (prompt: string, text: string) => {
      const now = await office.desk.read();
      const seen = {
        basedOn: now.find('en', prompt)?.revision ?? 0,
        sourceSeen: fingerprint(now.find('ja', prompt)?.sentences ?? []),
      };
      return office.desk.saveText(writer, { language: 'en', prompt, ...seen, text, isReady: true });
    };
    await write('disaster-more', 'Turn on the radio.');
    const { asked } = await approve('en');
    // Of `disaster-more`, the words that callers still hear were approved. The new words were left out.
    expect(asked.text).toContain(`聞いた${prompts.length}件を承認する`);
    expect(await approvedNow()).toEqual(['en']);
    const own = await visitor.submit(`${page}/en`, `${page}/en/listening`, {});
    expect([own.status, own.text.includes('自分が書いたか値を変えた文だけです')]).toEqual([409, true]);
  });

  test('can be seen by everybody, but only approvers can do it', async () => {
    const { visitor } = await atTheDesk('editor');
    const { text } = await visitor.get(page);
    expect(rowsIn(text).length).toBe(3);
    expect(text).not.toContain('/listening"');
    expect((await visitor.get(`${page}/ja?heard=yes`)).text).not.toContain('/approve"');
    for (const path of ['/ja/approve', '/ja/listening', '/ja/listened', '/ja/heard-elsewhere']) {
      expect((await visitor.post(page + path, {})).status).toBe(403);
    }
  });
});
