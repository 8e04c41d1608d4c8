import type { Response } from 'express';
import type { HashedText } from '../../office/editions/approval/approval-records.ts';
import { type Candidate, waitingIn } from '../../office/editions/approval/candidates.ts';
import type { OpenListening } from '../../office/editions/approval/listen.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { field } from '../frame/fields.ts';
import { type Html, html, type View } from '../frame/html.ts';
import { csrfField, refusedAlone } from '../frame/parts.ts';
import { show, showMessage } from '../frame/show.ts';
import { memberOf, type Visit, visitOf } from '../frame/visit.ts';
import { namesIn } from '../names/names.ts';
import { describeCandidate, type LanguagePage, type WaitingText, waitingTextView } from './waiting-text.ts';

/** The maximum length of a reader's name, in characters. */
export const longestReader = 100;

/** What a form sent, and the outcome. */
export interface Sent {
  readonly status?: number;
  /** Sentences that say why the request was refused. */
  readonly problems?: readonly string[];
  /** What is being listened to. */
  readonly listening?: OpenListening | null;
  /** What has just been heard to its end. It is not played again. */
  readonly heard?: readonly HashedText[] | undefined;
  readonly typed?: {
    readonly reader: string;
    /** Whether the form says that a native reader has checked the texts. */
    readonly isReviewed: boolean;
    readonly ticked: readonly HashedText[];
  };
  readonly readerError?: string | undefined;
  /** A text that was to be sent back, with the comment that was typed. */
  readonly returned?: { readonly prompt: string; readonly comment: string; readonly error?: string | undefined };
}

interface ApproveData extends LanguagePage {
  readonly problems: readonly string[];
  /** What was typed into fields that the page no longer has. */
  readonly unplaced: readonly string[];
  /** New texts of the draft first, then those that callers hear. */
  readonly texts: readonly WaitingText[];
  /** Whether the visitor may approve any of the texts. */
  readonly mayTick: boolean;
  readonly reader: string;
  readonly readerError: string | undefined;
  readonly isReviewed: boolean;
  /** Null if nothing is played. */
  readonly listening: Listening | null;
}

interface Listening {
  readonly number: number;
  /** The address of the sound. */
  readonly audio: string;
  /** The number of texts. */
  readonly count: number;
  readonly seconds: number;
  readonly prompts: string;
}

/** Answers with all texts of one language that wait for approval. */
export async function showApprove(
  { approvals }: Pick<ConsoleParts, 'approvals'>,
  response: Response,
  language: string,
  { status = 200, problems = [], listening = null, heard, typed, readerError, returned }: Sent = {},
): Promise<void> {
  const visit = visitOf(response);
  const { t } = visit;
  const actor = actorOf(memberOf(response).member);
  const situation = await approvals.read();
  const { languages, sourceLanguage } = situation.now.line.file;
  const names = namesIn(visit, situation.now);
  if (!languages.some(({ tag }) => tag === language))
    return showMessage(response, 404, 'approvals.unknown', { back: '/console/approvals' });
  // New texts come first: on a line that was never approved, they would be hard to find among all the others.
  const waiting = waitingIn(situation)
    .filter((each) => each.language === language)
    .toSorted((one, other) => Number(one.isLive) - Number(other.isLive));
  const whys = await approvals.whyNot(actor, situation, waiting);
  const chosen = typed?.ticked ?? heard ?? listening?.texts;
  const hasNews = waiting.some(({ isLive }) => !isLive);
  const isChosen = ({ prompt, hash, isLive }: Candidate) =>
    chosen?.some((each) => each.prompt === prompt && each.hash === hash) ?? !(hasNews && isLive);
  const texts = waiting.map((candidate, index): WaitingText => {
    const why = whys[index] ?? null;
    const isReturned = candidate.origin === 'draft' && candidate.prompt === returned?.prompt;
    return {
      ...describeCandidate(visit, names, situation, candidate),
      isOwn: why === 'own',
      isHeard: why === null,
      isTicked: why !== 'own' && isChosen(candidate) && (candidate.state !== 'sent-back' || chosen !== undefined),
      comment: isReturned ? returned.comment : null,
      commentError: isReturned ? returned.error : undefined,
    };
  });
  const mayApprove = may(actor.role, 'approve');
  const mayTick = mayApprove && texts.some(({ isOwn }) => !isOwn);
  // If a text no longer waits for approval, the page has no field to show its error beside.
  const unplaced = [
    mayTick ? null : { error: readerError, typed: typed?.reader },
    texts.some(({ comment }) => comment !== null) ? null : { error: returned?.error, typed: returned?.comment },
  ].filter((field) => field !== null);
  show(response, approveView, {
    status,
    title: t('approvals.of-language', { language: names.language(language) }),
    trail: [{ path: '/approvals', text: t('approvals.title') }],
    address: `/console/approvals/${language}`,
    tag: language,
    sourceTag: sourceLanguage,
    problems: [...problems, ...unplaced.flatMap(({ error }) => error ?? [])],
    unplaced: unplaced.map(({ typed: text = '' }) => text),
    texts,
    mayApprove,
    mayTick,
    reader: typed?.reader ?? '',
    readerError,
    isReviewed: typed?.isReviewed ?? false,
    listening: listening && {
      number: listening.number,
      audio: `/audio/${listening.narration.key}.wav`,
      count: listening.texts.length,
      seconds: Math.ceil(listening.seconds),
      prompts: listening.texts.map(({ prompt }) => names.prompt(prompt)).join(t('change-sheet.and')),
    },
  });
}

const approveView: View<ApproveData> = (data, visit) => {
  const { t } = visit;
  const { problems, unplaced, texts, mayApprove, mayTick, listening } = data;
  return html`${refusedAlone(problems, unplaced)}
${listening ? listeningView(visit, data.address, listening) : ''}
${
  texts.length === 0
    ? html`<p>${t('approvals.nothing')}</p>`
    : html`<p>${t(mayApprove ? 'approvals.how' : 'approvals.read-only')}</p>
${mayTick ? approveForm(data, visit) : ''}
${texts.map((text) => waitingTextView(visit, data, text))}`
}`;
};

/** The player, and the form that confirms that everything was heard. */
const listeningView = (
  visit: Visit,
  address: string,
  { number, audio, count, seconds, prompts }: Listening,
): Html => html`<section class="approve-listening" aria-labelledby="listening-title">
<h2 id="listening-title">${visit.t('approvals.listening', { count, seconds })}</h2>
<p class="quiet">${prompts}</p>
<form method="post" action="${address}/listened" data-listened>
${csrfField(visit)}
<input type="hidden" name="listening" value="${number}">
<audio class="sound" controls autoplay preload="auto" src="${audio}" aria-label="${visit.t('approvals.player')}">${visit.t('text.listen.unplayable')}</audio>
<p role="status" data-by-itself="${visit.t('approvals.by-itself')}" data-skipped="${visit.t('approvals.skipped')}"></p>
<p class="text-buttons"><button class="button button-quiet" type="submit">${visit.t('approvals.heard')}</button></p>
</form>
</section>`;

/** The form for all texts. The checkboxes beside the texts belong to it. */
const approveForm: View<ApproveData> = ({ address, reader, readerError, isReviewed }, visit) => {
  const { t } = visit;
  return html`<form class="form form-wide" id="approve" method="post" action="${address}/approve">
${csrfField(visit)}
<p class="text-buttons"><button class="button button-quiet" type="submit" formaction="${address}/listening">${t('approvals.listen-ticked')}</button></p>
<div class="check-field"><input id="reviewed" name="reviewed" type="checkbox" value="1"${isReviewed ? ' checked' : ''}><label for="reviewed">${t('approvals.reviewed')}</label></div>
${field(t, { name: 'reader', label: t('approvals.reader'), help: t('approvals.reader-help'), value: reader, error: readerError, optional: true, maxlength: longestReader, autocomplete: 'off' })}
<p class="text-buttons"><button class="button" type="submit">${t('approvals.approve-ticked')}</button></p>
</form>`;
};
