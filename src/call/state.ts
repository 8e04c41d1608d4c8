import type { LanguageTag } from './line.ts';

/** Why a caller hears a number instead of a person. */
export const reasons = ['closed', 'language', 'no-transfer', 'not-connected', 'disaster'] as const;
export type Reason = (typeof reasons)[number];

/** Why a number is said: instead of a person, or because a caller who has chosen no language says nothing. */
export const tellings = [...reasons, 'silence'] as const;
export type Telling = (typeof tellings)[number];

/**
 * When what to do in danger is said in the notice: before it, to whoever has heard nothing yet, or after what is urgent, to
 * whoever has heard it in the announcers' words.
 */
export const safetyPlaces = ['first', 'after'] as const;
export type SafetyPlace = (typeof safetyPlaces)[number];

/** What every state carries on to the next. */
export interface CallSoFar {
  /** The first digits of the hash of the edition on which the call began. */
  readonly edition: string;
  /** Silences and wrong keys in the whole call. */
  readonly misses: number;
  /** The caller asked for slower speech, for the rest of the call. */
  readonly slow: boolean;
  /** The disaster notice this call has heard last; in the language menu, whose warning it has heard. */
  readonly heard: string | null;
}

/** Where a call stands. `misses` counts silences and wrong keys on this screen. */
export type State = { readonly call: CallSoFar } & (
  | { readonly screen: 'choose-language'; readonly misses: number }
  /** One part of the disaster notice, and what can be done after it. */
  | {
      readonly screen: 'disaster';
      readonly language: LanguageTag;
      readonly misses: number;
      readonly part: number;
      readonly safety: SafetyPlace;
    }
  | { readonly screen: 'topics'; readonly language: LanguageTag; readonly misses: number }
  | {
      readonly screen: 'explanation';
      readonly language: LanguageTag;
      readonly topic: string;
      readonly part: number;
      readonly misses: number;
    }
  /** `lastResort`: offered after too many misses; when it fails the call ends instead of going back. */
  | {
      readonly screen: 'transfer';
      readonly language: LanguageTag | null;
      readonly attempt: number;
      readonly lastResort: boolean;
    }
  /** One part of what is told instead of a person. `ends`: the call ends after it, unless a key is pressed. */
  | {
      readonly screen: 'number';
      readonly language: LanguageTag | null;
      readonly reason: Telling;
      readonly part: number;
      readonly ends: boolean;
      readonly misses: number;
    }
  | { readonly screen: 'ended'; readonly language: LanguageTag | null }
);

/**
 * A name for all states that are answered alike: how often a caller has missed before decides only when a way out opens, never
 * what is said there.
 */
export const withoutCallMisses = ({ call: { misses: _missed, ...call }, ...state }: State): string =>
  JSON.stringify({ ...call, ...state });
