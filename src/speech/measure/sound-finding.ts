import type { LanguageTag } from '../../call/line.ts';
import type { Finding } from '../../words/finding.ts';

/** Something wrong with how a prompt sounds. */
export interface SoundFinding extends Pick<Finding, 'rule' | 'level' | 'ja' | 'en'> {
  /** The language; null if the finding compares languages. */
  readonly language: LanguageTag | null;
  /** The id of the prompt; null if the finding concerns several prompts, or the language as a whole. */
  readonly prompt: string | null;
  /** The index of the sentence in the prompt; null if the finding does not concern one sentence only. */
  readonly index: number | null;
}

/** The highest value that gives no warning, and the highest value that gives no error. */
export interface Bound {
  readonly warning: number;
  readonly error: number;
}

/** The level of the finding about a value; null if the value is within the bound. */
export function levelAbove(value: number, { warning, error }: Bound): Finding['level'] | null {
  if (value > error) return 'error';
  return value > warning ? 'warning' : null;
}
