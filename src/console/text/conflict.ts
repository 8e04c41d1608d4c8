import { formatMoment } from '../../frame/format-moment.ts';
import { formatPerson } from '../../frame/format-person.ts';
import { type Html, html } from '../../frame/html.ts';
import type { Visit } from '../../frame/visit.ts';
import { compareTexts } from '../../office/drafts/compare-texts.ts';
import type { DraftText } from '../../office/drafts/draft-text.ts';
import { tidySentences } from '../../office/drafts/tidy-sentences.ts';
import { type ChangedStretch, changeView, stretchesOf } from './change.ts';
import { type PartsOf, previewView, type SentencePart } from './sentence.ts';

/** Two versions of a text: the one that was saved in the meantime, and the one that was typed. */
export interface TextConflict {
  /** The revision that was saved in the meantime. */
  readonly revision: number;
  readonly who: string;
  readonly when: string;
  readonly theirs: readonly (readonly SentencePart[])[];
  readonly mine: readonly (readonly SentencePart[])[];
  /** The differences from the saved version to the typed one. */
  readonly change: readonly (readonly ChangedStretch[])[];
}

/**
 * Describes a conflict for `conflictView`.
 * @param theirs the version that another member of staff saved
 * @param mine the typed text, with one sentence per line
 */
export function describeConflict(
  visitor: Pick<Visit, 't' | 'language' | 'people'>,
  theirs: DraftText,
  mine: string,
  partsOf: PartsOf,
): TextConflict {
  // The typed text is compared as it would be saved, so automatic corrections do not appear as differences.
  const typed = tidySentences(mine).sentences;
  return {
    revision: theirs.revision,
    who: formatPerson(visitor, theirs.by),
    when: formatMoment(visitor.language, theirs.at),
    theirs: theirs.sentences.map(partsOf),
    mine: typed.map(partsOf),
    change: stretchesOf(compareTexts(theirs.language, theirs.sentences, typed), partsOf),
  };
}

/** @param isSourceChanged whether the source text also changed while the text was being typed */
export function conflictView(tag: string, conflict: TextConflict, isSourceChanged: boolean, visit: Visit): Html {
  const { t } = visit;
  const { who, when, change } = conflict;
  return html`<div class="banner banner-error" role="alert" data-answer><p><strong>${t('text.conflict.title')}</strong></p><p>${t('text.conflict.about', { who, when })}</p>
${isSourceChanged ? html`<p>${t('text.conflict.source')}</p>` : ''}
</div>
<div class="text-columns">
${(['theirs', 'mine'] as const).map(
  (side) => html`<section aria-labelledby="conflict-${side}">
<h2 id="conflict-${side}">${t(`text.conflict.${side}`)}</h2>
${previewView(tag, conflict[side])}
</section>`,
)}
</div>
<section aria-labelledby="conflict-change">
<h2 id="conflict-change">${t('text.conflict.change')}</h2>
${changeView(tag, change, visit)}
</section>`;
}
