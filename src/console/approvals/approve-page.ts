import type { Response } from 'express';
import { show, showMessage } from '../../frame/show.ts';
import { actorIn, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import type { HashedText } from '../../office/editions/approval/approval-records.ts';
import { type Candidate, waitingIn } from '../../office/editions/approval/candidates.ts';
import type { OpenListening } from '../../office/editions/approval/listen.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { approveView } from './approve-view.ts';
import { describeGroups, fieldOfText } from './describe-groups.ts';
import { firstGroups, groupsOf } from './groups.ts';

/** What the form or the address of a request contains, and the outcome of the request. */
export interface Sent {
  readonly status?: number;
  /** Sentences that say why the request was refused. */
  readonly problems?: readonly string[];
  /** What the program says about these problems, for the technician. */
  readonly details?: readonly string[];
  /** The listening that is being played. */
  readonly listening?: OpenListening | null;
  /** The finished listenings of the playlist, as the request names them, and their texts. */
  readonly heard?: { readonly numbers: readonly number[]; readonly texts: readonly HashedText[] };
  /** The texts of the playlist that are still to be heard. */
  readonly rest?: readonly HashedText[];
  /** Whether texts that were to be heard have changed in the meantime. */
  readonly areSomeChanged?: boolean;
  /** Whether the listening is to be heard as a file. */
  readonly isFile?: boolean;
  readonly typed?: {
    readonly reader: string;
    /** Whether the form says that a native reader has checked the texts. */
    readonly isReviewed: boolean;
    readonly ticked: readonly HashedText[];
  };
  readonly readerError?: string | undefined;
  /** A text that was to be sent back, with the comment that was typed. */
  readonly returned?: { readonly text: HashedText; readonly comment: string; readonly error?: string | undefined };
}

/**
 * Maximum number of texts on the page of all languages. They are about half an hour of sound. The first group is always
 * shown, even if it has more texts. A page of one language has no limit.
 */
const mostTexts = 200;

/**
 * Answers with the texts that wait for approval, or with a message if the line does not have the language.
 * @param language null for all languages
 */
export async function showApprove(
  { approvals, nativeReviews }: Pick<ConsoleParts, 'approvals' | 'nativeReviews'>,
  response: Response,
  language: string | null,
  sent: Sent = {},
): Promise<void> {
  const { status = 200, problems = [], details = [], listening = null, heard, typed, readerError, returned } = sent;
  const visit = visitOf(response);
  const { t } = visit;
  const actor = actorIn(response);
  const mayApprove = may(actor.role, 'approve');
  const situation = await approvals.read();
  const names = namesIn(visit, situation.now, [situation.live.draft.line]);
  const { languages } = situation.now.line.file;
  if (language !== null && !languages.some(({ tag }) => tag === language)) {
    return showMessage(response, 404, 'approvals.unknown', { back: '/console/approvals' });
  }
  const waiting = waitingIn(situation);
  const wanted = language === null ? waiting : waiting.filter((each) => each.language === language);
  const groups = groupsOf(situation, wanted);
  const { shown, left } = language === null ? firstGroups(groups, mostTexts) : { shown: groups, left: 0 };
  const candidates = shown.flatMap((group) => group.candidates);
  const whys = await approvals.whyNot(actor, situation, candidates);
  const remarks = await nativeReviews.openIn(situation, language);
  const whyOf = new Map(candidates.map((candidate, index) => [candidate, whys[index] ?? null]));
  const chosen = chosenIn(sent);
  const hasNews = wanted.some(({ isLive }) => !isLive);
  const isChosen = (candidate: Candidate) =>
    chosen ? chosen.has(fieldOfText(candidate)) : candidate.state !== 'sent-back' && !(hasNews && candidate.isLive);
  const described = (await describeGroups(visit, names, situation, shown)).map((group, index) => ({
    ...group,
    texts: (shown[index]?.candidates ?? []).flatMap((candidate, place) => {
      const text = group.texts[place];
      const why = whyOf.get(candidate) ?? null;
      const isReturned = !text?.isOld && returned !== undefined && isSameText(candidate, returned.text);
      const anchor = `${candidate.origin === 'live' ? 'live-' : ''}${language === null ? `${candidate.language}-` : ''}`;
      return text
        ? {
            ...text,
            anchor: `${anchor}${candidate.prompt}`,
            remarks: remarks.filter((remark) => fieldOfText(remark) === fieldOfText(candidate)),
            isOwn: why === 'own',
            isHeard: mayApprove && why === null,
            isTicked: why !== 'own' && isChosen(candidate),
            comment: isReturned ? returned.comment : null,
            commentError: isReturned ? returned.error : undefined,
          }
        : [];
    }),
  }));
  const texts = described.flatMap((group) => group.texts);
  const mayTick = mayApprove && texts.some(({ isOwn }) => !isOwn);
  // The page may no longer have the field to which an error belongs, for example because the text no longer waits for
  // approval.
  const unplaced = [
    mayTick && language !== null ? null : { error: readerError, typed: typed?.reader },
    texts.some(({ comment }) => comment !== null) ? null : { error: returned?.error, typed: returned?.comment },
  ].filter((field) => field !== null);
  show(response, approveView, {
    status,
    title:
      language === null ? t('approvals.title') : t('approvals.of-language', { language: names.language(language) }),
    trail: language === null ? [] : [{ path: '/approvals', text: t('approvals.title') }],
    address: `/console/approvals${language === null ? '' : `/${language}`}`,
    language,
    languages: languages.map(({ tag }) => ({
      tag,
      name: names.language(tag),
      count: waiting.filter((text) => text.language === tag).length,
    })),
    problems: [...problems, ...unplaced.flatMap(({ error }) => error ?? [])],
    details,
    unplaced: unplaced.map(({ typed: text = '' }) => text),
    groups: described,
    left,
    mayApprove,
    mayTick,
    reader: typed?.reader ?? '',
    readerError,
    isReviewed: typed?.isReviewed ?? false,
    playing: listening && {
      listening,
      names: listening.texts.map(names.text),
      heard: heard?.numbers ?? [],
      areSomeChanged: sent.areSomeChanged ?? false,
      isFile: sent.isFile ?? false,
    },
  });
}

/**
 * The texts to tick: those that were ticked in the submitted form or, without a form, those of the playlist. Null if
 * there is neither.
 */
function chosenIn({ typed, heard, listening, rest = [] }: Sent): ReadonlySet<string> | null {
  const played = [...(heard?.texts ?? []), ...(listening?.texts ?? []), ...rest];
  const chosen = typed?.ticked ?? (played.length > 0 ? played : null);
  return chosen && new Set(chosen.map(fieldOfText));
}

const isSameText = (one: HashedText, other: HashedText): boolean =>
  one.language === other.language && one.prompt === other.prompt;
