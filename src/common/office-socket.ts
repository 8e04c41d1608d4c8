import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/**
 * The socket over which the line forwards the console to the office with the same DATA_DIR; a named pipe on Windows.
 */
export function officeSocketPath(dataFolder: string, platform: NodeJS.Platform = process.platform): string {
  if (platform !== 'win32') return join(dataFolder, 'office.sock');
  return `\\\\.\\pipe\\kotozute-${createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 20)}`;
}
