import { Router } from 'express';
import { show } from '../../frame/show.ts';
import { memberOf, visitOf } from '../../frame/visit.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { createEntryRouter } from '../line/entry-router.ts';
import { callOnDay } from './call-on-day.ts';
import { destinationKind } from './destination-kind.ts';
import { describeDestination, destinationStatus } from './destination-status.ts';
import { destinationsView } from './list-view.ts';
import { createRemovalRouter } from './removal.ts';

/** The destinations to which calls are put through: `/console/destinations`, with a form for each destination. */
export function createDestinationsPage(parts: Pick<ConsoleParts, 'drafts' | 'clock'>): ConsolePage {
  const { drafts, clock } = parts;
  const router = Router();

  router.get('/', async (_request, response) => {
    const visit = visitOf(response);
    const now = await drafts.read();
    const { file } = now.line;
    show(response, destinationsView, {
      title: visit.t('destinations.title'),
      mayEdit: may(memberOf(response).member.role, 'edit'),
      destinations: file.destinations.map((destination) => {
        const { id } = destination;
        const described = describeDestination(file, destination, visit);
        const dates = described.dates.map(({ text, from, begins }) => ({
          text,
          href: callOnDay(now, id, from, begins),
        }));
        return { ...described, id, dates, state: destinationStatus(file, destination, clock(), visit) };
      }),
    });
  });

  router.use('/', createRemovalRouter(parts));
  router.use('/', createEntryRouter(parts, destinationKind));

  return {
    path: '/destinations',
    navKey: 'destinations.nav',
    group: 'line',
    aboutKey: 'destinations.about',
    act: 'read',
    router,
  };
}
