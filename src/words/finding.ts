import { compareNames, comparePlaces, formatPlace, type Place, type SourceLine } from './place.ts';

/** Something wrong with the words of the line. Errors block publishing; warnings need a reason. */
export interface Finding {
  /** The id of the rule, such as `T-17`; `FILE` for a file that cannot be read as what it should be. */
  readonly rule: string;
  readonly level: 'error' | 'warning';
  /** A line of a file where the finding is about that line itself, or where its place has been looked up. */
  readonly place: Place | SourceLine;
  /** What is wrong and what to do, in Japanese. */
  readonly ja: string;
  /** The same in English. */
  readonly en: string;
  /** Why a warning is accepted. */
  readonly reason?: string | undefined;
}

/** One line for a terminal: `prompts/en.yaml:12 error T-17 …`, with the reason of an accepted warning. */
export function formatFinding({ rule, level, place, ja, en, reason }: Finding): string {
  const text = `${rule} ${en} / ${ja}`;
  const where = formatPlace(place);
  return reason === undefined ? `${where} ${level} ${text}` : `${where} accepted ${text} (${reason})`;
}

/** Sorted by place and rule. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((one, other) => comparePlaces(one.place, other.place) || compareNames(one.rule, other.rule));

/** Findings with the lines of their files, sorted by line, for editing the files. */
export const withSourceLines = (findings: readonly Finding[], sourceLineOf: (place: Place) => SourceLine): Finding[] =>
  inOrder(findings.map((each) => ('file' in each.place ? each : { ...each, place: sourceLineOf(each.place) })));

/** The words cannot be published; every reason is in the message. */
export class PromptsError extends Error {
  override readonly name = 'PromptsError';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(`The prompts cannot be published:\n${findings.map(formatFinding).join('\n')}`);
    this.findings = findings;
  }
}
