import type { ConsoleVisitor } from '../../tests/support/console-visitor.ts';
import type { Group } from '../group.ts';
import { inOffice } from '../in-office.ts';
import { changeText, pages } from '../play-day.ts';
import { median } from '../statistics.ts';
import { verdict, whole } from '../table.ts';

/** How often each page is opened. The `cold` times, which come first, are not counted. */
const rounds = { cold: 3, warm: 9 } as const;

/** Limits in milliseconds for pages that staff open often. */
const bounded = { '/console': 150, '/console/publish': 150 } as const;

/** Measures the milliseconds until a console page is completely loaded, with one change waiting to be published. */
export const measurePages: Group = async (parts) => {
  const times = await inOffice(parts, timesOf);
  const middle = (path: string) => median(times.get(path) ?? []);
  return {
    title: `Pages of the console, warm, medians of ${rounds.warm}`,
    head: ['page', 'ms', 'most ms'],
    rows: [...times].map(([path, each]) => [path, whole(median(each)), whole(Math.max(...each))]),
    notes: Object.entries(bounded).map(([path, most]) =>
      verdict(`${path}, milliseconds`, middle(path), 'at most', most),
    ),
  };
};

async function timesOf(visitor: ConsoleVisitor): Promise<ReadonlyMap<string, readonly number[]>> {
  await changeText(visitor, 1);
  return timePages(visitor, [...pages, '/console/publish', '/console/texts/en/goodbye']);
}

/**
 * Milliseconds until each page is loaded, by address. The first few rounds are not counted.
 * @throws Error when a page cannot be opened
 */
export async function timePages(
  visitor: ConsoleVisitor,
  paths: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map(paths.map((path) => [path, [] as number[]]));
  for (let round = 0; round < rounds.cold + rounds.warm; round += 1) {
    for (const [path, each] of times) {
      const begun = performance.now();
      const { status } = await visitor.get(path);
      if (status !== 200) throw new Error(`${path} was answered with ${status}.`);
      if (round >= rounds.cold) each.push(performance.now() - begun);
    }
  }
  return times;
}
