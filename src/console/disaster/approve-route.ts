import { type Request, type Response, Router } from 'express';
import type { LanguageTag } from '../../call/line.ts';
import { messageOf } from '../../common/errors.ts';
import { announcersFirst } from '../../office/disaster/readiness.ts';
import type { HashedText } from '../../office/editions/approval/approval-records.ts';
import { type ApprovalSnapshot, type Candidate, waitingIn } from '../../office/editions/approval/candidates.ts';
import type { OpenListening } from '../../office/editions/approval/listen.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import { promptsInDisaster } from '../../words/prompt-ids.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { chosen as chosenOption, integer, numberOf, readForm } from '../frame/read-form.ts';
import { requireMember } from '../frame/require-member.ts';
import { goTo, show } from '../frame/show.ts';
import { memberOf, visitOf } from '../frame/visit.ts';
import { approveDisasterView, describeTexts } from './approve-view.ts';

type ApproveParts = Pick<ConsoleParts, 'approvals' | 'report'>;

/**
 * `/console/disaster/approve`: the texts of a disaster notice in one playlist, first in the languages that everybody hears. They
 * are heard once and approved together.
 */
export function createApproveRouter(parts: ApproveParts): Router {
  const { approvals, report } = parts;
  const router = Router();
  const approve = requireMember('approve');
  router.get('/', async (request, response) => {
    const read = async (asked: unknown) => {
      const number = numberOf(asked);
      return number === null ? null : approvals.readListening(actorIn(response), number);
    };
    const { listening, heard, language } = request.query;
    const asked = [language].flat().filter((each) => typeof each === 'string');
    await showApprove(parts, response, { asked, listening: await read(listening), heard: await read(heard) });
  });

  router.post('/listening', approve, async (request, response) => {
    const { languages } = readForm(request, visitOf(response).t, { languages: chosenOption }).typed;
    const asked = languages.split(' ');
    const situation = await approvals.read();
    const chosen = waitingDisaster(situation).filter((each) => asked.includes(each.language));
    const whys = await approvals.whyNot(actorIn(response), situation, chosen);
    const texts = chosen.filter((_text, index) => whys[index] !== 'own');
    const result = await approvals.beginListening(actorIn(response), texts, longestPlaylist);
    if (result.kind === 'begun') return goTo(response, `/disaster/approve?listening=${result.number}`);
    if (result.kind === 'not-spoken') result.failures.forEach(report);
    const onlyOwn = chosen.length > 0 && texts.length === 0;
    const problems = onlyOwn ? [visitOf(response).t('disaster-approval.only-own')] : problemsOf(response, result);
    await showApprove(parts, response, { asked, problems });
  });

  router.post('/listened', approve, async (request, response) => {
    const number = listeningIn(request, response);
    const result = await approvals.endListening(actorIn(response), number);
    if (result.kind === 'heard') return goTo(response, `/disaster/approve?heard=${number}`, 'approvals.done.heard');
    const listening = await approvals.readListening(actorIn(response), number);
    const count = result.kind === 'too-short' ? result.missing : 0;
    const problems = [visitOf(response).t(`approvals.wrong.${result.kind}`, { count })];
    await showApprove(parts, response, { listening, problems });
  });

  router.post('/', approve, async (request, response) => {
    const heard = await approvals.readListening(actorIn(response), listeningIn(request, response));
    const result = await approvals.approve(actorIn(response), { texts: heard?.texts ?? [], reader: null });
    if (result.kind === 'approved') return goTo(response, '/disaster/approve', 'disaster-approval.done.approved');
    if (result.kind === 'not-spoken') result.failures.forEach(report);
    await showApprove(parts, response, { heard, problems: problemsOf(response, result) });
  });
  return router;
}

const actorIn = (response: Response) => actorOf(memberOf(response).member);

const listeningIn = (request: Request, response: Response): number =>
  readForm(request, visitOf(response).t, { listening: integer }).typed.listening;

/** The texts of a notice that can be approved now: those that callers hear, and new ones of the draft; by language. */
export function waitingDisaster(situation: ApprovalSnapshot): Candidate[] {
  const lines = [situation.live, situation.draft].map(({ draft }) => draft.line);
  const prompts = new Set(lines.flatMap(promptsInDisaster));
  const tags = announcersFirst(situation.now.line.file);
  return waitingIn(situation)
    .filter(({ prompt, state, isLive }) => prompts.has(prompt) && (isLive || state === 'to-approve'))
    .toSorted((one, other) => tags.indexOf(one.language) - tags.indexOf(other.language));
}

/** Seconds: everything in one listening, as far as one sound holds it. */
const longestPlaylist = 590;

/** How many failures are shown. */
const mostFailures = 5;

type Problem =
  | { readonly kind: 'refused'; readonly refused: readonly (HashedText & { readonly why: RefusalWhy })[] }
  | { readonly kind: 'not-spoken'; readonly failures: readonly unknown[] }
  | { readonly kind: 'not-allowed' | 'nothing-chosen' | 'no-reader' | 'too-long' };
type RefusalWhy = 'own' | 'not-heard' | 'changed' | 'approved-already' | 'not-ready';

function problemsOf(response: Response, result: Problem): string[] {
  const { t } = visitOf(response);
  if (result.kind === 'refused') {
    return [...Map.groupBy(result.refused, ({ why }) => why)].map(([why, texts]) =>
      t(`approvals.refused.${why}`, {
        prompts: texts.map(({ language, prompt }) => `${prompt} (${language})`).join(', '),
      }),
    );
  }
  const failures = result.kind === 'not-spoken' ? [...new Set(result.failures.map(messageOf))] : [];
  return [t(`approvals.wrong.${result.kind}`), ...failures.slice(0, mostFailures)];
}

/** What was asked for or sent, and the outcome. */
interface Sent {
  /** The languages that were asked for; unknown ones are ignored. */
  readonly asked?: readonly string[];
  readonly listening?: OpenListening | null;
  readonly heard?: OpenListening | null;
  /** Sentences that say why it was refused. */
  readonly problems?: readonly string[];
}

async function showApprove(
  { approvals }: ApproveParts,
  response: Response,
  { asked = [], listening = null, heard = null, problems = [] }: Sent,
): Promise<void> {
  const visit = visitOf(response);
  const situation = await approvals.read();
  const { now, live, verdicts } = situation;
  const { file } = now.line;
  const waiting = waitingDisaster(situation);
  const played = listening ?? heard;
  const chosen = played
    ? [...new Set(played.texts.map(({ language }) => language))]
    : chooseLanguages(asked, announcersFirst(file), file.announcers, waiting);
  const isPlayed = ({ language, prompt, hash }: Candidate) =>
    played?.texts.some((each) => each.hash === hash && each.language === language && each.prompt === prompt) ?? true;
  const isReady = (language: LanguageTag) =>
    promptsInDisaster(live.draft.line).every(
      (prompt) => verdicts.of({ language, prompt }, live.hashes.find({ language, prompt })) === 'approved',
    );
  show(response, approveDisasterView, {
    status: problems.length > 0 ? 409 : 200,
    title: visit.t('disaster-approval.title'),
    trail: [{ path: '/disaster', text: visit.t('disaster.nav') }],
    problems,
    languages: announcersFirst(file).map((tag) => ({
      tag,
      name: file.languages.find((each) => each.tag === tag)?.name ?? tag,
      isFirst: file.announcers.includes(tag),
      waiting: waiting.filter(({ language }) => language === tag).length,
      isReady: isReady(tag),
      texts: chosen.includes(tag)
        ? describeTexts(
            visit,
            situation,
            waiting.filter((each) => each.language === tag && isPlayed(each)),
          )
        : [],
    })),
    chosen,
    listening: listening && {
      number: listening.number,
      audio: `/audio/${listening.narration.key}.wav`,
      count: listening.texts.length,
      seconds: Math.ceil(listening.seconds),
    },
    heard: heard && { number: heard.number, count: heard.texts.length },
    mayApprove: may(memberOf(response).member.role, 'approve'),
  });
}

/** What is played next: the languages asked for, else those that everybody hears, else one more; each with texts that wait. */
function chooseLanguages(
  asked: readonly string[],
  all: readonly LanguageTag[],
  announcers: readonly LanguageTag[],
  waiting: readonly Candidate[],
): LanguageTag[] {
  const open = all.filter((tag) => waiting.some(({ language }) => language === tag));
  const [own, first] = [open.filter((tag) => asked.includes(tag)), open.filter((tag) => announcers.includes(tag))];
  return own.length > 0 ? own : first.length > 0 ? first : open.slice(0, 1);
}
