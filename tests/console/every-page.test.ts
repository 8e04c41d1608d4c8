import { expect, jest, test } from '#jest';
import { waitingIn } from '../../src/office/editions/approval/candidates.ts';
import { fillOffice } from '../support/busy-office.ts';
import { createTestConsole } from '../support/console-server.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { openEveryPage } from '../support/every-page.ts';
import { grownDraft } from '../support/grown-draft.ts';
import { memoryDatabase } from '../support/memory-database.ts';
import { approvalsIn, setFirstDay } from '../support/small-approvals.ts';
import { tanaka } from '../support/small-office.ts';

jest.setTimeout(120_000);

/** The page to which an address belongs. All addresses below the first part of the path count as one page. */
const pageOf = (address: string): string => /^\/console\/?([^/?]*)/.exec(address)?.[1] || 'overview';

/**
 * The maximum number of database statements for any address of a page that is opened a second time. The overview asks
 * every page for its tasks. It also reads what is live, what native readers said, the accounts and the drills. The page
 * of the disaster notice lists the drills, and the page below it for approving lists the texts that wait.
 */
const statementsOf = {
  ...{ overview: 36, disaster: 15, texts: 9, sheets: 6, facts: 6, destinations: 6, topics: 6, languages: 7 },
  ...{
    rehearsal: 8,
    approvals: 16,
    crawl: 6,
    publish: 18,
    editions: 14,
    leaflets: 6,
    audit: 9,
    accounts: 4,
    account: 4,
    status: 4,
    readers: 12,
    reading: 9,
    sounds: 6,
  },
  'change-sheet': 20,
};

/**
 * So many prompts and languages are added to the line on which the numbers were counted. All texts that name the first
 * day wait for approval. A longer line must not need more statements for a page.
 */
const more = { prompts: 3, languages: 2 } as const;

/** Additional statements on every page, for the banner about what is scheduled. */
const forBanners = 1;

test('No page needs more database statements than its known maximum', async () => {
  let statements = 0;
  const database = await memoryDatabase(
    () => null,
    () => {
      statements += 1;
    },
  );
  const draft = grownDraft(disasterDraft(), more.prompts, more.languages);
  const line = await createTestConsole({ database, draft });
  const { visitor, addresses } = await fillOffice(line);
  await approvalsIn(line.office).changeLine(tanaka, setFirstDay('2026-05-01'));
  const waiting = waitingIn(await line.office.approvals.read());
  expect(waiting.length).toBeGreaterThan((1 + more.prompts) * draft.line.languages.length);
  const most = new Map<string, number>();
  await openEveryPage(addresses, async (address) => {
    if (/\.(?:zip|wav|csv|xlsx)$|export/.test(address)) return '';
    const { text } = await visitor.get(address);
    statements = 0;
    await visitor.get(address);
    const page = pageOf(address);
    most.set(page, Math.max(most.get(page) ?? 0, statements));
    return text;
  });
  expect([...most.keys()].toSorted()).toEqual(Object.keys(statementsOf).toSorted());
  expect(
    [...most].filter(([page, count]) => count > (statementsOf[page as keyof typeof statementsOf] ?? 0) + forBanners),
  ).toEqual([]);
});

test('Every form that changes something has a CSRF token', async () => {
  const line = await createTestConsole({ draft: disasterDraft() });
  const { visitor, addresses } = await fillOffice(line);
  const without: unknown[] = [];
  let forms = 0;
  await openEveryPage(addresses, async (address) => {
    if (/\.(?:zip|wav)$|export/.test(address)) return '';
    const { text } = await visitor.get(address);
    for (const [form] of text.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)) {
      forms += 1;
      if (!/<input type="hidden" name="csrf" value="[\w-]{43}">/.test(form)) without.push({ address, form });
    }
    return text;
  });
  expect(forms).toBeGreaterThan(100);
  expect(without).toEqual([]);
});
