import type { Narration, SpeakingNarrator } from '../../speech/narration.ts';
import type { Edition } from './edition.ts';
import { everyNarration } from './every-narration.ts';

/** How far the audio of an edition is. */
export interface Progress {
  /** Sentences whose sound is there. */
  readonly done: number;
  readonly total: number;
  /** The language of the sentence at hand. */
  readonly language: string;
}

/** What could not be spoken, and why; the line says those turns by `<Say>`. */
export type Failure = unknown;

/**
 * So many failures one after the other are no matter of single sentences any more: the disk is full, or the engine gone.
 * Going on would only fill the log.
 */
const mostFailuresInARow = 10;

/** Makes every narration an edition needs, menus first; see `prepareNarrations`. */
export async function prepareAudio(
  edition: Edition,
  narrator: SpeakingNarrator,
  report: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<Failure[]> {
  return prepareNarrations(await everyNarration(edition), narrator, report, signal);
}

/**
 * Makes some narrations. Can be ended at any moment: what is made stays made.
 * @param report called after each narration
 * @param signal ends it before the next narration
 * @returns what could not be made
 */
export async function prepareNarrations(
  all: readonly Narration[],
  narrator: SpeakingNarrator,
  report: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<Failure[]> {
  // Everybody hears the normal speed first, and few ask for the slower one.
  const narrations = [...all.filter((narration) => !isSlow(narration)), ...all.filter(isSlow)];
  for (const narration of narrations) narrator.expect(narration);
  const total = new Set(narrations.flatMap(sentenceKeys)).size;
  const done = new Set<string>();
  const failures: Failure[] = [];
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

const isSlow = ({ parts }: Narration): boolean =>
  parts.some((part) => typeof part !== 'number' && part.request.speed === 'slow');

const sentenceKeys = ({ parts }: Narration): string[] =>
  parts.flatMap((part) => (typeof part === 'number' ? [] : [part.key]));

const languageOf = ({ parts }: Narration): string => {
  const languages = new Set(parts.flatMap((part) => (typeof part === 'number' ? [] : [part.sentence.language])));
  return [...languages].join(' ');
};
