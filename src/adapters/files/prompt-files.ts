import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, PromptsError } from '../../prompts/finding.ts';
import type { NamedText } from '../../prompts/read-yaml.ts';
import { translationsLockName } from '../../prompts/translations-lock.ts';

/** There is no folder with prompts where they were looked for. The message is one sentence for staff. */
export class NoPromptFolderError extends Error {
  override readonly name = 'NoPromptFolderError';
}

/**
 * Reads the YAML files that stand in a prompts folder itself, and the lock of its translations, in the order of their names.
 * @throws NoPromptFolderError when the folder does not exist or is a file
 * @throws PromptsError naming every file that is not UTF-8: read as anything else, its words would be wrong
 */
export async function readPromptFiles(folder: string): Promise<NamedText[]> {
  const names = (await entriesOf(folder))
    .filter((name) => /^[^.].*\.ya?ml$/i.test(name) || name === translationsLockName)
    .sort();
  const findings: Finding[] = [];
  const files: NamedText[] = [];
  for (const name of names) {
    const text = decode(await readFile(join(folder, name)));
    if (text === null) findings.push(notUtf8(name));
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

const notUtf8 = (name: string): Finding => ({
  rule: 'FILE',
  level: 'error',
  file: name,
  line: 1,
  ja: `「${name}」の文字コードがUTF-8ではありません。UTF-8で保存し直してください。`,
  en: `"${name}" is not in UTF-8; save it again as UTF-8.`,
});
