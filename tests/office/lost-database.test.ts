import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#jest';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import { refuseLostDatabase } from '../../src/office/lost-database.ts';
import { canOpenOffice } from '../../src/office/open-office.ts';
import { scratchFolder } from '../support/scratch-database.ts';

test('A command does not create a database in place of one that was lost, but may create the first one', async () => {
  const folder = await scratchFolder();
  await refuseLostDatabase(folder);
  await createEditionFolder(folder).writePointer({ edition: 'a'.repeat(64), number: 1 });
  await expect(refuseLostDatabase(folder)).rejects.toThrow('although callers hear an edition');
  // An office that waits for its database checks whether it can be opened. The check must not create an empty one.
  expect(await canOpenOffice({ dataFolder: folder, promptsFolder: folder }, Date.now)).toBe(false);
  expect(await readdir(folder)).toEqual(['editions']);
  await writeFile(join(folder, 'kotozute.db'), '');
  await refuseLostDatabase(folder);
});
