import { isOpen } from '../../call/person.ts';
import { nextOpening } from '../../office/drafts/next-opening.ts';
import type { LineFile } from '../../words/line-file.ts';
import { toLine } from '../../words/to-line.ts';
import { showMoment } from '../show-moment.ts';
import type { ConsoleLanguage, Translate } from '../texts/texts.ts';
import type { DestinationFile } from './destinations-form.ts';

/** How a destination stands now, in words. */
export interface DestinationStatus {
  readonly kind: 'good' | 'plain' | 'warning';
  readonly text: string;
  /** Why production would not dial it; empty when it would. */
  readonly notes: readonly string[];
}

/**
 * Whether somebody answers now, or when next.
 * @param now milliseconds since the epoch
 */
export function destinationStatus(
  file: LineFile,
  destination: DestinationFile,
  now: number,
  { t, language }: { readonly t: Translate; readonly language: ConsoleLanguage },
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
  const when = showMoment(language, Temporal.Instant.from(next).epochMilliseconds);
  return { kind: 'plain', text: t('destinations.closed-until', { when }), notes };
}

/** A draft may name a fact that is not there yet; its hours are then unknown. */
function hoursOf(file: LineFile, destination: DestinationFile) {
  try {
    return toLine({ ...file, destinations: [destination] }).destinations[0]?.hours;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
