import { explain } from '../common/explained-error.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { checkWords } from '../office/editions/check-words.ts';
import { readDraft } from '../words/draft.ts';
import { type Finding, formatFinding, PromptsError, withSourceLines } from '../words/finding.ts';
import { PromptFolderError, readPromptFiles } from '../words/prompt-files.ts';
import { promptsFolder } from './arguments.ts';
import { countFindings, inFolder } from './finding-lines.ts';
import { refuseMore, refuseOptions } from './wrong-options.ts';

/**
 * Prints what is wrong with the files of a prompts folder.
 * @returns the exit code: 1 if any finding is an error, or if the folder cannot be used; otherwise 0
 */
export async function checkPrompts(args: readonly string[], language: TerminalLanguage): Promise<number> {
  refuseOptions(args);
  const [folder = promptsFolder(), ...rest] = args;
  refuseMore(rest);
  let findings: readonly Finding[];
  try {
    const draft = readDraft(await readPromptFiles(folder));
    findings = withSourceLines(await checkWords(draft), draft.sourceLineOf);
  } catch (error) {
    if (error instanceof PromptFolderError) {
      console.error(explain(error, language));
      return 1;
    }
    if (!(error instanceof PromptsError)) throw error;
    findings = error.findings;
  }
  for (const finding of findings) console.log(formatFinding(inFolder(folder, finding), language));
  console.log(countFindings(findings, language));
  return findings.some(({ level }) => level === 'error') ? 1 : 0;
}
