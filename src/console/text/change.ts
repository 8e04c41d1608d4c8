import { type Html, html, nothing } from '../../frame/html.ts';
import type { Visit } from '../../frame/visit.ts';
import type { ComparedSentence } from '../../office/drafts/compare-texts.ts';
import { type PartsOf, type SentencePart, sentenceView } from './sentence.ts';

/** A stretch of a compared sentence, as `changeView` shows it. */
export interface ChangedStretch {
  readonly kind: 'same' | 'removed' | 'added';
  readonly parts: readonly SentencePart[];
}

/** Prepares compared sentences for `changeView`: each sentence becomes a list of stretches. */
export const stretchesOf = (compared: readonly ComparedSentence[], partsOf: PartsOf): ChangedStretch[][] =>
  compared.map((sentence) => sentence.map(({ kind, text }) => ({ kind, parts: partsOf(text) })));

/**
 * An attribute for every sentence except those that were removed completely. A script uses it to mark the sentence that
 * is playing.
 */
const spokenMark = (sentence: readonly ChangedStretch[]): Html =>
  sentence.some(({ kind }) => kind !== 'removed') ? html` data-sentence` : nothing;

/**
 * Shows how sentences changed. What was removed and added is marked by colours and lines, and by words that only screen
 * readers read out.
 */
export function changeView(tag: string, change: readonly (readonly ChangedStretch[])[], { t, language }: Visit): Html {
  const unseen = (text: string) => html`<span class="unseen" lang="${language}">${text}</span>`;
  const stretch = ({ kind, parts }: ChangedStretch): Html => {
    const words = sentenceView(parts);
    if (kind === 'same') return words;
    const end = unseen(t('text.change-end'));
    return kind === 'removed'
      ? html`<del>${unseen(t('text.removed'))}${words}${end}</del>`
      : html`<ins>${unseen(t('text.added'))}${words}${end}</ins>`;
  };
  return html`<ul class="change" lang="${tag}">
${change.map((sentence) => html`<li${spokenMark(sentence)}>${sentence.map(stretch)}</li>`)}
</ul>`;
}
