import { describe, expect, jest, test } from '#jest';
import { toDraftContent } from '../../src/office/drafts/draft-content.ts';
import { createDraftDesk } from '../../src/office/drafts/draft-desk.ts';
import { textGroups } from '../../src/office/drafts/text-groups.ts';
import { promptsInDisaster } from '../../src/words/prompt-ids.ts';
import { bundledDraft } from '../support/bundled.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { longDraft } from '../support/long-draft.ts';
import { memoryDatabase } from '../support/memory-database.ts';
import { byFolder, morning, openSmallOffice } from '../support/small-office.ts';

jest.setTimeout(30_000);

async function start(role: 'viewer' | 'editor' = 'editor') {
  const line = await createTestConsole();
  await line.letIn('hanako', role);
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  return { ...line, visitor };
}

/** The rows of the ledger: the id of each prompt and the words of its states. */
const rowsIn = (html: string): string[][] =>
  [...html.matchAll(/<tr><th scope="row"[\s\S]*?<\/tr>/g)].map(([row]) => {
    const [id = ''] = [...row.matchAll(/<span class="ledger-quiet(?: id)?">([^<]*)<\/span><\/a>/g)].map(
      ([, each = '']) => each,
    );
    return [id, ...[...row.matchAll(/<td>(?:<a[^>]*>|<span[^>]*>)([^<]*)</g)].map(([, state = '']) => state)];
  });

const namesIn = (html: string): string[] => rowsIn(html).map(([name = '']) => name);

describe('The ledger', () => {
  test('has every prompt in the order in which callers hear it, with its state in each language in words', async () => {
    const { visitor } = await start('viewer');
    const { status, text } = await visitor.get('/console/texts');
    expect(status).toBe(200);
    const rows = rowsIn(text);
    expect(rows[0]).toEqual(['greeting', '公開中(未承認)', '公開中(未承認)', '公開中(未承認)']);
    const names = namesIn(text);
    expect(names.indexOf('days.which')).toBeLessThan(names.indexOf('destination.office.transfer'));
    expect(rows.find(([id]) => id === 'whisper')).toEqual(['whisper', '公開中(未承認)', '不要', '不要']);
    expect(text).toContain('<span lang="zh-Hans">普通话</span>');
    expect(text).toContain('href="/console/texts/zh-Hans/days.which"');
  });

  test('says the states in English too', async () => {
    const { visitor, office } = await start('viewer');
    await visitor.get('/console/language/en');
    const { text } = await visitor.get('/console/texts');
    expect(rowsIn(text)[0]).toEqual(['greeting', ...Array(3).fill('Published (not approved)')]);
    await office.approveAll();
    const approved = await visitor.get('/console/texts');
    expect(rowsIn(approved.text)[0]).toEqual(['greeting', 'Published', 'Published', 'Published']);
  });

  test('shows at once which texts a change of the source makes stale, and which wait for approval', async () => {
    const { visitor, office } = await start();
    await office.save('ja', 'greeting', 'ごみの {電話|でんわ}です。');
    await office.save('en', 'greeting', 'This is the line for waste.');
    const { text } = await visitor.get('/console/texts');
    expect(rowsIn(text)[0]).toEqual(['greeting', '承認待ち', '承認待ち', '要見直し']);
    expect(text).toMatch(/要見直し<\/span> 1件/);
    const [, ofStale = ''] = /<a class="link-target" href="([^"]+)"><span[^>]*>要見直し/.exec(text) ?? [];
    const stale = (await visitor.get(ofStale.replaceAll('&amp;', '&'))).text;
    expect(stale).toMatch(/行のうち1行を表示しています/);
    expect(stale).toMatch(/aria-current="true"><span[^>]*>要見直し<\/span> 1件/);
    expect((await visitor.get('/console')).text).toContain('要見直し 1件、未入力 0件');
  });

  test.each([
    ['state=stale', ['greeting']],
    ['state=stale&language=en', []],
    ['q=greeting', ['greeting']],
    ['q=%E3%81%94%E3%81%BF%E3%81%AE%E3%81%B2', ['topic.days.menu']],
    ['q=PUT+YOUR+waste', ['days.which']],
    ['q=PUT+YOUR+waste&language=ja', []],
    ['q=%7B%7BofficeHours', ['destination.office.hours']],
    ['state=unapproved&q=whisper', ['whisper']],
    ['state=published&q=whisper', []],
    ['state=unapproved&q=days.which', ['days.which']],
    ['state=unapproved&q=greeting', []],
  ])('is filtered by %s', async (query, names) => {
    const { visitor, office } = await start();
    await office.save('ja', 'greeting', 'ごみの {電話|でんわ}です。');
    await office.save('en', 'greeting', 'This is the line for waste.');
    const { text } = await visitor.get(`/console/texts?${query}`);
    expect(namesIn(text)).toEqual(names);
  });

  test('ignores values in the address that mean nothing, and shows the search words escaped', async () => {
    const { visitor } = await start('viewer');
    const strange = await visitor.get('/console/texts?state=wrong&language=xx&q[a]=1');
    expect(namesIn(strange.text).length).toBeGreaterThan(20);
    const script = await visitor.get(`/console/texts?q=${encodeURIComponent('"><script>')}`);
    expect(script.text).not.toContain('"><script>');
    expect(script.text).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  test('lists texts that nothing uses only on a page of their own, and does not count them', async () => {
    const { visitor, office } = await start();
    const before = (await visitor.get('/console/texts')).text.match(/<ul class="ledger-counts"[\s\S]*?<\/ul>/)?.[0];
    await office.save('ja', 'old.one', '{前|まえ}の {文|ぶん}です。');
    const { text } = await visitor.get('/console/texts');
    expect(text).not.toContain('old.one');
    expect(text).toContain('href="/console/texts/unused">使っていない文(1件)</a>');
    expect(text).toContain(before);
  });

  test('has the source language first, and each row leads to the page with all its languages', async () => {
    const { visitor } = await start('viewer');
    const { text } = await visitor.get('/console/texts');
    const columns = [...text.matchAll(/<th scope="col"><span lang="([^"]*)"/g)].map(([, tag]) => tag);
    expect(columns).toEqual(['ja', 'en', 'zh-Hans']);
    expect(text).toContain('<a class="ledger-open" href="/console/texts/all/days.which">');
  });

  test('is divided into groups, from the beginning of a call to parts that few callers hear', async () => {
    const { visitor } = await start('viewer');
    const { text } = await visitor.get('/console/texts');
    const groups = text.split('<th scope="rowgroup"').slice(1);
    const named = groups.map((group) => [/<span>([^<]*)</.exec(group)?.[1], namesIn(group)] as const);
    expect(named.map(([name]) => name)).toEqual(['はじめ', '項目', 'キーの案内と、うまくいかないとき', '人と話す']);
    const ids = new Map(named);
    expect(ids.get('はじめ')).toEqual(['greeting', 'language-item', 'welcome', 'welcome-outdated']);
    expect(ids.get('項目')).toContain('days.which');
    expect(ids.get('人と話す')).toEqual(
      expect.arrayContaining(['destination.office.number', 'reason-closed', 'whisper']),
    );
    expect(ids.get('キーの案内と、うまくいかないとき')).toContain('goodbye');
    expect(named.flatMap(([, own]) => own)).toEqual(namesIn(text));
    expect((await visitor.get('/console/texts?q=greeting')).text).not.toContain('人と話す');
  });

  test('has a group of its own for the disaster texts', () => {
    const { line } = disasterDraft();
    const own = promptsInDisaster(line);
    expect(own.length).toBeGreaterThan(5);
    expect(textGroups(line, 'ja').find(({ part }) => part === 'disaster')?.prompts).toEqual(own);
  });

  test('says for each language how many of its texts need no more writing', async () => {
    const { visitor, office } = await start();
    await office.save('ja', 'greeting', 'ごみの {電話|でんわ}です。');
    const { text } = await visitor.get('/console/texts');
    const bar = (tag: string) =>
      new RegExp(`id="progress-${tag}" max="(\\d+)" value="(\\d+)"[^>]*>\\d+</progress> <span>([^<]*)<`)
        .exec(text)
        ?.slice(1);
    const [all = '', done, words] = bar('en') ?? [];
    expect([done, words]).toEqual([String(Number(all) - 1), `${all}件中${Number(all) - 1}件`]);
    const [every, written] = bar('ja') ?? [];
    expect(every).toBe(written);
  });

  test('finds no unapproved text once all texts are approved', async () => {
    const { visitor, office } = await start();
    await office.approveAll();
    expect(namesIn((await visitor.get('/console/texts?state=unapproved')).text)).toEqual([]);
    expect((await visitor.get('/console/texts?state=published')).text).toContain('ledger-open');
  });

  test('previews the first sentence in the chosen language, with facts as that language writes them', async () => {
    const { visitor } = await start('viewer');
    const { text } = await visitor.get('/console/texts?language=en&q=days.which');
    expect(text).toContain('<span class="ledger-preview" lang="en">This changes on 1 April 2026.</span>');
  });
});

test('The official terms have a page of their own, which links to the texts that contain them', async () => {
  const { visitor } = await start('viewer');
  expect((await visitor.get('/console/texts')).text).toContain('href="/console/texts/glossary"');
  const { status, text } = await visitor.get('/console/texts/glossary');
  expect(status).toBe(200);
  const columns = [...text.matchAll(/<th scope="col"><span lang="([^"]*)"/g)].map(([, tag]) => tag);
  expect(columns).toEqual(['en', 'zh-Hans']);
  const row = /<tr><th scope="row"[^>]*><a[^>]*href="([^"]*)"[^>]*>通知カード<\/a>[\s\S]*?<\/tr>/.exec(text);
  expect(row?.[0]).toContain('<td lang="en">Notification Card</td>');
  expect(row?.[0]).toContain('ないと公開できません');
  expect(row?.[1]).toBe(`/console/texts?q=${encodeURIComponent('通知カード')}`);
});

test('A change of a bundled source text makes all six translations stale, and a new translation waits for approval', async () => {
  const office = await openSmallOffice(await memoryDatabase(), { draft: bundledDraft() });
  const line = await createTestConsole({ drafts: office.desk });
  await line.letIn('hanako', 'editor');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  const source = await visitor.get('/console/texts/ja/keep.card');
  const words = '{通知|つうち}カードを {大切|たいせつ}に して ください。';
  await visitor.send(source, '/console/texts/ja/keep.card', { text: words, ready: '1' });
  const row = async () => rowsIn((await visitor.get('/console/texts?q=keep.card')).text)[0]?.slice(1);
  const stale = '要見直し';
  expect(await row()).toEqual(['承認待ち', stale, stale, stale, stale, stale, stale]);
  const english = { text: 'Take good care of your notification card.', ready: '1' };
  await visitor.submit('/console/texts/en/keep.card', '/console/texts/en/keep.card', english);
  expect((await row())?.[1]).toBe('承認待ち');
});

test('The ledger reads the draft only once for two hundred prompts in fourteen languages', async () => {
  const office = await openSmallOffice(await memoryDatabase());
  const draft = longDraft(200, 14);
  const questions: string[] = [];
  const asked = <Store extends object>(name: string, store: Store): Store =>
    new Proxy(store, {
      get: (target, property) => {
        questions.push(`${name}.${String(property)}`);
        return Reflect.get(target, property);
      },
    });
  const { texts, lines, reasons } = office.draftRecords;
  const drafts = createDraftDesk({
    records: {
      ...office.draftRecords,
      texts: asked('texts', texts),
      lines: asked('lines', lines),
      reasons: asked('reasons', reasons),
    },
    files: async () => {
      questions.push('files');
      return toDraftContent(draft, byFolder, morning);
    },
    clock: office.clock,
  });
  const line = await createTestConsole({ drafts });
  await line.letIn('hanako', 'viewer');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  questions.length = 0;
  const { text } = await visitor.get('/console/texts');
  expect(questions).toEqual(['lines.newest', 'files']);
  expect(rowsIn(text).length).toBeGreaterThan(200);
  expect(text.match(/<td>/g)?.length).toBeGreaterThan(2800);
});
