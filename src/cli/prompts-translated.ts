import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { messageOf } from '../common/errors.ts';
import { readDraft } from '../words/draft.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import { markTranslated, translationsLockName, writeTranslationsLock } from '../words/translations-lock.ts';
import { promptsFolder } from './arguments.ts';

/** Records that translations are based on the current source. */
export async function recordTranslated([language, ...prompts]: readonly string[]): Promise<number> {
  const folder = promptsFolder();
  try {
    const { line, words, translatedFrom = {} } = readDraft(await readPromptFiles(folder));
    if (language !== undefined && (language === line.sourceLanguage || !words.has(language))) {
      console.error(`"${language}" is not a language that this line is translated into.`);
      return 1;
    }
    const unknown = prompts.filter((prompt) => !Object.hasOwn(words.get(language ?? '')?.prompts ?? {}, prompt));
    if (unknown.length > 0) {
      console.error(`${language} has no prompt ${unknown.map((each) => `"${each}"`).join(', ')}.`);
      return 1;
    }
    const only = (tag: string, prompt: string) =>
      (language === undefined || tag === language) && (prompts.length === 0 || prompts.includes(prompt));
    const marked = markTranslated(translatedFrom, words, line.sourceLanguage, only);
    await writeFileAtomic(join(folder, translationsLockName), writeTranslationsLock(marked));
    return 0;
  } catch (error) {
    console.error(messageOf(error));
    return 1;
  }
}
