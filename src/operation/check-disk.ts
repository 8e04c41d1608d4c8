import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bilingual } from '../common/bilingual.ts';
import { codeOf } from '../common/errors.ts';
import type { Check } from './check.ts';

/** Bytes that must be free on a disk. With fewer bytes than `warn` the check warns, with fewer than `fail` it fails. */
interface Free {
  readonly warn: number;
  readonly fail: number;
}

/** The space that must be free by default. An edition in seven languages with its sounds takes about 60 MB. */
const roomNeeded: Free = { warn: 500_000_000, fail: 100_000_000 };

/** Writes a file. */
type Write = (path: string, bytes: Uint8Array) => Promise<unknown>;

/**
 * Checks whether files can be written into the folders of the service, and whether their disks have room.
 * @param free replaced only in tests
 * @param write replaced only in tests
 */
export async function checkDisk(
  folders: readonly { readonly setting: string; readonly path: string }[],
  free = roomNeeded,
  write: Write = writeFile,
): Promise<Check[]> {
  const checks: Check[] = [];
  for (const { setting, path } of folders) checks.push(await checkFolder(setting, path, free, write));
  return checks;
}

const makeRoom: Bilingual = {
  ja: 'ディスクを空けてください。いっぱいになると、公開も、災害のお知らせの記録もできません。',
  en: 'Make room: on a full disk nothing can be published, and no disaster notice can be recorded.',
};

/** The error codes of a full disk, and of a quota that is used up. */
const noRoom = new Set(['ENOSPC', 'EDQUOT']);

/** The content of the test file. It is not empty, because an empty file can be written even on a full disk. */
const someBytes = new Uint8Array(65_536);

async function checkFolder(setting: string, path: string, free: Free, write: Write): Promise<Check> {
  const about: Bilingual = { ja: `${setting} のディスク`, en: `The disk of ${setting}` };
  const megabytes = (bytes: number) => `${Math.floor(bytes / 1e6)} MB`;
  const expected = `≥ ${megabytes(free.warn)}`;
  try {
    const probe = join(path, `.check-${process.pid}`);
    // The file is removed even if writing failed, because a part of it may have been written.
    await write(probe, someBytes).finally(() => rm(probe, { force: true }));
    const { bavail, bsize } = await statfs(path);
    const bytes = bavail * bsize;
    const found = megabytes(bytes);
    if (bytes >= free.warn) return { id: 'disk', state: 'ok', about, found };
    return { id: 'disk', state: bytes < free.fail ? 'fail' : 'warn', about, expected, found, mend: makeRoom };
  } catch (error) {
    const code = codeOf(error) ?? '–';
    if (noRoom.has(code)) return { id: 'disk', state: 'fail', about, expected, found: code, mend: makeRoom };
    const folder = { ja: `${setting} のフォルダー`, en: `The folder of ${setting}` };
    const mend = {
      ja: `${setting} のフォルダーを、サービスと同じユーザーで読み書きできるようにしてください。`,
      en: `Make sure that the user account of the service can read and write the folder of ${setting}.`,
    };
    return { id: 'folder', state: 'fail', about: folder, found: code, mend };
  }
}
