import { chmod, mkdir, stat } from 'node:fs/promises';

/** Permissions of a new folder. */
const ownerOnly = 0o700;
/** The permission bits of users outside the folder's group. */
const others = 0o007;

/**
 * Creates a folder that only its owner can open. An existing folder is closed to everyone outside its group; the
 * group's permissions stay, because backups may run as another user.
 * @throws Error if the folder cannot be created, inspected or closed
 */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: ownerOnly });
  const { mode } = await stat(folder);
  if ((mode & others) !== 0) await chmod(folder, mode & 0o777 & ~others);
}
