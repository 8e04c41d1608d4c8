import type { LanguageTag } from '../../call/line.ts';
import type { Speed } from '../../speech/engine.ts';
import type { Circumstance } from './telephone.ts';

/** The kinds of problems that a crawl can find. */
const crawlProblems = [
  /** The line did not answer, or its answer is invalid. */
  'broken',
  /** Callers hear nothing, or a sound that belongs to no turn. */
  'silent',
  /** A sentence is in a language that this caller should not hear. */
  'wrong-language',
  /** A sentence is not spoken by the voice of its language. */
  'wrong-voice',
  /** The line waits for a key, but offers none. */
  'no-key-offered',
  /** A key does not do what the line announced. */
  'key-disagrees',
] as const;
export type CrawlProblem = (typeof crawlProblems)[number];

/** A problem, and the path that leads to it. */
export interface CrawlFinding {
  readonly problem: CrawlProblem;
  /** The language that was chosen; null if none was. */
  readonly language: LanguageTag | null;
  readonly circumstance: Circumstance;
  /**
   * All inputs from the start: keys, `silence`, or how a transfer ended. In a call to a language's own number, `number`
   * and the language come first.
   */
  readonly path: readonly string[];
  /**
   * The prompt in question, with its language, voice or key in brackets. For `broken`, the message of the error. Empty
   * for `silent` and `no-key-offered`.
   */
  readonly detail: string;
}

/** What was heard by the callers who had chosen one language. In a disaster, they also hear other languages. */
export interface CrawledLanguage {
  readonly tag: LanguageTag;
  /** The number of answers in which these callers heard at least one known sentence. */
  readonly turns: number;
  /** The number of sentences with distinct sounds. A sentence at two speeds counts twice. */
  readonly sentences: number;
  /** The total length of these sentences, in seconds. */
  readonly seconds: number;
  /** The length of the longest answer, in seconds. Answers in a disaster are not counted. */
  readonly longest: number;
}

/** One sentence that was heard. */
export interface CrawledSentence {
  readonly language: LanguageTag;
  /** The prompt in which the sentence was heard first. Other prompts may have the same sentence. */
  readonly prompt: string;
  /** As shown, with facts filled in. */
  readonly text: string;
  readonly voice: string;
  readonly speed: Speed;
  readonly seconds: number;
  /** True if the sound exists and was measured; false if its length is predicted. */
  readonly isMeasured: boolean;
}

export interface CrawlResult {
  /** The hash of the edition. */
  readonly hash: string;
  readonly turns: number;
  readonly languages: readonly CrawledLanguage[];
  /** The sentences with distinct sounds, in the order in which they were first heard. */
  readonly sentences: readonly CrawledSentence[];
  readonly findings: readonly CrawlFinding[];
}
