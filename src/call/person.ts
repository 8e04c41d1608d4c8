import { isOpen } from './hours.ts';
import type { Conditions } from './input.ts';
import type { Destination, LanguageTag, Line } from './line.ts';
import type { Reason } from './state.ts';

/** Where key 0 leads: the language's own destination, or the default one while no language is chosen. */
export function destinationFor(line: Line, language: LanguageTag | null): Destination {
  const id = line.languages.find(({ tag }) => tag === language)?.destination ?? line.defaultDestination;
  const destination = line.destinations.find((each) => each.id === id);
  if (!destination) throw new RangeError(`The line has no destination "${id}".`);
  return destination;
}

/** The numbers that may be dialled now, in order, or why there is none. */
export function findPerson(
  line: Line,
  conditions: Conditions,
  language: LanguageTag | null,
): { readonly numbers: readonly string[] } | { readonly reason: Reason } {
  // Lines are kept free, and whoever needs help needs another number.
  if (conditions.disaster) return { reason: 'disaster' };
  const { languages, dials, hours } = destinationFor(line, language);
  if (language !== null && !languages.includes(language)) return { reason: 'language' };
  const numbers = dials.filter(({ triedOn }) => conditions.dialsUntried || triedOn).map(({ number }) => number);
  const hoursKnown = hours !== undefined || conditions.dialsUntried;
  // First, because whoever is told to call a number himself calls it at once.
  if (hours && !isOpen(hours, line.timeZone, conditions.now)) return { reason: 'closed' };
  if (!conditions.mayTransfer || !hoursKnown || numbers.length === 0) return { reason: 'no-transfer' };
  return { numbers };
}
