import { join } from 'node:path';
import { NoPromptFolderError, readPromptFiles } from '../adapters/files/prompt-files.ts';
import { checkFlow } from '../editions/check-flow.ts';
import { createEdition } from '../editions/edition.ts';
import { flowOf } from '../editions/flow.ts';
import { checkDraft } from '../prompts/check-draft.ts';
import { type Draft, readDraft } from '../prompts/draft.ts';
import { type Finding, formatFinding, PromptsError } from '../prompts/finding.ts';
import { predictSeconds } from '../speech/measure/predict-seconds.ts';
import { countFindings } from './count-findings.ts';

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
    findings = checkAll(readDraft(await readPromptFiles(path)));
  } catch (error) {
    if (error instanceof NoPromptFolderError) {
      console.error(error.message);
      return exit.errors;
    }
    if (!(error instanceof PromptsError)) throw error;
    findings = error.findings;
  }
  for (const finding of findings) console.log(formatFinding({ ...finding, file: join(path, finding.file) }));
  console.log(countFindings(findings));
  return findings.some(({ level }) => level === 'error') ? exit.errors : exit.fine;
}

/** Words that have errors make no edition, so the dialogue is looked at only when they have none. */
function checkAll(draft: Draft): Finding[] {
  const findings = checkDraft(draft);
  if (findings.some(({ level }) => level === 'error')) return findings;
  const edition = createEdition(draft, { id: 'espeak', fingerprint: 'check' });
  return [...findings, ...checkFlow(flowOf(edition, ({ request }) => predictSeconds(request) ?? 0))];
}
