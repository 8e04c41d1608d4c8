import { Router } from 'express';
import { show } from '../../frame/show.ts';
import { type ConsolePage, memberOf, visitOf } from '../../frame/visit.ts';
import { may } from '../../office/staff/role.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { createEntryRouter } from '../line/entry-router.ts';
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
    const { file } = (await drafts.read()).line;
    show(response, destinationsView, {
      title: visit.t('destinations.title'),
      mayEdit: may(memberOf(response).member.role, 'edit'),
      destinations: file.destinations.map((destination) => ({
        id: destination.id,
        ...describeDestination(file, destination, visit),
        state: destinationStatus(file, destination, clock(), visit),
      })),
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
