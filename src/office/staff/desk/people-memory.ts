import { machineStopwatch, type Stopwatch } from '../../../common/stopwatch.ts';
import type { AccountStore } from '../account.ts';
import { type People, toPeople } from '../people.ts';

/** Commands on the machine add accounts too; what they did is known after so many milliseconds. */
const longestKept = 10_000;

/** What people are called, read for the first page that asks and kept for those after it. */
export interface PeopleMemory {
  read(): Promise<People>;
  /** Passes on the result of something that may have changed accounts; the next page reads them anew. */
  afterChange<Result>(change: Promise<Result>): Promise<Result>;
}

/** Every page names people, and accounts change a few times a year: reading them each time would be a query for nothing. */
export function createPeopleMemory(
  { list }: Pick<AccountStore, 'list'>,
  now: Stopwatch = machineStopwatch,
): PeopleMemory {
  let known: { readonly people: Promise<People>; readonly at: number } | null = null;
  const read = async () => toPeople(await list());
  return {
    read() {
      if (known === null || now() - known.at > longestKept) {
        const reading = { people: read(), at: now() };
        known = reading;
        reading.people.catch(() => {
          if (known === reading) known = null;
        });
      }
      return known.people;
    },
    async afterChange(change) {
      try {
        return await change;
      } finally {
        known = null;
      }
    },
  };
}
