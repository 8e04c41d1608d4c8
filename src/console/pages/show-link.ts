import type { Request, Response } from 'express';
import { actorOf } from '../../office/staff/desk/actor.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { show, showMessage } from '../show.ts';
import { showMoment } from '../show-moment.ts';
import { memberOf, visitOf } from '../visit.ts';

/** Makes a sign-in link for somebody and shows it, this one time: only its fingerprint is kept. */
export async function showLink(
  { desk, publicUrl }: Pick<ConsoleParts, 'desk' | 'publicUrl'>,
  request: Request,
  response: Response,
  accountId: string,
): Promise<void> {
  const { t, language } = visitOf(response);
  const made = await desk.makeLink(actorOf(memberOf(response).member), accountId);
  if (made.kind === 'account-off') {
    return showMessage(response, 409, 'accounts.link-off', { back: `/console/accounts/${accountId}` });
  }
  if (made.kind === 'not-allowed') return showMessage(response, 403, 'frame.not-allowed');
  if (made.kind !== 'made') return showMessage(response, 404, 'frame.missing', { back: '/console/accounts' });
  const origin = publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
  show(response, 'accounts-link', {
    title: t('accounts.link-title'),
    trail: [{ path: '/accounts', text: t('accounts.nav') }],
    member: made.member,
    link: `${origin}/console/sign-in/${made.token}`,
    until: showMoment(language, made.validUntil),
  });
}
