import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Bilingual } from '../common/bilingual.ts';
import { codeOf } from '../common/errors.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { toDraftContent } from '../office/drafts/draft-content.ts';
import { type ImportedFiles, importFiles } from '../office/drafts/import-files.ts';
import { toFiles } from '../office/drafts/to-files.ts';
import { commandLine } from '../office/staff/desk/actor.ts';
import { readDraft } from '../words/draft.ts';
import { PromptFolderError, readPromptFiles } from '../words/prompt-files.ts';
import type { NamedText } from '../words/read-yaml.ts';
import { promptsFolder } from './arguments.ts';
import { counted } from './finding-lines.ts';
import { makeFolder } from './make-folder.ts';
import { withOffice } from './with-office.ts';
import { refuseMore, refuseOptions } from './wrong-options.ts';

const texts = {
  exported: (changed: number, all: number, folder: string): Bilingual => ({
    ja: `${all}個のファイルのうち、${changed}個を「${folder}」に書き出しました。`,
    en: `Written into ${folder}: ${changed} of ${counted(all, 'file')}.`,
  }),
  first: (count: number): Bilingual => ({
    ja: `下書きを始めました。フォルダーの文は${count}件です。これからは、フォルダーを書き換えても下書きは変わりません。電話で流れるのは、npm run prompts -- publish で公開した後です。`,
    en: `The draft begins with ${counted(count, 'text')} of the folder. From now on, a change of the folder does not change the draft. Callers hear the draft after "npm run prompts -- publish".`,
  }),
  same: {
    ja: 'フォルダーの文と値は、下書きと同じでした。',
    en: 'The texts and values of the folder are those of the draft.',
  },
  imported: (count: number, isLineChanged: boolean): Bilingual => ({
    ja: `下書きの文を${count}件${isLineChanged ? 'と、すべての言語に共通の値を' : ''}変えました。電話で流れるのは、npm run prompts -- publish で公開した後です。`,
    en: `Changed in the draft: ${counted(count, 'text')}${isLineChanged ? ', and the values that all languages share' : ''}. Callers hear the changes after "npm run prompts -- publish".`,
  }),
} as const;

/** Writes the draft into a folder. Unchanged files are not touched. @returns the exit code */
export async function exportPrompts(args: readonly string[], language: TerminalLanguage): Promise<number> {
  refuseOptions(args);
  const [folder = promptsFolder(), ...rest] = args;
  refuseMore(rest);
  return withOffice(language, async ({ drafts }) => {
    const existing = await filesIn(folder);
    const files = toFiles(await drafts.read(), existing);
    const changed = files.filter(({ name, text }) => existing.find((file) => file.name === name)?.text !== text);
    await makeFolder(folder);
    for (const { name, text } of changed) await writeFileAtomic(join(folder, name), text);
    console.log(texts.exported(changed.length, files.length, folder)[language]);
    return 0;
  });
}

/** Imports a folder into the draft. @returns the exit code */
export async function importPrompts(args: readonly string[], language: TerminalLanguage): Promise<number> {
  refuseOptions(args);
  const [folder = promptsFolder(), ...rest] = args;
  refuseMore(rest);
  return withOffice(language, async ({ draftRecords }) => {
    const files = toDraftContent(readDraft(await readPromptFiles(folder)), commandLine, Date.now());
    const result = await importFiles(draftRecords, files, commandLine, Date.now());
    if (result.kind === 'not-allowed') return 1;
    console.log(toldAbout(result)[language]);
    return 0;
  });
}

function toldAbout({ texts: count, isLineChanged, isFirst }: ImportedFiles): Bilingual {
  if (isFirst) return texts.first(count);
  return count === 0 && !isLineChanged ? texts.same : texts.imported(count, isLineChanged);
}

async function filesIn(folder: string): Promise<NamedText[]> {
  try {
    return await readPromptFiles(folder);
  } catch (error) {
    if (error instanceof PromptFolderError && codeOf(error.cause) === 'ENOENT') return [];
    throw error;
  }
}
