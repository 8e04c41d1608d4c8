import type { LanguageTag } from '../../call/line.ts';
import type { Speed } from '../../speech/engine.ts';
import type { Circumstance } from './telephone.ts';

/** What a call can show to be wrong. */
export const crawlProblems = [
  /** The line did not answer, or answered what no telephone understands. */
  'broken',
  /** Nothing is heard, or a sound that belongs to no turn. */
  'silent',
  /** A sentence in a language that this caller has not chosen. */
  'wrong-language',
  /** A sentence spoken by another language's voice. */
  'wrong-voice',
  /** A key is waited for, and none is offered. */
  'no-key-offered',
  /** A key that is offered does something else than is said. */
  'key-disagrees',
] as const;
export type CrawlProblem = (typeof crawlProblems)[number];

/** Something wrong, and the way to hear it. */
export interface CrawlFinding {
  readonly problem: CrawlProblem;
  /** The language that was chosen; null before. */
  readonly language: LanguageTag | null;
  readonly circumstance: Circumstance;
  /** Everything that was pressed, from the first: digits, `silence`, or how a transfer ended. */
  readonly path: readonly string[];
  /** The prompt, or the error. */
  readonly detail: string;
}

/** What was heard in one language. */
export interface CrawledLanguage {
  readonly tag: LanguageTag;
  /** Answers of the line to callers of this language. */
  readonly turns: number;
  /** Different sentences. */
  readonly sentences: number;
  /** Of all of them. */
  readonly seconds: number;
  /** Of the longest answer on an ordinary day. */
  readonly longest: number;
}

/** One sentence that was heard. */
export interface CrawledSentence {
  readonly language: LanguageTag;
  readonly prompt: string;
  /** As it is read, facts in their places. */
  readonly text: string;
  readonly voice: string;
  readonly speed: Speed;
  readonly seconds: number;
  /** Whether there is a sound of it that was measured; otherwise the length is predicted. */
  readonly isMeasured: boolean;
}

export interface CrawlResult {
  /** Of the edition that was called. */
  readonly hash: string;
  readonly turns: number;
  readonly languages: readonly CrawledLanguage[];
  /** Each sentence once, in the order in which it was heard first. */
  readonly sentences: readonly CrawledSentence[];
  readonly findings: readonly CrawlFinding[];
}
