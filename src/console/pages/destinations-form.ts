import type { Request } from 'express';
import { moveInList } from '../../office/drafts/move-topic.ts';
import { tidyDialled, tidyValue } from '../../office/drafts/tidy-value.ts';
import type { LineFile } from '../../words/line-file.ts';
import { fieldOf } from '../form.ts';

export type DestinationFile = LineFile['destinations'][number];

/** A number to dial as it stands in the form. */
export interface TypedDial {
  readonly number: string;
  readonly source: string;
  readonly triedOn: string;
}

/** A destination as it stands in the form. */
export interface TypedDestination {
  readonly id: string;
  readonly ja: string;
  readonly en: string;
  /** The fact that is said. */
  readonly number: string;
  readonly languages: readonly string[];
  readonly dials: readonly TypedDial[];
  /** The fact with the opening hours; empty where nobody knows them. */
  readonly hours: string;
  readonly holidays: boolean;
  readonly closed: readonly { readonly from: string; readonly to: string }[];
}

/** More than anybody waits for one after the other, or than a year has closures. */
const mostRows = 12;
const emptyDial: TypedDial = { number: '', source: '', triedOn: '' };
const emptyClosed = { from: '', to: '' };

/** A kept destination, to be changed. */
export const typedDestination = (destination: DestinationFile): TypedDestination => ({
  id: destination.id,
  ja: destination.name.ja,
  en: destination.name.en,
  number: destination.number,
  languages: destination.languages,
  dials: destination.dials.map(({ number, source, triedOn = '' }) => ({ number, source, triedOn })),
  hours: destination.hours ?? '',
  holidays: destination.closed?.holidays !== undefined,
  closed: destination.closed?.eachYear ?? [],
});

/** One that is not kept yet. */
export const newDestination = (id: string): TypedDestination => ({
  ...{ id, ja: '', en: '', number: '', languages: [], dials: [emptyDial], hours: '', holidays: true, closed: [] },
});

/** What was sent, letter for letter. */
export function readDestination(request: Request, id: string): TypedDestination {
  const field = (name: string) => fieldOf(request, name);
  const rows = <Row>(count: string, read: (row: number) => Row): Row[] =>
    Array.from({ length: Math.min(Number(field(count)) || 0, mostRows) }, (_, row) => read(row));
  return {
    id,
    ja: field('ja'),
    en: field('en'),
    number: field('number'),
    languages: field('tags')
      .split(' ')
      .filter((tag) => tag !== '' && field(`speaks-${tag}`) !== ''),
    dials: rows('dials', (row) => ({
      number: field(`number-${row}`),
      source: field(`source-${row}`),
      triedOn: field(`triedOn-${row}`),
    })),
    hours: field('hours'),
    holidays: field('holidays') !== '',
    closed: rows('closed', (row) => ({ from: field(`from-${row}`), to: field(`to-${row}`) })),
  };
}

/** Numbers in the form in which they are dialled; rows in which nothing stands are left out. */
export const tidyDestination = (typed: TypedDestination): TypedDestination => ({
  ...typed,
  ja: typed.ja.trim(),
  en: typed.en.trim(),
  dials: typed.dials
    .map(({ number, source, triedOn }) => ({
      number: tidyDialled(number),
      source: source.trim(),
      triedOn: tidyValue('date', triedOn),
    }))
    .filter(({ number, source, triedOn }) => `${number}${source}${triedOn}` !== ''),
  closed: typed.closed.filter(({ from, to }) => `${from}${to}` !== ''),
});

/** The buttons that change the form itself: a row more or less, a number earlier or later. */
export function takeDestinationStep(typed: TypedDestination, step: string): TypedDestination {
  const [, what = '', row = ''] = /^([a-z-]+?)(?:-(\d+))?$/.exec(step) ?? [];
  const index = Number(row);
  const { dials, closed } = typed;
  switch (what) {
    case 'add-dial':
      return dials.length < mostRows ? { ...typed, dials: [...dials, emptyDial] } : typed;
    case 'remove-dial':
      return { ...typed, dials: dials.toSpliced(index, 1) };
    case 'up-dial':
      return { ...typed, dials: moveInList(dials, index, -1) };
    case 'down-dial':
      return { ...typed, dials: moveInList(dials, index, 1) };
    case 'add-closed':
      return closed.length < mostRows ? { ...typed, closed: [...closed, emptyClosed] } : typed;
    case 'remove-closed':
      return { ...typed, closed: closed.toSpliced(index, 1) };
    default:
      return typed;
  }
}
