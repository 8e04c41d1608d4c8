import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Bilingual } from '../common/bilingual.ts';
import { explain } from '../common/explained-error.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { readDraft } from '../words/draft.ts';
import { readPromptFiles } from '../words/prompt-files.ts';
import { markTranslated, translationsLockName, writeTranslationsLock } from '../words/translations-lock.ts';
import { promptsFolder } from './arguments.ts';
import { refuseOptions } from './wrong-options.ts';

const texts = {
  noLanguage: (language: string): Bilingual => ({
    ja: `「${language}」は、この電話案内の翻訳の言語ではありません。`,
    en: `"${language}" is not a language that this line is translated into.`,
  }),
  recorded: (count: number): Bilingual => ({
    ja: `${translationsLockName} に記録しました。訳${count}件が、今の元の文と合っていることになります。訳を確かめていないときは、このファイルを元に戻してください。`,
    en: `Recorded in ${translationsLockName}: ${count} translations now count as made from the present source texts. If you have not checked them, put the file back as it was.`,
  }),
  noPrompts: (language: string, prompts: readonly string[]): Bilingual => ({
    ja: `${language} に、${prompts.map((each) => `「${each}」`).join('')}という名前の文はありません。`,
    en: `${language} has no prompt ${prompts.map((each) => `"${each}"`).join(', ')}.`,
  }),
} as const;

/**
 * Records that translations are based on the current source texts. By default this is recorded for all translations.
 * Arguments limit it to one language, or to some prompts of one language.
 * @param terminal the language of error messages
 * @returns the exit code
 */
export async function recordTranslated(args: readonly string[], terminal: TerminalLanguage): Promise<number> {
  refuseOptions(args);
  const [language, ...prompts] = args;
  const folder = promptsFolder();
  try {
    const { line, words, translatedFrom = {} } = readDraft(await readPromptFiles(folder));
    if (language !== undefined && (language === line.sourceLanguage || !words.has(language))) {
      console.error(texts.noLanguage(language)[terminal]);
      return 1;
    }
    const unknown = prompts.filter((prompt) => !Object.hasOwn(words.get(language ?? '')?.prompts ?? {}, prompt));
    if (unknown.length > 0) {
      console.error(texts.noPrompts(language ?? '', unknown)[terminal]);
      return 1;
    }
    const only = (tag: string, prompt: string) =>
      (language === undefined || tag === language) && (prompts.length === 0 || prompts.includes(prompt));
    const marked = markTranslated(translatedFrom, words, line.sourceLanguage, only);
    await writeFileAtomic(join(folder, translationsLockName), writeTranslationsLock(marked));
    const translations = [...words].flatMap(([tag, { prompts: own }]) =>
      tag === line.sourceLanguage ? [] : Object.keys(own).filter((prompt) => only(tag, prompt)),
    );
    console.log(texts.recorded(translations.length)[terminal]);
    return 0;
  } catch (error) {
    console.error(explain(error, terminal));
    return 1;
  }
}
