import { type Request, type Response, Router } from 'express';
import { messageOf } from '../../common/errors.ts';
import type { HashedText } from '../../office/editions/approval/approval.ts';
import type { Refused } from '../../office/editions/approval/choose.ts';
import type { Failure } from '../../office/editions/prepare-audio.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { fieldOf, formOf } from '../form.ts';
import { numberOf } from '../number-of.ts';
import { requireMember } from '../require-member.ts';
import { goTo, showMessage } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';
import { type ApprovalsParts, type Sent, showApprove } from './approve-page.ts';

/** So many sentences without a sound are named: where it is more, it is not the sentences. */
const mostFailures = 5;

/** The texts of one language that wait for approval: `/console/approvals/<language>`. */
export function createApproveRouter(parts: ApprovalsParts): Router {
  const { approvals, report } = parts;
  const router = Router();
  const mayApprove = requireMember('approve');
  const actor = (response: Response) => actorOf(memberOf(response).member);
  const again = (request: Request, response: Response, sent: Sent) =>
    showApprove(parts, response, String(request.params.language), sent);
  const problem = (request: Request, response: Response, status: number, key: string, sent: Sent) =>
    again(request, response, { ...sent, status, problems: [visitOf(response).t(`approvals.wrong.${key}`)] });
  const notSpoken = (
    request: Request,
    response: Response,
    { failures }: { readonly failures: readonly Failure[] },
    sent: Sent,
  ) => {
    failures.forEach(report);
    const which = [...new Set(failures.map(messageOf))].slice(0, mostFailures);
    return again(request, response, {
      ...sent,
      status: 503,
      problems: [visitOf(response).t('approvals.wrong.not-spoken'), ...which],
    });
  };

  router.get('/:language', async (request, response) => {
    const asked = numberOf(request.query.listening);
    const listening = asked === null ? null : await approvals.readListening(actor(response), asked);
    await again(request, response, { listening });
  });

  router.post('/:language/listening', mayApprove, async (request, response) => {
    const result = await approvals.beginListening(actor(response), textsIn(request));
    if (result.kind === 'begun') return goTo(response, `${pathOf(request)}?listening=${result.number}`);
    const sent = typedIn(request);
    if (result.kind === 'refused') {
      return again(request, response, { ...sent, status: 409, problems: tell(response, result) });
    }
    if (result.kind === 'not-spoken') return notSpoken(request, response, result, sent);
    await problem(request, response, 422, result.kind, sent);
  });

  router.post('/:language/listened', mayApprove, async (request, response) => {
    const number = numberOf(fieldOf(request, 'listening')) ?? 0;
    const result = await approvals.endListening(actor(response), number);
    const path = `${pathOf(request)}?listening=${number}`;
    if (result.kind === 'heard') return goTo(response, `${path}&notice=approvals.done.heard`);
    const listening = await approvals.readListening(actor(response), number);
    const missing = result.kind === 'too-short' ? result.missing : 0;
    const problems = [visitOf(response).t(`approvals.wrong.${result.kind}`, { missing })];
    await again(request, response, { status: 409, problems, listening });
  });

  router.post('/:language/approve', mayApprove, async (request, response) => {
    const sent = typedIn(request);
    const { ticked: texts, isReviewed, reader } = sent.typed;
    const result = await approvals.approve(actor(response), { texts, reader: isReviewed ? reader : null });
    if (result.kind === 'approved') return goTo(response, pathOf(request), 'approvals.done.approved');
    if (result.kind === 'refused') {
      return again(request, response, { ...sent, status: 409, problems: tell(response, result) });
    }
    if (result.kind === 'not-spoken') return notSpoken(request, response, result, sent);
    await problem(request, response, 422, result.kind, sent);
  });

  router.post('/:language/send-back', mayApprove, async (request, response) => {
    const [text] = textsIn(request);
    if (!text) return showMessage(response, 404, 'approvals.unknown', { back: '/console/approvals' });
    const comment = fieldOf(request, 'comment');
    const { kind } = await approvals.sendBack(actor(response), text, comment);
    if (kind === 'sent-back') return goTo(response, pathOf(request), 'approvals.done.sent-back');
    const returned = { prompt: text.prompt, comment };
    await problem(request, response, kind === 'no-comment' ? 422 : 409, kind, { returned });
  });
  return router;
}

const pathOf = ({ params }: Request): string => `/approvals/${String(params.language)}`;

/** What the form of all texts held. */
const typedIn = (request: Request) => ({
  typed: {
    reader: fieldOf(request, 'reader'),
    isReviewed: fieldOf(request, 'reviewed') === '1',
    ticked: textsIn(request),
  },
});

/** The texts that somebody had before his eyes: each field is `<prompt> <hash>`. */
function textsIn(request: Request): HashedText[] {
  const language = String(request.params.language);
  const sent = new Set(formOf(request).getAll('text'));
  return [...sent].map((field) => {
    const [prompt = '', hash = ''] = field.split(' ');
    return { language, prompt, hash };
  });
}

/** Everything that is in the way, one sentence for each kind of it. */
function tell(response: Response, { refused }: { readonly refused: readonly Refused[] }): string[] {
  const { t } = visitOf(response);
  return [...Map.groupBy(refused, ({ why }) => why)].map(([why, texts]) =>
    t(`approvals.refused.${why}`, { prompts: texts.map(({ prompt }) => prompt).join(', ') }),
  );
}
