import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import { textsIn } from '../support/source-texts.ts';
import { englishIn, withoutNames } from '../support/terminal-language.ts';

const root = join(import.meta.dirname, '../..');
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

/** Files whose sentences are all for people at a terminal. */
const printing = [
  // The text that this file prints is a test.
  ...filesIn('src/cli').filter((name) => name !== 'src/cli/transcript.ts'),
  ...['config', 'config-error', 'config-fields', 'config-problems', 'env-file', 'main'].map((name) => `src/${name}.ts`),
  ...['http/listen', 'office/progress-bar', 'office/open-engine', 'words/prompt-files'].map((name) => `src/${name}.ts`),
  ...['office/control/running-service', 'office/files/text-file', 'sound/file-audio-store'].map(
    (name) => `src/${name}.ts`,
  ),
];

/** Files in which only some sentences are for people at a terminal, often those of errors. Others are for the log. */
const mixed = [
  ...['common', 'database', 'edition', 'operation', 'speech'].flatMap((room) => filesIn(`src/${room}`)),
  ...['crawl', 'disaster', 'editions'].flatMap((room) => filesIn(`src/office/${room}`)),
  'src/office/start-office.ts',
];

/** English sentences of a file that are neither an `en:` beside a `ja:` nor in a call of `advise`. */
const inEnglishAlone = (path: string): string[] =>
  textsIn(join(root, path))
    .texts.filter(({ language, text }) => language === null && englishIn(text) !== null)
    .map(({ text }) => text);

/** Texts in both languages whose Japanese is missing, has no Japanese letter, or has English words. */
const withoutJapanese = (path: string) =>
  textsIn(join(root, path)).pairs.filter(
    ({ ja, en }) =>
      (/\p{L}/u.test(withoutNames(en)) && !/[ぁ-んァ-ヶ一-龠]/.test(ja)) ||
      (/\p{L}/u.test(ja) && englishIn(ja) !== null),
  );

describe('Texts for a terminal:', () => {
  test('no sentence is in English alone', () => {
    // Nobody sees this sentence: the disaster desk handles the rejection with this reason.
    const unshown = 'Only the running service knows what is approved.';
    expect(printing.length).toBeGreaterThan(40);
    expect(printing.flatMap(inEnglishAlone).filter((text) => text !== unshown)).toEqual([]);
  });

  test('every English text has a Japanese one beside it that contains no English', () => {
    const files = [...printing, ...mixed];
    expect(files.flatMap((path) => textsIn(join(root, path)).pairs).length).toBeGreaterThan(250);
    expect(files.flatMap(withoutJapanese)).toEqual([]);
  });

  test('no error that people can mend is explained in English alone', () => {
    const inOneLanguage =
      /new (?:ConfigError|PortError|PromptFolderError|ExplainedError|SilentAudioError|MissingPromptError)\(\s*['"`]/;
    const sources = filesIn('src').filter((path) => inOneLanguage.test(readFileSync(join(root, path), 'utf8')));
    expect(sources).toEqual([]);
  });

  test('the search finds sentences in English alone, and pairs whose Japanese is missing or English', () => {
    const path = 'tests/fixtures/one-language.ts';
    expect(inEnglishAlone(path)).toEqual(['Nothing was changed: …']);
    expect(withoutJapanese(path)).toEqual([
      { en: 'Nothing was changed.', ja: '' },
      { en: 'Try again.', ja: 'Try again later.' },
    ]);
  });
});
