import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../common/errors.ts';
import { ExplainedError } from '../common/explained-error.ts';
import { type Finding, fileFinding, PromptsError } from './finding.ts';
import type { NamedText } from './read-yaml.ts';
import { translationsLockName } from './translations-lock.ts';

/** The maximum number of files. A line needs far fewer: it has at most nine languages, with one file each. */
export const maxFiles = 60;
/** The maximum size of one file in bytes, about twenty times what the words of nine languages together take. */
export const maxBytes = 2_000_000;

/**
 * The prompts folder does not exist, cannot be read, or has too many files to be one. The explanation tells staff what
 * to do.
 */
export class PromptFolderError extends ExplainedError {
  override readonly name = 'PromptFolderError';
}

/**
 * Reads the YAML files of a prompts folder, and the lock file of its translations. Subfolders are not read.
 * @returns the files, sorted by name
 * @throws PromptFolderError when the folder does not exist, is a file, cannot be read, or has more than `maxFiles` of
 * these files
 * @throws PromptsError if a file cannot be read, is not an ordinary file, has more than `maxBytes` bytes, or is not
 * UTF-8. The error names all such files. A file in another encoding is refused because its words would be decoded
 * wrongly.
 */
export async function readPromptFiles(folder: string): Promise<NamedText[]> {
  const names = (await entriesOf(folder))
    .filter((name) => /^[^.].*\.ya?ml$/i.test(name) || name === translationsLockName)
    .sort();
  const findings: Finding[] = [];
  const files: NamedText[] = [];
  if (names.length > maxFiles) throw tooManyFiles(folder);
  for (const name of names) {
    const read = await readText(join(folder, name));
    if ('text' in read) files.push({ name, text: read.text });
    else findings.push(fileFinding(name, troubles(name, read.code)[read.trouble]));
  }
  if (findings.length > 0) throw new PromptsError(findings);
  return files;
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    const code = codeOf(error) ?? 'unknown';
    throw new PromptFolderError(
      ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(code)
        ? {
            en: `There is no folder "${folder}" with prompts; name the folder that holds line.yaml.`,
            ja: `文のフォルダー「${folder}」がありません。line.yaml のあるフォルダーを指定してください。`,
          }
        : {
            en: `The folder "${folder}" with prompts cannot be read (${code}); let the account that runs the service read it.`,
            ja: `文のフォルダー「${folder}」を読めません(${code})。サービスを動かすアカウントが読めるようにしてください。`,
          },
      { cause: error },
    );
  }
}

type Trouble = 'broken-link' | 'unreadable' | 'no-file' | 'too-large' | 'not-utf8';

async function readText(
  path: string,
): Promise<{ readonly text: string } | { readonly trouble: Trouble; readonly code: string }> {
  const wrong = (trouble: Trouble, code = '') => ({ trouble, code });
  try {
    // The check for an ordinary file comes before the file is opened, because opening a pipe could block forever.
    const found = await stat(path);
    if (!found.isFile()) return wrong('no-file');
    if (found.size > maxBytes) return wrong('too-large');
    const text = decode(await readFile(path));
    return text === null ? wrong('not-utf8') : { text };
  } catch (error) {
    const code = codeOf(error) ?? 'unknown';
    return ['ENOENT', 'ELOOP'].includes(code) ? wrong('broken-link') : wrong('unreadable', code);
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const tooManyFiles = (folder: string): PromptFolderError =>
  new PromptFolderError({
    ja: `フォルダー「${folder}」のYAMLファイルが多すぎます(${maxFiles}個まで)。この電話の言葉だけのフォルダーを指定してください。`,
    en: `There are too many YAML files in the folder "${folder}" (at most ${maxFiles}); name the folder with the words of this line alone.`,
  });

const troubles = (name: string, code: string): Readonly<Record<Trouble, Pick<Finding, 'ja' | 'en'>>> => ({
  'broken-link': {
    ja: `「${name}」はリンクですが、その先のファイルがありません。ファイルを元に戻すか、リンクを消してください。`,
    en: `"${name}" is a link to a file that does not exist; put the file back, or take the link away.`,
  },
  unreadable: {
    ja: `「${name}」を読めません(${code})。サービスを動かすアカウントが読めるようにしてください。`,
    en: `"${name}" cannot be read (${code}); let the account that runs the service read it.`,
  },
  'no-file': {
    ja: `「${name}」は普通のファイルではありません。消すか、普通のファイルにしてください。`,
    en: `"${name}" is not an ordinary file; take it away, or put an ordinary file in its place.`,
  },
  'too-large': {
    ja: `「${name}」が大きすぎます(${maxBytes / 1_000_000}MBまで)。元のファイルに戻してください。`,
    en: `"${name}" is too large (at most ${maxBytes / 1_000_000} MB); put the right file back.`,
  },
  'not-utf8': {
    ja: `「${name}」の文字コードがUTF-8ではありません。UTF-8で保存し直してください。`,
    en: `"${name}" is not in UTF-8; save it again as UTF-8.`,
  },
});
