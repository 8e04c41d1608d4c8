import { whyNotDialable } from '../../call/dialable.ts';
import type { PlainKey, Translate } from '../../frame/translate.ts';
import { type FactFile, isoDate } from '../../words/fact-file.ts';
import type { LineFile } from '../../words/line-file.ts';
import { isInFuture, isSwapped } from '../../words/value-dates.ts';
import type { CheckedEntry, FieldErrors } from '../line/entry-kind.ts';
import { datesErrors, toDates } from './dates-form.ts';
import type { DestinationFile, TypedDestination } from './destination-form.ts';

type WrongKey = Extract<PlainKey, `destinations.wrong.${string}`>;

/**
 * Checks a tidied form.
 * @param today an ISO date
 */
export function checkDestination(
  id: string,
  typed: TypedDestination,
  file: LineFile,
  today: string,
  t: Translate,
): CheckedEntry<DestinationFile> {
  const errors = errorsIn(typed, file, today, t);
  return Object.keys(errors).length > 0 ? { entry: null, errors } : { entry: toDestination(id, typed), errors: null };
}

/** The first error of each field, as a sentence. */
function errorsIn(
  typed: TypedDestination,
  { facts, closures = [] }: LineFile,
  today: string,
  t: Translate,
): FieldErrors {
  const errors: Record<string, string> = {};
  const need = (isRight: boolean, field: string, key: WrongKey) => {
    if (!isRight) errors[field] ??= t(key);
  };
  const isFact = (name: string, type: FactFile['type']) => Object.hasOwn(facts, name) && facts[name]?.type === type;
  need(typed.ja !== '', 'ja', 'destinations.wrong.ja');
  need(typed.en !== '', 'en', 'destinations.wrong.en');
  need(isFact(typed.number, 'phone'), 'number', 'destinations.wrong.number');
  need(typed.languages.length > 0, 'languages', 'destinations.wrong.languages');
  need(typed.hours === '' || isFact(typed.hours, 'hours'), 'hours', 'destinations.wrong.hours');
  typed.dials.forEach(({ number, source, triedOn }, row) => {
    need(number !== '', `number-${row}`, 'destinations.wrong.no-number');
    const why = whyNotDialable(number);
    if (why !== null) need(false, `number-${row}`, `destinations.wrong.refused.${why}`);
    const isFirst = typed.dials.findIndex((each) => each.number === number) === row;
    need(isFirst, `number-${row}`, 'destinations.wrong.twice');
    need(source !== '', `source-${row}`, 'destinations.wrong.source');
    need(triedOn === '' || isoDate.safeParse(triedOn).success, `triedOn-${row}`, 'destinations.wrong.tried-on');
    need(!isInFuture(triedOn, today), `triedOn-${row}`, 'destinations.wrong.tried-later');
  });
  typed.closed.forEach(({ from, to }, row) => {
    need(isFact(from, 'day'), `from-${row}`, 'destinations.wrong.day');
    need(isFact(to, 'day'), `to-${row}`, 'destinations.wrong.day');
    const [first, last] = [from, to].map((name) => (isFact(name, 'day') ? String(facts[name]?.value) : null));
    if (first && last) need(!isSwapped(first, last), `to-${row}`, 'destinations.wrong.swapped');
  });
  return { ...errors, ...datesErrors(typed.dates, { hasHours: typed.hours !== '', closures }, today, t) };
}

/** A checked form as the line file has it. */
function toDestination(id: string, { ja, en, ...typed }: TypedDestination): DestinationFile {
  const isClosed = typed.holidays || typed.closed.length > 0;
  return {
    id,
    name: { ja, en },
    number: typed.number,
    languages: [...typed.languages],
    dials: typed.dials.map(({ number, source, triedOn }) => ({ number, source, ...(triedOn !== '' && { triedOn }) })),
    ...(typed.hours !== '' && { hours: typed.hours }),
    ...(typed.dates.length > 0 && { dates: toDates(typed.dates) }),
    ...(isClosed && { closed: { ...(typed.holidays && { holidays: 'japan' }), eachYear: [...typed.closed] } }),
  };
}
