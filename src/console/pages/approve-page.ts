import type { Response } from 'express';
import type { HashedText } from '../../office/editions/approval/approval.ts';
import { type Candidate, waitingIn } from '../../office/editions/approval/candidates.ts';
import type { OpenListening } from '../../office/editions/approval/listen.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { show, showMessage } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';
import { showCandidate } from './show-candidate.ts';

export type ApprovalsParts = Pick<ConsoleParts, 'approvals' | 'report'>;

/** What somebody sent and what became of it. */
export interface Sent {
  readonly status?: number;
  /** What is in the way, in sentences. */
  readonly problems?: readonly string[];
  /** What is being listened to. */
  readonly listening?: OpenListening | null;
  readonly typed?: {
    readonly reader: string;
    /** Whether a native reader is said to have gone through them. */
    readonly isReviewed: boolean;
    readonly ticked: readonly HashedText[];
  };
  /** A text that somebody wanted to send back, and what was typed about it. */
  readonly returned?: { readonly prompt: string; readonly comment: string };
}

/** Answers with everything of one language that waits for somebody to listen. */
export async function showApprove(
  { approvals }: ApprovalsParts,
  response: Response,
  language: string,
  { status = 200, problems = [], listening = null, typed, returned }: Sent = {},
): Promise<void> {
  const visit = visitOf(response);
  const { t } = visit;
  const actor = actorOf(memberOf(response).member);
  const situation = await approvals.read();
  const name = situation.now.line.file.languages.find(({ tag }) => tag === language)?.name;
  if (name === undefined) return showMessage(response, 404, 'approvals.unknown', { back: '/console/approvals' });
  // What is new comes first: on a line of which nothing was ever approved it would be lost among all the rest.
  const waiting = waitingIn(situation)
    .filter((each) => each.language === language)
    .toSorted((one, other) => Number(one.isLive) - Number(other.isLive));
  const whys = await approvals.whyNot(actor, situation, waiting);
  const chosen = typed?.ticked ?? listening?.texts;
  const hasNews = waiting.some(({ isLive }) => !isLive);
  const isChosen = ({ prompt, hash, isLive }: Candidate) =>
    chosen?.some((each) => each.prompt === prompt && each.hash === hash) ?? !(hasNews && isLive);
  const texts = waiting.map((candidate, index) => {
    const why = whys[index] ?? null;
    const isTicked = why !== 'own' && isChosen(candidate) && (candidate.state !== 'sent-back' || chosen !== undefined);
    const comment = returned?.prompt === candidate.prompt && candidate.origin === 'draft' ? returned.comment : null;
    const shown = showCandidate(visit, situation, candidate);
    return { ...shown, isOwn: why === 'own', isHeard: why === null, isTicked, comment };
  });
  const mayApprove = may(actor.role, 'approve');
  show(response, 'approve', {
    status,
    title: t('approvals.of-language', { language: name }),
    trail: [{ path: '/approvals', text: t('approvals.title') }],
    address: `/console/approvals/${language}`,
    tag: language,
    sourceTag: situation.now.line.file.sourceLanguage,
    problems,
    texts,
    mayApprove,
    mayTick: mayApprove && texts.some(({ isOwn }) => !isOwn),
    reader: typed?.reader ?? '',
    isReviewed: typed?.isReviewed ?? false,
    listening: listening && {
      number: listening.number,
      audio: `/audio/${listening.narration.key}.wav`,
      count: listening.texts.length,
      seconds: Math.ceil(listening.seconds),
      prompts: listening.texts.map(({ prompt }) => prompt).join(', '),
    },
  });
}
