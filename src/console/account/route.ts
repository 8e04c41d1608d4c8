import { type Response, Router } from 'express';
import { addressOf } from '../../frame/limit-visitors.ts';
import { readForm, secret } from '../../frame/read-form.ts';
import { goTo, show } from '../../frame/show.ts';
import { memberOf, visitOf } from '../../frame/visit.ts';
import { longestTyped } from '../../office/staff/passwords.ts';
import type { StaffDesk } from '../../office/staff/staff-desk.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { describeWeakness, readNewPassword } from './new-password.ts';
import { type AccountErrors, accountView } from './view.ts';

/** `/console/account`: members change their own password here, and see the browsers in which they are signed in. */
export function createAccountPage({ staff }: Pick<ConsoleParts, 'staff'>): ConsolePage {
  const router = Router();
  router.get('/', (_request, response) => showAccount(staff, response));
  router.post('/', async (request, response) => {
    const { t } = visitOf(response);
    const signedIn = memberOf(response);
    const current = readForm(request, t, { 'current-password': secret(longestTyped) });
    const next = readNewPassword(request, t, signedIn.member);
    if (!current.isGood || !next.isGood) {
      return showAccount(staff, response, 422, { current: current.errors['current-password'], ...next.errors });
    }
    const result = await staff.changePassword(signedIn, {
      current: current.typed['current-password'],
      next: next.password,
      address: addressOf(request),
    });
    if (result.kind === 'weak-password') {
      return showAccount(staff, response, 422, { once: describeWeakness(t, result.why, signedIn.member) });
    }
    if (result.kind === 'throttled') {
      response.set('Retry-After', String(result.seconds));
      return showAccount(staff, response, 429, { current: t('sign-in.throttled', { seconds: result.seconds }) });
    }
    if (result.kind === 'changed') return goTo(response, '/account', 'account.done.password');
    if (result.kind === 'signed-out') return goTo(response, '/sign-in');
    await showAccount(staff, response, 422, { current: t('account.wrong-password') });
  });
  router.post('/sessions/others/revoke', async (_request, response) => {
    await staff.revokeOthers(memberOf(response));
    goTo(response, '/account', 'account.done.others-revoked');
  });
  router.post('/sessions/:id/revoke', async ({ params }, response) => {
    const { kind } = await staff.revokeSession(memberOf(response), params.id);
    goTo(response, '/account', kind === 'revoked' ? 'account.done.revoked' : 'account.done.gone');
  });
  return { path: '/account', navKey: 'account.nav', group: 'records', aboutKey: 'account.about', act: 'read', router };
}

async function showAccount(
  staff: StaffDesk,
  response: Response,
  status = 200,
  errors: AccountErrors = {},
): Promise<void> {
  const signedIn = memberOf(response);
  const sessions = await staff.listSessions(signedIn);
  const title = visitOf(response).t('account.title');
  show(response, accountView, { status, title, member: signedIn.member, sessions, errors });
}
