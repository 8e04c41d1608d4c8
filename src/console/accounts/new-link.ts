import type { Request, Response } from 'express';
import { copyField } from '../../frame/fields.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import { html, type View } from '../../frame/html.ts';
import { banner } from '../../frame/parts.ts';
import { show, showMessage } from '../../frame/show.ts';
import { actorIn, visitOf } from '../../frame/visit.ts';
import type { LinkMade } from '../../office/staff/desk/make-link.ts';
import type { ConsoleParts } from '../console-parts.ts';

/**
 * Makes a sign-in link for an account and shows it. The link cannot be shown again, because only its hash is stored.
 */
export async function showNewLink(
  { staff, publicUrl }: Pick<ConsoleParts, 'staff' | 'publicUrl'>,
  request: Request,
  response: Response,
  accountId: string,
): Promise<void> {
  const { t } = visitOf(response);
  const made = await staff.makeLink(actorIn(response), accountId);
  if (made.kind === 'account-off') {
    return showMessage(response, 409, 'accounts.link-off', { back: `/console/accounts/${accountId}` });
  }
  if (made.kind === 'not-allowed') return showMessage(response, 403, 'frame.not-allowed');
  if (made.kind !== 'made') return showMessage(response, 404, 'frame.missing', { back: '/console/accounts' });
  const origin = publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
  show(response, newLinkView, {
    title: t('accounts.link-title'),
    trail: [{ path: '/accounts', text: t('accounts.nav') }],
    made,
    address: `${origin}/console/sign-in/${made.token}`,
  });
}

interface NewLinkData {
  readonly made: Pick<LinkMade, 'member' | 'validUntil'>;
  /** The address of the link. */
  readonly address: string;
}

const newLinkView: View<NewLinkData> = (
  { made: { member, validUntil }, address },
  { t, language },
) => html`<p>${t('accounts.link-about', { name: member.display, until: formatMoment(language, validUntil) })}</p>
${banner({ kind: 'warning', text: t('accounts.link-once') })}
${copyField(t, { label: t('accounts.link'), value: address })}
<p><a href="/console/accounts">${t('accounts.back')}</a></p>`;
