import { describe, expect, jest, test } from '#jest';
import { bringFilesLive } from '../../../src/office/editions/bring-files-live.ts';
import { rollBack } from '../../../src/office/editions/go-live.ts';
import { type Started, startEditions } from '../../../src/office/editions/start-editions.ts';
import type { AudioStore } from '../../../src/sound/audio-store.ts';
import { PromptsError } from '../../../src/words/finding.ts';
import { PromptFolderError } from '../../../src/words/prompt-files.ts';
import { type Change, fixtureFiles } from '../../support/draft-fixture.ts';
import { createMemoryAudioStore } from '../../support/memory-audio-store.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { openSmallOffice, type SmallOffice, spokenCache, tanaka } from '../../support/small-office.ts';

jest.setTimeout(60_000);

const tones = { id: 'espeak', fingerprint: 'tones' } as const;
const never = new AbortController().signal;

const open = async (cache?: AudioStore) =>
  openSmallOffice(await memoryDatabase(), { cache: cache ?? (await spokenCache()) });

/** Starts with the fixture's files and some changes. */
async function start(office: SmallOffice, changes: readonly Change[] = [], engine: typeof tones | object = tones) {
  const isDraftKept = (await office.desk.lineHistory(1)).length === 1;
  const kept = { editions: office.records, memos: office.memos, isDraftKept };
  return startEditions({ files: async () => fixtureFiles(...changes), engine: { ...tones, ...engine }, kept });
}

/** Like the service after a start: publishes the files if there is something new. */
async function bring(office: SmallOffice, { current, next }: Pick<Started, 'current' | 'next'>) {
  office.shelf.publish(current);
  if (!next) return null;
  return bringFilesLive({ ...office.parts, memos: office.memos, next }, never);
}

/** An office whose files are live. */
async function openStarted(): Promise<SmallOffice> {
  const office = await open();
  expect(await bring(office, await start(office))).toEqual([]);
  return office;
}

const reword: Change = ['en.yaml', 'Thank you for calling.', 'So long.'];
const comment: Change = ['en.yaml', 'prompts:', '# as the governor says it\nprompts:'];
const broken: Change = ['en.yaml', 'prompts:', 'prompts: ['];
const wrong: Change = ['en.yaml', 'Thank you for calling.', 'Call {{nobody}}.'];

describe('A start', () => {
  test('with nothing published serves the files, which are to be published', async () => {
    const office = await open();
    const { current, next, refused } = await start(office);
    expect(next?.edition).toBe(current);
    expect(refused).toBeNull();
    expect(await bring(office, { current, next })).toEqual([]);
    expect(await office.records.publications(9)).toMatchObject([
      { number: 1, edition: current.hash, by: { accountId: null, accountName: 'prompts folder' } },
    ]);
    expect(await office.acts()).toEqual(['published']);
  });

  test.each<[string, Change[], object]>([
    ['the same files', [], {}],
    ['other comments only', [comment], {}],
  ])('with %s serves what is live and has nothing to publish, also the next time', async (_, changes, engine) => {
    const office = await openStarted();
    for (const _time of ['first', 'second']) {
      const { current, next, refused } = await start(office, changes, engine);
      expect([current.hash, next, refused]).toEqual([office.shelf.current.hash, null, null]);
    }
    expect(await office.liveNumber()).toBe(1);
  });

  test.each<[string, Change[], object]>([
    ['changed words', [reword], {}],
    ['a changed fact', [['line.yaml', 'value: "2026-04-01"', 'value: "2026-05-01"']], {}],
    ['another voice', [], { fingerprint: 'other tones' }],
  ])('with %s serves what is live, and the new edition once it is spoken', async (_, changes, engine) => {
    const office = await openStarted();
    const before = office.shelf.current;
    const started = await start(office, changes, engine);
    expect(started.current.hash).toBe(before.hash);
    expect(started.next?.edition.hash).not.toBe(before.hash);
    expect(await bring(office, started)).toEqual([]);
    expect(office.shelf.current.hash).toBe(started.next?.edition.hash);
    expect(office.shelf.find(before.id).hash).toBe(before.hash);
    const again = await start(office, changes, engine);
    expect([again.current.hash, again.next]).toEqual([office.shelf.current.hash, null]);
  });

  test('with files that are broken or wrong serves what is live and says why; if nothing is live, it fails', async () => {
    const [office, empty] = [await openStarted(), await open()];
    for (const change of [broken, wrong]) {
      const { current, next, refused } = await start(office, [change]);
      expect([current.hash, next]).toEqual([office.shelf.current.hash, null]);
      expect(refused?.why).toBeInstanceOf(PromptsError);
      await expect(start(empty, [change])).rejects.toThrow(PromptsError);
      const withoutDatabase = startEditions({ files: async () => fixtureFiles(change), engine: tones, kept: null });
      await expect(withoutDatabase).rejects.toThrow(PromptsError);
    }
  });

  test('with a folder that cannot be read serves what is live and says why; without a database, it fails', async () => {
    const office = await openStarted();
    const isDraftKept = false;
    for (const trouble of [new PromptFolderError('There is no folder.'), new RangeError('A fault of ours.')]) {
      const files = () => Promise.reject(trouble);
      const kept = { editions: office.records, memos: office.memos, isDraftKept };
      const { current, publishedAt, next, refused } = await startEditions({ files, engine: tones, kept });
      expect([current.hash, publishedAt, next, refused]).toEqual([
        office.shelf.current.hash,
        (await office.records.publications(1))[0]?.at,
        null,
        { why: trouble },
      ]);
      await expect(startEditions({ files, engine: tones, kept: null })).rejects.toBe(trouble);
    }
  });

  test('without a database serves the files', async () => {
    const { current, next, refused } = await startEditions({
      files: async () => fixtureFiles(),
      engine: tones,
      kept: null,
    });
    expect(current.hash).toBe((await start(await openStarted())).current.hash);
    expect([next?.edition, refused]).toEqual([current, null]);
  });

  test('with the draft in the database ignores the files, whatever is in them', async () => {
    const office = await openStarted();
    await office.save('en', 'limit', 'The call ends now.');
    for (const change of [reword, broken]) {
      const { current, next, refused } = await start(office, [change], { fingerprint: 'other tones' });
      expect([current.hash, next, refused]).toEqual([office.shelf.current.hash, null, null]);
    }
  });
});

describe('What somebody decided', () => {
  /** The files were published, and then changed files. After that, a roll-back restored the first edition. */
  async function openRolledBack(): Promise<SmallOffice> {
    const office = await openStarted();
    const { hash } = office.shelf.current;
    await bring(office, await start(office, [reword]));
    const form = { hash, basedOn: 2, reason: 'a wrong word' };
    expect((await rollBack(office, tanaka, form)).kind).toBe('rolled-back');
    return office;
  }

  test.each<[string, Change[], object]>([
    ['the same files', [reword], {}],
    ['other comments', [reword, comment], {}],
    ['another voice', [reword], { fingerprint: 'other tones' }],
  ])('by going back is not undone by a start with %s', async (_, changes, engine) => {
    const office = await openRolledBack();
    for (const _time of ['first', 'second']) {
      const { current, next } = await start(office, changes, engine);
      expect([current.hash, next]).toEqual([office.shelf.current.hash, null]);
    }
    expect(await office.liveNumber()).toBe(3);
  });

  test('by going back holds only until the files say something new', async () => {
    const office = await openRolledBack();
    const mended: Change = ['en.yaml', 'Thank you for calling.', 'Goodbye.'];
    const started = await start(office, [mended]);
    expect(started.next).not.toBeNull();
    await bring(office, started);
    expect(await office.liveNumber()).toBe(4);
  });

  test('by publishing while the files were still being spoken is not overwritten by them', async () => {
    const office = await openStarted();
    const started = await start(office, [reword]);
    await office.save('en', 'limit', 'The call ends now.');
    expect((await office.publish()).kind).toBe('published');
    const published = office.shelf.current.hash;
    if (!started.next) throw new Error('The files have changed.');
    const parts = { ...office.parts, memos: office.memos, next: started.next };
    await expect(bringFilesLive(parts, never)).rejects.toThrow('Another edition was published in the meantime');
    expect(await office.liveNumber()).toBe(2);
    expect(office.shelf.current.hash).toBe(published);
  });
});

describe('Files that are to be published', () => {
  test('are published once by two offices that start with them at once', async () => {
    const office = await open();
    const started = await start(office);
    const twin = await openSmallOffice(office.database, { cache: await spokenCache() });
    const again = await start(twin);
    await Promise.all([bring(office, started), bring(twin, again)]);
    expect(await office.liveNumber()).toBe(1);
    expect([office.shelf.current.hash, twin.shelf.current.hash]).toEqual([started.current.hash, started.current.hash]);
  });

  test('are still to be published after they could not be spoken, or the service was told to stop', async () => {
    const office = await open(createMemoryAudioStore());
    const started = await start(office);
    office.engine.failWhen(() => true);
    expect((await bring(office, started))?.length).toBeGreaterThan(0);
    office.engine.failWhen(() => false);
    if (!started.next) throw new Error('Nothing was published yet.');
    const parts = { ...office.parts, memos: office.memos, next: started.next };
    expect(await bringFilesLive(parts, AbortSignal.abort())).toEqual([]);
    expect(await office.liveNumber()).toBe(0);
    expect(await bring(office, await start(office))).toEqual([]);
    expect(await office.liveNumber()).toBe(1);
  });

  test('do not prevent a start if the disk is too full to remember them', async () => {
    const office = await openStarted();
    const full = { ...office.memos, write: () => Promise.reject(new Error('The disk is full.')) };
    const { current, next } = await startEditions({
      files: async () => fixtureFiles(comment),
      engine: tones,
      kept: { editions: office.records, memos: full, isDraftKept: false },
    });
    expect([current.hash, next]).toEqual([office.shelf.current.hash, null]);
  });
});
