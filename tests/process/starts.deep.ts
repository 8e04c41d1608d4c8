import { afterAll, beforeAll, deepTest, describe, expect, jest } from '#jest';
import { startFaults } from '../support/start-faults.ts';
import { checkStart, copyOf, emptyPlace, publishedPlaces, startRows } from '../support/start-table.ts';

jest.setTimeout(600_000);

const rows = startRows();

let places: Awaited<ReturnType<typeof publishedPlaces>>;
beforeAll(async () => {
  places = await publishedPlaces();
});
afterAll(async () => {
  for (const place of [places.quiet, places.warned]) await place[Symbol.asyncDispose]();
});

deepTest('The table of starts has a row for every fault that is tried, and no other', () => {
  expect(rows.map(({ wrong }) => wrong)).toEqual(Object.keys(startFaults));
});

describe.each(rows)('A start at which $wrong:', (row) => {
  // Both starts run in parallel, because a start spends as much time waiting as computing.
  let published: Promise<void> | undefined;
  const startPublished = () => {
    published ??= copyOf(row.published.includes('notice') ? places.warned : places.quiet).then((place) =>
      checkStart(row, row.published, place, places.said),
    );
    published.catch(() => {});
    return published;
  };

  deepTest(`with nothing published ${row.never}`, async () => {
    startPublished();
    await checkStart(row, row.never, await emptyPlace());
  });

  deepTest(`with a published edition ${row.published}`, startPublished);
});
