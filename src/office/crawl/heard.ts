import type { DisasterNotice } from '../../call/disaster.ts';
import type { LanguageTag } from '../../call/line.ts';
import type { SpokenSentence } from '../../speech/narration.ts';
import { sampleMoment } from '../../words/moment-facts.ts';
import type { OfficeEdition } from '../editions/edition.ts';
import { everyNarration } from '../editions/every-narration.ts';
import { noticeScripts } from '../editions/notice-scripts.ts';
import type { Answer } from './telephone.ts';

/** One answer of the line, with the sentences of its sound. */
export interface Heard {
  /** Null if there is no sound, or if the sound belongs neither to a turn of the edition nor to the crawl's notice. */
  readonly sentences: readonly SpokenSentence[] | null;
  readonly ending: Answer['ending'];
  readonly next: string | null;
}

/** Looks up the sentences of an answer's sound. */
type Listen = (answer: Answer) => Heard;

/** Creates a listener that knows all narrations of an edition, and those of the notice that the crawl switches on. */
export async function createListener(edition: OfficeEdition): Promise<Listen> {
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

/** A key that is offered, with the prompt and the language of the offer. */
export interface Offer {
  readonly key: string;
  readonly prompt: string;
  readonly language: LanguageTag;
}

/** Every key that an answer offers. */
export const offersIn = ({ sentences }: Heard): Offer[] =>
  (sentences ?? []).flatMap(({ sentence: { prompt, language, segments } }) =>
    segments.flatMap((segment): Offer[] =>
      segment.kind === 'fact' && segment.value.type === 'key' ? [{ key: segment.value.key, prompt, language }] : [],
    ),
  );

export const promptsIn = ({ sentences }: Heard): string[] => (sentences ?? []).map(({ sentence }) => sentence.prompt);

/**
 * A notice with the first kind of disaster and with all places and actions of an edition. It counts as approved in
 * every language. Null if the edition has no kinds of disasters.
 */
export function noticeFor({ line }: Pick<OfficeEdition, 'line'>): DisasterNotice | null {
  const { disaster, languages } = line;
  const [kind] = disaster?.kinds ?? [];
  if (!disaster || kind === undefined) return null;
  const { places, actions } = disaster;
  return { id: 'crawl', kind, places, actions, at: sampleMoment, languages: languages.map(({ tag }) => tag) };
}
