import { describe, expect, test } from '#jest';
import { createSqlDraftRecords } from '../../../src/database/drafts/sql-draft-records.ts';
import type { Database } from '../../../src/database/open-database.ts';
import { toDraftContent } from '../../../src/office/drafts/draft-content.ts';
import { createDraftDesk, type DraftDesk } from '../../../src/office/drafts/draft-desk.ts';
import type { TextForm } from '../../../src/office/drafts/save-text.ts';
import type { Role } from '../../../src/office/staff/role.ts';
import { PromptsError } from '../../../src/words/finding.ts';
import { fingerprint } from '../../../src/words/fingerprint.ts';
import { type Change, fixtureDraft } from '../../support/draft-fixture.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { run, scratchDatabase, scratchFolder } from '../../support/scratch-database.ts';
import { byFolder, morning, sato, tanaka, worker } from '../../support/small-office.ts';

const source = ['ありがとうございました。'];
const form = (more: Partial<TextForm> = {}): TextForm => ({
  language: 'en',
  prompt: 'goodbye',
  basedOn: 1,
  sourceSeen: fingerprint(source),
  text: 'Thank you. Goodbye.',
  isReady: true,
  ...more,
});

function openDesk(database: Database, files = () => fixtureDraft()): DraftDesk {
  const records = createSqlDraftRecords(database);
  return createDraftDesk({
    records,
    files: async () => toDraftContent(files(), byFolder, morning),
    clock: () => morning + 1,
  });
}

const tables = ['draft_texts', 'draft_lines', 'draft_reasons', 'audit'] as const;
async function rows({ queries }: Database): Promise<Record<string, number>> {
  const counted = tables.map(async (table) => {
    const [row] = await run<{ count: number }>(queries, `select count(*) as count from ${table}`);
    return [table, row?.count ?? -1];
  });
  return Object.fromEntries(await Promise.all(counted));
}
const nothing = { draft_texts: 0, draft_lines: 0, draft_reasons: 0, audit: 0 };
const acts = async (database: Database) =>
  run<{ act: string; about: string; account_name: string }>(database.queries, 'select * from audit');

describe('Until the first save', () => {
  test('the files are the draft, as they are at that moment, and nothing is written', async () => {
    const database = await memoryDatabase();
    const changes: Change[] = [];
    const desk = openDesk(database, () => fixtureDraft(...changes));
    expect((await desk.read()).find('en', 'goodbye')?.sentences).toEqual(['Thank you for calling.']);
    changes.push(['en.yaml', 'Thank you for calling.', 'So long.']);
    const now = await desk.read();
    expect([now.isKept, now.find('en', 'goodbye')?.sentences]).toEqual([false, ['So long.']]);
    expect(now.find('en', 'nowhere')).toBeNull();
    expect(await desk.history('en', 'goodbye')).toEqual([]);
    expect(await desk.lineHistory(9)).toEqual([]);
    expect(await rows(database)).toEqual(nothing);
  });

  test('files that cannot be read are reported, and nothing is saved over them', async () => {
    const database = await memoryDatabase();
    const desk = openDesk(database, () => fixtureDraft(['en.yaml', 'prompts:', 'prompts: [']));
    await expect(desk.read()).rejects.toThrow(PromptsError);
    await expect(desk.saveText(tanaka, form())).rejects.toThrow(PromptsError);
    expect(await rows(database)).toEqual(nothing);
  });

  const { line } = fixtureDraft();
  test.each<[string, (desk: DraftDesk) => Promise<{ kind: string }>, string]>([
    ['the words as they are', (desk) => desk.saveText(tanaka, form({ text: 'Thank you  for calling.' })), 'unchanged'],
    [
      'an empty text for a prompt without words',
      (desk) => desk.saveText(tanaka, form({ prompt: 'x.y', text: ' ' })),
      'unchanged',
    ],
    ['a text somebody else saved meanwhile', (desk) => desk.saveText(tanaka, form({ basedOn: 7 })), 'conflict'],
    ['an emoji', (desk) => desk.saveText(tanaka, form({ text: '😀' })), 'untidy'],
    ['a viewer’s words', (desk) => desk.saveText(worker('sato', 'viewer'), form()), 'not-allowed'],
    ['a text in an unknown language', (desk) => desk.saveText(tanaka, form({ language: 'fr' })), 'unknown-language'],
    ['that it is still right', (desk) => desk.confirmText(tanaka, form(), 'a comma'), 'unchanged'],
    ['that it is still right, without a reason', (desk) => desk.confirmText(tanaka, form(), ' \n'), 'no-reason'],
    ['an earlier revision that does not exist', (desk) => desk.restoreText(tanaka, form(), 4), 'unknown-revision'],
    ['the current revision', (desk) => desk.restoreText(tanaka, form(), 1), 'unchanged'],
    [
      'the line as it is',
      (desk) => desk.saveLine(tanaka, { basedOn: 1, file: line, what: 'line', about: {} }),
      'unchanged',
    ],
    [
      'a line that is not valid',
      (desk) => desk.saveLine(tanaka, { basedOn: 1, file: {}, what: 'line', about: {} }),
      'wrong',
    ],
    [
      'a line somebody else saved meanwhile',
      (desk) => desk.saveLine(tanaka, { basedOn: 2, file: line, what: 'line', about: {} }),
      'conflict',
    ],
  ])('the attempt to save %s has no effect and writes nothing', async (_, change, kind) => {
    const database = await memoryDatabase();
    const desk = openDesk(database);
    expect((await change(desk)).kind).toBe(kind);
    expect(await rows(database)).toEqual(nothing);
    expect((await desk.read()).isKept).toBe(false);
  });
});

describe('The first save', () => {
  test('also imports the files, and from then on they are no longer the draft', async () => {
    const database = await memoryDatabase();
    const changes: Change[] = [];
    const desk = openDesk(database, () => fixtureDraft(...changes));
    const before = await desk.read();
    expect((await desk.saveText(tanaka, form({ text: ' Thank you.\t Goodbye. ' }))).kind).toBe('saved');
    changes.push(['en.yaml', 'Please wait."]\n  reason', 'Just wait."]\n  reason']);
    const now = await desk.read();
    expect(now.isKept).toBe(true);
    expect(now.texts).toHaveLength(before.texts.length);
    expect(now.find('en', 'transfer-next')?.sentences).toEqual(['Please wait.']);
    expect(now.find('en', 'goodbye')).toMatchObject({
      revision: 2,
      sentences: ['Thank you. Goodbye.'],
      sourceFingerprint: fingerprint(source),
      isReviewed: false,
      by: { accountId: tanaka.accountId, accountName: 'tanaka' },
      at: morning + 1,
      act: 'edited',
    });
    expect((await desk.history('en', 'goodbye')).map(({ act }) => act)).toEqual(['edited', 'imported']);
    const written = (await acts(database)).map(({ act, about }) => [act, JSON.parse(about)]);
    expect(written).toEqual([
      ['draft-taken-over', { texts: before.texts.length }],
      ['text-edited', { language: 'en', prompt: 'goodbye', revision: 2 }],
    ]);
  });

  test('by two people at once, on two connections, imports the files once and keeps both texts', async () => {
    const folder = await scratchFolder();
    const [one, other] = [await scratchDatabase(folder), await scratchDatabase(folder)];
    const results = await Promise.all([
      openDesk(one).saveText(tanaka, form()),
      openDesk(other).saveText(sato, form({ prompt: 'limit', text: 'The end.' })),
    ]);
    expect(results.map(({ kind }) => kind)).toEqual(['saved', 'saved']);
    const now = await openDesk(one).read();
    expect(await rows(other)).toEqual({
      draft_texts: now.texts.length + 2,
      draft_lines: 1,
      draft_reasons: 0,
      audit: 3,
    });
    expect(now.find('en', 'limit')?.sentences).toEqual(['The end.']);
  });
});

describe('A draft that is read again', () => {
  test('is the same object until somebody changes it, on any connection', async () => {
    const folder = await scratchFolder();
    const [one, other] = [openDesk(await scratchDatabase(folder)), openDesk(await scratchDatabase(folder))];
    await one.saveText(tanaka, form());
    const first = await one.read();
    expect(await one.read()).toBe(first);
    const saved = await other.saveText(sato, form({ prompt: 'limit', text: 'The end.' }));
    expect(saved.kind).toBe('saved');
    const second = await one.read();
    expect(second).not.toBe(first);
    expect(second.find('en', 'limit')?.sentences).toEqual(['The end.']);
    expect(await one.read()).toBe(second);
    await other.saveLine(sato, {
      basedOn: 1,
      file: { ...second.line.file, transfersPerHour: 3 },
      what: 'line',
      about: {},
    });
    expect((await one.read()).line.file.transfersPerHour).toBe(3);
  });
});

describe('A save into a draft that is in the database', () => {
  const kept = async () => {
    const database = await memoryDatabase();
    const desk = openDesk(database);
    await desk.saveText(tanaka, form());
    return { database, desk, before: await rows(database) };
  };
  const more = ({ draft_texts: texts = 0, audit = 0, ...others }: Record<string, number>, count: number) => ({
    ...others,
    draft_texts: texts + count,
    audit: audit + count,
  });

  test('shows the slower of two people what the other wrote, and what they wrote themselves', async () => {
    const folder = await scratchFolder();
    const [one, other] = [await scratchDatabase(folder), await scratchDatabase(folder)];
    const [desk, second] = [openDesk(one), openDesk(other)];
    await desk.saveText(tanaka, form());
    const results = await Promise.all(
      [desk, second].map((each, index) => each.saveText(sato, form({ basedOn: 2, text: `Words of ${index}.` }))),
    );
    const [saved, conflict] = results.toSorted((a, b) => b.kind.localeCompare(a.kind));
    const written = saved?.kind === 'saved' ? saved.text : null;
    expect(written?.revision).toBe(3);
    const mine = written?.sentences[0] === 'Words of 0.' ? ['Words of 1.'] : ['Words of 0.'];
    expect(conflict).toEqual({ kind: 'conflict', theirs: written, mine });
    expect((await desk.history('en', 'goodbye')).map(({ revision }) => revision)).toEqual([3, 2, 1]);
  });

  test.each<[string, Partial<TextForm>, Role]>([
    ['unchanged', { basedOn: 2, text: 'Thank  you. Goodbye.' }, 'editor'],
    ['untidy', { basedOn: 2, text: 'Bye\u0007' }, 'editor'],
    ['not-allowed', { basedOn: 2, text: 'Bye.' }, 'viewer'],
    ['conflict', { text: 'Bye.' }, 'editor'],
    ['unknown-language', { language: 'tlh', text: 'Qapla.' }, 'administrator'],
  ])('that is %s writes nothing', async (kind, change, role) => {
    const { database, desk, before } = await kept();
    expect((await desk.saveText(worker('sato', role), form(change))).kind).toBe(kind);
    expect(await rows(database)).toEqual(before);
  });

  test('that changes only whether the text is ready makes a new revision, which still belongs to the old source', async () => {
    const { database, desk, before } = await kept();
    const same = { basedOn: 2, sourceSeen: fingerprint(['another source']) };
    expect(await desk.saveText(tanaka, form({ ...same, isReady: false }))).toMatchObject({
      kind: 'saved',
      text: { revision: 3, isReady: false, sourceFingerprint: fingerprint(source) },
    });
    expect(await rows(database)).toEqual(more(before, 1));
  });

  test('of an empty text empties it, and the words can be restored', async () => {
    const { desk } = await kept();
    expect(await desk.saveText(tanaka, form({ basedOn: 2, text: '' }))).toMatchObject({ text: { sentences: [] } });
    expect(await desk.restoreText(tanaka, form({ basedOn: 3 }), 2)).toMatchObject({
      kind: 'saved',
      text: { revision: 4, act: 'restored', sentences: ['Thank you. Goodbye.'], isReady: true },
    });
  });

  test('keeps the mark of a native reader only for the words that the reader has read', async () => {
    const { desk } = await kept();
    const reviewed = async () => (await desk.read()).find('en', 'limit')?.isReviewed;
    expect(await reviewed()).toBe(true);
    await desk.saveText(tanaka, form({ prompt: 'limit', text: 'This call ends now.', isReady: false }));
    expect(await reviewed()).toBe(true);
    await desk.saveText(tanaka, form({ prompt: 'limit', text: 'This call ends.', basedOn: 2 }));
    expect(await reviewed()).toBe(false);
    await desk.restoreText(tanaka, form({ prompt: 'limit', basedOn: 3 }), 2);
    expect(await reviewed()).toBe(true);
  });

  test('that restores an unfinished revision leaves it unfinished', async () => {
    const { desk } = await kept();
    await desk.saveText(tanaka, form({ basedOn: 2, text: 'Thank you and …', isReady: false }));
    await desk.saveText(tanaka, form({ basedOn: 3, text: 'Bye.' }));
    expect(await desk.restoreText(tanaka, form({ basedOn: 4 }), 3)).toMatchObject({
      kind: 'saved',
      text: { revision: 5, sentences: ['Thank you and …'], isReady: false },
    });
  });

  test('of each kind adds one entry to the audit, with who changed what and why', async () => {
    const { database, desk, before } = await kept();
    const seen = fingerprint(['ありがとう。']);
    await desk.saveText(sato, form({ language: 'ja', text: 'ありがとう。' }));
    await desk.confirmText(tanaka, form({ basedOn: 2, sourceSeen: seen }), ' 意味は同じ ');
    await desk.restoreText(sato, form({ basedOn: 3 }), 1);
    const { file } = (await desk.read()).line;
    await desk.saveLine(tanaka, { basedOn: 1, file: { ...file, transfersPerHour: 3 }, what: 'line', about: { to: 3 } });
    const written = (await acts(database))
      .slice(before.audit)
      .map(({ act, about, account_name: who }) => [who, act, JSON.parse(about)]);
    expect(written).toEqual([
      ['sato', 'text-edited', { language: 'ja', prompt: 'goodbye', revision: 2 }],
      ['tanaka', 'text-still-right', { language: 'en', prompt: 'goodbye', revision: 3, reason: '意味は同じ' }],
      ['sato', 'text-restored', { language: 'en', prompt: 'goodbye', revision: 4 }],
      ['tanaka', 'line-changed', { to: 3 }],
    ]);
    expect(await desk.lineHistory(9)).toMatchObject([{ revision: 2, file: { transfersPerHour: 3 } }, { revision: 1 }]);
  });
});
