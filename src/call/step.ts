import type { LanguageTag } from './line.ts';
import type { State } from './state.ts';

/** A text: the wording of a prompt in one language. */
export interface TextRef {
  readonly language: LanguageTag;
  readonly prompt: string;
}

/** A text to be said. */
export interface Saying extends TextRef {
  /** The digit that this prompt offers; spoken in place of `{{key}}` in the text. */
  readonly key?: string | undefined;
  /** The local time that this prompt names, `YYYY-MM-DDTHH:MM`. */
  readonly at?: string | undefined;
}

/** Everything that the line can do. */
export type Step =
  /** `slow`: at the slower speed. `afterConnecting`: the call was just connected, so the first moments may be lost. */
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
      /** The caller's language, for the whisper; null if none is chosen. */
      readonly language: LanguageTag | null;
    }
  | { readonly do: 'hang-up' };

/** The line's answer to one input. */
export interface Turn {
  readonly state: State;
  readonly steps: readonly Step[];
}
