import type { EditionDates } from '../../edition/edition-file.ts';
import { type DatedHours, wholeOf } from '../../words/dated-hours.ts';
import type { LineFile } from '../../words/line-file.ts';
import { writeDates } from '../../words/write-dates.ts';
import { shownText } from './edition-leaflet.ts';

/** Days on which destinations have other hours than usual, as an edition's file contains them; undefined if there are none. */
export function toEditionDates({ destinations, languages }: LineFile) {
  const toDates = (dates: DatedHours): EditionDates => ({
    until: wholeOf(dates).to,
    ...(dates.reason !== undefined && { reason: dates.reason }),
    written: languages.map(({ tag }) => [tag, shownText(writeDates(tag, dates))] as const),
  });
  const dated = destinations.flatMap(({ id, dates = [] }) =>
    dates.length > 0 ? [[id, dates.map(toDates)] as const] : [],
  );
  return dated.length > 0 ? dated : undefined;
}
