import { compareNames, comparePlaces, formatPlace, type Place, type SourceLine } from './place.ts';

/** What a rule says about a text or a setting. Errors block publishing; warnings need a reason. */
export interface Finding {
  /** The id of the rule, such as `T-17`; `FILE` if a file is missing, has a wrong name or is not valid. */
  readonly rule: string;
  readonly level: 'error' | 'warning';
  /**
   * A place in the draft; a line of a file if the finding is about the file, or if `withSourceLines` looked the line
   * up.
   */
  readonly place: Place | SourceLine;
  /** What is wrong and what to do, in Japanese. */
  readonly ja: string;
  /** What is wrong and what to do, in English. */
  readonly en: string;
  /** Why the warning is accepted; absent for errors and for warnings that are not accepted. */
  readonly reason?: string | undefined;
}

/** One line for a terminal: `prompts/en.yaml:12 error T-17 …`, with the reason of an accepted warning. */
export function formatFinding({ rule, level, place, ja, en, reason }: Finding): string {
  const text = `${rule} ${en} / ${ja}`;
  const where = formatPlace(place);
  return reason === undefined ? `${where} ${level} ${text}` : `${where} accepted ${text} (${reason})`;
}

/** The findings, sorted by place and then by rule. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((one, other) => comparePlaces(one.place, other.place) || compareNames(one.rule, other.rule));

/** The findings, each with a line of a file instead of a place, sorted by line, for people who edit the files. */
export const withSourceLines = (findings: readonly Finding[], sourceLineOf: (place: Place) => SourceLine): Finding[] =>
  inOrder(findings.map((each) => ('file' in each.place ? each : { ...each, place: sourceLineOf(each.place) })));

/** The prompts cannot be published; the message contains all findings. */
export class PromptsError extends Error {
  override readonly name = 'PromptsError';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(`The prompts cannot be published:\n${findings.map(formatFinding).join('\n')}`);
    this.findings = findings;
  }
}
