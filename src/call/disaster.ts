import type { LanguageTag, Line } from './line.ts';
import type { CallSoFar } from './state.ts';
import type { Saying } from './step.ts';

/** What staff switched on: which of the line's ready-made texts callers hear before everything else. */
export interface DisasterNotice {
  /** Changes with everything that makes it another notice; calls remember which one they have heard. */
  readonly id: string;
  /** What happened: one of the line's kinds. */
  readonly kind: string;
  /** Where: some of the line's places, in the order in which they are said. */
  readonly places: readonly string[];
  /** What to do: some of the line's actions, in the order in which they are said. */
  readonly actions: readonly string[];
  /** When it was so, `YYYY-MM-DDTHH:MM` in the line's own zone; null leaves the time unsaid. */
  readonly at: string | null;
  /** Languages in which all of these texts are approved; the others' callers hear it as announcers say it. */
  readonly languages: readonly LanguageTag[];
}

/** Prompts of every line that has a disaster notice, besides those of its kinds, places and actions. */
export const disasterPrompts = {
  /** What to do when in danger: heard by everybody before a language is chosen. */
  safety: 'disaster-safety',
  /** When the notice was made. */
  time: 'disaster-time',
  /** Where to learn more. */
  more: 'disaster-more',
  /** The way to the topics, with its key. */
  topics: 'disaster-topics',
  /** Why nobody is put through. */
  reason: 'reason-disaster',
} as const;

export const kindPrompt = (kind: string): string => `disaster.${kind}`;
export const placePrompt = (place: string): string => `disaster-place.${place}`;
/** For a place that is not the first: said like the first, it would sound like a correction. */
export const alsoPlacePrompt = (place: string): string => `disaster-place-also.${place}`;
export const actionPrompt = (action: string): string => `disaster-action.${action}`;

/**
 * The notice that a line can say now: null when it is about a kind of disaster the line has no words for.
 * Places and actions without words are left out: a part of a warning is worth more than none.
 */
export function noticeOn({ disaster: known }: Line, notice: DisasterNotice): DisasterNotice | null {
  if (!known?.kinds.includes(notice.kind)) return null;
  // In the line's order, since only the first place has words for coming first.
  const places = known.places.filter((place) => notice.places.includes(place));
  const actions = notice.actions.filter((action) => known.actions.includes(action));
  return { ...notice, places, actions };
}

/** Whether a call has not heard this notice yet. */
export const isNews = (notice: DisasterNotice | null, { heard }: CallSoFar): notice is DisasterNotice =>
  notice !== null && heard !== notice.id;

/** The digit that leads from the notice to the topics. */
export const topicsKey = '1';

/** What a notice says first, in one language: what happens, where, and what to do. */
export const urgentSayings = ({ kind, places, actions }: DisasterNotice, language: LanguageTag): Saying[] => [
  { prompt: kindPrompt(kind), language },
  ...places.map((place, index) => ({ prompt: (index === 0 ? placePrompt : alsoPlacePrompt)(place), language })),
  ...actions.map((action) => ({ prompt: actionPrompt(action), language })),
];

/** What it says then: of when it is, and where to learn more. */
export const furtherSayings = ({ at }: DisasterNotice, language: LanguageTag): Saying[] => [
  ...(at === null ? [] : [{ prompt: disasterPrompts.time, language, at }]),
  { prompt: disasterPrompts.more, language },
];

/** Every text that a notice is made of, in one language. */
export const noticeSayings = (notice: DisasterNotice, language: LanguageTag): Saying[] => [
  ...urgentSayings(notice, language),
  ...furtherSayings(notice, language),
];
