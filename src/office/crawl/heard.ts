import type { LanguageTag } from '../../call/line.ts';
import type { SpokenSentence } from '../../speech/narration.ts';
import type { Edition } from '../editions/edition.ts';
import { everyNarration } from '../editions/every-narration.ts';
import { noticeScripts } from '../editions/notice-scripts.ts';
import { noticeFor } from './crawl-notice.ts';
import type { Answer } from './telephone.ts';

/** One answer of the line, with what its sound says. */
export interface Heard {
  /** Null for a sound that belongs to no turn of the edition, or none. */
  readonly sentences: readonly SpokenSentence[] | null;
  readonly ending: Answer['ending'];
  readonly next: string | null;
}

/** Tells what is said by the sounds of an edition. */
export type Listen = (answer: Answer) => Heard;

/** Learns every narration that calls on an edition can need, in a disaster too. */
export async function createListener(edition: Edition): Promise<Listen> {
  const narrations = [...(await everyNarration(edition))];
  const notice = noticeFor(edition);
  if (notice) for (const { narration } of noticeScripts(edition, notice)) narrations.push(narration);
  const known = new Map(narrations.map((narration) => [narration.key, narration]));
  return ({ narration, ending, next }) => {
    const parts = narration === null ? undefined : known.get(narration)?.parts;
    const sentences = parts?.flatMap((part) => (typeof part === 'number' ? [] : [part])) ?? null;
    return { sentences, ending, next };
  };
}

/** A key that is offered, by which prompt and in which language. */
export interface Offer {
  readonly key: string;
  readonly prompt: string;
  readonly language: LanguageTag;
}

/** Every key that is offered in what was heard. */
export const offersIn = ({ sentences }: Heard): Offer[] =>
  (sentences ?? []).flatMap(({ sentence: { prompt, language, segments } }) =>
    segments.flatMap((segment): Offer[] =>
      segment.kind === 'fact' && segment.value.type === 'key' ? [{ key: segment.value.key, prompt, language }] : [],
    ),
  );

export const promptsIn = ({ sentences }: Heard): string[] => (sentences ?? []).map(({ sentence }) => sentence.prompt);
