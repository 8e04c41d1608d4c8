import { type Request, type Response, Router } from 'express';
import { type Actor, actorOf } from '../../office/staff/desk/actor.ts';
import type { ChangeAccountResult } from '../../office/staff/desk/change-account.ts';
import { isRole, roles } from '../../office/staff/role.ts';
import { lookup } from '../../words/by-name.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { fieldOf } from '../form.ts';
import { goTo, show, showMessage } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';
import { showLink } from './show-link.ts';

/** What can be changed of an account, by the last part of the address to which its form is sent. */
type Change = (
  actor: Actor,
  id: string,
  request: Request,
) => Promise<ChangeAccountResult | { readonly kind: 'bad-role' }>;

/** One account: `/console/accounts/<id>`. */
export function createOneAccountRouter(parts: Pick<ConsoleParts, 'desk' | 'publicUrl'>): Router {
  const { desk } = parts;
  const changes: Readonly<Record<string, Change>> = lookup({
    role: async (actor, id, request) => {
      const role = fieldOf(request, 'role');
      return isRole(role) ? desk.changeRole(actor, id, role) : { kind: 'bad-role' };
    },
    display: (actor, id, request) => desk.changeDisplay(actor, id, fieldOf(request, 'display')),
    off: (actor, id) => desk.switchOff(actor, id),
    on: (actor, id) => desk.switchOn(actor, id),
  });

  const showOne = async (
    response: Response,
    id: string,
    errors: Readonly<Record<string, string>> = {},
    typed?: string,
  ) => {
    const { t } = visitOf(response);
    const member = (await desk.listMembers()).find((each) => each.id === id);
    if (!member) return showMessage(response, 404, 'frame.missing', { back: '/console/accounts' });
    show(response, 'accounts-one', {
      status: Object.keys(errors).length > 0 ? 422 : 200,
      title: t('accounts.account-title', { name: member.display }),
      trail: [{ path: '/accounts', text: t('accounts.nav') }],
      member,
      display: typed ?? member.display,
      errors,
      roles,
    });
  };

  const router = Router({ mergeParams: true });
  router.get('/', (request, response) => showOne(response, idOf(request)));
  router.post('/link', (request, response) => showLink(parts, request, response, idOf(request)));
  for (const [what, change] of Object.entries(changes)) {
    router.post(`/${what}`, async (request, response) => {
      const { t } = visitOf(response);
      const id = idOf(request);
      const { kind } = await change(actorOf(memberOf(response).member), id, request);
      if (kind === 'changed') return goTo(response, `/accounts/${id}`, `accounts.done.${what}`);
      if (kind === 'unknown-account') return showOne(response, id);
      await showOne(
        response,
        id,
        { [what]: t(`accounts.${kind}`) },
        what === 'display' ? fieldOf(request, what) : undefined,
      );
    });
  }
  return router;
}

const idOf = ({ params }: Request): string => String(params.id);
