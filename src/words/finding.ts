import type { Bilingual } from '../common/bilingual.ts';
import { ExplainedError } from '../common/explained-error.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { compareNames, comparePlaces, formatPlace, type Place, type SourceLine } from './place.ts';

/** What a rule says about a text or a setting. Errors block publishing; warnings need a reason. */
export interface Finding {
  /** The id of the rule, such as `T-17`; `FILE` if a file is missing, has a wrong name or is not valid. */
  readonly rule: string;
  readonly level: 'error' | 'warning';
  /**
   * A place in the draft, or a line of a file. It is a line of a file if the finding is about the file itself or about
   * a comment in it. After `withSourceLines`, it is always a line of a file.
   */
  readonly place: Place | SourceLine;
  /** What is wrong and what to do, in Japanese. */
  readonly ja: string;
  /** What is wrong and what to do, in English. */
  readonly en: string;
  /** Why the warning is accepted; absent for errors and for warnings that are not accepted. */
  readonly reason?: string | undefined;
}

/** A finding about a file that is missing, has a wrong name or is not valid. */
export const fileFinding = (file: string, { ja, en }: Bilingual, line = 1): Finding => ({
  rule: 'FILE',
  level: 'error',
  place: { file, line },
  ja,
  en,
});

const levels = {
  error: { ja: '誤り', en: 'error' },
  warning: { ja: '注意', en: 'warning' },
  accepted: { ja: '理由あり', en: 'accepted' },
} as const;

/** One line for a terminal: `prompts/en.yaml:12 error T-17 …`. The reason of an accepted warning is at the end. */
export const formatFinding = (finding: Finding, language: TerminalLanguage): string =>
  writeFinding(finding, language, finding[language]);

function writeFinding({ rule, level, place, reason }: Finding, language: TerminalLanguage, text: string): string {
  const { [language]: label } = levels[reason === undefined ? level : 'accepted'];
  return `${formatPlace(place, language)} ${label} ${rule} ${text}${reason === undefined ? '' : ` (${reason})`}`;
}

/** The findings, sorted by place and then by rule. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((one, other) => comparePlaces(one.place, other.place) || compareNames(one.rule, other.rule));

/**
 * Replaces every place in the draft by its line in a file, and sorts the findings by file and line. This is for people
 * who edit the files.
 */
export const withSourceLines = (findings: readonly Finding[], sourceLineOf: (place: Place) => SourceLine): Finding[] =>
  inOrder(findings.map((each) => ('file' in each.place ? each : { ...each, place: sourceLineOf(each.place) })));

/**
 * The prompts cannot be published. The explanation lists all findings, separately in each language. The message lists
 * each finding in both languages.
 */
export class PromptsError extends ExplainedError {
  override readonly name = 'PromptsError';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    const list = (head: string, write: (finding: Finding) => string) => [head, ...findings.map(write)].join('\n');
    const head = 'The prompts cannot be published:';
    super(
      {
        en: list(head, (each) => formatFinding(each, 'en')),
        ja: list('文を公開できません:', (each) => formatFinding(each, 'ja')),
      },
      { message: list(head, (each) => writeFinding(each, 'en', `${each.en} / ${each.ja}`)) },
    );
    this.findings = findings;
  }
}
