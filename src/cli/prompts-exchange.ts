import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { toDraftContent } from '../office/drafts/draft-content.ts';
import { importFiles } from '../office/drafts/import-files.ts';
import { toFiles } from '../office/drafts/to-files.ts';
import { commandLine } from '../office/staff/desk/actor.ts';
import { readDraft } from '../words/draft.ts';
import { NoPromptFolderError, readPromptFiles } from '../words/prompt-files.ts';
import type { NamedText } from '../words/read-yaml.ts';
import { promptsFolder } from './arguments.ts';
import { withOffice } from './with-office.ts';

/** Writes the draft into a folder. Unchanged files are not touched. @returns the exit code; null for wrong usage */
export async function exportPrompts([folder = promptsFolder(), ...rest]: readonly string[]): Promise<number | null> {
  if (rest.length > 0) return null;
  return withOffice(async ({ drafts }) => {
    const existing = await filesIn(folder);
    const files = toFiles(await drafts.read(), existing);
    const changed = files.filter(({ name, text }) => existing.find((file) => file.name === name)?.text !== text);
    await mkdir(folder, { recursive: true });
    for (const { name, text } of changed) await writeFileAtomic(join(folder, name), text);
    console.log(`${changed.length} of ${files.length} files were written into ${folder}.`);
    return 0;
  });
}

/** Imports a folder into the draft. @returns the exit code; null for wrong usage */
export async function importPrompts([folder = promptsFolder(), ...rest]: readonly string[]): Promise<number | null> {
  if (rest.length > 0) return null;
  return withOffice(async ({ draftRecords }) => {
    const files = toDraftContent(readDraft(await readPromptFiles(folder)), commandLine, Date.now());
    const result = await importFiles(draftRecords, files, commandLine, Date.now());
    if (result.kind === 'not-allowed') return 1;
    const line = result.isLineChanged ? ', and what all languages share' : '';
    console.log(
      `${result.texts} texts of the draft were changed${line}. Callers hear it after "npm run prompts -- publish".`,
    );
    return 0;
  });
}

async function filesIn(folder: string): Promise<NamedText[]> {
  try {
    return await readPromptFiles(folder);
  } catch (error) {
    if (error instanceof NoPromptFolderError) return [];
    throw error;
  }
}
