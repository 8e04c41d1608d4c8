import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deepTest, describe, expect, jest } from '#jest';
import { createSqlEditionRecords } from '../../src/database/editions/sql-edition-records.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import { type ConsoleVisitor, visitConsole } from '../support/console-visitor.ts';
import { familyOf, lives, officeOf } from '../support/processes.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';
import { machine } from '../support/start-faults.ts';
import { createPlace, type Place, type StartedLine, startLine } from '../support/start-line.ts';
import { goodPassword } from '../support/test-desk.ts';
import { until } from '../support/until.ts';

jest.setTimeout(600_000);

const minute = 60_000;

/** A clock that all processes of one line share. A test can move it forward. */
async function createTime({ data }: Place) {
  const file = join(dirname(data), 'ahead');
  let ahead = 0;
  const write = () => writeFile(file, String(ahead));
  await write();
  return {
    settings: machine({ ahead: file }),
    now: () => Date.now() + ahead,
    async passes(milliseconds: number) {
      ahead += milliseconds;
      await write();
    },
  };
}
type Time = Awaited<ReturnType<typeof createTime>>;

interface Sentence {
  readonly parts: readonly { readonly text: string }[];
}

/** Begins a call. @returns the sentences of its first turn, one in each row */
async function heard(address: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${address}/phone/calls`, { method: 'POST', headers, body: '{}' });
  const { sentences } = (await response.json()) as { readonly sentences: readonly Sentence[] };
  return sentences.map(({ parts }) => parts.map(({ text }) => text).join('')).join('\n');
}

/** Waits until the office runs, and signs in to its console. */
async function signIn(address: string): Promise<ConsoleVisitor> {
  const visitor = visitConsole(address);
  await until('the office', async () => (await visitor.get('/console/sign-in')).status === 200);
  expect((await visitor.signIn('hanako')).status).toBe(303);
  return visitor;
}

/**
 * Changes a sentence that callers hear in the first turn, and schedules its publication for a full minute, 10.5 to 11.5
 * minutes from now.
 * @returns the scheduled time, in milliseconds since the epoch
 */
async function schedule(visitor: ConsoleVisitor, time: Time, words: string): Promise<number> {
  const text = '/console/texts/en/person';
  expect((await visitor.submit(text, text, { text: `${words}, press {{key}}.`, ready: '1' })).status).toBe(303);
  const moment = Math.ceil((time.now() + 10.5 * minute) / minute) * minute;
  const [publishDate = '', publishTime = ''] = new Date(moment + 540 * minute).toISOString().slice(0, 16).split('T');
  const asked = await visitor.submit('/console/publish', '/console/publish', {
    ...{ comment: words, noDocument: 'yes', emergencyReason: 'a test', warningsReason: 'a test' },
    ...{ when: 'later', publishDate, publishTime },
  });
  expect([asked.status, asked.headers.location]).toEqual([303, '/console/publish']);
  await until('the schedule', async () => (await visitor.get('/console/publish')).text.includes('予定しました'));
  return moment;
}

/** The comments of all publications, the earliest first, and how many schedules have succeeded and failed. */
async function published({ data }: Place) {
  const database = await openDatabase(data);
  try {
    const records = createSqlEditionRecords(database);
    const audit = await records.audit.list(null, 1000);
    return {
      comments: (await records.publications(99)).toReversed().map(({ comment }) => comment),
      made: audit.filter(({ act }) => act === 'schedule-published').length,
      failed: audit.filter(({ act }) => act === 'schedule-failed').length,
    };
  } finally {
    await database.close();
  }
}

async function kill(line: StartedLine, what: 'office' | 'everything'): Promise<void> {
  const office = await until('the office', () => officeOf(line.processId));
  if (what === 'everything') line.kill('SIGKILL');
  process.kill(office.id, 'SIGKILL');
  await until('the end of the office', () => !lives(office.id));
  if (what === 'everything') await line.ended();
}

describe('A scheduled publication', () => {
  deepTest('is made once and heard, no matter when its office is killed and how late it restarts', async () => {
    await using place = await createPlace('spoken-before');
    await writePrompts(place.prompts, smallFiles());
    const time = await createTime(place);
    const start = () => startLine(place, time.settings);
    const folder = createEditionFolder(place.data);
    /**
     * Waits until callers hear the words. Waits for the publication first, because the line refuses an address that
     * calls for seconds without a pause.
     */
    const says = async (line: StartedLine, number: number, words: string) => {
      await until(`publication ${number}`, async () => (await folder.readPointer())?.number === number);
      const address = await line.address();
      await until(`"${words}" in a call`, async () => (await heard(address)).includes(words));
    };
    /**
     * Schedules a change, then kills the office. The line starts another office before the scheduled time. Then moves
     * the clock to that time.
     */
    const scheduleAndKill = async (line: StartedLine, words: string) => {
      const address = await line.address();
      const moment = await schedule(await signIn(address), time, words);
      await kill(line, 'office');
      await signIn(address);
      expect([time.now() < moment, (await heard(address)).includes(words)]).toEqual([true, false]);
      await time.passes(moment - time.now());
    };
    {
      await using line = start();
      const address = await line.address();
      await line.says(/the prompts folder is published/);
      const [link = ''] = await line.says(/\/console\/sign-in\/\S+/);
      const passwords = { 'new-password': goodPassword, 'new-password-again': goodPassword };
      const linked = await visitConsole(address).submit(link, link, { name: 'hanako', display: '花子', ...passwords });
      expect(linked.status).toBe(303);

      await scheduleAndKill(line, 'The first change');
      await says(line, 2, 'The first change');

      await schedule(await signIn(address), time, 'The second change');
      await kill(line, 'everything');
    }
    const [beginning = ''] = (await published(place)).comments;
    {
      // Nothing ran at the scheduled time. The next start is half an hour late, and waits until it may trust its clock.
      await time.passes(40 * minute);
      await using line = start();
      await signIn(await line.address());
      await says(line, 2, 'The first change');
      await time.passes(11 * minute);
      await says(line, 3, 'The second change');

      // Everything is killed while the third change is being published, as soon as the process of its crawl is running.
      await scheduleAndKill(line, 'The third change');
      await until('the publication', () => familyOf(line.processId).some(({ command }) => command.includes('crawl')));
      await kill(line, 'everything');
    }
    {
      await using line = start();
      await signIn(await line.address());
      await time.passes(11 * minute);
      await says(line, 4, 'The third change');
    }
    const changes = ['The first change', 'The second change', 'The third change'];
    expect(await published(place)).toEqual({ comments: [beginning, ...changes], made: 3, failed: 0 });
  });
});
