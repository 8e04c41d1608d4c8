import type { ConsoleVisitor } from '../../tests/support/console-visitor.ts';
import type { Group } from '../group.ts';
import { inOffice } from '../in-office.ts';
import { changeText, pages } from '../play-day.ts';
import { median } from '../statistics.ts';
import { type Table, verdict, whole } from '../table.ts';

/** How often each page is opened. The `cold` rounds come first and are not counted. */
const rounds: { readonly cold: number; readonly warm: number } = { cold: 3, warm: 9 };

/** Limits in milliseconds for pages that staff open often, on an ordinary line and an idle machine. */
const bounded = { '/console': 150, '/console/publish': 150 } as const;

/** Measures the milliseconds until the HTML of a console page has arrived, with one change waiting to be published. */
export const measurePages: Group = async (parts) => {
  const times = await inOffice(parts, timesOf);
  const middle = (path: string) => median(times.get(path) ?? []);
  return {
    title: `Pages of the console, warm, medians of ${rounds.warm}`,
    ...pagesTable(times),
    notes: Object.entries(bounded).map(([path, most]) =>
      verdict(`${path}, milliseconds`, middle(path), 'at most', most),
    ),
  };
};

/** Milliseconds until the HTML of each page has arrived, by address. */
type PageTimes = ReadonlyMap<string, readonly number[]>;

/** The rows of a table of pages, and their heading. */
export const pagesTable = (times: PageTimes): Pick<Table, 'head' | 'rows'> => ({
  head: ['page', 'median ms', 'max ms'],
  rows: [...times].map(([path, each]) => [path, whole(median(each)), whole(Math.max(...each))]),
});

/** Limits in milliseconds for the overview and for all pages, when the machine is busy or the line is large. */
const [ofOverview, ofPage] = [100, 150];

/** Sentences that say whether the overview and the slowest page are within their limits. */
export const pagesVerdicts = (times: PageTimes): string[] => [
  verdict('The overview, milliseconds', median(times.get('/console') ?? []), 'at most', ofOverview),
  verdict(
    'The page with the highest median, milliseconds',
    Math.max(...[...times.values()].map(median)),
    'at most',
    ofPage,
  ),
];

async function timesOf(visitor: ConsoleVisitor): Promise<PageTimes> {
  await changeText(visitor, 1);
  return timePages(visitor, [...pages, '/console/publish', '/console/texts/en/goodbye']);
}

/**
 * Milliseconds until the HTML of each page has arrived, by address. The first few rounds are not counted.
 * @throws Error when a page is not answered with status 200
 */
export async function timePages(
  visitor: ConsoleVisitor,
  paths: readonly string[],
  { cold, warm } = rounds,
): Promise<PageTimes> {
  const times = new Map(paths.map((path) => [path, [] as number[]]));
  for (let round = 0; round < cold + warm; round += 1) {
    for (const [path, each] of times) {
      const begun = performance.now();
      const { status } = await visitor.get(path);
      if (status !== 200) throw new Error(`${path} was answered with ${status}.`);
      if (round >= cold) each.push(performance.now() - begun);
    }
  }
  return times;
}
