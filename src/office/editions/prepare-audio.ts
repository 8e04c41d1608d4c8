import type { SpeakingNarrator, SpokenNarration } from '../../speech/narration.ts';
import type { OfficeEdition } from './edition.ts';
import { everyNarration } from './every-narration.ts';

/** Progress of making an edition's audio. */
export interface Progress {
  /** Number of sentences processed so far, including those that failed. */
  readonly done: number;
  readonly total: number;
  /** The languages of the last narration, separated by spaces. */
  readonly language: string;
}

/**
 * Maximum number of consecutive failures. A single sentence seldom causes so many. More likely, the disk is full or the
 * engine is down, and continuing would only bring more failures.
 */
const mostFailuresInARow = 10;

/** Makes every narration that an edition needs, menus first; see `prepareNarrations`. */
export async function prepareAudio(
  edition: OfficeEdition,
  narrator: SpeakingNarrator,
  report: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<unknown[]> {
  return prepareNarrations(await everyNarration(edition), narrator, report, signal);
}

/**
 * Makes narrations, those at normal speed first. The work can be stopped at any time, and the narrations made so far
 * are kept. It also stops after ten failures in a row.
 * @param report called after each narration
 * @param signal stops the work before the next narration
 * @returns the errors of narrations that could not be made; the line speaks their turns by `<Say>`
 */
export async function prepareNarrations(
  all: readonly SpokenNarration[],
  narrator: SpeakingNarrator,
  report: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<unknown[]> {
  // Every call starts at normal speed, and few callers ask for slow speech.
  const narrations = [...all.filter((narration) => !isSlow(narration)), ...all.filter(isSlow)];
  for (const narration of narrations) narrator.register(narration);
  const total = new Set(narrations.flatMap(sentenceKeys)).size;
  const done = new Set<string>();
  const failures: unknown[] = [];
  let failuresInARow = 0;
  for (const narration of narrations) {
    if (signal?.aborted || failuresInARow >= mostFailuresInARow) break;
    try {
      await narrator.ensure(narration);
      failuresInARow = 0;
    } catch (error) {
      failures.push(error);
      failuresInARow += 1;
    }
    for (const key of sentenceKeys(narration)) done.add(key);
    report({ done: done.size, total, language: languageOf(narration) });
  }
  return failures;
}

const isSlow = ({ parts }: SpokenNarration): boolean =>
  parts.some((part) => typeof part !== 'number' && part.request.speed === 'slow');

const sentenceKeys = ({ parts }: SpokenNarration): string[] =>
  parts.flatMap((part) => (typeof part === 'number' ? [] : [part.key]));

const languageOf = ({ parts }: SpokenNarration): string => {
  const languages = new Set(parts.flatMap((part) => (typeof part === 'number' ? [] : [part.sentence.language])));
  return [...languages].join(' ');
};
