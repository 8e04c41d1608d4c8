import type { LanguageTag, Line } from './line.ts';
import type { CallSoFar } from './state.ts';
import type { Saying } from './step.ts';

/**
 * The disaster notice that staff switched on. It names the ready-made texts of the line that callers hear before
 * everything else.
 */
export interface DisasterNotice {
  /** Differs between any two notices. The state of a call records the id of the notice that the call has heard. */
  readonly id: string;
  /** What happened: one of the line's kinds. */
  readonly kind: string;
  /** Where: some of the line's places. They are said in the line's order. */
  readonly places: readonly string[];
  /** What to do: some of the line's actions, in the order in which they are said. */
  readonly actions: readonly string[];
  /** The time of the information, `YYYY-MM-DDTHH:MM` in the line's time zone; if null, no time is said. */
  readonly at: string | null;
  /**
   * Languages in which all these texts are approved. Callers of other languages hear the notice in those of the
   * announcers' languages in which the texts are approved.
   */
  readonly languages: readonly LanguageTag[];
}

/** Prompts that every line with a disaster notice has, besides the prompts of its kinds, places and actions. */
export const disasterPrompts = {
  /** What to do when in danger: said before a caller chooses a language, and in the notice itself. */
  safety: 'disaster-safety',
  /** The time of the information. */
  time: 'disaster-time',
  /** Where to learn more. */
  more: 'disaster-more',
  /** Offers the topics and says which key opens them. */
  topics: 'disaster-topics',
  /** Why calls are not put through. */
  reason: 'reason-disaster',
} as const;

export const kindPrompt = (kind: string): string => `disaster.${kind}`;
export const placePrompt = (place: string): string => `disaster-place.${place}`;
/**
 * The prompt for every place after the first, with the word "also". With the same wording as the first, a second place
 * would sound like a correction.
 */
export const alsoPlacePrompt = (place: string): string => `disaster-place-also.${place}`;
export const actionPrompt = (action: string): string => `disaster-action.${action}`;

/**
 * Returns the part of a notice that a line can say, or null when the line has no words for the kind of disaster. Places
 * and actions without words are left out: part of a warning is better than none.
 */
export function sayableNotice({ disaster: known }: Line, notice: DisasterNotice): DisasterNotice | null {
  if (!known?.kinds.includes(notice.kind)) return null;
  // The line's first place has no wording with "also", so it must be said first. The line's order ensures this.
  const places = known.places.filter((place) => notice.places.includes(place));
  const actions = notice.actions.filter((action) => known.actions.includes(action));
  return { ...notice, places, actions };
}

/** Whether there is a notice that the call has not heard yet. */
export const isUnheard = (notice: DisasterNotice | null, { heard }: CallSoFar): notice is DisasterNotice =>
  notice !== null && heard !== notice.id;

/** The key that goes from the notice to the topics. */
export const topicsKey = '1';

/** The first part of a notice in one language: what happened, where, and what to do. */
export const urgentSayings = ({ kind, places, actions }: DisasterNotice, language: LanguageTag): Saying[] => [
  { prompt: kindPrompt(kind), language },
  ...places.map((place, index) => ({ prompt: (index === 0 ? placePrompt : alsoPlacePrompt)(place), language })),
  ...actions.map((action) => ({ prompt: actionPrompt(action), language })),
];

/** The second part: the time of the information, and where to learn more. */
export const furtherSayings = ({ at }: DisasterNotice, language: LanguageTag): Saying[] => [
  ...(at === null ? [] : [{ prompt: disasterPrompts.time, language, at }]),
  { prompt: disasterPrompts.more, language },
];

/** Both parts of a notice in one language, without what to do in danger (`disasterPrompts.safety`). */
export const noticeSayings = (notice: DisasterNotice, language: LanguageTag): Saying[] => [
  ...urgentSayings(notice, language),
  ...furtherSayings(notice, language),
];
