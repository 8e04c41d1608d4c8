import { Router } from 'express';
import { may } from '../../office/staff/role.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { show } from '../show.ts';
import { memberOf, visitOf } from '../visit.ts';
import { createDestinationRouter } from './destinations-one.ts';
import { destinationStatus } from './destinations-status.ts';
import { showValue } from './facts-value.ts';

type DestinationsParts = Pick<ConsoleParts, 'drafts' | 'clock'>;

/** Where calls are put through to: `/console/destinations`, with a form for each. */
export function createDestinationsPage(parts: DestinationsParts): ConsolePage {
  const { drafts, clock } = parts;
  const router = Router();
  router.get('/', async (_request, response) => {
    const visit = visitOf(response);
    const { t, language } = visit;
    const { file } = (await drafts.read()).line;
    show(response, 'destinations', {
      title: t('destinations.title'),
      mayEdit: may(memberOf(response).member.role, 'edit'),
      destinations: file.destinations.map((destination) => {
        const fact = file.facts[destination.number];
        const hours = destination.hours === undefined ? undefined : file.facts[destination.hours];
        return {
          id: destination.id,
          name: destination.name[language],
          number: fact ? showValue(language, fact) : destination.number,
          dials: destination.dials.map(({ number }) => number),
          hours: hours ? showValue(language, hours) : t('destinations.unknown'),
          languages: destination.languages.map((tag) => file.languages.find((each) => each.tag === tag)?.name ?? tag),
          state: destinationStatus(file, destination, clock(), visit),
        };
      }),
    });
  });
  router.use('/', createDestinationRouter(parts));
  const words = { navKey: 'destinations.nav', aboutKey: 'destinations.about' };
  return { path: '/destinations', ...words, act: 'read', router };
}
