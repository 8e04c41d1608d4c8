import { type Response, Router } from 'express';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { isRole, roles } from '../../office/staff/role.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { fieldOf } from '../form.ts';
import { show } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';
import { createOneAccountRouter } from './one-account.ts';
import { showLink } from './show-link.ts';

/** Everybody's accounts: `/console/accounts`, `/console/accounts/new`, and one page for each. */
export function createAccountsPage(parts: Pick<ConsoleParts, 'desk' | 'publicUrl'>): ConsolePage {
  const { desk } = parts;
  const router = Router();
  router.get('/', async (_request, response) => {
    const { t } = visitOf(response);
    show(response, 'accounts', { title: t('accounts.title'), members: await desk.listMembers() });
  });
  router.get('/new', (_request, response) => showNew(response, { name: '', display: '', role: 'editor' }));
  router.post('/new', async (request, response) => {
    const { t } = visitOf(response);
    const actor = actorOf(memberOf(response).member);
    const typed: NewAccount = {
      name: fieldOf(request, 'name'),
      display: fieldOf(request, 'display'),
      role: fieldOf(request, 'role'),
    };
    const { role } = typed;
    if (!isRole(role)) return showNew(response, typed, { role: t('accounts.bad-role') });
    const added = await desk.addAccount(actor, { ...typed, role });
    if (added.kind === 'bad-display') return showNew(response, typed, { display: t('accounts.bad-display') });
    if (added.kind !== 'added') return showNew(response, typed, { name: t(`accounts.${added.kind}`) });
    await showLink(parts, request, response, added.member.id);
  });
  router.use('/:id', createOneAccountRouter(parts));
  return { path: '/accounts', navKey: 'accounts.nav', aboutKey: 'accounts.about', act: 'manage-accounts', router };
}

interface NewAccount {
  readonly name: string;
  readonly display: string;
  readonly role: string;
}

function showNew(response: Response, typed: NewAccount, errors: Partial<NewAccount> = {}): void {
  const { t } = visitOf(response);
  show(response, 'accounts-new', {
    status: Object.keys(errors).length > 0 ? 422 : 200,
    title: t('accounts.add-title'),
    trail: [{ path: '/accounts', text: t('accounts.nav') }],
    typed,
    errors,
    roles,
  });
}
