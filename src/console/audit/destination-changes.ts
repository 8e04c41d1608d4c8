import { z } from 'zod';
import type { Visitor } from '../../frame/visit.ts';
import { datesInWords, nameOfValue, readableValue, type ValueNames } from '../../naming/value-names.ts';
import { type ChangedValue, compareContents } from '../../office/editions/compare-contents.ts';
import type { AuditAbout } from '../../office/staff/audit-entry.ts';
import { type DatedHours, datedHours } from '../../words/dated-hours.ts';
import type { LineFile } from '../../words/line-file.ts';

type LanguageOf = Pick<Visitor, 't' | 'language'>;

/**
 * Maximum number of changed values, and of dates in a summary, that an entry shows. Nobody would read more. An
 * edition’s change sheet has all changed values.
 */
const mostShown = 10;

/**
 * What the audit stores about a change of one destination: the changed values as JSON, with the paths of
 * `compareContents`.
 */
export const keptChanges = (before: LineFile, after: LineFile, id: string): string =>
  JSON.stringify(
    compareContents({ line: before, words: {} }, { line: after, words: {} }).values.filter(({ path }) =>
      path.startsWith(`destinations.${id}.`),
    ),
  );

const changedValues = z.array(
  z.object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
);

/** The changed values of an entry in words; empty if the entry does not say which values changed. */
export function changesInWords(visitor: LanguageOf, names: ValueNames, about: AuditAbout): string {
  const { t } = visitor;
  const changes = changesIn(about);
  // Added values with the same name, such as several dates, are listed together, and so are removed values.
  const added = new Map<string, string[]>();
  const removed = new Map<string, string[]>();
  const changed: string[] = [];
  const put = (into: Map<string, string[]>, name: string, value: string) => {
    into.set(name, [...(into.get(name) ?? []), value]);
  };
  for (const { path, before, after } of changes.slice(0, mostShown)) {
    // The sentence of the entry already names the destination, so its name is cut off here.
    const name = nameOfValue(visitor, names, path).split(' › ').slice(2).join(' › ');
    const [old, now] = [shown(visitor, names, path, before), shown(visitor, names, path, after)];
    if (old === null) put(added, name, now ?? '');
    else if (now === null) put(removed, name, old);
    else changed.push(t('audit.value-changed', { name, before: old, after: now }));
  }
  const described = [
    ...changed,
    ...[...removed].map(([name, values]) => t('audit.value-removed', { name, before: values.join(t('audit.comma')) })),
    ...[...added].map(([name, values]) => t('audit.value-added', { name, after: values.join(t('audit.comma')) })),
  ];
  return listOf(visitor, described, Math.max(0, changes.length - mostShown));
}

/**
 * A value in words. If another version wrote the value and it cannot be read, it is shown as stored, so that the page
 * still works.
 */
function shown(visitor: LanguageOf, names: ValueNames, path: string, value: string | null): string | null {
  try {
    return readableValue(visitor, names, path, value);
  } catch {
    return value;
  }
}

/**
 * The changed values. Entries of earlier versions contain a summary of the destination before the change and one after
 * it, so the two summaries are compared here.
 */
function changesIn({ name, changes, before, after }: AuditAbout): ChangedValue[] {
  if (typeof changes === 'string') return changedValues.safeParse(parsed(changes)).data ?? [];
  if (typeof before !== 'string' || typeof after !== 'string') return [];
  const [old, now] = [valuesIn(String(name), before), valuesIn(String(name), after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((value) => value.before !== value.after);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The values of a summary such as `officeNumber / +81… / officeHours / en ko / ×2026-12-29`, by their paths. */
function valuesIn(id: string, summary: string): Map<string, string> {
  const [number = '', dials = '', hours = '', languages = '', dates = ''] = summary.split(' / ');
  const path = (last: string) => `destinations.${id}.${last}`;
  const known = [
    [path('number'), number],
    [path('dials'), dials === '' ? '–' : dials],
    [path('hours'), hours],
    [path('languages'), languages.split(' ').join(', ')],
  ] as const;
  const days = datesIn(dates).map(
    (each) =>
      [
        path(`dates.${each.begins === undefined ? each.from : `${each.from} ${each.begins}`}`),
        JSON.stringify(each),
      ] as const,
  );
  return new Map([...known, ...days]);
}

/** Reads the dates that `summaryOfDates` has written into a summary. Dates that cannot be read are left out. */
function datesIn(summary: string): DatedHours[] {
  const one = /([×○])(\d{4}-\d\d-\d\d)(?:\/(\d{4}-\d\d-\d\d))?(?: (\d\d:\d\d)-(\d\d:\d\d))?(?: \(([^()]+)\))?/g;
  return [...summary.matchAll(one)].flatMap(([, sign, from, to, begins, ends, reason]) => {
    const kind = sign === '×' ? 'closed' : 'open';
    return datedHours.safeParse({ kind, from, to, begins, ends, reason }).data ?? [];
  });
}

/** Dates of a summary in words. */
export function datesOfSummary(visitor: LanguageOf, names: Pick<ValueNames, 'choice'>, summary: string): string {
  const dates = datesIn(summary);
  const described = dates.slice(0, mostShown).map((each) => datesInWords(visitor, each, names.choice));
  return listOf(visitor, described, dates.length - described.length);
}

const listOf = ({ t }: LanguageOf, described: readonly string[], left: number): string =>
  [...described, ...(left > 0 ? [t('audit.more-values', { count: left })] : [])].join(t('audit.comma'));
