import type { LanguageTag } from '../../call/line.ts';
import type { Finding } from '../../words/finding.ts';

/** Something wrong with how a prompt sounds. */
export interface SoundFinding extends Pick<Finding, 'rule' | 'level' | 'ja' | 'en'> {
  /** Null where languages are compared. */
  readonly language: LanguageTag | null;
  /** Null where it is the language as a whole. */
  readonly prompt: string | null;
  /** Which sentence of the prompt, 0 being the first; null where it is all of them. */
  readonly index: number | null;
}

/** A bound whose first value is still fine without a word, and whose second is the last that can be published. */
export interface Bound {
  readonly warning: number;
  readonly error: number;
}

/** What a value beyond a bound is; null within it. */
export function levelAbove(value: number, { warning, error }: Bound): Finding['level'] | null {
  if (value > error) return 'error';
  return value > warning ? 'warning' : null;
}
