import { codeOf, messageOf } from './common/errors.ts';
import { ConfigError } from './config.ts';

/**
 * Takes settings from the file `.env` of the folder in which a program was started; the environment wins. Without the file
 * nothing changes.
 * @throws ConfigError when it is there and cannot be read: going on with defaults would be another line
 */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw new ConfigError(`The file .env cannot be read: ${messageOf(error)}.`);
  }
}
