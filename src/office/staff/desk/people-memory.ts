import { machineStopwatch, type Stopwatch } from '../../../common/stopwatch.ts';
import type { AccountStore } from '../account.ts';
import { type People, toPeople } from '../people.ts';

/**
 * Milliseconds for which names are cached. If a command on the machine changes a name, pages show the new name after
 * this time at the latest.
 */
const longestKept = 10_000;

/** A cache of the names of people on screens. */
interface PeopleMemory {
  read(): Promise<People>;
  /**
   * Waits for something that may change accounts, and returns its result. The next `read` then reads the names again.
   */
  afterChange<Result>(change: Promise<Result>): Promise<Result>;
}

/** Creates a cache of names, because every page shows some names and accounts change only a few times a year. */
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
