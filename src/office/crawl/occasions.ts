import { closureAt, isOpen } from '../../call/person.ts';
import { representativeConditions } from '../../call/representative-conditions.ts';
import type { OfficeEdition } from '../editions/edition.ts';
import { noticeFor } from './heard.ts';
import type { Circumstance, Occasion } from './telephone.ts';

/**
 * Chooses when to call:
 * - when the most destinations are open;
 * - when the fewest destinations are open;
 * - when callers hear why a destination is closed: at least once for each destination and reason, unless they already
 *   hear it at the second of these times;
 * - in a disaster, if the line has a kind of disaster: at the first of these times, with a notice.
 */
export function occasionsOf(edition: OfficeEdition): Occasion[] {
  const { line } = edition;
  const { destinations, timeZone } = line;
  const answering = (now: string) => destinations.filter(({ hours }) => !hours || isOpen(hours, timeZone, now)).length;
  const toldAt = (now: string) =>
    destinations.flatMap(({ id, hours }) => {
      const closure = hours ? closureAt(hours, timeZone, now) : null;
      return closure ? [`${id} ${closure.reason}`] : [];
    });
  const instants = representativeConditions(line)
    .map(({ now }) => now)
    .toSorted((one, other) => answering(one) - answering(other));
  const [open = '', closed = ''] = [instants.at(-1), instants[0]];
  const told = new Set(toldAt(closed));
  const closures = instants.filter((now) => {
    const news = toldAt(now).filter((each) => !told.has(each));
    for (const each of news) told.add(each);
    return news.length > 0;
  });
  const at = (circumstance: Circumstance, now: string): Occasion => ({ circumstance, at: Date.parse(now) });
  return [
    at('open', open),
    at('closed', closed),
    ...closures.map((now) => at('closure', now)),
    ...(noticeFor(edition) ? [at('disaster', open)] : []),
  ];
}
