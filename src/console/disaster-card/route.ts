import type { Request, Response } from 'express';
import { show, showMessage } from '../../frame/show.ts';
import { visitOf } from '../../frame/visit.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { disasterCardView } from './view.ts';

/**
 * `/console/disaster/card`: what to do on the day of a disaster, on one A4 page. It uses the words and commands of this
 * line.
 */
export async function showDisasterCard(
  { shelf, editions, publicUrl, clock }: Pick<ConsoleParts, 'shelf' | 'editions' | 'publicUrl' | 'clock'>,
  request: Request,
  response: Response,
): Promise<void> {
  const { t } = visitOf(response);
  const { file, hash } = shelf.current;
  const { disaster } = file;
  if (!disaster) return showMessage(response, 404, 'disaster-card.none', { back: '/console/disaster' });
  const record = await editions.find(hash);
  show(response, disasterCardView, {
    title: t('disaster-card.title'),
    trail: [{ path: '/disaster', text: t('disaster.nav') }],
    line: { ...file, disaster },
    address: `${publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`}/console`,
    edition: record?.number ?? null,
    printedAt: clock(),
  });
}
