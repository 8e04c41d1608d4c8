import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#jest';
import { contentKey } from '../../../src/common/content-key.ts';
import { createEditionFolder, editionKind } from '../../../src/edition/edition-folder.ts';
import { toShared } from '../../../src/edition/shared-file.ts';
import { createEdition } from '../../../src/office/editions/edition.ts';
import { contentOf, draftOf } from '../../../src/office/editions/edition-content.ts';
import type { Publication } from '../../../src/office/editions/edition-records.ts';
import { toEditionFile } from '../../../src/office/editions/to-edition-file.ts';
import { longestCall, writeEditionsNow } from '../../../src/office/editions/write-editions.ts';
import { heardIn } from '../../../src/words/heard-words.ts';
import { bundledEdition } from '../../support/bundled.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';
import { scratchFolder } from '../../support/scratch-database.ts';

const draft = fixtureDraft();
const engine = { id: 'espeak', fingerprint: 'test' } as const;
const current = bundledEdition();
const own = toEditionFile(current);
/** An edition that was live before. `record` is its row in the database. */
const earlier = createEdition(draft, engine);
const by = { accountId: null, accountName: 'somebody' };
const record = {
  ...{ hash: earlier.hash, number: 1, manifest: { sounds: [], narrations: [] } },
  ...{ by, at: 0, comment: '', documentNumber: null },
};
const head = { kind: 'published', by, comment: '', emergency: null } as const;

async function office() {
  const data = await scratchFolder();
  const folder = createEditionFolder(data);
  const shelf = {
    current,
    find: () => current,
    publish() {},
    remember() {},
    published: () => new Promise<void>(() => {}),
  };
  const writeFiles = (publications: readonly Publication[] | null, clock = () => 0) => {
    const find = async (hash: string) => (hash === earlier.hash ? { ...record, ...contentOf(draft, engine) } : null);
    const records = publications && { publications: async () => [...publications], find };
    return writeEditionsNow({ shelf, records, folder, clock, failed: () => {} });
  };
  return { data, folder, writeFiles };
}

test('The files name what is live in the database, even in a restored one with lower numbers', async () => {
  const { folder, writeFiles } = await office();
  await folder.write({ ...own, hash: 'a'.repeat(64) });
  await folder.writePointer({ number: 12, edition: 'a'.repeat(64) });
  await writeFiles([{ ...head, number: 9, edition: current.hash, at: 0 }]);
  expect(await folder.readPointer()).toEqual({ number: 9, edition: current.hash });
  expect((await folder.read(current.hash))?.hash).toBe(current.hash);
});

test('Without a database, the pointer and the file of the live edition stay as they are', async () => {
  const { folder, writeFiles } = await office();
  await folder.write({ ...own, hash: 'a'.repeat(64) });
  await folder.writePointer({ number: 12, edition: 'a'.repeat(64) });
  await writeFiles(null);
  expect(await folder.readPointer()).toEqual({ number: 12, edition: 'a'.repeat(64) });
  expect((await folder.read('a'.repeat(64)))?.hash).toBe('a'.repeat(64));
});

test('With a database that knows of no publication, the files stay as they are until somebody publishes', async () => {
  const { folder, writeFiles } = await office();
  await folder.write({ ...own, hash: 'c'.repeat(64) });
  const live = { number: 4, edition: 'c'.repeat(64) };
  await folder.writePointer(live);
  await writeFiles([]);
  expect([await folder.readPointer(), (await folder.read('c'.repeat(64)))?.hash]).toEqual([live, 'c'.repeat(64)]);
  await writeFiles([{ ...head, number: 1, edition: current.hash, at: 0 }]);
  expect(await folder.readPointer()).toEqual({ number: 1, edition: current.hash });
});

test('A pointer of a first start that was interrupted before it published anything is replaced', async () => {
  const { folder, writeFiles } = await office();
  await folder.writePointer({ number: 0, edition: 'd'.repeat(64) });
  await writeFiles([]);
  expect(await folder.readPointer()).toEqual({ number: 0, edition: current.hash });
});

test('The files of an edition that another process has just published stay as they are', async () => {
  const { folder, writeFiles } = await office();
  await folder.write({ ...own, hash: 'b'.repeat(64) });
  await folder.writePointer({ number: 3, edition: 'b'.repeat(64) });
  await writeFiles([{ ...head, number: 3, edition: 'b'.repeat(64), at: 0 }]);
  expect(await folder.readPointer()).toEqual({ number: 3, edition: 'b'.repeat(64) });
  expect((await folder.read('b'.repeat(64)))?.hash).toBe('b'.repeat(64));
});

test.each([
  ['missing', null],
  ['damaged', 'kotozute-edition 1 garbage'],
  ['of a later version', toShared({ ...editionKind, format: editionKind.format + 1 }, own)],
])('An edition that is live, or that a call may be on, is written again when its file is %s', async (_what, bytes) => {
  const { data, folder, writeFiles } = await office();
  const before = { ...head, number: 1, edition: earlier.hash, at: 0 };
  const publications = [{ ...head, number: 2, edition: current.hash, at: 1000 }, before];
  const hashes = [current.hash, earlier.hash];
  const areThere = () => Promise.all(hashes.map(async (hash) => (await folder.read(hash))?.hash === hash));
  await writeFiles(publications);
  expect(await areThere()).toEqual([true, true]);
  for (const hash of hashes) {
    const path = join(data, 'editions', `${hash}.edition`);
    if (bytes === null) await rm(path);
    else await writeFile(path, bytes);
  }
  await writeFiles(publications);
  expect(await areThere()).toEqual([true, true]);
});

test('An edition is kept for as long as a call may use it, and at least nine are kept', async () => {
  const { folder, writeFiles } = await office();
  const hashes = Array.from({ length: 14 }, (_, index) => index.toString(16).repeat(64));
  for (const hash of hashes) await folder.write({ ...own, hash });
  const old = hashes.map((edition, index) => ({ ...head, number: 14 - index, edition, at: -index * 1000 }));
  const publications = [{ ...head, number: 15, edition: current.hash, at: 1000 }, ...old];
  const kept = async () => {
    const found = await Promise.all(hashes.map(async (hash) => (await folder.read(hash)) !== null));
    return found.filter(Boolean).length;
  };
  await writeFiles(publications, () => longestCall - 20_000);
  expect(await kept()).toBe(14);
  await writeFiles(publications, () => longestCall + 20_000);
  expect(await kept()).toBe(8);
});

test('The file of an edition has the names on the sheets in the languages of the line, and in no others', () => {
  const { leaflet, languages } = own;
  const tags = languages.map(({ tag }) => tag).sort();
  const named = [
    leaflet?.titles,
    ...[...(leaflet?.addresses ?? []), ...(leaflet?.contacts ?? [])].map((each) => each.names),
  ];
  expect(named.map((names) => names?.map(([tag]) => tag).sort())).toEqual(Array(6).fill(tags));
});

test('An edition that was published with names in a language that is no longer on the line keeps its hash', () => {
  const leaflet = { title: { en: 'Waste', pt: 'Lixo' }, addresses: [], contacts: [] };
  const content = contentOf({ ...draft, line: { ...draft.line, leaflet } }, engine);
  const edition = createEdition(draftOf(content), engine);
  expect([edition.hash, edition.file.leaflet?.title]).toEqual([contentKey(content), leaflet.title]);
  expect(heardIn({ ...draft, line: { ...draft.line, leaflet } }).draft.line.leaflet?.title).toEqual({ en: 'Waste' });
});
