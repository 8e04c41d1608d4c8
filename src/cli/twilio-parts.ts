import type { Bilingual } from '../common/bilingual.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import type { Config } from '../config.ts';
import { type Check, exitCodeOf } from '../operation/check.ts';
import type { DeployedFallback } from '../operation/deploy-fallback.ts';
import type { LookParts } from '../operation/look-at-line.ts';
import { toJson, toReport } from '../operation/report.ts';

/** Everything that the commands need besides their arguments. */
export interface TwilioCommandParts extends LookParts {
  readonly config: Pick<Config, 'publicUrl' | 'twilio' | 'twilioFallbackUrl' | 'isProduction'>;
  /** Reads `line` again, because it may have changed since the command started. */
  readonly readLine: () => Promise<LookParts['line']>;
  /** The names of settings that are different in the running service; null if no running office answers. */
  readonly differingSettings: () => Promise<readonly string[] | null>;
  readonly language: TerminalLanguage;
  /** Records which fallback is in the Assets, and at which address. */
  readonly keepDeployed: (deployed: DeployedFallback) => Promise<void>;
  /** Asks a yes-or-no question. */
  readonly ask: (question: string) => Promise<boolean>;
  readonly print: (text: string) => void;
}

/** The arguments after the command. */
export interface TwilioArguments {
  readonly names: readonly string[];
  readonly json: boolean;
  readonly strict: boolean;
  readonly yes: boolean;
  readonly out: string | null;
  readonly base: string | null;
  readonly deploy: boolean;
  readonly line: boolean;
}

/** Prints the checks as text, or as JSON for programs. @returns the exit code */
export function tellChecks(
  checks: readonly Check[],
  { json, strict }: Pick<TwilioArguments, 'json' | 'strict'>,
  { language, print }: Pick<TwilioCommandParts, 'language' | 'print'>,
): number {
  print(json ? toJson(checks) : toReport(checks, language));
  return exitCodeOf(checks, strict);
}

/** Prints why nothing was done, as text, or as a check in JSON for programs. @returns the exit code */
export function refuse(
  why: Bilingual,
  { json }: Pick<TwilioArguments, 'json'>,
  { language, print }: Pick<TwilioCommandParts, 'language' | 'print'>,
): 1 {
  const about: Bilingual = { ja: '実行できませんでした。', en: 'This could not be done.' };
  print(json ? toJson([{ id: 'refused', state: 'fail', about, mend: why }]) : why[language]);
  return 1;
}
