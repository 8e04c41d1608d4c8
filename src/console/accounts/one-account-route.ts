import { type Request, type Response, Router } from 'express';
import { readForm, textLine } from '../../frame/read-form.ts';
import { goTo, show, showMessage } from '../../frame/show.ts';
import { actorIn, visitOf } from '../../frame/visit.ts';
import { longestTypedName } from '../../office/staff/account.ts';
import type { ChangeAccountResult } from '../../office/staff/desk/change-account.ts';
import type { StaffDesk } from '../../office/staff/staff-desk.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { role } from './account-fields.ts';
import { showNewLink } from './new-link.ts';
import { type AccountChange, type OneAccountData, oneAccountView } from './one-account-view.ts';

/** One account: `/console/accounts/<id>`. */
export function createOneAccountRouter(parts: Pick<ConsoleParts, 'desk' | 'publicUrl'>): Router {
  const { desk } = parts;
  const router = Router({ mergeParams: true });
  router.get('/', (request, response) => showAccount(desk, response, idOf(request)));
  router.post('/display', async (request, response) => {
    const { t } = visitOf(response);
    const { typed, errors, isGood } = readForm(request, t, { display: textLine(longestTypedName.display) });
    if (!isGood) return showAccount(desk, response, idOf(request), typed, errors);
    const result = await desk.changeDisplay(actorIn(response), idOf(request), typed.display);
    await answer(desk, request, response, 'display', result, typed);
  });
  router.post('/role', async (request, response) => {
    const { t } = visitOf(response);
    const { typed } = readForm(request, t, { role });
    if (typed.role === '') {
      return showAccount(desk, response, idOf(request), {}, { role: t('accounts.bad-role') });
    }
    const result = await desk.changeRole(actorIn(response), idOf(request), typed.role);
    await answer(desk, request, response, 'role', result, typed);
  });
  router.post('/off', async (request, response) =>
    answer(desk, request, response, 'off', await desk.switchOff(actorIn(response), idOf(request))),
  );
  router.post('/on', async (request, response) =>
    answer(desk, request, response, 'on', await desk.switchOn(actorIn(response), idOf(request))),
  );
  router.post('/link', (request, response) => showNewLink(parts, request, response, idOf(request)));
  return router;
}

const idOf = ({ params }: Request): string => String(params.id);

/** Goes back to the account's page after a successful change. Otherwise shows that page with the reason for the failure. */
async function answer(
  desk: StaffDesk,
  request: Request,
  response: Response,
  change: AccountChange,
  { kind }: ChangeAccountResult,
  typed: Partial<OneAccountData['typed']> = {},
): Promise<void> {
  const id = idOf(request);
  if (kind === 'changed') return goTo(response, `/accounts/${id}`, `accounts.done.${change}`);
  if (kind === 'unknown-account') return showAccount(desk, response, id);
  await showAccount(desk, response, id, typed, { [change]: visitOf(response).t(`accounts.${kind}`) });
}

async function showAccount(
  desk: StaffDesk,
  response: Response,
  id: string,
  typed: Partial<OneAccountData['typed']> = {},
  errors: OneAccountData['errors'] = {},
): Promise<void> {
  const { t } = visitOf(response);
  const member = (await desk.listMembers()).find((each) => each.id === id);
  if (!member) return showMessage(response, 404, 'frame.missing', { back: '/console/accounts' });
  show(response, oneAccountView, {
    status: Object.keys(errors).length > 0 ? 422 : 200,
    title: t('accounts.account-title', { name: member.display }),
    trail: [{ path: '/accounts', text: t('accounts.nav') }],
    member,
    typed: { display: member.display, role: member.role, ...typed },
    errors,
  });
}
