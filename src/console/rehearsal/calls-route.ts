import { type Request, type Response, Router } from 'express';
import { formOf } from '../../frame/form.ts';
import { integer, numberOf, readForm, textLine } from '../../frame/read-form.ts';
import { requireMember } from '../../frame/require-member.ts';
import { type DoneKey, goTo, show, showMessage } from '../../frame/show.ts';
import type { Translate } from '../../frame/translate.ts';
import { actorIn, memberOf, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import { type CallResult, callLimits } from '../../office/rehearsal/call-desk.ts';
import { pathOf } from '../../office/rehearsal/rehearse.ts';
import { expectationOf } from '../../office/rehearsal/rehearsed-call.ts';
import { type CallsRun, heardNow, runRehearsedCalls } from '../../office/rehearsal/run-rehearsed-calls.ts';
import { may } from '../../office/staff/role.ts';
import { type CallOutcome, type ChangeRefused, callsView, describeKeptCall } from './calls-view.ts';
import { openRehearsal, type RehearsalPageParts } from './open-rehearsal.ts';
import { showRehearsal } from './page.ts';

/** `/console/rehearsal/calls`: the calls that are kept as tests, each with its outcome on the current draft. */
export function createCallsRouter(parts: RehearsalPageParts): Router {
  const { rehearsal } = parts;
  const { desk, records, drafted } = rehearsal;
  const router = Router();

  router.get('/', (_request, response) => showCalls(response));

  router.post('/', requireMember('edit'), async (request, response) => {
    const { t } = visitOf(response);
    const fields = formOf(request);
    const { typed, errors, isGood } = readForm(request, t, { title: textLine(callLimits.title) });
    const { title } = typed;
    if (!isGood) return showRehearsal(parts, response, fields, { status: 422, title, titleError: errors.title });
    const { call, situation } = await openRehearsal(parts, fields);
    const turns = call?.turns ?? [];
    const kept = { title, situation, path: pathOf(turns), expected: turns.map(expectationOf) };
    const { kind } = await desk.saveCall(actorIn(response), kept);
    if (kind === 'saved') return goTo(response, '/rehearsal/calls', 'rehearsal.done.kept');
    const titleError = t(`rehearsal.calls.wrong.${kind}`);
    await showRehearsal(parts, response, fields, { status: kind === 'conflict' ? 409 : 422, title, titleError });
  });

  router.post('/:number/rename', requireMember('edit'), async (request, response) => {
    const { t } = visitOf(response);
    const chosen = chosenIn(request, t);
    // Errors of the form are ignored here, because the desk checks the title again. The desk first finds the call: only
    // a call that exists has a field beside which an error about its title can be shown.
    const { title } = readForm(request, t, { title: textLine(callLimits.title) }).typed;
    const result = await desk.renameCall(actorIn(response), chosen, title);
    await answer(response, result, { number: chosen.number, title }, 'rehearsal.done.renamed');
  });

  router.post('/:number/archive', requireMember('edit'), async (request, response) => {
    const chosen = chosenIn(request, visitOf(response).t);
    const result = await desk.archiveCall(actorIn(response), chosen);
    await answer(response, result, { number: chosen.number }, 'rehearsal.done.archived');
  });

  router.post('/:number/accept', requireMember('edit'), async (request, response) => {
    const chosen = chosenIn(request, visitOf(response).t);
    const [{ edition }, call] = [await drafted(), await records.calls.find(chosen.number)];
    const heard = edition && call ? heardNow(edition, call) : [];
    const result = await desk.acceptCall(actorIn(response), chosen, heard);
    await answer(response, result, { number: chosen.number }, 'rehearsal.done.accepted');
  });

  /** @param sent the number of the call, and the title if one was typed */
  async function answer(
    response: Response,
    { kind }: CallResult,
    sent: Pick<ChangeRefused, 'number' | 'title'>,
    notice: DoneKey,
  ): Promise<void> {
    if (kind === 'saved') return goTo(response, '/rehearsal/calls', notice);
    if (kind === 'unknown')
      return showMessage(response, 404, 'rehearsal.calls.unknown', { back: '/console/rehearsal/calls' });
    const error = visitOf(response).t(`rehearsal.calls.wrong.${kind}`);
    const isAboutTitle = kind === 'no-title' || kind === 'long-title' || kind === 'same-title';
    const refused = isAboutTitle ? { ...sent, titleError: error } : { ...sent, error };
    await showCalls(response, kind === 'conflict' ? 409 : 422, refused);
  }

  async function showCalls(response: Response, status = 200, refused: ChangeRefused | null = null): Promise<void> {
    const visit = visitOf(response);
    const { t } = visit;
    const kept = (await records.calls.newest()).filter(({ isArchived }) => !isArchived);
    const { now, edition } = await drafted();
    const names = namesIn(visit, now);
    const run = edition && (await runRehearsedCalls(edition, kept));
    const outcomeOf = (number: number): CallOutcome =>
      run ? (run.failures.find((failure) => failure.number === number) ?? 'passed') : 'not-run';
    show(response, callsView, {
      status,
      title: t('rehearsal.calls.title'),
      trail: [{ path: '/rehearsal', text: t('rehearsal.title') }],
      calls: kept.map((call) => describeKeptCall(visit, names, call, outcomeOf(call.number))),
      summary: summaryOf(t, run),
      isGreen: run !== null && run.failures.length === 0,
      mayEdit: may(memberOf(response).member.role, 'edit'),
      refused,
    });
  }

  return router;
}

/** The call that a form is about, and the revision of the call that the page showed. */
function chosenIn(request: Request, t: Translate) {
  const { basedOn } = readForm(request, t, { basedOn: integer }).typed;
  return { number: numberOf(request.params.number) ?? 0, basedOn };
}

/** A sentence that says how many calls pass and how many fail, or that no calls could be made. */
function summaryOf(t: Translate, run: CallsRun | null): string {
  if (!run) return t('rehearsal.calls.not-run');
  const { passed, failures } = run;
  const failed = failures.length;
  return t(failed === 0 ? 'rehearsal.calls.green' : 'rehearsal.calls.red', { passed, failed });
}
