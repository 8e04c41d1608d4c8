import { namesIn } from '../../naming/names.ts';
import { datesInWords } from '../../naming/value-names.ts';
import { destinationUses } from '../../office/drafts/destination-uses.ts';
import { isEntryId, type LineFile } from '../../words/line-file.ts';
import { keptChanges } from '../audit/destination-changes.ts';
import type { EntryKind } from '../line/entry-kind.ts';
import { hyphenated, makeId } from '../line/make-id.ts';
import { doubtIn, summaryOfDates } from './dates-form.ts';
import { checkDestination } from './destination-check.ts';
import {
  type DestinationFile,
  isCorrected,
  longestDestination,
  newDestination,
  readDestination,
  type TypedDestination,
  takeStep,
  tidyDestination,
  typedDestination,
} from './destination-form.ts';
import { describeDestination } from './destination-status.ts';
import { destinationAboveView, destinationFieldsView, offeredTags } from './destination-view.ts';

const find = ({ destinations }: LineFile, id: string): DestinationFile | undefined =>
  destinations.find((each) => each.id === id);

/** Destinations as entries of the line. */
export const destinationKind: EntryKind<DestinationFile, TypedDestination> = {
  name: 'destinations',
  auditName: 'destination',
  idField: {
    name: 'id',
    longest: longestDestination.id,
    label: 'destinations.id',
    help: 'destinations.id-help',
    wrong: 'destinations.wrong.id',
  },

  isId: isEntryId,
  idFrom: ({ ja, en }, _context, isFree) => makeId([en, ja], hyphenated, (number) => `destination-${number}`, isFree),
  idsIn: ({ destinations }) => destinations.map(({ id }) => id),
  put: (file, id, destination) => ({
    ...file,
    destinations: file.destinations.some((each) => each.id === id)
      ? file.destinations.map((each) => (each.id === id ? destination : each))
      : [...file.destinations, destination],
  }),
  summary: (file, id) => {
    const destination = find(file, id);
    return destination ? summaryOf(destination) : null;
  },
  changes: keptChanges,

  fresh: () => ({ id: '', typed: newDestination }),
  read: readDestination,
  step: takeStep,
  tidy: tidyDestination,
  check: ({ id, typed, now, today }, { t }) => checkDestination(id, typed, now.line.file, today, t),
  done: ({ typed, kept, today }, sent) => {
    const doubt = doubtIn(typed.dates, kept?.dates, today);
    if (doubt !== null) return `destinations.done.but-${doubt}`;
    return isCorrected(sent, typed) ? 'destinations.done.tidied' : 'destinations.done.saved';
  },

  title: ({ isNew, kept, typed }, { t, language }) =>
    isNew ? t('destinations.add') : (kept?.name[language] ?? typed.ja),
  hidden: (form) => [['tags', offeredTags(form).join(' ')]],
  fieldsView: destinationFieldsView,
  aboveView: destinationAboveView,

  saved: {
    find,
    typedOf: typedDestination,
    describe: (destination, { now }, visit) => {
      const { name, number, dials, hours, languages } = describeDestination(now.line.file, destination, visit);
      const reasonOf = namesIn(visit, now).choice;
      const dates = (destination.dates ?? []).map((each) => datesInWords(visit, each, reasonOf));
      return [name, number, dials, hours, languages, ...dates].join(' / ');
    },
  },
  removal: {
    submit: 'destinations.remove',
    done: 'destinations.done.removed',
    about: 'destinations.to-removal',
    isUsed: ({ line }, id) => {
      const { languages, isDefault } = destinationUses(line.file, id);
      return isDefault || languages.length > 0 || line.file.destinations.length === 1;
    },
    stillUsed: 'destinations.still-used',
    without: (file, id) => ({ ...file, destinations: file.destinations.filter((each) => each.id !== id) }),
  },
};

/** A destination as the audit stores it. */
const summaryOf = ({ number, dials, hours, languages, dates }: DestinationFile): string =>
  [
    number,
    dials.map((dial) => (dial.triedOn ? `${dial.number} (${dial.triedOn})` : dial.number)).join(', '),
    hours ?? '–',
    languages.join(' '),
    ...(dates ? [summaryOfDates(dates)] : []),
  ].join(' / ');
