import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { codeOf } from '../common/errors.ts';

/**
 * Creates a folder and all missing folders above it. An existing folder or file of this name is left as it is. The
 * option `recursive` of `mkdir` is not used, because with it `mkdir` hangs where the system allows no folders, such as
 * below `/proc`.
 * @throws a system error if the folder cannot be created
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return;
    const above = dirname(resolve(path));
    if (code !== 'ENOENT' || (await isThere(above))) throw error;
    await makeFolder(above);
    await mkdir(path);
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
