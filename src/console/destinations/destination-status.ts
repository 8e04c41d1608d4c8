import { nextOpening } from '../../call/next-opening.ts';
import { isOpen } from '../../call/person.ts';
import { formatMoment } from '../../frame/format-moment.ts';
import type { Visitor } from '../../frame/visit.ts';
import { datesInWords } from '../../naming/value-names.ts';
import { wholeOf } from '../../words/dated-hours.ts';
import type { LineFile } from '../../words/line-file.ts';
import { toLine } from '../../words/to-line.ts';
import { todayIn } from '../../words/value-dates.ts';
import { formatFact } from '../facts/format-fact.ts';
import type { DestinationFile } from './destination-form.ts';

/** What a destination is, in the visitor's language. */
export interface DescribedDestination {
  readonly name: string;
  /** The telephone number that callers hear. */
  readonly number: string;
  /** The telephone numbers that are dialled; a dash if there are none. */
  readonly dials: string;
  readonly hours: string;
  readonly languages: string;
  /** Days with other hours than usual, without those that are over. `begins` is empty if the whole day is meant. */
  readonly dates: readonly { readonly text: string; readonly from: string; readonly begins: string }[];
}

/**
 * Describes a destination. The telephone number is shown as unknown if its fact does not exist. The hours are shown as
 * unknown if the destination has none, or if their fact does not exist.
 */
export function describeDestination(
  { facts, languages, closures = [], timeZone }: LineFile,
  destination: DestinationFile,
  { t, language }: Pick<Visitor, 't' | 'language'>,
): DescribedDestination {
  const join = (texts: readonly string[]) => texts.join(language === 'ja' ? '、' : ', ');
  const reasonOf = (id: string) => closures.find((each) => each.id === id)?.name[language] ?? id;
  const fact = facts[destination.number];
  const hours = destination.hours === undefined ? undefined : facts[destination.hours];
  return {
    name: destination.name[language],
    number: fact ? formatFact(language, fact) : t('destinations.unknown'),
    dials: join(destination.dials.map(({ number }) => number)) || '–',
    hours: hours ? formatFact(language, hours) : t('destinations.unknown'),
    dates: (destination.dates ?? [])
      .filter((dates) => wholeOf(dates).to >= todayIn(timeZone))
      .map((dates) => ({
        text: datesInWords({ t, language }, dates, reasonOf),
        from: dates.from,
        begins: dates.begins ?? '',
      })),
    languages: join(destination.languages.map((tag) => languages.find((each) => each.tag === tag)?.name ?? tag)),
  };
}

/** The status of a destination, in words. */
export interface DestinationStatus {
  readonly kind: 'good' | 'plain' | 'warning';
  readonly text: string;
  /** Why production does not dial the destination or one of its numbers; empty if it dials all of them. */
  readonly notes: readonly string[];
}

/**
 * Says whether the destination is open now, when it opens next, that it never opens, or that its hours are not known.
 * @param now milliseconds since the epoch
 */
export function destinationStatus(
  file: LineFile,
  destination: DestinationFile,
  now: number,
  { t, language }: Pick<Visitor, 't' | 'language'>,
): DestinationStatus {
  const notes = [
    ...(destination.dials.length === 0 ? [t('destinations.no-dials')] : []),
    ...(destination.hours === undefined ? [t('destinations.no-hours')] : []),
    ...destination.dials
      .filter(({ triedOn }) => triedOn === undefined)
      .map(({ number }) => t('destinations.untried', { number })),
  ];
  const hours = hoursOf(file, destination);
  if (hours === undefined) return { kind: 'warning', text: t('destinations.hours-unknown'), notes };
  const at = Temporal.Instant.fromEpochMilliseconds(now).toString();
  if (isOpen(hours, file.timeZone, at)) return { kind: 'good', text: t('destinations.open'), notes };
  const next = nextOpening(hours, file.timeZone, at);
  if (next === null) return { kind: 'warning', text: t('destinations.never'), notes };
  const when = formatMoment(language, Temporal.Instant.from(next).epochMilliseconds);
  return { kind: 'plain', text: t('destinations.closed-until', { when }), notes };
}

/**
 * The hours of a destination; undefined if they are not known. They also count as not known if the fact for the hours
 * or for a yearly closure does not exist or has another type.
 */
function hoursOf(file: LineFile, destination: DestinationFile) {
  try {
    return toLine({ ...file, destinations: [destination] }).destinations[0]?.hours;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
