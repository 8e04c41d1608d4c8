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
export function createOneAccountRouter(parts: Pick<ConsoleParts, 'staff' | 'publicUrl'>): Router {
  const { staff } = parts;
  const router = Router({ mergeParams: true });
  router.get('/', (request, response) => showAccount(staff, response, idOf(request)));
  router.post('/display', async (request, response) => {
    const { t } = visitOf(response);
    const { typed, errors, isGood } = readForm(request, t, { display: textLine(longestTypedName.display) });
    if (!isGood) return showAccount(staff, response, idOf(request), typed, errors);
    const result = await staff.changeDisplay(actorIn(response), idOf(request), typed.display);
    await answer(staff, request, response, 'display', result, typed);
  });
  router.post('/role', async (request, response) => {
    const { t } = visitOf(response);
    const { typed } = readForm(request, t, { role });
    if (typed.role === '') {
      return showAccount(staff, response, idOf(request), {}, { role: t('accounts.bad-role') });
    }
    const result = await staff.changeRole(actorIn(response), idOf(request), typed.role);
    await answer(staff, request, response, 'role', result, typed);
  });
  router.post('/off', async (request, response) =>
    answer(staff, request, response, 'off', await staff.switchOff(actorIn(response), idOf(request))),
  );
  router.post('/on', async (request, response) =>
    answer(staff, request, response, 'on', await staff.switchOn(actorIn(response), idOf(request))),
  );
  router.post('/link', (request, response) => showNewLink(parts, request, response, idOf(request)));
  return router;
}

const idOf = ({ params }: Request): string => String(params.id);

/**
 * Goes back to the account's page after a successful change. Otherwise shows that page with the reason for the failure,
 * or 404 if there is no such account.
 */
async function answer(
  staff: StaffDesk,
  request: Request,
  response: Response,
  change: AccountChange,
  { kind }: ChangeAccountResult,
  typed: Partial<OneAccountData['typed']> = {},
): Promise<void> {
  const id = idOf(request);
  if (kind === 'changed') return goTo(response, `/accounts/${id}`, `accounts.done.${change}`);
  if (kind === 'unknown-account') return showAccount(staff, response, id);
  await showAccount(staff, response, id, typed, { [change]: visitOf(response).t(`accounts.${kind}`) });
}

async function showAccount(
  staff: StaffDesk,
  response: Response,
  id: string,
  typed: Partial<OneAccountData['typed']> = {},
  errors: OneAccountData['errors'] = {},
): Promise<void> {
  const { t } = visitOf(response);
  const member = (await staff.listMembers()).find((each) => each.id === id);
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
