import { whyNotDialable } from '../../call/dialable.ts';
import { isTakenByObjects, lookup } from '../../words/by-name.ts';
import type { FactFile } from '../../words/fact-file.ts';
import type { LineFile } from '../../words/line-file.ts';
import { isInFuture, isSwapped } from '../../words/value-dates.ts';
import type { Translate } from '../texts/texts.ts';
import type { DestinationFile, TypedDestination } from './destinations-form.ts';

/** Why a tidied form cannot be kept: one sentence a field; empty when it can. */
export function destinationErrors(
  typed: TypedDestination,
  { facts }: LineFile,
  today: string,
  t: Translate,
): Readonly<Record<string, string>> {
  const errors: Record<string, string> = lookup({});
  const need = (isRight: boolean, field: string, key: string) => {
    if (!isRight) errors[field] ??= t(`destinations.wrong.${key}`);
  };
  const isFact = (name: string, type: FactFile['type']) => Object.hasOwn(facts, name) && facts[name]?.type === type;
  need(typed.ja !== '', 'ja', 'ja');
  need(typed.en !== '', 'en', 'en');
  need(isFact(typed.number, 'phone'), 'number', 'number');
  need(typed.languages.length > 0, 'languages', 'languages');
  need(typed.hours === '' || isFact(typed.hours, 'hours'), 'hours', 'hours');
  typed.dials.forEach(({ number, source, triedOn }, row) => {
    const why = whyNotDialable(number);
    need(number !== '', `number-${row}`, 'no-number');
    need(why === null, `number-${row}`, `refused.${why}`);
    need(typed.dials.findIndex((each) => each.number === number) === row, `number-${row}`, 'twice');
    need(source !== '', `source-${row}`, 'source');
    need(triedOn === '' || isDate(triedOn), `triedOn-${row}`, 'tried-on');
    need(!isInFuture(triedOn, today), `triedOn-${row}`, 'tried-later');
  });
  typed.closed.forEach(({ from, to }, row) => {
    need(isFact(from, 'day'), `from-${row}`, 'day');
    need(isFact(to, 'day'), `to-${row}`, 'day');
    const [first, last] = [from, to].map((name) => (isFact(name, 'day') ? String(facts[name]?.value) : null));
    if (first && last) need(!isSwapped(first, last), `to-${row}`, 'swapped');
  });
  return errors;
}

const isDate = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};

/** Why a new destination cannot have an id; null when it can. */
export function idError(id: string, taken: readonly string[], t: Translate): string | null {
  if (!/^[a-z][a-z0-9-]*$/.test(id) || id === 'new' || isTakenByObjects(id)) return t('destinations.wrong.id');
  return taken.includes(id) ? t('destinations.wrong.taken') : null;
}

/** A checked form as the line keeps it. */
export function toDestination({ id, ja, en, ...typed }: TypedDestination): DestinationFile {
  const isClosed = typed.holidays || typed.closed.length > 0;
  return {
    id,
    name: { ja, en },
    number: typed.number,
    languages: [...typed.languages],
    dials: typed.dials.map(({ number, source, triedOn }) => ({ number, source, ...(triedOn !== '' && { triedOn }) })),
    ...(typed.hours !== '' && { hours: typed.hours }),
    ...(isClosed && { closed: { ...(typed.holidays && { holidays: 'japan' }), eachYear: [...typed.closed] } }),
  };
}
