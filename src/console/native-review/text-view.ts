import { type Html, html } from '../../frame/html.ts';
import { csrfField, ifAny } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { nativeReviewLimits } from '../../office/editions/native-review/native-review-state.ts';
import { isLeft, type ReviewGroup } from '../../office/editions/native-review/reviewed-texts.ts';
import { isHeardInARow } from '../../office/editions/native-review/sound-of-review.ts';
import { sentenceView } from '../text/sentence.ts';
import { type DescribedText, describeTexts } from './describe-review.ts';
import type { ReviewWord } from './review-texts.ts';
import { say, sayIn } from './say.ts';
import { groupName, type ReviewPages, wayOn } from './view.ts';

/**
 * A refused form about a text, as it was sent, and why it was refused. If an answer for a whole group came after some
 * of its texts had changed, this is about the first of these texts.
 */
export interface Refused {
  readonly prompt: string;
  readonly sentences: readonly number[];
  readonly comment: string;
  readonly error: Extract<ReviewWord, `wrong-${string}`>;
}

/** One group of texts, each with its sound and the forms for the answer. */
export function groupPage(pages: ReviewPages, group: ReviewGroup, refused: Refused | null, visit: Visit): Html {
  return html`<h1>${groupName(pages, group)}</h1>
${wayOn(pages, group)}
${isHeardInARow(group) ? groupSound(pages, group) : ''}
${describeTexts(pages.open, group).map((text) => textView(pages, group, text, refused?.prompt === text.prompt ? refused : null, visit))}
${groupForm(pages, group, visit)}
${wayOn(pages, group)}`;
}

/** Plays all texts of the group as one sound, so that the reader need not start each text separately. */
function groupSound({ open: { review }, address }: ReviewPages, { id, texts }: ReviewGroup): Html {
  const count = texts.length;
  return html`<p id="listen-group">${say(review.language, 'listen-group', { count })}</p>
<audio class="review-sound" controls preload="none" src="${address}/sounds/${id}" aria-labelledby="listen-group"></audio>`;
}

/**
 * The form that marks as right all texts of the group that still need an answer. If no text needs one, nothing is
 * shown. The form sends the id and the hash of each of these texts, so that only texts that the page showed are marked.
 */
function groupForm({ open: { review }, address }: ReviewPages, { id, texts }: ReviewGroup, visit: Visit): Html {
  const { language } = review;
  const left = texts.filter(isLeft);
  if (left.length === 0) return html``;
  return html`<section class="review-rest" aria-labelledby="rest">
<h2 id="rest">${say(language, 'group-title')}</h2>
<p>${say(language, 'group-about', { count: left.length })}</p>
<form method="post" action="${address}/${id}">
${csrfField(visit)}
<input type="hidden" name="shown" value="${left.map(({ prompt, hash }) => `${prompt} ${hash}`).join(' ')}">
<p class="review-buttons"><button class="button" type="submit" name="answer" value="group">${say(language, 'group-right')}</button></p>
</form>
</section>`;
}

function textView(
  pages: ReviewPages,
  group: ReviewGroup,
  text: DescribedText,
  refused: Refused | null,
  visit: Visit,
): Html {
  const { address } = pages;
  const { language, prompt, number, sentences, beside, judgement, wasRight } = text;
  const kind = judgement?.isRight ? 'said-right' : 'said-wrong';
  const said = judgement && (judgement.isForGroup ? 'said-group' : kind);
  return html`<article class="review-text" id="text-${number}" aria-labelledby="text-${number}-title">
<h2 id="text-${number}-title">${say(language, 'text', { number })}</h2>
<ol class="review-words" lang="${language}" dir="auto">
${sentences.map((parts) => html`<li>${sentenceView(parts)}</li>`)}
</ol>
<audio class="review-sound" controls preload="none" src="${address}/sound/${encodeURIComponent(prompt)}" aria-label="${sayIn(language, 'listen', { number })}"></audio>
${ifAny(
  beside,
  (others) => html`<details class="more"><summary>${say(language, 'beside')}</summary>
${others.map(
  (other) => html`<ol class="preview" lang="${other.tag}">
${other.sentences.map((parts) => html`<li>${sentenceView(parts)}</li>`)}
</ol>`,
)}
</details>`,
)}
${said ? html`<p class="review-said review-${kind}">${say(language, said)}</p>` : ''}
${!said && wasRight ? html`<p class="review-said">${say(language, 'was-right')}</p>` : ''}
<form method="post" action="${address}/${group.id}">
${aboutFields(text, visit)}
<p class="review-buttons"><button class="button${judgement?.isRight === false ? ' button-quiet' : ''}" type="submit" name="answer" value="right" aria-describedby="text-${number}-title">${say(language, 'right')}</button></p>
</form>
${wrongForm(pages, group, text, refused, visit)}
</article>`;
}

const aboutFields = ({ prompt, hash }: DescribedText, visit: Visit): Html => html`${csrfField(visit)}
<input type="hidden" name="prompt" value="${prompt}">
<input type="hidden" name="hash" value="${hash}">`;

const nothingSaid = { sentences: [], comment: '' };

/**
 * The form that says what is not right: sentences to mark, and a comment. It is filled in with what the reader sent
 * before.
 */
function wrongForm(
  { address }: ReviewPages,
  group: ReviewGroup,
  text: DescribedText,
  refused: Refused | null,
  visit: Visit,
): Html {
  const { language, number, sentences, judgement } = text;
  const { sentences: marked, comment }: Pick<Refused, 'sentences' | 'comment'> = refused ?? judgement ?? nothingSaid;
  const isOpen = refused !== null || judgement?.isRight === false;
  const id = `text-${number}-comment`;
  // The reader is asked to write in Japanese or English. Readers of these languages need not be asked.
  const isAsked = !['ja', 'en'].includes(language.split('-')[0] ?? '');
  const describedBy = [...(refused ? [`text-${number}-error`] : []), ...(isAsked ? [`${id}-help`] : [])].join(' ');
  const wrong = html`${refused ? html` aria-invalid="true" autofocus` : ''}${describedBy ? html` aria-describedby="${describedBy}"` : ''}`;
  return html`<details class="more"${isOpen ? ' open' : ''}><summary>${say(language, 'wrong')}</summary>
<form class="form form-wide" method="post" action="${address}/${group.id}">
${aboutFields(text, visit)}
<fieldset class="review-sentences"><legend>${say(language, 'which')}</legend>
${sentences.map(
  (parts, index) =>
    html`<label class="review-check"><input type="checkbox" name="sentence" value="${index}"${marked.includes(index) ? ' checked' : ''}> <span lang="${language}" dir="auto">${sentenceView(parts)}</span></label>`,
)}
</fieldset>
<div class="field"><label for="${id}">${say(language, 'comment')}</label>
${isAsked ? html`<p class="field-help" id="${id}-help">${say(language, 'comment-help')}</p>` : ''}
${refused ? html`<p class="field-error" role="alert" id="text-${number}-error">${say(language, refused.error, { most: nativeReviewLimits.comment })}</p>` : ''}
<textarea id="${id}" name="comment" rows="3" maxlength="${nativeReviewLimits.comment}" dir="auto"${wrong}>
${comment}</textarea></div>
<p class="review-buttons"><button class="button button-quiet" type="submit" name="answer" value="wrong" aria-describedby="text-${number}-title">${say(language, 'save-wrong')}</button></p>
</form>
</details>`;
}
