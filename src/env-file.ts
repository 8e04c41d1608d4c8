import { codeOf, messageOf } from './common/errors.ts';
import { ConfigError } from './config.ts';

/**
 * Loads settings from the file `.env` in the working directory, if there is one; variables of the environment take precedence.
 * @throws ConfigError when the file exists but cannot be read, because a line with default settings would be a different line
 */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw new ConfigError(`The file .env cannot be read: ${messageOf(error)}.`);
  }
}
