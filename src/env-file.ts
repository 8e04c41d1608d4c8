import { codeOf, messageOf } from './common/errors.ts';
import { ConfigError } from './config-error.ts';

/**
 * Loads settings from the file `.env` in the working directory, if there is one. Variables of the environment take
 * precedence.
 * @throws ConfigError when the file exists but cannot be read. Without its settings, the service would start as a
 * different line
 */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw new ConfigError({
      en: `The file .env cannot be read: ${messageOf(error).replace(/\.$/, '')}.`,
      ja: `ファイル .env を読めません(${codeOf(error)})。このアカウントが読めるテキストファイルにしてください。`,
    });
  }
}
