import { type Response, Router } from 'express';
import { readForm, textLine } from '../../frame/read-form.ts';
import { show } from '../../frame/show.ts';
import { actorIn, visitOf } from '../../frame/visit.ts';
import { isGoodDisplay, isGoodName, longestTypedName, normaliseName } from '../../office/staff/account.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { role } from './account-fields.ts';
import { accountsView, type NewAccountData, newAccountView } from './accounts-view.ts';
import { showNewLink } from './new-link.ts';
import { createOneAccountRouter } from './one-account-route.ts';

const newAccountFields = { name: textLine(longestTypedName.name), display: textLine(longestTypedName.display), role };

/** All accounts: `/console/accounts`, `/console/accounts/new`, and a page for each account. */
export function createAccountsPage(parts: Pick<ConsoleParts, 'staff' | 'publicUrl'>): ConsolePage {
  const { staff } = parts;
  const router = Router();
  router.get('/', async (_request, response) => {
    const { t } = visitOf(response);
    show(response, accountsView, { title: t('accounts.title'), members: await staff.listMembers() });
  });
  router.get('/new', (_request, response) => showNew(response, { name: '', display: '', role: 'editor' }));
  router.post('/new', async (request, response) => {
    const { t } = visitOf(response);
    const form = readForm(request, t, newAccountFields);
    const { typed } = form;
    const errors = {
      ...(!isGoodName(normaliseName(typed.name)) && { name: t('accounts.bad-name') }),
      ...(!isGoodDisplay(typed.display) && { display: t('accounts.bad-display') }),
      ...(typed.role === '' && { role: t('accounts.bad-role') }),
      ...form.errors,
    };
    if (typed.role === '' || Object.keys(errors).length > 0) return showNew(response, typed, errors);
    const added = await staff.addAccount(actorIn(response), { ...typed, role: typed.role });
    if (added.kind === 'bad-display') return showNew(response, typed, { display: t('accounts.bad-display') });
    if (added.kind !== 'added') return showNew(response, typed, { name: t(`accounts.${added.kind}`) });
    await showNewLink(parts, request, response, added.member.id);
  });
  router.use('/:id', createOneAccountRouter(parts));
  return {
    path: '/accounts',
    navKey: 'accounts.nav',
    backKey: 'accounts.back',
    group: 'records',
    aboutKey: 'accounts.about',
    act: 'manage-accounts',
    router,
  };
}

function showNew(response: Response, typed: NewAccountData['typed'], errors: NewAccountData['errors'] = {}): void {
  const { t } = visitOf(response);
  show(response, newAccountView, {
    status: Object.keys(errors).length > 0 ? 422 : 200,
    title: t('accounts.add-title'),
    trail: [{ path: '/accounts', text: t('accounts.nav') }],
    typed,
    errors,
  });
}
