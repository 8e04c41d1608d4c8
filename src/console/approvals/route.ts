import { type Request, type Response, Router } from 'express';
import { messageOf } from '../../common/errors.ts';
import type { HashedText } from '../../office/editions/approval/approval-records.ts';
import { waitingIn } from '../../office/editions/approval/candidates.ts';
import type { Refused } from '../../office/editions/approval/choose.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { isFirstEditionPending } from '../frame/first-edition.ts';
import { formOf } from '../frame/form.ts';
import { checkbox, integer, numberOf, readForm, textLine } from '../frame/read-form.ts';
import { requireMember } from '../frame/require-member.ts';
import { goTo, show, showMessage } from '../frame/show.ts';
import { type ConsolePage, memberOf, visitOf } from '../frame/visit.ts';
import { longestReader, type Sent, showApprove } from './approve-page.ts';
import type { approvalsTexts } from './texts.ts';
import { longestComment } from './waiting-text.ts';
import { waitingView } from './waiting-view.ts';

type ApprovalsParts = Pick<ConsoleParts, 'approvals' | 'drafts' | 'editions' | 'report'>;

const back = '/console/approvals';

/** `/console/approvals` shows how many texts wait in each language. On `/<language>`, staff listen to them and approve them. */
export function createApprovalsPage(parts: ApprovalsParts): ConsolePage {
  const { approvals } = parts;
  const router = Router();
  router.get('/', async (_request, response) => {
    const situation = await approvals.read();
    const waiting = waitingIn(situation);
    const languages = situation.now.line.file.languages.map(({ tag, name }) => {
      const own = waiting.filter(({ language }) => language === tag);
      const live = own.filter(({ isLive }) => isLive).length;
      const sentBack = own.filter(({ state }) => state === 'sent-back').length;
      return { tag, name, news: own.length - live - sentBack, sentBack, live };
    });
    show(response, waitingView, { title: visitOf(response).t('approvals.title'), languages });
  });
  addLanguageRoutes(router, parts);
  return {
    path: '/approvals',
    navKey: 'approvals.nav',
    aboutKey: 'approvals.about',
    act: 'read',
    router,
    news: async ({ t }) => {
      if (await isFirstEditionPending(parts)) return null;
      const waiting = waitingIn(await approvals.read());
      const live = waiting.filter(({ isLive }) => isLive).length;
      const news = waiting.filter(({ state, isLive }) => state === 'to-approve' && !isLive).length;
      return live + news === 0 ? null : t(live > 0 ? 'approvals.news-live' : 'approvals.news', { count: news, live });
    },
  };
}

function addLanguageRoutes(router: Router, parts: ApprovalsParts): void {
  const { approvals, report } = parts;
  const mayApprove = requireMember('approve');
  const again = (request: Request, response: Response, sent: Sent) =>
    showApprove(parts, response, String(request.params.language), sent);

  router.get('/:language', async (request, response) => {
    const read = async (asked: unknown) => {
      const number = numberOf(asked);
      return number === null ? null : approvals.readListening(actorIn(response), number);
    };
    const { listening, heard } = request.query;
    await again(request, response, { listening: await read(listening), heard: (await read(heard))?.texts });
  });

  router.post('/:language/listening', mayApprove, async (request, response) => {
    const { isGood: _any, ...sent } = readTicked(request, response);
    const result = await approvals.beginListening(actorIn(response), sent.typed.ticked);
    if (result.kind === 'begun') return goTo(response, `${pathOf(request)}?listening=${result.number}`);
    if (result.kind === 'not-spoken') result.failures.forEach(report);
    await again(request, response, { ...sent, ...whyNot(response, result) });
  });

  router.post('/:language/listened', mayApprove, async (request, response) => {
    const { t } = visitOf(response);
    const { listening: asked } = readForm(request, t, { listening: integer }).typed;
    const result = await approvals.endListening(actorIn(response), asked);
    if (result.kind === 'heard') {
      return goTo(response, `${pathOf(request)}?heard=${asked}`, 'approvals.done.heard');
    }
    const listening = await approvals.readListening(actorIn(response), asked);
    const count = result.kind === 'too-short' ? result.missing : 0;
    const problems = [t(`approvals.wrong.${result.kind}`, { count })];
    await again(request, response, { status: 409, problems, listening });
  });

  router.post('/:language/approve', mayApprove, async (request, response) => {
    const { isGood, ...sent } = readTicked(request, response);
    const { ticked: texts, isReviewed, reader } = sent.typed;
    if (!isGood) {
      const nothing = texts.length === 0 ? whyNot(response, { kind: 'nothing-chosen' }) : {};
      return again(request, response, { ...sent, status: 422, ...nothing });
    }
    const result = await approvals.approve(actorIn(response), { texts, reader: isReviewed ? reader : null });
    if (result.kind === 'approved') return goTo(response, pathOf(request), 'approvals.done.approved');
    if (result.kind === 'no-reader') {
      const readerError = visitOf(response).t('approvals.wrong.no-reader');
      return again(request, response, { ...sent, status: 422, readerError });
    }
    if (result.kind === 'not-spoken') result.failures.forEach(report);
    await again(request, response, { ...sent, ...whyNot(response, result) });
  });

  router.post('/:language/send-back', mayApprove, async (request, response) => {
    const { t } = visitOf(response);
    const [text] = textsIn(request);
    if (!text) return showMessage(response, 404, 'approvals.unknown', { back });
    const { typed, errors, isGood } = readForm(request, t, { comment: textLine(longestComment) });
    const returned = { prompt: text.prompt, comment: typed.comment };
    if (!isGood) return again(request, response, { status: 422, returned: { ...returned, error: errors.comment } });
    const { kind } = await approvals.sendBack(actorIn(response), text, typed.comment);
    if (kind === 'sent-back') return goTo(response, pathOf(request), 'approvals.done.sent-back');
    const why = t(`approvals.wrong.${kind}`);
    if (kind === 'no-comment') {
      return again(request, response, { status: 422, returned: { ...returned, error: why } });
    }
    await again(request, response, { status: 409, problems: [why], returned });
  });
}

const actorIn = (response: Response) => actorOf(memberOf(response).member);

const pathOf = ({ params }: Request): string => `/approvals/${String(params.language)}`;

/** Reads the form for all texts. */
function readTicked(request: Request, response: Response) {
  const { typed, errors, isGood } = readForm(request, visitOf(response).t, {
    reader: textLine(longestReader),
    reviewed: checkbox,
  });
  return {
    typed: { reader: typed.reader, isReviewed: typed.reviewed, ticked: textsIn(request) },
    readerError: errors.reader,
    isGood,
  };
}

/** The texts, with the hashes that the page had when it was sent. Each field is `<prompt> <hash>`. */
function textsIn(request: Request): HashedText[] {
  const language = String(request.params.language);
  const sent = new Set(formOf(request).getAll('text'));
  return [...sent].map((field) => {
    const [prompt = '', hash = ''] = field.split(' ');
    return { language, prompt, hash };
  });
}

/** Why nothing was listened to or approved. */
type NotDone =
  | { readonly kind: 'refused'; readonly refused: readonly Refused[] }
  | { readonly kind: 'not-spoken'; readonly failures: readonly unknown[] }
  | { readonly kind: Exclude<keyof typeof approvalsTexts.wrong, 'not-spoken'> };

/** How many failures are shown. If there are more, their cause is not in the sentences. */
const mostFailures = 5;

function whyNot(response: Response, result: NotDone): Pick<Sent, 'status' | 'problems'> {
  const { t } = visitOf(response);
  switch (result.kind) {
    case 'refused':
      return {
        status: 409,
        problems: [...Map.groupBy(result.refused, ({ why }) => why)].map(([why, texts]) =>
          t(`approvals.refused.${why}`, { prompts: texts.map(({ prompt }) => prompt).join(', ') }),
        ),
      };
    case 'not-spoken': {
      const sentences = [...new Set(result.failures.map(messageOf))].slice(0, mostFailures);
      return { status: 503, problems: [t('approvals.wrong.not-spoken'), ...sentences] };
    }
    default:
      return { status: 422, problems: [t(`approvals.wrong.${result.kind}`)] };
  }
}
