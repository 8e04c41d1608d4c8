import { compareNames, comparePlaces, formatPlace, type Place, type SourceLine } from './place.ts';

/** Something wrong with the words of the line. Errors block publishing; warnings need a reason. */
export interface Finding {
  /** The id of the rule, such as `T-17`; `FILE` for a file that cannot be read as what it should be. */
  readonly rule: string;
  readonly level: 'error' | 'warning';
  /** A line of a file where the words came from files and that line is what it is about, or where somebody looked it up. */
  readonly place: Place | SourceLine;
  /** What is wrong and what to do, in Japanese. */
  readonly ja: string;
  /** The same in English. */
  readonly en: string;
  /** Why a warning may stay. */
  readonly reason?: string | undefined;
}

/** One line for a terminal: `prompts/en.yaml:12 error T-17 …`, with the reason of a warning that may stay. */
export function formatFinding({ rule, level, place, ja, en, reason }: Finding): string {
  const text = `${rule} ${en} / ${ja}`;
  const where = formatPlace(place);
  return reason === undefined ? `${where} ${level} ${text}` : `${where} accepted ${text} (${reason})`;
}

/** By place and rule. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((one, other) => comparePlaces(one.place, other.place) || compareNames(one.rule, other.rule));

/** Findings with the lines of their files in the order of those lines, for whoever mends the files. */
export const atTheirLines = (findings: readonly Finding[], sourceLineOf: (place: Place) => SourceLine): Finding[] =>
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
