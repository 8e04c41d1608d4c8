import { expect, jest, test } from '#jest';
import type { Role } from '../../src/office/staff/role.ts';
import type { LineFile } from '../../src/words/line-file.ts';
import { fillOffice } from '../support/busy-office.ts';
import { createTestConsole, type TestConsole } from '../support/console-server.ts';
import { type ConsoleVisitor, visitConsole } from '../support/console-visitor.ts';
import { openEveryPage } from '../support/every-page.ts';
import { approvalsIn } from '../support/small-approvals.ts';
import { draftWithIds, strangeIn } from '../support/strange-words.ts';

jest.setTimeout(180_000);

/** Opens pages by following links, and collects the ids that staff would see on them. */
async function walk(visitor: ConsoleVisitor, addresses: readonly string[], language: 'ja' | 'en' = 'ja') {
  const found: unknown[] = [];
  await visitor.get(`/console/language/${language}`);
  const pages = await openEveryPage(addresses, async (address) => {
    if (/\.(?:zip|wav|csv|xlsx)$|export/.test(address)) return '';
    const { text } = await visitor.get(address);
    for (const each of strangeIn(text, language)) found.push([address, each]);
    return text;
  });
  return { found, pages };
}

async function signedIn(console: TestConsole, name: string, role: Role): Promise<ConsoleVisitor> {
  await console.letIn(name, role);
  const visitor = visitConsole(console.app);
  await visitor.signIn(name);
  return visitor;
}

/** Puts many mistakes into the draft: into its words, its values and its menus. */
async function spoil(console: TestConsole): Promise<void> {
  const office = approvalsIn(console.office);
  const { save } = office;
  await save(
    'ja',
    'days.which',
    '{{firstDay}}から {変|か}わります。',
    'ごみは {朝|あさ} {出|だ}して ください。',
    '０３-0000-1111に 電話。',
  );
  await save(
    'en',
    'place.where',
    'Call 03-0000-1111, 5 December, e.g. on http://example.jp ☎ {{nowhere}}.',
    'the the {{ }}',
  );
  await save('en', 'topic.place.menu', 'Press {{key}} {{key}} for the place.');
  await save('zh-Hans', 'place.where', 'This is not Chinese.');
  await save('ja', 'destination.office.transfer', 'つなぎます。');
  await save('en', 'destination.office.number', 'The number is {{officeHours}}.');
  await save('en', 'goodbye', 'So long.');
  await save(
    'ja',
    'place.where',
    '{令和|れいわ}8{年|ねん} 平成 ③ です。この道のとてもとても長い角を、右に曲がって、また曲がって、さらに曲がったところです。',
  );
  const wrong = (file: LineFile): LineFile => ({
    ...file,
    destinations: file.destinations.map((each) => ({
      ...each,
      hours: 'noSuchHours',
      closed: { eachYear: [{ from: 'officeNumber', to: 'closedTo' }] },
      dials: [{ number: '+81990000000', source: 'made up' }, ...each.dials],
    })),
    defaultDestination: 'nowhere',
    topics: file.topics.map((topic, index) =>
      index === 0 ? { ...topic, parts: [...topic.parts, 'days.unwritten'] } : topic,
    ),
    leaflet: {
      number: 'officeHours',
      addresses: [{ names: { ja: '{役所|やくしょ}' }, url: 'https://example.jp' }],
      contacts: [],
    },
    facts: {
      ...file.facts,
      firstDay: { type: 'date', value: '2026-04-01', source: 'x', checkedOn: '2099-01-01', reviewBy: '2026-01-01' },
    },
  });
  await office.changeLine({ accountId: 'x', accountName: 'sato', role: 'editor' }, wrong);
}

test('No page shows ids on the first day, in an empty office, to viewers or administrators', async () => {
  const console = await createTestConsole({ draft: draftWithIds() });
  for (const role of ['viewer', 'administrator'] as const) {
    const { found, pages } = await walk(await signedIn(console, role, role), ['/console', '/console/publish']);
    expect([role, found]).toEqual([role, []]);
    expect(pages.length).toBeGreaterThan(20);
  }
});

test.each(['ja', 'en'] as const)('No page shows ids in a busy office during a disaster (%s)', async (language) => {
  const console = await createTestConsole({ draft: draftWithIds() });
  const { visitor, addresses } = await fillOffice(console);
  const reading = addresses.find((address) => address.startsWith('/console/reading/'));
  const withMoments = [
    ...['disaster', 'person'].map((group) => `${reading}/${group}`),
    ...['disaster-time', 'opens-again'].flatMap((prompt) =>
      ['', '/history'].map((page) => `/console/texts/en/${prompt}${page}`),
    ),
    ...['/console/approvals/en', '/console/texts/all/opens-again'],
  ];
  const { found, pages } = await walk(visitor, [...addresses, ...withMoments], language);
  expect(found).toEqual([]);
  expect(withMoments.filter((page) => !pages.includes(page))).toEqual([]);
});

test.each(['ja', 'en'] as const)('No page shows ids if the draft has many mistakes (%s)', async (language) => {
  const console = await createTestConsole({
    draft: draftWithIds(),
    crawl: async ({ hash }) => ({
      ...{ hash, turns: 1, languages: [], sentences: [] },
      findings: ['wrong-language', 'wrong-voice', 'key-disagrees', 'broken', 'silent'].map((problem) => ({
        problem: problem as 'broken',
        language: 'en',
        circumstance: 'open',
        path: ['1', 'silence'],
        detail: problem === 'broken' ? 'no words for place.where' : problem === 'silent' ? '' : 'place.where (ja)',
      })),
    }),
  });
  const office = approvalsIn(console.office);
  const visitor = await signedIn(console, 'hanako', 'administrator');
  await office.publish({ comment: 'Beginning', documentNumber: '1' });
  await visitor.submit('/console/crawl', '/console/crawl', {});
  await office.save('en', 'greeting', 'Hello from the town.');
  const crawled = await walk(visitor, ['/console/crawl', '/console/publish', '/console/change-sheet'], language);
  expect(crawled.found).toEqual([]);
  await spoil(console);
  const texts = ['days.which', 'place.where', 'topic.place.menu', 'destination.office.number'];
  const pages = texts.flatMap((prompt) => ['ja', 'en', 'zh-Hans'].map((tag) => `/console/texts/${tag}/${prompt}`));
  const { found, pages: opened } = await walk(visitor, ['/console', '/console/publish', ...pages], language);
  expect(found).toEqual([]);
  expect(opened.length).toBeGreaterThan(60);
  const publish = (await visitor.get('/console/publish')).text;
  // Each finding links to the page on which it can be fixed, or says that a technician has to do it.
  const findings = [...publish.matchAll(/<li><span class="status[^>]*>[^<]*<\/span>(.*?)<\/li>/g)].map(
    ([, text = '']) => text,
  );
  expect(findings.length).toBeGreaterThan(15);
  expect(findings.filter((text) => !/href="\/console\//.test(text) && !/技術担当者|technician/.test(text))).toEqual([]);
});

test('No answer to a form that is refused shows ids', async () => {
  const console = await createTestConsole({ draft: draftWithIds() });
  const visitor = await signedIn(console, 'hanako', 'administrator');
  const sent: [string, Readonly<Record<string, string>>][] = [
    ['/topics/new', { name: '', menu: '', text: '', part: '' }],
    ['/topics/days', { partName: '', text: '' }],
    ['/facts/new?type=hours', { name: '' }],
    ['/facts/officeNumber', { value: 'x', checkedOn: 'x', reviewBy: '' }],
    ['/destinations/new', { ja: '', en: '', number: '', hours: '' }],
    ['/destinations/office', { ja: '', en: '', 'number-0': '0', dials: '1' }],
  ];
  for (const language of ['en', 'ja'] as const) {
    await visitor.get(`/console/language/${language}`);
    for (const [page, fields] of sent) {
      const action = `/console${page.replace(/\?.*/, '')}`;
      const { status, text } = await visitor.submit(`/console${page}`, action, fields);
      expect([page, status, strangeIn(text, language)]).toEqual([page, 422, []]);
    }
  }
});

test('The function that looks for ids in pages finds them', () => {
  const page = (body: string) => `<html lang="ja"><body>${body}</body></html>`;
  expect(strangeIn(page('<p>M-12</p><p>line.yaml</p><p>officeNumber</p><li>office</li>'), 'ja')).toHaveLength(4);
  expect(strangeIn(page('<p>理由:en: x</p><p>flood / north</p><p>founding-day</p>'), 'ja')).toHaveLength(3);
  expect(
    strangeIn(page('<a aria-label="flood">1</a><input title="en"><option>days.which</option>'), 'ja'),
  ).toHaveLength(3);
  const fine =
    '<span class="id">office</span><details><summary>くわしく</summary><p>M-12</p></details><p lang="en">office</p>';
  expect(strangeIn(page(fine), 'ja')).toEqual([]);
});
