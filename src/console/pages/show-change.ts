import type { ComparedSentence } from '../../office/drafts/compare-texts.ts';
import type { ShownPart, ShowSentence } from './show-sentence.ts';

/** A stretch of a comparison as `views/parts/change.eta` shows it. */
export interface ShownChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly parts: readonly ShownPart[];
}

/** Sentences, each as its stretches. */
export const showChange = (compared: readonly ComparedSentence[], showSentence: ShowSentence): ShownChange[][] =>
  compared.map((sentence) => sentence.map(({ kind, text }) => ({ kind, parts: showSentence(text) })));
