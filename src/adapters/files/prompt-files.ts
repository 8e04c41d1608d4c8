import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, PromptsError } from '../../prompts/finding.ts';
import type { NamedText } from '../../prompts/read-yaml.ts';
import { translationsLockName } from '../../prompts/translations-lock.ts';

/** A menu has nine languages at most, and their words fill a twentieth of this. */
export const mostFiles = 60;
export const mostBytes = 2_000_000;

/** There is no folder with prompts where they were looked for. The message is one sentence for staff. */
export class NoPromptFolderError extends Error {
  override readonly name = 'NoPromptFolderError';
}

/**
 * Reads the YAML files that stand in a prompts folder itself, and the lock of its translations, in the order of their names.
 * At most `mostFiles` files of `mostBytes` bytes each are read.
 * @throws NoPromptFolderError when the folder does not exist or is a file
 * @throws PromptsError naming every file that is not UTF-8: read as anything else, its words would be wrong
 */
export async function readPromptFiles(folder: string): Promise<NamedText[]> {
  const names = (await entriesOf(folder))
    .filter((name) => /^[^.].*\.ya?ml$/i.test(name) || name === translationsLockName)
    .sort();
  const findings: Finding[] = [];
  const files: NamedText[] = [];
  if (names.length > mostFiles) throw new PromptsError([tooManyFiles(folder)]);
  for (const name of names) {
    // Looked at before it is read: what is too large must not come into memory.
    const { size } = await stat(join(folder, name));
    const text = size > mostBytes ? '' : decode(await readFile(join(folder, name)));
    if (size > mostBytes) findings.push(tooLarge(name));
    else if (text === null) findings.push(notUtf8(name));
    else files.push({ name, text });
  }
  if (findings.length > 0) throw new PromptsError(findings);
  return files;
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    throw new NoPromptFolderError(`There is no folder "${folder}" with prompts; name the folder that holds line.yaml.`);
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const tooLarge = (name: string): Finding => ({
  rule: 'FILE',
  level: 'error',
  file: name,
  line: 1,
  ja: `「${name}」が大きすぎます(${mostBytes / 1_000_000}MBまで)。要らない部分を消してください。`,
  en: `"${name}" is too large (at most ${mostBytes / 1_000_000} MB); take out what does not belong there.`,
});

const tooManyFiles = (folder: string): Finding => ({
  rule: 'FILE',
  level: 'error',
  file: folder,
  line: 1,
  ja: `フォルダーのYAMLファイルが多すぎます(${mostFiles}個まで)。この電話の言葉だけのフォルダーを指定してください。`,
  en: `There are too many YAML files in the folder (at most ${mostFiles}); name the folder with the words of this line alone.`,
});

const notUtf8 = (name: string): Finding => ({
  rule: 'FILE',
  level: 'error',
  file: name,
  line: 1,
  ja: `「${name}」の文字コードがUTF-8ではありません。UTF-8で保存し直してください。`,
  en: `"${name}" is not in UTF-8; save it again as UTF-8.`,
});
