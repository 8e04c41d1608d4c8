import type { Request } from 'express';
import { checkbox, chosen, readForm, textLine, textsIn, ticked } from '../../frame/read-form.ts';
import { readRows, rowErrors } from '../../frame/read-rows.ts';
import type { Translate } from '../../frame/translate.ts';
import { tidyDialled, tidyValue } from '../../office/drafts/tidy-value.ts';
import { moveInList } from '../../office/drafts/topic-menu.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { FieldErrors } from '../line/entry-kind.ts';
import { readDates, type TypedDates, takeDatesStep, tidyDates, typedDates } from './dates-form.ts';

export type DestinationFile = LineFile['destinations'][number];

/** Maximum length of each text field of the form, in characters. */
export const longestDestination = { id: 60, name: 200, dialled: 60, source: 1000 } as const;
const longestDate = 40;

/**
 * Maximum number of telephone numbers to dial, and of yearly closures, that staff can add. No caller would wait while
 * more numbers are dialled, and no year has more closures.
 */
export const mostRows = 12;

/** A telephone number to dial, as in the form. */
interface TypedDial {
  readonly number: string;
  readonly source: string;
  readonly triedOn: string;
}

/** A destination, as in the form. */
export interface TypedDestination {
  readonly ja: string;
  readonly en: string;
  /** The id of the fact with the telephone number that callers hear. */
  readonly number: string;
  readonly languages: readonly string[];
  readonly dials: readonly TypedDial[];
  /** The id of the fact with the opening hours; empty if they are not known. */
  readonly hours: string;
  readonly holidays: boolean;
  readonly closed: readonly { readonly from: string; readonly to: string }[];
  /** Days with other hours than usual. */
  readonly dates: readonly TypedDates[];
}

const emptyDial: TypedDial = { number: '', source: '', triedOn: '' };
const emptyClosed = { from: '', to: '' };

/** The form of a saved destination. */
export const typedDestination = (destination: DestinationFile): TypedDestination => ({
  ja: destination.name.ja,
  en: destination.name.en,
  number: destination.number,
  languages: destination.languages,
  dials: destination.dials.map(({ number, source, triedOn = '' }) => ({ number, source, triedOn })),
  hours: destination.hours ?? '',
  holidays: destination.closed?.holidays !== undefined,
  closed: destination.closed?.eachYear ?? [],
  dates: typedDates(destination.dates),
});

/** The empty form of a new destination. */
export const newDestination: TypedDestination = {
  ...{
    ja: '',
    en: '',
    number: '',
    languages: [],
    dials: [emptyDial],
    hours: '',
    holidays: true,
    closed: [],
    dates: [],
  },
};

/** Reads a submitted form. */
export function readDestination(
  request: Request,
  t: Translate,
  kept: DestinationFile | undefined,
  keepsEmptyRows: boolean,
): { readonly typed: TypedDestination; readonly errors: FieldErrors } {
  const name = textLine(longestDestination.name);
  const saved = textsIn(kept);
  const fields = { ja: name, en: name, number: chosen, hours: chosen, holidays: checkbox };
  const { typed, errors } = readForm(request, t, fields, saved);
  const dial = {
    number: textLine(longestDestination.dialled),
    source: textLine(longestDestination.source),
    triedOn: textLine(longestDate),
  };
  const dials = readRows(request, t, { count: 'dials', fields: dial, saved }).filter(
    ({ typed: { number, source, triedOn } }) => keepsEmptyRows || `${number}${source}${triedOn}` !== '',
  );
  const closures = { count: 'closed', fields: { from: chosen, to: chosen }, saved };
  const closed = readRows(request, t, closures).filter(
    ({ typed: { from, to } }) => keepsEmptyRows || `${from}${to}` !== '',
  );
  const { dates, errors: datesErrors } = readDates(request, t, saved, keepsEmptyRows);
  // The file `line.yaml` can have more rows than staff can add in the console. Those rows stay.
  const tooMany = (field: string, what: 'dials' | 'closures', sent: number, before: readonly unknown[] = []) => {
    const count = Math.max(mostRows, before.length);
    return sent > count ? { [`${field}-${count}`]: t(`destinations.wrong.${what}`, { count }) } : {};
  };
  return {
    typed: {
      ...typed,
      languages: languagesIn(request, t),
      dials: dials.map((row) => row.typed),
      closed: closed.map((row) => row.typed),
      dates,
    },
    errors: {
      ...errors,
      ...rowErrors(dials),
      ...rowErrors(closed),
      ...datesErrors,
      ...tooMany('number', 'dials', dials.length, kept?.dials),
      ...tooMany('from', 'closures', closed.length, kept?.closed?.eachYear),
    },
  };
}

/** The languages that are ticked, in the order in which they were offered. */
const languagesIn = (request: Request, t: Translate): string[] => {
  const { tags } = readForm(request, t, { tags: chosen }).typed;
  const spoken = ticked(request, 'speaks-');
  return tags.split(' ').filter((tag) => spoken.includes(tag));
};

/** The form with telephone numbers as they are dialled, and with dates as they are stored. */
export const tidyDestination = (typed: TypedDestination): TypedDestination => ({
  ...typed,
  dials: typed.dials.map(({ number, source, triedOn }) => ({
    number: tidyDialled(number),
    source,
    triedOn: tidyValue('date', triedOn),
  })),
  dates: tidyDates(typed.dates),
});

/** Whether tidying has changed a telephone number. */
export const isCorrected = (typed: TypedDestination, tidy: TypedDestination): boolean =>
  tidy.dials.some(({ number }) => !typed.dials.some((each) => each.number === number));

/**
 * The form after one of the buttons for its rows was pressed. These buttons add or remove a row, or move a telephone
 * number up or down, or remove all dates that are over.
 * @param today an ISO date
 */
export function takeStep(
  typed: TypedDestination,
  step: string,
  { today }: { readonly today: string },
): { readonly typed: TypedDestination; readonly focus?: string } {
  const [, what = '', row = ''] = /^([a-z-]+?)(?:-(\d+))?$/.exec(step) ?? [];
  const index = Number(row);
  const { dials, closed } = typed;
  const stepped = takeDatesStep(typed.dates, what, index, today);
  if (stepped) {
    const { dates, focus } = stepped;
    return { typed: { ...typed, dates }, ...(focus !== undefined && { focus }) };
  }
  switch (what) {
    case 'add-dial':
      if (dials.length >= mostRows) return { typed };
      return { typed: { ...typed, dials: [...dials, emptyDial] }, focus: `number-${dials.length}` };
    case 'remove-dial':
      return { typed: { ...typed, dials: dials.toSpliced(index, 1) } };
    case 'up-dial':
      return { typed: { ...typed, dials: moveInList(dials, index, -1) } };
    case 'down-dial':
      return { typed: { ...typed, dials: moveInList(dials, index, 1) } };
    case 'add-closed':
      if (closed.length >= mostRows) return { typed };
      return { typed: { ...typed, closed: [...closed, emptyClosed] }, focus: `from-${closed.length}` };
    case 'remove-closed':
      return { typed: { ...typed, closed: closed.toSpliced(index, 1) } };
    default:
      return { typed };
  }
}
