import type { CrawlFinding } from '../office/crawl/crawl-finding.ts';
import { runCrawlProcess } from '../office/crawl/run-crawl-process.ts';
import { openEngine } from '../office/open-engine.ts';
import { createDraftedEdition } from '../office/rehearsal/drafted-edition.ts';
import { withOffice } from './with-office.ts';
import { writeTable } from './write-table.ts';

/**
 * Calls the draft along every path in every language and prints the problems.
 * @returns the exit code: 1 if there are any problems, or if the draft cannot be called; null for wrong usage
 */
export async function crawlPrompts(args: readonly string[]): Promise<number | null> {
  if (args.length > 0) return null;
  return withOffice(async ({ drafts, editions }, config) => {
    const engine = await openEngine(config);
    try {
      const { edition, gaps } = await createDraftedEdition(drafts, engine)();
      if (!edition || gaps.length > 0) {
        for (const { language, prompt } of gaps) console.log(`${language} ${prompt}: cannot be said yet`);
        console.log('The draft cannot be called yet; "npm run prompts -- check" says what is missing.');
        return 1;
      }
      const report = (turns: number) => void process.stderr.write(`\r${turns} answers`);
      const result = await runCrawlProcess(edition, editions.sounds, { report });
      process.stderr.write('\r');
      const rows = result.languages.map(({ tag, turns, sentences, seconds, longest }) => [
        tag,
        String(turns),
        String(sentences),
        seconds.toFixed(0),
        longest.toFixed(0),
      ]);
      console.log(writeTable([['language', 'answers', 'sentences', 'seconds', 'longest'], ...rows]));
      for (const finding of result.findings) console.log(describeFinding(finding));
      console.log(`${result.turns} answers, ${result.findings.length} problems.`);
      return result.findings.length > 0 ? 1 : 0;
    } finally {
      await engine.close();
    }
  });
}

const describeFinding = ({ problem, language, circumstance, path, detail }: CrawlFinding): string =>
  `${problem} ${language ?? 'before the choice'}: ${detail} (${circumstance}; ${path.join(' → ') || 'start'})`;
