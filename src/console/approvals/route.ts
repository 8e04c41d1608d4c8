import { type Request, type Response, Router } from 'express';
import { queryIn } from '../../frame/form.ts';
import { checkbox, integer, listOf, numberOf, readForm, textLine } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { goTo, showMessage } from '../../frame/show.ts';
import { actorIn, visitOf } from '../../frame/visit.ts';
import type { HashedText } from '../../office/editions/approval/approval-records.ts';
import { waitingIn } from '../../office/editions/approval/candidates.ts';
import type { Refused } from '../../office/editions/approval/choose.ts';
import type { Actor } from '../../office/staff/desk/actor.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { isFirstEditionPending } from '../first-edition.ts';
import { type Sent, showApprove } from './approve-page.ts';
import { fieldOfText } from './describe-groups.ts';
import { endElsewhere, notHeard } from './heard-elsewhere.ts';
import { languageIn, readTicked, textsIn } from './sent-texts.ts';
import { longestComment } from './waiting-text.ts';
import { whyNot } from './why-not.ts';

type ApprovalsParts = Pick<
  ConsoleParts,
  'approvals' | 'nativeReviews' | 'drafts' | 'editions' | 'isLiveForgotten' | 'report'
>;

const back = '/console/approvals';

/**
 * Staff listen to texts and approve them. `/console/approvals` has the first waiting texts of all languages.
 * `/console/approvals/<language>` has all waiting texts of one language.
 */
export function createApprovalsPage(parts: ApprovalsParts): ConsolePage {
  const { approvals } = parts;
  const router = Router();
  addListening(router, parts);
  addDeciding(router, parts);
  return {
    path: '/approvals',
    navKey: 'approvals.nav',
    group: 'publish',
    aboutKey: 'approvals.about',
    act: 'read',
    styles: ['approvals'],
    scripts: ['approvals'],
    router,
    tasks: async ({ t }) => {
      if (await isFirstEditionPending(parts)) return [];
      const waiting = waitingIn(await approvals.read());
      const liveCount = waiting.filter(({ isLive }) => isLive).length;
      const newCount = waiting.filter(({ state, isLive }) => state === 'to-approve' && !isLive).length;
      if (liveCount + newCount === 0) return [];
      const detail = t(liveCount > 0 ? 'approvals.news-live' : 'approvals.news', { count: newCount, live: liveCount });
      return [{ kind: 'approve', detail, href: '/console/approvals' }];
    },
  };
}

/** The actions of the forms on these pages. The address of a form ends with its action. */
const acts = ['listening', 'listening-file', 'listened', 'heard-elsewhere', 'approve', 'send-back'] as const;

/** The paths of an action: on the page of all languages, and on the page of one language. */
const pathsOf = (act: (typeof acts)[number]): string[] => [`/${act}`, `/:language/${act}`];

/**
 * Maximum number of finished listenings that one playlist remembers. A listening has about a minute, so these are more
 * than three hours.
 */
const mostHeard = 200;

function addListening(router: Router, parts: ApprovalsParts): void {
  const { approvals, report } = parts;
  const mayApprove = requireMember('approve');
  /** Reads the numbers of the listenings that an address or a form names as heard, and looks up their texts. */
  const heardIn = async (response: Response, sent: readonly string[]) => {
    const numbers = [...new Set(sent.slice(-mostHeard).flatMap((each) => numberOf(each) ?? []))];
    return { numbers, texts: await approvals.textsOfListenings(actorIn(response), numbers) };
  };

  // A browser may open the address of a form with GET. The name of the action must then not be taken for a language.
  router.get(
    acts.map((act) => `/${act}`),
    (_request, response) => response.redirect(303, back),
  );

  router.get(['/', '/:language'], async (request, response) => {
    const query = queryIn(request);
    const number = numberOf(query.get('listening'));
    await showApprove(parts, response, languageIn(request), {
      listening: number === null ? null : await approvals.readListening(actorIn(response), number),
      heard: await heardIn(response, query.getAll('heard')),
      areSomeChanged: query.has('changed'),
      isFile: query.has('file'),
    });
  });

  router.post([...pathsOf('listening'), ...pathsOf('listening-file')], mayApprove, async (request, response) => {
    // Listening does not need the native reader's name, so an error in that field does not matter here.
    const { isGood: _isGood, ...sent } = readTicked(request, response);
    const [how, query] = request.path.endsWith('-file') ? (['file', '&file=yes'] as const) : (['browser', ''] as const);
    const result = await approvals.beginListening(actorIn(response), sent.typed.ticked, how);
    if (result.kind === 'begun') return goTo(response, `${pathOf(request)}?listening=${result.number}${query}`);
    if (result.kind === 'not-spoken') result.failures.forEach(report);
    await showApprove(parts, response, languageIn(request), { ...sent, ...(await whyNot(parts, response, result)) });
  });

  router.post(pathsOf('heard-elsewhere'), mayApprove, async (request, response) => {
    const { changed } = readForm(request, visitOf(response).t, { changed: checkbox }).typed;
    const ended = await endElsewhere(parts, request, response);
    const heard = await heardIn(response, [...listOf(request, 'heard'), ...ended.heard]);
    const { refused } = ended;
    if (refused) {
      const sent = { ...refused, heard, isFile: true, areSomeChanged: changed };
      return showApprove(parts, response, languageIn(request), sent);
    }
    goTo(
      response,
      `${pathOf(request)}?${queryOf(heard)}`,
      changed ? 'approvals.done.heard-changed' : 'approvals.done.heard',
    );
  });

  // If the form names more texts, the playlist continues. The next listening begins at once, with the first of these
  // texts.
  router.post(pathsOf('listened'), mayApprove, async (request, response) => {
    const { t } = visitOf(response);
    const actor = actorIn(response);
    const { listening: number, changed } = readForm(request, t, { listening: integer, changed: checkbox }).typed;
    const before = listOf(request, 'heard');
    const result = await approvals.endListening(actor, number);
    if (result.kind !== 'heard') {
      return showApprove(parts, response, languageIn(request), {
        ...(await notHeard(approvals, response, number, result)),
        heard: await heardIn(response, before),
        rest: textsIn(request),
        areSomeChanged: changed,
      });
    }
    const heard = await heardIn(response, [...before, String(number)]);
    const { next, areSomeChanged } = await continuePlaylist(actor, textsIn(request), changed);
    const query = queryOf(heard);
    if (next.kind === 'begun') {
      query.set('listening', String(next.number));
      if (areSomeChanged) query.set('changed', 'yes');
      return goTo(response, `${pathOf(request)}?${query}`);
    }
    if (next.kind === 'nothing-chosen') {
      const notice = areSomeChanged ? 'approvals.done.heard-changed' : 'approvals.done.heard';
      return goTo(response, `${pathOf(request)}?${query}`, notice);
    }
    if (next.kind === 'not-spoken') next.failures.forEach(report);
    await showApprove(parts, response, languageIn(request), { heard, ...(await whyNot(parts, response, next)) });
  });

  /** Begins the next listening of a playlist. Texts that have changed since the playlist began are left out. */
  async function continuePlaylist(actor: Actor, rest: readonly HashedText[], areSomeChanged: boolean) {
    const next = await approvals.beginListening(actor, rest);
    if (next.kind !== 'refused') return { next, areSomeChanged };
    const changedFields = new Set(next.refused.map(fieldOfText));
    const same = rest.filter((text) => !changedFields.has(fieldOfText(text)));
    return { next: await approvals.beginListening(actor, same), areSomeChanged: true };
  }
}

function addDeciding(router: Router, parts: ApprovalsParts): void {
  const { approvals, report } = parts;
  const mayApprove = requireMember('approve');
  const showAgain = (request: Request, response: Response, sent: Sent) =>
    showApprove(parts, response, languageIn(request), sent);

  router.post(pathsOf('approve'), mayApprove, async (request, response) => {
    const { isGood, ...sent } = readTicked(request, response);
    const { ticked: texts, isReviewed, reader } = sent.typed;
    if (!isGood) {
      const nothing = texts.length === 0 ? await whyNot(parts, response, { kind: 'nothing-chosen' }) : {};
      return showAgain(request, response, { ...sent, status: 422, ...nothing });
    }
    const form = { texts, reader: isReviewed ? reader : null };
    const result = await approvals.approve(actorIn(response), form);
    if (result.kind === 'approved') return goTo(response, pathOf(request), 'approvals.done.approved');
    // If texts were refused only because they were not heard, the other texts are approved.
    const heard = result.kind === 'refused' ? withoutUnheard(texts, result.refused) : [];
    if (heard.length > 0) {
      const { kind } = await approvals.approve(actorIn(response), { ...form, texts: heard });
      if (kind === 'approved') return goTo(response, pathOf(request), 'approvals.done.approved-heard');
    }
    if (result.kind === 'no-reader') {
      const readerError = visitOf(response).t('approvals.wrong.no-reader');
      return showAgain(request, response, { ...sent, status: 422, readerError });
    }
    if (result.kind === 'not-spoken') result.failures.forEach(report);
    await showAgain(request, response, { ...sent, ...(await whyNot(parts, response, result)) });
  });

  router.post(pathsOf('send-back'), mayApprove, async (request, response) => {
    const { t } = visitOf(response);
    const [text] = textsIn(request);
    if (!text) return showMessage(response, 404, 'approvals.unknown', { back });
    const { typed, errors, isGood } = readForm(request, t, { comment: textLine(longestComment) });
    const returned = { text, comment: typed.comment };
    if (!isGood) return showAgain(request, response, { status: 422, returned: { ...returned, error: errors.comment } });
    const { kind } = await approvals.sendBack(actorIn(response), text, typed.comment);
    if (kind === 'sent-back') return goTo(response, pathOf(request), 'approvals.done.sent-back');
    const why = t(`approvals.wrong.${kind}`);
    if (kind === 'no-comment') {
      return showAgain(request, response, { status: 422, returned: { ...returned, error: why } });
    }
    await showAgain(request, response, { status: 409, problems: [why], returned });
  });
}

/**
 * The texts that were not refused, if all refused ones were refused because the approver has not heard them. If there
 * was any other reason, the result is empty.
 */
function withoutUnheard(texts: readonly HashedText[], refused: readonly Refused[]): HashedText[] {
  if (refused.some(({ why }) => why !== 'not-heard')) return [];
  const unheard = new Set(refused.map(fieldOfText));
  return texts.filter((text) => !unheard.has(fieldOfText(text)));
}

/** The query of the page's address that lists the finished listenings of a playlist. */
const queryOf = ({ numbers }: { readonly numbers: readonly number[] }): URLSearchParams =>
  new URLSearchParams(numbers.map((each) => ['heard', String(each)]));

const pathOf = (request: Request): string => {
  const language = languageIn(request);
  return language === null ? '/approvals' : `/approvals/${language}`;
};
