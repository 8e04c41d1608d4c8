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
import { formOf } from '../frame/form.ts';
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
  const readListening = async (response: Response, number: number | null) =>
    number === null ? null : approvals.readListening(actorIn(response), number);
  const readHeard = async (response: Response, asked: readonly unknown[]): Promise<Heard> => {
    const numbers = asked.slice(0, mostHeard).flatMap((each) => numberOf(each) ?? []);
    return { numbers, texts: await approvals.textsOfListenings(actorIn(response), numbers) };
  };
  /** Begins to listen to what waits in some languages, without what the approver has written or heard already. */
  const begin = async (response: Response, asked: readonly string[], heard: readonly HashedText[]) => {
    const situation = await approvals.read();
    const chosen = waitingDisaster(situation).filter((each) => asked.includes(each.language));
    const whys = await approvals.whyNot(actorIn(response), situation, chosen);
    const texts = chosen.filter((text, index) => whys[index] !== 'own' && !isAmong(heard)(text));
    const result = await approvals.beginListening(actorIn(response), texts);
    if (result.kind === 'not-spoken') result.failures.forEach(report);
    return { result, onlyOwn: chosen.length > 0 && texts.length === 0 };
  };

  router.get('/', async (request, response) => {
    const { listening, heard, language } = request.query;
    await showApprove(parts, response, {
      asked: [language].flat().filter((each) => typeof each === 'string'),
      listening: await readListening(response, numberOf(listening)),
      heard: await readHeard(response, [heard].flat()),
    });
  });

  router.post('/listening', approve, async (request, response) => {
    const asked = languagesIn(request, response);
    const { result, onlyOwn } = await begin(response, asked, []);
    if (result.kind === 'begun') return goTo(response, addressOf([], asked, result.number));
    const problems = onlyOwn ? [visitOf(response).t('disaster-approval.only-own')] : problemsOf(response, result);
    await showApprove(parts, response, { asked, problems });
  });

  // A listening takes about a minute. What is left of the playlist goes on in the next one.
  router.post('/listened', approve, async (request, response) => {
    const { t } = visitOf(response);
    const number = readForm(request, t, { listening: integer }).typed.listening;
    const asked = languagesIn(request, response);
    const before = formOf(request).getAll('heard');
    const ended = await approvals.endListening(actorIn(response), number);
    if (ended.kind !== 'heard') {
      const count = ended.kind === 'too-short' ? ended.missing : 0;
      return showApprove(parts, response, {
        asked,
        listening: await readListening(response, number),
        heard: await readHeard(response, before),
        problems: [t(`approvals.wrong.${ended.kind}`, { count })],
      });
    }
    const heard = await readHeard(response, [...before, String(number)]);
    const { result } = await begin(response, asked, heard.texts);
    if (result.kind === 'begun') return goTo(response, addressOf(heard.numbers, asked, result.number));
    if (result.kind === 'nothing-chosen') {
      return goTo(response, addressOf(heard.numbers, asked, null), 'approvals.done.heard');
    }
    await showApprove(parts, response, { asked, heard, problems: problemsOf(response, result) });
  });

  router.post('/', approve, async (request, response) => {
    const heard = await readHeard(response, formOf(request).getAll('heard'));
    const result = await approvals.approve(actorIn(response), { texts: heard.texts, reader: null });
    if (result.kind === 'approved') return goTo(response, '/disaster/approve', 'disaster-approval.done.approved');
    if (result.kind === 'not-spoken') result.failures.forEach(report);
    await showApprove(parts, response, { heard, problems: problemsOf(response, result) });
  });
  return router;
}

const actorIn = (response: Response) => actorOf(memberOf(response).member);

/** The listenings of a playlist that have been heard to their end, and their texts. */
interface Heard {
  readonly numbers: readonly number[];
  readonly texts: readonly HashedText[];
}

/** How many listenings of a playlist count. */
const mostHeard = 200;

const isAmong =
  (texts: readonly HashedText[]) =>
  ({ language, prompt, hash }: HashedText): boolean =>
    texts.some((each) => each.hash === hash && each.language === language && each.prompt === prompt);

const languagesIn = (request: Request, response: Response): string[] =>
  readForm(request, visitOf(response).t, { languages: chosenOption }).typed.languages.split(' ');

/** The page while a playlist is heard, and after it. */
function addressOf(heard: readonly number[], languages: readonly string[], listening: number | null): string {
  const query = new URLSearchParams([
    ...languages.map((language) => ['language', language]),
    ...heard.map((number) => ['heard', String(number)]),
    ...(listening === null ? [] : [['listening', String(listening)]]),
  ]);
  return `/disaster/approve?${query}`;
}

/** The texts of a notice that can be approved now: those that callers hear, and new ones of the draft; by language. */
export function waitingDisaster(situation: ApprovalSnapshot): Candidate[] {
  const lines = [situation.live, situation.draft].map(({ draft }) => draft.line);
  const prompts = new Set(lines.flatMap(promptsInDisaster));
  const tags = announcersFirst(situation.now.line.file);
  return waitingIn(situation)
    .filter(({ prompt, state, isLive }) => prompts.has(prompt) && (isLive || state === 'to-approve'))
    .toSorted((one, other) => tags.indexOf(one.language) - tags.indexOf(other.language));
}

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
  readonly heard?: Heard;
  /** Sentences that say why it was refused. */
  readonly problems?: readonly string[];
}

async function showApprove(
  { approvals }: ApproveParts,
  response: Response,
  { asked = [], listening = null, heard = { numbers: [], texts: [] }, problems = [] }: Sent,
): Promise<void> {
  const visit = visitOf(response);
  const situation = await approvals.read();
  const { now, live, verdicts } = situation;
  const { file } = now.line;
  const waiting = waitingDisaster(situation);
  const played = listening ? listening.texts : heard.texts;
  const chosen = chooseLanguages(
    played.length > 0 ? played.map(({ language }) => language) : asked,
    announcersFirst(file),
    file.announcers,
    waiting,
  );
  const isPlayed = played.length > 0 ? isAmong(played) : () => true;
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
    languagesAsked: asked,
    heard: { numbers: heard.numbers, count: heard.texts.length },
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
