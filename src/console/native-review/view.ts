import { type Html, html } from '../../frame/html.ts';
import { csrfField, ifAny } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import type { OpenReview, ReviewGroup } from '../../office/editions/native-review/reviewed-texts.ts';
import { isLeft, progressOf, textsOf } from '../../office/editions/native-review/reviewed-texts.ts';
import { topicName } from './describe-review.ts';
import type { ReviewWord } from './review-texts.ts';
import { say } from './say.ts';

/** What all pages of one link need. */
export interface ReviewPages {
  readonly open: OpenReview;
  /** The address of the first page. */
  readonly address: string;
}

/** The heading of a group. */
export function groupName({ open }: Pick<ReviewPages, 'open'>, group: ReviewGroup): Html {
  const { language } = open.review;
  if (group.part !== 'topics') return say(language, group.part);
  const { id, key } = group.topic;
  return say(language, 'topic', { key, name: (tag) => topicName(open, id, tag) });
}

/** The first page: what the reader is asked to do, the groups of texts, and the form that ends the review. */
export function firstPage(pages: ReviewPages, isStatementMissing: boolean, visit: Visit): Html {
  const { open, address } = pages;
  const { language, reader, validUntil } = open.review;
  const { timeZone } = open.draft.line;
  const until = (tag: string) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone }).format(validUntil);
  const { before, left } = progressOf(textsOf(open));
  return html`<h1>${say(language, 'title')}</h1>
<p>${say(language, 'for', { reader })}</p>
<p>${say(language, 'about-what')}</p>
<p>${say(language, 'about-do')}</p>
<p>${say(language, 'about-time', { until })}</p>
<section aria-labelledby="parts">
<h2 id="parts">${say(language, 'parts')}</h2>
${before > 0 ? html`<p>${say(language, 'before', { before })}</p>` : ''}
<ul class="review-groups">
${open.groups.map((group) => {
  const done = group.texts.filter((text) => !isLeft(text)).length;
  return html`<li><a class="link-target" href="${address}/${group.id}">${groupName(pages, group)}</a>
<p class="quiet">${say(language, 'progress', { done, all: group.texts.length })}</p></li>`;
})}
</ul>
</section>
<section aria-labelledby="finish">
<h2 id="finish">${say(language, 'finish-title')}</h2>
${left > 0 ? html`<p>${say(language, 'left', { left })}</p>` : finishForm(pages, before > 0, isStatementMissing, visit)}
</section>`;
}

const finishForm = (
  { open: { review }, address }: ReviewPages,
  isPart: boolean,
  isMissing: boolean,
  visit: Visit,
): Html => {
  const { language } = review;
  return html`<form class="form form-wide" method="post" action="${address}/finish">
${csrfField(visit)}
${isMissing ? html`<p class="field-error" id="statement-error">${say(language, 'wrong-statement')}</p>` : ''}
<div class="review-check"><input id="statement" name="statement" type="checkbox" value="1" required${isMissing ? html` aria-invalid="true" aria-describedby="statement-error" autofocus` : ''}><label for="statement">${say(language, isPart ? 'statement-part' : 'statement')}</label></div>
<p class="quiet">${say(language, 'finish-about')}</p>
<p class="review-buttons"><button class="button" type="submit">${say(language, 'finish')}</button></p>
</form>`;
};

/** A page with a heading and one sentence. The sentence says why a link does not work, or thanks the reader. */
export const onlySentence = (language: string, word: ReviewWord): Html => html`<h1>${say(language, 'title')}</h1>
<p>${say(language, word)}</p>`;

/** Links from a group of texts to the list of groups and, unless it is the last group, to the next group. */
export function wayOn({ open, address }: ReviewPages, group: ReviewGroup): Html {
  const { language } = open.review;
  const next = open.groups.slice(open.groups.indexOf(group) + 1).slice(0, 1);
  return html`<p class="review-ways"><a class="link-target" href="${address}">${say(language, 'all-parts')}</a>
${ifAny(next, ([only]) => html`<a class="link-target" href="${address}/${only?.id ?? ''}">${say(language, 'next')}</a>`)}</p>`;
}
