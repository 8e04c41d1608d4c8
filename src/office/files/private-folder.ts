import { chmod, mkdir, stat } from 'node:fs/promises';

/** What nobody but its owner may do. */
const ownerOnly = 0o700;
const others = 0o007;

/**
 * Makes a folder that its owner alone can open. One that is there already is closed to everybody outside its group; what its
 * group may do stays, because backups may run as somebody else.
 * @throws Error when it can neither be made nor looked at
 */
export async function keepPrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: ownerOnly });
  const { mode } = await stat(folder);
  if ((mode & others) !== 0) await chmod(folder, mode & 0o777 & ~others);
}
