import { copyFile, open, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { sendAtOnce, writeRequest } from './raw-requests.ts';
import type { Service } from './service.ts';
import type { Staff } from './staff.ts';

/** Trouble in the office while calls are being answered. */
interface Scenario {
  readonly name: string;
  /** @returns a note for the output; null for none */
  run(parts: ScenarioParts): Promise<string | null>;
  /** Repairs the office afterwards, while nothing is measured. */
  readonly mend?: (parts: ScenarioParts) => Promise<void>;
}

interface ScenarioParts {
  readonly service: Service;
  readonly staff: Staff;
  /** Number of requests that are sent at the same time. */
  readonly atOnce: number;
  readonly publications: number;
  /** How long a scenario keeps the office in trouble, in milliseconds, unless the trouble ends by itself. */
  readonly lasts: number;
}

const database = ({ dataFolder }: Service): string => join(dataFolder, 'kotozute.db');

/** Kills the office; the line starts another one. */
const kill = (service: Service): Promise<void> => service.killOffice();

/** Waits until the office answers again. */
const untilItAnswers = async ({ service }: ScenarioParts): Promise<void> => {
  await service.office();
};

const tell = (states: Map<string, number>): string =>
  [...states].map(([state, count]) => `${state} × ${count}`).join(', ');

/** Requests the console as staff would. The office may be unable to answer, so failures are ignored. */
const knock = (service: Service): Promise<unknown> =>
  Promise.all(
    Array.from({ length: 20 }, () =>
      fetch(`http://127.0.0.1:${service.port}/console`, { signal: AbortSignal.timeout(5000) }).catch(() => null),
    ),
  );

/** Locks the database, then does something, and keeps the lock for the duration of a scenario. */
const locked = async ({ service, lasts }: ScenarioParts, then: () => Promise<unknown>): Promise<void> => {
  const holder = new DatabaseSync(database(service));
  try {
    holder.exec('BEGIN EXCLUSIVE');
    await then();
    await wait(lasts);
    holder.exec('ROLLBACK');
  } finally {
    holder.close();
  }
};

const aside = (service: Service): string => `${database(service)}.aside`;
const parts = ['', '-wal', '-shm'];

const putAside = async (service: Service): Promise<void> => {
  for (const part of parts) await copyFile(database(service) + part, aside(service) + part).catch(() => {});
};
const bringBack = async ({ service }: ScenarioParts): Promise<void> => {
  await kill(service);
  for (const part of parts) {
    await rm(database(service) + part, { force: true });
    await copyFile(aside(service) + part, database(service) + part).catch(() => {});
  }
  // The line may have started an office before all files were back, so that office is killed too.
  await kill(service);
  await service.office();
};

const fields = (count: number): string => '&a'.repeat(count);

export const scenarios: readonly Scenario[] = [
  {
    name: 'the office runs an endless loop',
    async run({ service, lasts }) {
      await service.trouble('loop');
      await Promise.all([knock(service), wait(lasts)]);
      return null;
    },
    async mend({ service }) {
      await kill(service);
      await service.office();
    },
  },
  {
    name: 'the office is stopped (SIGSTOP)',
    async run({ service, lasts }) {
      const office = await service.office();
      process.kill(office, 'SIGSTOP');
      await Promise.all([knock(service), wait(lasts)]);
      process.kill(office, 'SIGCONT');
      return null;
    },
    mend: untilItAnswers,
  },
  {
    name: 'the office is killed, three times',
    async run({ service }) {
      for (let time = 0; time < 3; time += 1) {
        await service.office();
        await kill(service);
      }
      await service.office();
      return null;
    },
  },
  {
    name: 'the office runs out of heap',
    async run({ service, lasts }) {
      await service.trouble('fillHeap');
      await wait(lasts);
      await service.office();
      return null;
    },
  },
  {
    name: 'editions are published, one after the other',
    async run({ staff, publications }) {
      for (let round = 1; round <= publications; round += 1) await staff.publish(round);
      return `${publications} publications`;
    },
  },
  {
    name: 'the disk of DATA_DIR is full',
    async run({ service, staff, lasts }) {
      const path = join(service.dataFolder, 'fills-the-disk');
      const file = await open(path, 'w');
      try {
        for (const block = Buffer.alloc(1_000_000); ; ) await file.write(block);
      } catch {
        // The disk is full.
      } finally {
        await file.close();
      }
      const isPublished = await Promise.race([
        staff.publish(0).then(
          () => true,
          () => false,
        ),
        wait(lasts, false),
      ]);
      await wait(lasts);
      return `published meanwhile: ${isPublished ? 'yes' : 'no'}; the file took ${Math.round((await stat(path)).size / 1e6)} MB`;
    },
    async mend({ service }) {
      await rm(join(service.dataFolder, 'fills-the-disk'), { force: true });
      await kill(service);
      await service.office();
    },
  },
  {
    name: 'strangers post 97,500 fields, all at once',
    async run({ service, atOnce }) {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: 'kotozute-form=chosen' };
      const request = writeRequest('/console/texts/en/greeting', headers, fields(97_500));
      return tell(await sendAtOnce(service.port, request, atOnce));
    },
    mend: untilItAnswers,
  },
  {
    name: 'staff upload a workbook with an endless tag, all at once',
    async run({ service, staff, atOnce }) {
      const book = await staff.workbook('xl/_rels/workbook.xml.rels', `<${'a'.repeat(120_000)}`);
      return tell(await sendAtOnce(service.port, await staff.upload('words.xlsx', book), atOnce));
    },
    mend: untilItAnswers,
  },
  {
    name: 'staff upload 4.9 MB of line breaks, all at once',
    async run({ service, staff, atOnce }) {
      const upload = await staff.upload('words.csv', Buffer.alloc(4_900_000, '\n'));
      return tell(await sendAtOnce(service.port, upload, atOnce));
    },
    mend: untilItAnswers,
  },
  {
    name: 'staff ask for the overview and the change sheet, all at once',
    async run({ service, staff, atOnce }) {
      const states = await Promise.all([
        sendAtOnce(service.port, await staff.page('/console'), atOnce / 2),
        sendAtOnce(service.port, await staff.page('/console/change-sheet'), atOnce / 2),
      ]);
      return states.map(tell).join('; ');
    },
    mend: untilItAnswers,
  },
  {
    name: 'staff upload a workbook of 850,000 strings, all at once',
    async run({ service, staff, atOnce }) {
      const book = await staff.workbook('xl/sharedStrings.xml', `<sst>${'<si><t>a</t></si>'.repeat(850_000)}</sst>`);
      return tell(await sendAtOnce(service.port, await staff.upload('words.xlsx', book), atOnce));
    },
    mend: untilItAnswers,
  },
  {
    name: 'the database is locked by another program',
    async run(given) {
      await locked(given, async () => {});
      return null;
    },
    mend: untilItAnswers,
  },
  {
    name: 'the database is locked when the office starts',
    async run(given) {
      await locked(given, () => kill(given.service));
      return null;
    },
    async mend({ service }) {
      await kill(service);
      await service.office();
    },
  },
  {
    name: 'the database is damaged when the office starts',
    async run({ service, lasts }) {
      await putAside(service);
      await kill(service);
      for (const part of ['-wal', '-shm']) await rm(database(service) + part, { force: true });
      await writeFile(database(service), Buffer.alloc(200_000, 'damaged '));
      await wait(lasts);
      return null;
    },
    mend: bringBack,
  },
  {
    name: 'the database is gone when the office starts',
    async run({ service, lasts }) {
      await putAside(service);
      for (const part of parts) await rm(database(service) + part, { force: true });
      await kill(service);
      await wait(lasts);
      return null;
    },
    mend: bringBack,
  },
];
