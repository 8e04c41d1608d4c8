import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import type { EditionFile } from '../../src/edition/edition-file.ts';
import { createEditionFolder, editionKind } from '../../src/edition/edition-folder.ts';
import { readNoticeFile, writeNoticeFile } from '../../src/edition/notice-file.ts';
import { readShared, type SharedFileKind, toShared, writeShared } from '../../src/edition/shared-file.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { bundledEdition } from '../support/bundled.ts';
import { scratchFolder } from '../support/scratch-database.ts';

const kind: SharedFileKind = { name: 'test', format: 3, longest: 1000 };
const value = { words: '言伝', list: [1, 2, 3] };

/** The result of reading a file with these bytes: its value, or the kind of the error. */
async function reading(bytes: string | Uint8Array): Promise<unknown> {
  const path = join(await scratchFolder(), 'file');
  await writeFile(path, bytes);
  return readShared(kind, path).catch((error: { kind?: string }) => error.kind ?? error);
}

describe('A file that office and line share', () => {
  test('is read as it was written, and is null if it does not exist', async () => {
    const path = join(await scratchFolder(), 'file');
    expect(await readShared(kind, path)).toBeNull();
    await writeShared(kind, path, value);
    expect(await readShared(kind, path)).toEqual(value);
  });

  const whole = Buffer.from(toShared(kind, value));
  test.each([
    ['empty', ''],
    ['cut off in its header', whole.subarray(0, 30)],
    ['cut off in its body', whole.subarray(0, -1)],
    ['longer than it should be', Buffer.concat([whole, Buffer.from('\n')])],
    ['changed', Buffer.from(String(whole).replace('言伝', '伝言'))],
    ['of another kind', Buffer.from(String(whole).replace('kotozute-test', 'kotozute-other'))],
    ['a foreign file', '{"words": "x"}'],
    ['too long', toShared(kind, 'x'.repeat(1000))],
  ])('is not read when it is %s', async (_what, bytes) => {
    expect(await reading(bytes)).toBe('damaged');
  });

  test('of an unknown format is not ours', async () => {
    expect(await reading(toShared({ ...kind, format: 4 }, value))).toBe('not-mine');
    expect(await reading(toShared({ ...kind, format: 2 }, value))).toBe('not-mine');
  });

  test('that is a folder is an error, and a broken link counts as no file', async () => {
    const folder = await scratchFolder();
    await mkdir(join(folder, 'file'));
    await expect(readShared(kind, join(folder, 'file'))).rejects.toThrow();
    await symlink('/nowhere', join(folder, 'link'));
    expect(await readShared(kind, join(folder, 'link'))).toBeNull();
  });
});

describe('The folder of editions', () => {
  const open = async () => createEditionFolder(await scratchFolder());
  const edition: EditionFile = toEditionFile(bundledEdition());
  const other: EditionFile = { ...edition, hash: 'a'.repeat(64) };

  test('finds an edition by its hash, or by the first digits of it that are in addresses', async () => {
    const folder = await open();
    expect(await folder.read(edition.hash)).toBeNull();
    await folder.write(edition);
    expect(await folder.read(edition.hash)).toEqual(edition);
    expect((await folder.read(edition.hash.slice(0, 10)))?.hash).toBe(edition.hash);
    for (const name of ['', '..', 'live', edition.hash.slice(0, 9), `${edition.hash}0`, '../../etc/passwd']) {
      expect([name, await folder.read(name)]).toEqual([name, null]);
    }
  });

  test('writes files that earlier versions can read, unless those would put callers through to a closed office', async () => {
    const data = await scratchFolder();
    const folder = createEditionFolder(data);
    const dated = [{ kind: 'closed', from: '2026-12-01', to: '2026-12-01', begins: '00:00', ends: '24:00' }] as const;
    const destinations = edition.line.destinations.map((each) =>
      each.hours ? { ...each, hours: { ...each.hours, dated } } : each,
    );
    const closed: EditionFile = { ...other, line: { ...edition.line, destinations } };
    for (const [file, format] of [
      [edition, 1],
      [closed, 2],
    ] as const) {
      await folder.write(file);
      const text = await readFile(join(data, 'editions', `${file.hash}.edition`), 'utf8');
      expect(text.slice(0, 19)).toBe(`kotozute-edition ${format} `);
      expect(await folder.read(file.hash)).toEqual(file);
    }
  });

  test('keeps only the editions that are needed, and the pointer to the live one', async () => {
    const folder = await open();
    await folder.keepOnly(new Set());
    expect(await folder.readPointer()).toBeNull();
    await folder.write(edition);
    await folder.write(other);
    await folder.writePointer({ number: 7, edition: other.hash });
    await folder.keepOnly(new Set([other.hash]));
    expect(await folder.read(edition.hash)).toBeNull();
    expect((await folder.read(other.hash))?.hash).toBe(other.hash);
    expect(await folder.readPointer()).toEqual({ number: 7, edition: other.hash });
  });

  test('returns no edition from a file with the name of another', async () => {
    const data = await scratchFolder();
    const folder = createEditionFolder(data);
    await folder.write(edition);
    await writeShared(editionKind, join(data, 'editions', `${'b'.repeat(64)}.edition`), edition);
    expect(await folder.read('b'.repeat(64))).toBeNull();
    await rm(join(data, 'editions', `${edition.hash}.edition`));
    expect(await folder.read(edition.hash)).toBeNull();
  });
});

test('The notice is read as it was written', async () => {
  const data = await scratchFolder();
  expect(await readNoticeFile(data)).toBeNull();
  await writeNoticeFile(data, { revision: 4, notice: null });
  expect(await readNoticeFile(data)).toEqual({ revision: 4, notice: null });
});
