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

/** The time that all processes of one line share; a test moves it on. */
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

/** The sentences that begin a call. */
async function heard(address: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${address}/phone/calls`, { method: 'POST', headers, body: '{}' });
  const { sentences } = (await response.json()) as { readonly sentences: readonly Sentence[] };
  return sentences.map(({ parts }) => parts.map(({ text }) => text).join('')).join('\n');
}

/** Somebody who has signed in on the running line. */
async function signIn(address: string): Promise<ConsoleVisitor> {
  const visitor = visitConsole(address);
  await until('the office', async () => (await visitor.get('/console/sign-in')).status === 200);
  expect((await visitor.signIn('hanako')).status).toBe(303);
  return visitor;
}

/** Changes a sentence with which calls begin, and schedules that for a moment between ten and twelve minutes from now. @returns that moment */
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

/** What the database knows of publications, the earliest first, and of schedules that were carried out. */
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
  deepTest('is made once and heard, whenever its office was killed and however late it starts again', async () => {
    await using place = await createPlace('spoken-before');
    await writePrompts(place.prompts, smallFiles());
    const time = await createTime(place);
    const start = () => startLine(place, time.settings);
    const folder = createEditionFolder(place.data);
    /** Waits for a publication first: a line refuses a caller who asks for seconds without a pause. */
    const says = async (line: StartedLine, number: number, words: string) => {
      await until(`publication ${number}`, async () => (await folder.readPointer())?.number === number);
      const address = await line.address();
      await until(`"${words}" in a call`, async () => (await heard(address)).includes(words));
    };
    /** Kills the office after it has scheduled something. The one that the line starts instead sees the schedule in time. */
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
      // Nothing ran at that moment. The next start is half an hour late, and waits until its clock is believed.
      await time.passes(40 * minute);
      await using line = start();
      await signIn(await line.address());
      await says(line, 2, 'The first change');
      await time.passes(11 * minute);
      await says(line, 3, 'The second change');

      // Everything is killed while the third is published: when the process that checks it once more is running.
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
