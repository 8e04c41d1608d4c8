import { join } from 'node:path';
import { NoPromptFolderError, readPromptFiles } from '../adapters/files/prompt-files.ts';
import { checkDraft } from '../prompts/check-draft.ts';
import { readDraft } from '../prompts/draft.ts';
import { type Finding, formatFinding, PromptsError } from '../prompts/finding.ts';

const help = 'Use: npm run prompts -- check [folder], which checks every prompt and ends with 1 when there are errors.';
const exit = { fine: 0, errors: 1, misused: 2 } as const;

const [subcommand, folder = process.env.PROMPTS_DIR || 'prompts', ...rest] = process.argv.slice(2);
if (subcommand !== 'check' || rest.length > 0) {
  console.error(help);
  process.exitCode = exit.misused;
} else {
  process.exitCode = await check(folder);
}

async function check(path: string): Promise<number> {
  let findings: readonly Finding[];
  try {
    findings = checkDraft(readDraft(await readPromptFiles(path)));
  } catch (error) {
    if (error instanceof NoPromptFolderError) {
      console.error(error.message);
      return exit.errors;
    }
    if (!(error instanceof PromptsError)) throw error;
    findings = error.findings;
  }
  for (const finding of findings) console.log(formatFinding({ ...finding, file: join(path, finding.file) }));
  const errors = findings.filter(({ level }) => level === 'error').length;
  console.log(`${counted(errors, 'error')}, ${counted(findings.length - errors, 'warning')}`);
  return errors > 0 ? exit.errors : exit.fine;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
