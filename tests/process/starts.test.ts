import { expect, jest, test } from '#jest';
import { checkStart, copyOf, emptyPlace, publishedPlaces, startRows } from '../support/start-table.ts';

jest.setTimeout(600_000);

/** A few rows of the table in `docs/operation.md`. `starts.deep.ts` tries all rows. */
const few = ['the prompts folder is not there', 'a file of words is in cp932'];

test('A start serves the published edition and says what else is wrong; without one it refuses wrong words', async () => {
  const rows = startRows().filter(({ wrong }) => few.includes(wrong));
  expect(rows).toHaveLength(few.length);
  const { quiet, warned, said } = await publishedPlaces();
  await using _quiet = quiet;
  await using _warned = warned;
  for (const row of rows) {
    await checkStart(row, row.published, await copyOf(row.published.includes('notice') ? warned : quiet), said);
  }
  const [, wrongWords] = rows;
  if (wrongWords) await checkStart(wrongWords, wrongWords.never, await emptyPlace());
});
