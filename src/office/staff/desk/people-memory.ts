import { machineStopwatch, type Stopwatch } from '../../../common/stopwatch.ts';
import type { AccountStore } from '../account.ts';
import { type People, toPeople } from '../people.ts';

/**
 * Milliseconds for which names are remembered. Names that a command on the machine changes appear after that time at the latest.
 */
const longestKept = 10_000;

/** What people are called on screens. The names are read for the first page that needs them and remembered for later pages. */
interface PeopleMemory {
  read(): Promise<People>;
  /** Passes on the result of something that may have changed accounts. The next page reads the names anew. */
  afterChange<Result>(change: Promise<Result>): Promise<Result>;
}

/** Names are remembered because every page shows some of them, and accounts change only a few times a year. */
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
