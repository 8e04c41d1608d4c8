/** Something wrong with the words of the line. Errors block publishing; warnings need a reason. */
export interface Finding {
  /** The id of the rule, such as `T-17`; `FILE` for a file that cannot be read as what it should be. */
  readonly rule: string;
  readonly level: 'error' | 'warning';
  readonly file: string;
  /** 1 for the first line. */
  readonly line: number;
  /** What is wrong and what to do, in Japanese. */
  readonly ja: string;
  /** The same in English. */
  readonly en: string;
  /** Why a warning may stay, as the file says beside it. */
  readonly reason?: string | undefined;
}

/** One line for a terminal: `prompts/en.yaml:12 error T-17 …`, with the reason of a warning that may stay. */
export function formatFinding({ rule, level, file, line, ja, en, reason }: Finding): string {
  const text = `${rule} ${en} / ${ja}`;
  return reason === undefined ? `${file}:${line} ${level} ${text}` : `${file}:${line} accepted ${text} (${reason})`;
}

/** The words cannot be published; every reason is in the message. */
export class PromptsError extends Error {
  override readonly name = 'PromptsError';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(`The prompts cannot be published:\n${findings.map(formatFinding).join('\n')}`);
    this.findings = findings;
  }
}
