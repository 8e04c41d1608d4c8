import { field } from '../../frame/fields.ts';
import { type Html, html } from '../../frame/html.ts';
import { csrfField, ifAny, smallId, status } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import type { Remark } from '../../office/editions/native-review/native-review-records.ts';
import { changeView } from '../text/change.ts';
import { sentenceView } from '../text/sentence.ts';
import type { DescribedCandidate, DescribedGroup, Sentences } from './describe-groups.ts';

/** The maximum length of a comment, in characters. */
export const longestComment = 400;

/** A text that waits for approval, and what the visitor can do with it. */
export interface WaitingText extends DescribedCandidate {
  /** The anchor on the page. */
  readonly anchor: string;
  /** Remarks of native readers about exactly these words and sounds. */
  readonly remarks: readonly Remark[];
  /** Whether the visitor wrote the text or changed a value in it, and so may not approve it. */
  readonly isOwn: boolean;
  /** Whether the visitor has listened to the text and may approve it. */
  readonly isHeard: boolean;
  readonly isTicked: boolean;
  /** The comment in the submitted form that sends this text back; null if no such form was submitted. */
  readonly comment: string | null;
  readonly commentError: string | undefined;
}

export interface WaitingGroup extends DescribedGroup {
  readonly texts: readonly WaitingText[];
}

/** What the view of a text needs to know about its page. */
export interface WaitingPage {
  readonly address: string;
  readonly mayApprove: boolean;
}

/** The texts of one prompt, below their source text. */
export const waitingGroupView = (
  visit: Visit,
  page: WaitingPage,
  { prompt, name, id, sourceTag, source, texts }: WaitingGroup,
): Html => html`<div class="approve-group" role="group" aria-labelledby="${id}">
<h3 class="approve-name" id="${id}">${name} ${smallId(prompt)}</h3>
${ifAny(
  source,
  (some) => html`<p class="approve-label">${visit.t('approvals.source')}</p>
${sentenceList(sourceTag, some)}`,
)}
${texts.map((text) => waitingTextView(visit, page, text, id))}
</div>`;

function waitingTextView(visit: Visit, page: WaitingPage, text: WaitingText, groupId: string): Html {
  const { t } = visit;
  const { mayApprove } = page;
  const { languageName, name, anchor, id, href, isOld, isOwn, isTicked, sentBack, value } = text;
  return html`<div class="approve-text" id="${anchor}" data-text="${value}">
<div class="approve-who">
<h4 id="${id}-title"><a class="link-target" href="${href}">${languageName}</a></h4>
${
  mayApprove && !isOwn
    ? html`<div class="check-field"><input id="${id}" form="approve" name="text" type="checkbox" value="${value}"${isTicked ? ' checked' : ''}><label for="${id}">${t('approvals.tick')}<span class="unseen">${t('approvals.tick-which', { prompt: name, language: languageName })}</span></label></div>`
    : ''
}
${marksView(visit, page, text)}
</div>
<div class="approve-words">
${isOld ? html`<p>${t('approvals.is-old')}</p>` : ''}
${sentBack ? html`<p>${t('text.sent-back', { who: sentBack.who, when: sentBack.when })}</p><p class="approval-comment">${sentBack.comment}</p>` : ''}
${wordsView(visit, text)}
${text.remarks.map(({ reader, comment }) => html`<p>${t('readers.remark-of', { reader })} <span dir="auto">${comment}</span> <a class="link-target" href="${href}">${t('readers.see-text')}</a></p>`)}
${isOwn ? html`<p>${t('approvals.is-own')}</p>` : ''}
</div>
<div class="approve-acts">
${mayApprove ? listenForm(visit, page, text, groupId) : ''}
${mayApprove && !isOld ? sendBackForm(visit, page, text) : ''}
</div>
</div>`;
}

/** The state of a text, and whether it was heard and reviewed. A script replaces this part after the text was heard. */
const marksView = (
  { t }: Visit,
  { mayApprove }: WaitingPage,
  { status: own, isHeard, isReviewed }: WaitingText,
): Html => html`<p data-marks>${status(own)}
${isHeard && mayApprove ? status({ kind: 'good', text: t('approvals.is-heard') }) : ''}
${isReviewed ? '' : status({ kind: 'plain', text: t('text.not-reviewed') })}</p>`;

const sentenceList = (tag: string, some: Sentences): Html =>
  html`<ul class="preview" lang="${tag}">${some.map((parts) => html`<li>${sentenceView(parts)}</li>`)}</ul>`;

/** The sentences of a text. A script marks the sentence that is being played. */
const heardList = (tag: string, some: Sentences): Html =>
  html`<ul class="preview" lang="${tag}">${some.map((parts) => html`<li data-sentence>${sentenceView(parts)}</li>`)}</ul>`;

/** The words of a text, with the changes marked. */
function wordsView(visit: Visit, { language, sentences, change, soundedBefore }: WaitingText): Html {
  const { t } = visit;
  return html`${
    change
      ? html`<p class="approve-label">${t('approvals.changed')}</p>
${changeView(language, change, visit)}`
      : heardList(language, sentences)
  }
${
  soundedBefore
    ? html`<p>${t('approvals.sounds-other')}</p>
${sentenceList(language, soundedBefore)}`
    : ''
}`;
}

const listenForm = (
  visit: Visit,
  { address }: WaitingPage,
  { id, value }: WaitingText,
  groupId: string,
): Html => html`<form method="post" action="${address}/listening">
${csrfField(visit)}
<input type="hidden" name="text" value="${value}">
<button class="button button-quiet" type="submit" aria-describedby="${groupId} ${id}-title">${visit.t('approvals.listen-one')}</button>
</form>`;

function sendBackForm(visit: Visit, { address }: WaitingPage, text: WaitingText): Html {
  const { t } = visit;
  const { id, value, comment, commentError } = text;
  return html`<details class="more"${comment === null ? '' : ' open'}><summary>${t('approvals.send-back')}</summary>
<form class="form" method="post" action="${address}/send-back">
${csrfField(visit)}
<input type="hidden" name="text" value="${value}">
${field(t, { id: `${id}-comment`, name: 'comment', label: t('approvals.comment'), help: t('approvals.comment-help'), value: comment ?? '', error: commentError, maxlength: longestComment, autocomplete: 'off' })}
<button class="button button-quiet" type="submit">${t('approvals.send-back-button')}</button>
</form>
</details>`;
}
