import type { Bilingual } from '../common/bilingual.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { crawlTexts } from '../console/crawl/texts.ts';
import type { CrawlFinding, CrawlProblem } from '../office/crawl/crawl-finding.ts';
import { runCrawlProcess } from '../office/crawl/run-crawl-process.ts';
import { openEngine } from '../office/open-engine.ts';
import { createDraftedEdition } from '../office/rehearsal/drafted-edition.ts';
import { counted } from './finding-lines.ts';
import { withOffice } from './with-office.ts';
import { writeTable } from './write-table.ts';
import { refuseMore, refuseOptions } from './wrong-options.ts';

const texts = {
  gap: (language: string, prompt: string): Bilingual => ({
    ja: `${language} ${prompt}: まだ文がありません`,
    en: `${language} ${prompt}: cannot be said yet`,
  }),
  notWhole: {
    ja: '下書きには、まだ電話をかけられません。足りない文は npm run prompts -- check で分かります。',
    en: 'The draft cannot be called yet; "npm run prompts -- check" shows what is missing.',
  },
  progress: (turns: number): Bilingual => ({ ja: `応答${turns}回`, en: counted(turns, 'answer') }),
  summary: (turns: number, problems: number): Bilingual => ({
    ja: `応答${turns}回、問題${problems}件`,
    en: `${counted(turns, 'answer')}, ${counted(problems, 'problem')}.`,
  }),
} as const;

const header = {
  ja: ['言語', '応答', '文', '秒', '最長(秒)'],
  en: ['language', 'answers', 'sentences', 'seconds', 'longest (seconds)'],
} as const;

const problems: Readonly<Record<CrawlProblem, Bilingual>> = {
  broken: { ja: '応答がないか、正しくない', en: 'no answer, or an invalid one' },
  silent: {
    ja: '何も聞こえないか、予定にない音が流れる',
    en: 'nothing is heard, or a sound that does not belong there',
  },
  'wrong-language': { ja: '選んでいない言語の文が聞こえる', en: 'a sentence in a language that was not chosen' },
  'wrong-voice': { ja: '別の言語の声で読んでいる', en: 'a sentence is read by the voice of another language' },
  'no-key-offered': { ja: 'キーを待つのに、押せるキーの案内がない', en: 'a key is awaited, but none is offered' },
  'key-disagrees': { ja: 'キーの動きが案内と違う', en: 'a key does not do what is announced' },
};

/**
 * Calls the draft along every path in every language and prints the problems.
 * @returns the exit code: 1 if there are any problems, or if the draft cannot be called
 */
export async function crawlPrompts(args: readonly string[], language: TerminalLanguage): Promise<number> {
  refuseOptions(args);
  refuseMore(args);
  return withOffice(language, async ({ drafts, editions }, config) => {
    const engine = await openEngine(config);
    try {
      const { edition, gaps } = await createDraftedEdition(drafts, engine)();
      if (!edition || gaps.length > 0) {
        for (const gap of gaps) console.log(texts.gap(gap.language, gap.prompt)[language]);
        console.log(texts.notWhole[language]);
        return 1;
      }
      const report = (turns: number) => void process.stderr.write(`\r${texts.progress(turns)[language]}`);
      const result = await runCrawlProcess(edition, editions.sounds, { report });
      process.stderr.write('\r');
      const rows = result.languages.map(({ tag, turns, sentences, seconds, longest }) => [
        tag,
        String(turns),
        String(sentences),
        seconds.toFixed(0),
        longest.toFixed(0),
      ]);
      console.log(writeTable([header[language], ...rows]));
      for (const finding of result.findings) console.log(describeFinding(finding, language));
      console.log(texts.summary(result.turns, result.findings.length)[language]);
      return result.findings.length > 0 ? 1 : 0;
    } finally {
      await engine.close();
    }
  });
}

/**
 * Describes a finding in one row: the language that the caller chose, what is wrong and where, and the inputs that lead
 * there. The circumstances and the inputs are named as in the console.
 */
export function describeFinding(
  { problem, language, circumstance, path, detail }: CrawlFinding,
  terminal: TerminalLanguage,
): string {
  const caller = language ?? crawlTexts['no-language'][terminal];
  const way = path.map((step) => describeStep(step, terminal)).join(' → ') || crawlTexts.start[terminal];
  return `${caller}: ${problems[problem][terminal]}: ${detail} (${crawlTexts.circumstance[circumstance][terminal]}; ${way})`;
}

/**
 * Puts a step of the path into words.
 * @param step a pressed key, what the caller did instead of pressing one, or how a transfer ended. If a
 * language's own number was called, the first step is `number` and the language, such as `number ko`
 */
function describeStep(step: string, terminal: TerminalLanguage): string {
  const [, number] = /^number (.+)$/.exec(step) ?? [];
  if (number !== undefined) return crawlTexts['own-number'][terminal].replace('{{language}}', number);
  const named: Readonly<Record<string, Bilingual>> = crawlTexts.step;
  return Object.hasOwn(named, step) ? (named[step]?.[terminal] ?? step) : step;
}
