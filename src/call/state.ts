import type { LanguageTag } from './line.ts';

/** Why a caller is not connected to a person. */
const reasons = ['closed', 'language', 'no-transfer', 'not-connected', 'disaster'] as const;
export type NoPersonReason = (typeof reasons)[number];

/**
 * Why the number screen opens, which says which telephone number to call: one of the reasons above, or `silence` after
 * too many silences and wrong keys in the language menu.
 */
export const numberReasons = [...reasons, 'silence'] as const;
export type NumberReason = (typeof numberReasons)[number];

/**
 * At which point of the notice callers hear what to do in danger. `first`: before the urgent part, for callers who have
 * not heard these instructions yet. `after`: after the urgent part, or inside it if it is long, for callers who have
 * heard them before, usually in the announcers' languages.
 */
export const safetyTimings = ['first', 'after'] as const;
export type SafetyTiming = (typeof safetyTimings)[number];

/** What every state passes on to the next. */
export interface CallSoFar {
  /**
   * The first digits of the hash of the call's edition. It is the edition on which the call began, unless another had
   * to replace it.
   */
  readonly edition: string;
  /** The misses in the whole call, counted up to the limit. `limits` says what a miss is. */
  readonly misses: number;
  /** Whether speech is slow, because the caller asked for that. */
  readonly slow: boolean;
  /**
   * The id of the disaster notice that this call heard last. The language menu sets it too, although callers hear only
   * the safety instructions there. Null if the call has heard no notice.
   */
  readonly heard: string | null;
}

/** The state of a call. `misses` counts the misses on this screen. */
export type State = { readonly call: CallSoFar } & (
  | { readonly screen: 'choose-language'; readonly misses: number }
  /** One part of the disaster notice, and the keys after it. */
  | {
      readonly screen: 'disaster';
      readonly language: LanguageTag;
      readonly misses: number;
      readonly part: number;
      readonly safety: SafetyTiming;
    }
  | { readonly screen: 'topics'; readonly language: LanguageTag; readonly misses: number }
  | {
      readonly screen: 'explanation';
      readonly language: LanguageTag;
      readonly topic: string;
      readonly part: number;
      readonly misses: number;
    }
  /**
   * `lastResort`: the caller did not ask for this transfer; it was made after too many misses. If it fails, the call
   * ends unless the caller then chooses something. After any other transfer that fails, the call goes on.
   */
  | {
      readonly screen: 'transfer';
      readonly language: LanguageTag | null;
      readonly attempt: number;
      readonly lastResort: boolean;
    }
  /**
   * The number screen: callers who are not connected hear why, and which number to call, in several parts. `ends`: the
   * call ends afterwards, unless the caller chooses something.
   */
  | {
      readonly screen: 'number';
      readonly language: LanguageTag | null;
      readonly reason: NumberReason;
      readonly part: number;
      readonly ends: boolean;
      readonly misses: number;
    }
  | { readonly screen: 'ended'; readonly language: LanguageTag | null }
);

/**
 * Returns the same string for states that differ only in the misses of the whole call. These misses decide only
 * when the line gives up asking for keys. They do not change what the other turns say.
 */
export const withoutCallMisses = ({ call: { misses: _missed, ...call }, ...state }: State): string =>
  JSON.stringify({ ...call, ...state });
