import type { Bilingual } from './common/bilingual.ts';
import { ExplainedError } from './common/explained-error.ts';

/** The settings are invalid. The explanation lists all problems and says what to do about each. */
export class ConfigError extends ExplainedError {
  override readonly name = 'ConfigError';
}

/** What is wrong with one setting, or with several together. The advice ends without a full stop. */
export interface SettingProblem {
  readonly setting: string;
  readonly advice: Bilingual;
}

/** The error for settings with at least one problem. */
export const wrongSettings = (problems: readonly SettingProblem[], options?: ErrorOptions): ConfigError =>
  new ConfigError(
    {
      en: [
        'These settings are wrong:',
        ...linesOf(problems, ({ setting, advice }) => `${setting}: ${advice.en}.`),
      ].join('\n'),
      ja: ['設定に誤りがあります:', ...linesOf(problems, ({ setting, advice }) => `${setting}: ${advice.ja}。`)].join(
        '\n',
      ),
    },
    options,
  );

const linesOf = (problems: readonly SettingProblem[], write: (problem: SettingProblem) => string): string[] => [
  ...new Set(problems.map((problem) => `- ${write(problem)}`)),
];
