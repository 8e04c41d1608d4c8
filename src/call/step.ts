import type { LanguageTag } from './line.ts';
import type { State } from './state.ts';

/** A prompt to be heard. */
export interface Saying {
  readonly prompt: string;
  readonly language: LanguageTag;
  /** The digit this prompt offers, spoken where the text says `{{key}}`. */
  readonly key?: string | undefined;
  /** The local moment this prompt names, `YYYY-MM-DDTHH:MM`, spoken where the text says `{{noticeDay}}` and `{{noticeTime}}`. */
  readonly at?: string | undefined;
}

/** Everything the line can do. */
export type Step =
  /** `slow`: in the slower rendering. `afterConnecting`: the first words after a connection was made may be swallowed. */
  | {
      readonly do: 'say';
      readonly sayings: readonly Saying[];
      readonly slow: boolean;
      readonly afterConnecting?: true | undefined;
    }
  | { readonly do: 'wait-for-key'; readonly seconds: number }
  | {
      readonly do: 'dial';
      readonly destination: string;
      readonly number: string;
      /** The caller's language, for the whisper; null before one was chosen. */
      readonly language: LanguageTag | null;
    }
  | { readonly do: 'hang-up' };

/** One answer of the line. */
export interface Turn {
  readonly state: State;
  readonly steps: readonly Step[];
}
