import { type Response, Router } from 'express';
import type { StaffDesk } from '../../office/staff/staff-desk.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { fieldOf } from '../form.ts';
import { addressOf } from '../limit-visitors.ts';
import { goTo, show } from '../show.ts';
import { showMoment } from '../show-moment.ts';
import { memberOf, visitOf } from '../visit.ts';
import { newPasswordFields, showRules, showWeakness } from './new-password.ts';

/** One's own password, and the browsers in which one is signed in. */
export function createAccountPage({ desk }: Pick<ConsoleParts, 'desk'>): ConsolePage {
  const router = Router();
  router.get('/', (_request, response) => showAccount(desk, response, {}));
  router.post('/', async (request, response) => {
    const { t } = visitOf(response);
    const next = fieldOf(request, newPasswordFields.once);
    if (next !== fieldOf(request, newPasswordFields.again)) {
      return showAccount(desk, response, { again: t('account.different') });
    }
    const current = fieldOf(request, 'current-password');
    const result = await desk.changePassword(memberOf(response), { current, next, address: addressOf(request) });
    if (result.kind === 'weak-password')
      return showAccount(desk, response, { once: showWeakness(t, result.why, memberOf(response).member) });
    if (result.kind === 'throttled') {
      response.set('Retry-After', String(result.seconds));
      return showAccount(desk, response, { current: t('sign-in.throttled', { seconds: result.seconds }) }, 429);
    }
    if (result.kind === 'changed') return goTo(response, '/account', 'account.done.password');
    if (result.kind === 'signed-out') return goTo(response, '/sign-in');
    await showAccount(desk, response, { current: t('account.wrong-password') });
  });
  router.post('/sessions/others/revoke', async (_request, response) => {
    await desk.revokeOthers(memberOf(response));
    goTo(response, '/account', 'account.done.others-revoked');
  });
  router.post('/sessions/:id/revoke', async ({ params }, response) => {
    const { kind } = await desk.revokeSession(memberOf(response), params.id);
    goTo(response, '/account', kind === 'revoked' ? 'account.done.revoked' : 'account.done.gone');
  });
  return { path: '/account', navKey: 'account.nav', aboutKey: 'account.about', act: 'read', router };
}

interface FormErrors {
  readonly current?: string;
  readonly once?: string;
  readonly again?: string;
}

async function showAccount(desk: StaffDesk, response: Response, errors: FormErrors, wrong = 422): Promise<void> {
  const { t, language } = visitOf(response);
  const signedIn = memberOf(response);
  const sessions = (await desk.listSessions(signedIn)).map((session) => ({
    ...session,
    began: showMoment(language, session.beganAt),
    used: showMoment(language, session.usedAt),
  }));
  show(response, 'account', {
    status: Object.keys(errors).length > 0 ? wrong : 200,
    title: t('account.title'),
    member: signedIn.member,
    sessions,
    errors,
    rules: showRules(t, signedIn.member),
  });
}
