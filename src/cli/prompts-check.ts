import { explain } from '../common/explained-error.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { checkWords } from '../office/editions/check-words.ts';
import { readDraft } from '../words/draft.ts';
import { type Finding, formatFinding, PromptsError, withSourceLines } from '../words/finding.ts';
import { NoPromptFolderError, readPromptFiles } from '../words/prompt-files.ts';
import { promptsFolder } from './arguments.ts';
import { countFindings, inFolder } from './finding-lines.ts';

/** Prints all findings of a prompts folder. @returns the exit code: 1 after an error; null for wrong usage */
export async function checkPrompts(
  [folder = promptsFolder(), ...rest]: readonly string[],
  language: TerminalLanguage,
): Promise<number | null> {
  if (rest.length > 0) return null;
  let findings: readonly Finding[];
  try {
    const draft = readDraft(await readPromptFiles(folder));
    findings = withSourceLines(await checkWords(draft), draft.sourceLineOf);
  } catch (error) {
    if (error instanceof NoPromptFolderError) {
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
