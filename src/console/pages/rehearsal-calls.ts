import { type Request, type Response, Router } from 'express';
import type { CallResult } from '../../office/rehearsal/call-desk.ts';
import { pathOf } from '../../office/rehearsal/rehearse.ts';
import { expectationOf } from '../../office/rehearsal/rehearsed-call.ts';
import { type CallsRun, heardNow, runRehearsedCalls } from '../../office/rehearsal/run-rehearsed-calls.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { may } from '../../office/staff/role.ts';
import { fieldOf, formOf } from '../form.ts';
import { numberOf } from '../number-of.ts';
import { requireMember } from '../require-member.ts';
import { goTo, show, showMessage } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';
import { openRehearsal, type RehearsalPageParts } from './open-rehearsal.ts';
import { showKeptCall } from './show-kept-call.ts';
import { showRehearsal } from './show-rehearsal.ts';

/** `…/calls`: calls that are kept as tests, with what becomes of each on the draft now. */
export function createRehearsalCallsRouter(parts: RehearsalPageParts): Router {
  const { rehearsal } = parts;
  const { desk, records, drafted } = rehearsal;
  const router = Router();

  router.get('/', (_request, response) => showCalls(response));

  router.post('/', requireMember('edit'), async (request, response) => {
    const fields = formOf(request);
    const title = fieldOf(request, 'title');
    const { call, situation } = await openRehearsal(parts, fields);
    const turns = call?.turns ?? [];
    const kept = { title, situation, path: pathOf(turns), expected: turns.map(expectationOf) };
    const { kind } = await desk.saveCall(actorOf(memberOf(response).member), kept);
    if (kind === 'saved') return goTo(response, '/rehearsal/calls', 'rehearsal.done.kept');
    const titleError = visitOf(response).t(`rehearsal.calls.wrong.${kind}`);
    await showRehearsal(parts, response, fields, { status: kind === 'conflict' ? 409 : 422, title, titleError });
  });

  router.post('/:number/rename', requireMember('edit'), async (request, response) => {
    const chosen = chosenIn(request);
    const result = await desk.renameCall(actorOf(memberOf(response).member), chosen, fieldOf(request, 'title'));
    await answer(response, chosen.number, result, 'rehearsal.done.renamed');
  });

  router.post('/:number/archive', requireMember('edit'), async (request, response) => {
    const chosen = chosenIn(request);
    const result = await desk.archiveCall(actorOf(memberOf(response).member), chosen);
    await answer(response, chosen.number, result, 'rehearsal.done.archived');
  });

  router.post('/:number/accept', requireMember('edit'), async (request, response) => {
    const chosen = chosenIn(request);
    const [{ edition }, call] = [await drafted(), await records.calls.find(chosen.number)];
    const heard = edition && call ? heardNow(edition, call) : [];
    const result = await desk.acceptCall(actorOf(memberOf(response).member), chosen, heard);
    await answer(response, chosen.number, result, 'rehearsal.done.accepted');
  });

  async function answer(response: Response, number: number, { kind }: CallResult, notice: string): Promise<void> {
    if (kind === 'saved') return goTo(response, '/rehearsal/calls', notice);
    if (kind === 'unknown')
      return showMessage(response, 404, 'rehearsal.calls.unknown', { back: '/console/rehearsal/calls' });
    await showCalls(response, kind === 'conflict' ? 409 : 422, {
      number,
      text: visitOf(response).t(`rehearsal.calls.wrong.${kind}`),
    });
  }

  async function showCalls(response: Response, status = 200, error: { number: number; text: string } | null = null) {
    const visit = visitOf(response);
    const { t } = visit;
    const kept = (await records.calls.newest()).filter(({ isArchived }) => !isArchived);
    const { edition } = await drafted();
    const run: CallsRun | null = edition && (await runRehearsedCalls(edition, kept));
    show(response, 'rehearsal-calls', {
      status,
      title: t('rehearsal.calls.title'),
      trail: [{ path: '/rehearsal', text: t('rehearsal.title') }],
      summary:
        run &&
        t(run.failures.length === 0 ? 'rehearsal.calls.green' : 'rehearsal.calls.red', {
          passed: run.passed,
          failed: run.failures.length,
        }),
      isRed: !run || run.failures.length > 0,
      calls: kept.map((call) => ({
        ...showKeptCall(visit, call, run?.failures.find(({ number }) => number === call.number) ?? null),
        isRun: run !== null,
        error: error?.number === call.number ? error.text : undefined,
      })),
      mayEdit: may(memberOf(response).member.role, 'edit'),
    });
  }

  return router;
}

const chosenIn = (request: Request) => ({
  number: numberOf(request.params.number) ?? 0,
  basedOn: numberOf(fieldOf(request, 'basedOn')) ?? 0,
});
