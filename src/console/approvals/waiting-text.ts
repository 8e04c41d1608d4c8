import { compareTexts } from '../../office/drafts/compare-texts.ts';
import { type ApprovalSnapshot, type Candidate, sentBackIn } from '../../office/editions/approval/candidates.ts';
import { keyOf } from '../../office/editions/speak-text.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { field } from '../frame/fields.ts';
import { formatMoment } from '../frame/format-moment.ts';
import { formatPerson } from '../frame/format-person.ts';
import { type Html, html } from '../frame/html.ts';
import { csrfField, ifAny, type Status, smallId, status } from '../frame/parts.ts';
import type { Visit, Visitor } from '../frame/visit.ts';
import type { Names } from '../names/names.ts';
import { type ChangedStretch, changeView, stretchesOf } from '../text/change.ts';
import { pathOfText } from '../text/open-text.ts';
import { partsWith, type SentencePart, sentenceView, valuesIn } from '../text/sentence.ts';
import { stateStatus } from '../text/state-status.ts';

/** The maximum length of a comment, in characters. */
export const longestComment = 400;

/** A text that waits for approval. */
interface DescribedCandidate {
  readonly prompt: string;
  readonly name: string;
  /** The anchor on the page. The draft and the live version of a text have different ones. */
  readonly anchor: string;
  /** Identifies the text in forms, together with its words and sounds. */
  readonly value: string;
  readonly id: string;
  readonly href: string;
  readonly status: Status;
  /** Whether callers still hear it although the draft has changed. */
  readonly isOld: boolean;
  /** Whether a native reader has checked it. */
  readonly isReviewed: boolean;
  /** Null if it was not sent back. */
  readonly sentBack: { readonly who: string; readonly when: string; readonly comment: string } | null;
  /** The text in the source language; empty for the source text itself. */
  readonly source: Sentences;
  readonly sentences: Sentences;
  /** The differences from what callers hear; null if the words are the same. */
  readonly change: readonly (readonly ChangedStretch[])[] | null;
  /** What callers hear now, if the words are the same but sound different; otherwise null. */
  readonly soundedBefore: Sentences | null;
}

type Sentences = readonly (readonly SentencePart[])[];

/** A text that waits for approval, and what the visitor can do with it. */
export interface WaitingText extends DescribedCandidate {
  /** Whether the visitor wrote it or changed a value in it, and so may not approve it. */
  readonly isOwn: boolean;
  /** Whether the visitor has listened to it. */
  readonly isHeard: boolean;
  readonly isTicked: boolean;
  /** The comment that was typed to send it back; null if none was sent. */
  readonly comment: string | null;
  readonly commentError: string | undefined;
}

/** What each text must know about the page of its language. */
export interface LanguagePage {
  readonly address: string;
  readonly tag: string;
  readonly sourceTag: string;
  readonly mayApprove: boolean;
}

/** Describes a candidate in the visitor's language, with its source text and what callers hear now. */
export function describeCandidate(
  visitor: Visitor,
  names: Names,
  situation: ApprovalSnapshot,
  candidate: Candidate,
): DescribedCandidate {
  const { t } = visitor;
  const { now, draft, live } = situation;
  const { language, prompt, hash, origin, state, isLive } = candidate;
  const place = { language, prompt };
  const spoken = origin === 'draft' ? draft : live;
  const { line } = spoken.draft;
  const wordsIn = (of: typeof spoken) => of.draft.words.get(language)?.prompts[prompt] ?? [];
  const partsIn = (of: typeof spoken) => partsWith(valuesIn(of.draft.line, language, keyOf(of.draft, place)));
  const [before, after] = [wordsIn(live), wordsIn(spoken)];
  const isSameWords = fingerprint(before) === fingerprint(after);
  const source = language === line.sourceLanguage ? null : spoken.draft.words.get(line.sourceLanguage)?.prompts[prompt];
  const sourceValues = valuesIn(
    line,
    line.sourceLanguage,
    keyOf(spoken.draft, { language: line.sourceLanguage, prompt }),
  );
  const sentBack = origin === 'draft' ? sentBackIn(situation, place) : null;
  return {
    prompt,
    name: names.prompt(prompt),
    anchor: origin === 'draft' ? prompt : `live-${prompt}`,
    value: `${prompt} ${hash}`,
    id: `text-${hash.slice(0, 12)}`,
    href: `/console${pathOfText(language, prompt)}`,
    status: state === null || isLive ? stateStatus(t, 'published', true) : stateStatus(t, state),
    isOld: origin === 'live',
    isReviewed: now.find(language, prompt)?.isReviewed ?? true,
    sentBack: sentBack && {
      who: formatPerson(t, sentBack.by),
      when: formatMoment(visitor.language, sentBack.at),
      comment: sentBack.comment,
    },
    source: (source ?? []).map(partsWith(sourceValues)),
    sentences: after.map(partsIn(spoken)),
    change: isSameWords ? null : stretchesOf(compareTexts(language, before, after), partsIn(spoken)),
    soundedBefore: isSameWords && !isLive ? before.map(partsIn(live)) : null,
  };
}

export function waitingTextView(visit: Visit, page: LanguagePage, text: WaitingText): Html {
  const { t } = visit;
  const { mayApprove } = page;
  const { prompt, name, anchor, id, href, isOld, isReviewed, isOwn, isHeard, isTicked, sentBack, value } = text;
  return html`<div class="approve-text" id="${anchor}">
<h2 id="${id}-title" class="approve-name"><a href="${href}">${name}</a> ${smallId(prompt)}</h2>
<p>${status(text.status)}
${isHeard && mayApprove ? status({ kind: 'good', text: t('approvals.is-heard') }) : ''}
${isReviewed ? '' : status({ kind: 'plain', text: t('text.not-reviewed') })}</p>
${isOld ? html`<p>${t('approvals.is-old')}</p>` : ''}
${sentBack ? html`<p>${t('text.sent-back', { who: sentBack.who, when: sentBack.when })}</p><p class="approval-comment">${sentBack.comment}</p>` : ''}
${wordsView(visit, page, text)}
${isOwn ? html`<p>${t('approvals.is-own')}</p>` : ''}
${
  mayApprove && !isOwn
    ? html`<div class="check-field"><input id="${id}" form="approve" name="text" type="checkbox" value="${value}"${isTicked ? ' checked' : ''}><label for="${id}">${t('approvals.tick', { prompt: name })}</label></div>`
    : ''
}
${mayApprove ? listenForm(visit, page, text) : ''}
${mayApprove && !isOld ? sendBackForm(visit, page, text) : ''}
</div>`;
}

/** The words and what has changed in them, beside the source text. */
function wordsView(visit: Visit, { tag, sourceTag }: LanguagePage, text: WaitingText): Html {
  const { t } = visit;
  const { source, sentences, change, soundedBefore } = text;
  const preview = (lang: string, some: Sentences) =>
    html`<ul class="preview" lang="${lang}">${some.map((parts) => html`<li>${sentenceView(parts)}</li>`)}</ul>`;
  return html`<div class="approve-columns">
${ifAny(
  source,
  (some) => html`<div><h3>${t('approvals.source')}</h3>
${preview(sourceTag, some)}</div>`,
)}
<div><h3>${t(change ? 'approvals.changed' : 'approvals.words')}</h3>
${change ? changeView(tag, change, visit) : preview(tag, sentences)}
${
  soundedBefore
    ? html`<p>${t('approvals.sounds-other')}</p>
${preview(tag, soundedBefore)}`
    : ''
}
</div>
</div>`;
}

const listenForm = (
  visit: Visit,
  { address }: LanguagePage,
  { id, value }: WaitingText,
): Html => html`<form method="post" action="${address}/listening">
${csrfField(visit)}
<input type="hidden" name="text" value="${value}">
<button class="button button-quiet" type="submit" aria-describedby="${id}-title">${visit.t('approvals.listen-one')}</button>
</form>`;

function sendBackForm(visit: Visit, { address }: LanguagePage, text: WaitingText): Html {
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
