import { expect, test } from '#jest';
import { terminalLanguage } from '../../src/common/terminal-language.ts';

test.each([
  [{ LANG: 'ja_JP.UTF-8' }, 'en-US', 'ja'],
  [{ LANG: 'en_US.UTF-8' }, 'ja-JP', 'en'],
  [{ LANG: 'C' }, 'ja-JP', 'en'],
  [{ LC_MESSAGES: 'ja', LANG: 'C' }, 'en-US', 'ja'],
  [{ LC_ALL: 'C.UTF-8', LC_MESSAGES: 'ja_JP.UTF-8', LANG: 'ja_JP.UTF-8' }, 'ja-JP', 'en'],
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'ja_JP.UTF-8' }, 'en-US', 'ja'],
  // Windows sets none of these variables.
  [{}, 'ja-JP', 'ja'],
  [{}, 'en-GB', 'en'],
  [{}, 'jv-ID', 'en'],
] as const)('A terminal with %j on a system in %s speaks %s', (environment, locale, language) => {
  expect(terminalLanguage(environment, locale)).toBe(language);
});
