import { randomBytes } from 'node:crypto';
import express from 'express';
import type { Response } from 'supertest';
import { expect, jest, test } from '#jest';
import { explanationOf } from '../../src/common/explained-error.ts';
import { StorageError } from '../../src/common/storage-error.ts';
import { createClosedConsole } from '../../src/console/closed-console.ts';
import type { ScheduleFailure } from '../../src/office/editions/schedule/schedule-records.ts';
import { createLineStatus } from '../../src/office/line-status/line-status.ts';
import { noFallbackText } from '../../src/operation/check-fallback.ts';
import { unreadableNumbers } from '../../src/operation/kept-numbers.ts';
import { SpeechError } from '../../src/speech/engine.ts';
import { PromptFolderError } from '../../src/words/prompt-files.ts';
import { agreementIn } from '../support/console-line.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { typeInto } from '../support/edit-workbook.ts';
import { flood } from '../support/flood.ts';
import { rowOf } from '../support/sheet-office.ts';
import { approvalsIn } from '../support/small-approvals.ts';
import { sato } from '../support/small-office.ts';
import { draftWithIds, strangeIn } from '../support/strange-words.ts';

jest.setTimeout(180_000);

/** An error of the operating system, which names a file. */
const noFile = Object.assign(new Error("ENOENT: no such file or directory, open '/srv/kotozute/prompts/en.yaml'"), {
  ...{ code: 'ENOENT', path: '/srv/kotozute/prompts/en.yaml' },
});

/** A console in which the test can cause many kinds of trouble. An administrator is signed in. */
async function start() {
  const broken: { accounts: unknown } = { accounts: null };
  const lineStatus = createLineStatus({
    doctor: async () => [
      unreadableNumbers,
      { id: 'fallback', state: 'fail', about: { ja: '代替案内', en: 'The fallback' }, mend: noFallbackText },
    ],
    ...{ deploysFallback: false, clock: Date.now, diagnosed: () => {}, audit: { add: async () => {} } },
    signal: new AbortController().signal,
  });
  const world = await createTestConsole({
    draft: draftWithIds(),
    lineStatus,
    callCounts: { since: 0, counts: { 'call completed': 1, 'said zh-Hans': 3, 'trouble en': 1 } },
    crawl: () => Promise.reject(noFile),
    over: (records) => ({
      ...records,
      accounts: {
        ...records.accounts,
        list: async () => {
          if (broken.accounts !== null) throw broken.accounts;
          return records.accounts.list();
        },
      },
    }),
  });
  await world.letIn('hanako', 'administrator');
  await world.letIn('taro', 'viewer');
  const visitor = visitConsole(world.app);
  await visitor.signIn('hanako');
  return { ...world, office: approvalsIn(world.office), broken, lineStatus, visitor };
}

test('Messages about trouble have no ids, language tags, files or rules in them, in Japanese and in English', async () => {
  const { office, publisher, visitor, broken, lineStatus, app } = await start();
  const found: unknown[] = [];
  const read = (state: string, { text }: Pick<Response, 'text'>, language: 'ja' | 'en') => {
    for (const each of strangeIn(text, language)) found.push([state, language, each]);
  };
  /** Requests answers in both languages of the console, and checks their status and their words. */
  const inBoth = async (state: string, status: number, ...answers: (() => Promise<Response>)[]) => {
    for (const language of ['en', 'ja'] as const) {
      await visitor.get(`/console/language/${language}`);
      for (const ask of answers) {
        const answer = await ask();
        expect([state, answer.status]).toEqual([state, status]);
        read(state, answer, language);
      }
    }
  };
  const see = (state: string, ...addresses: string[]) =>
    inBoth(state, 200, ...addresses.map((address) => () => visitor.get(address)));
  const csrf = async () => /name="csrf" value="([^"]+)"/.exec((await visitor.get('/console')).text)?.[1] ?? '';
  const post = async (address: string, fields: Readonly<Record<string, string>>) =>
    visitor.post(address, { csrf: await csrf(), ...fields });

  await office.publish({ comment: 'Beginning' });
  await visitor.submit('/console/rehearsal?at=2026-11-24T10%3A00&path=11', '/console/rehearsal/calls', {
    title: 'Kept',
  });

  // Without a voice.
  await office.save('en', 'days.which', 'It changes on {{firstDay}}.', 'Put your waste out in the morning.');
  await office.save('en', 'disaster.flood', 'The river is high.');
  office.engine.failWhen(() => true);
  const { hash } = await office.textOf('en', 'days.which');
  await inBoth(
    'no voice',
    503,
    () => post('/console/approvals/listening', { text: `en days.which ${hash}` }),
    () => post('/console/approvals/en/listening', { text: `days.which ${hash}` }),
    () => post('/console/disaster/approve/en/listening', {}),
    () => visitor.get('/console/sounds/en/days.which.wav'),
  );
  await inBoth('no voice for one text', 422, () =>
    post('/console/texts/en/days.which/listen', {
      text: 'It changes now.',
      speed: 'normal',
      basedOn: '1',
      sourceSeen: '',
    }),
  );
  await office.approveAll();
  await visitor.submit('/console/publish', '/console/publish', { comment: 'Summer', noDocument: 'yes' });
  await publisher.idle();
  await see('failed publication', '/console/publish', '/console/publish/progress', '/console');
  office.engine.failWhen(() => false);
  await see('broken check', '/console/crawl', '/console/publish');

  // A schedule that fails, in every way.
  const when = { when: 'later', publishDate: '2026-12-01', publishTime: '09:00' };
  await visitor.submit('/console/publish', '/console/publish', { comment: 'Winter', noDocument: 'yes', ...when });
  await publisher.idle();
  const { schedules } = office.records;
  const { newest } = schedules;
  const scheduled = await newest();
  const text = { language: 'en', prompt: 'days.which' };
  const failures: readonly ScheduleFailure[] = [
    { why: 'missed', details: [explanationOf(noFile)] },
    { why: 'not-spoken', details: [{ ...explanationOf(new SpeechError('「days.which」(en)')), about: text }] },
    {
      why: 'stopped',
      details: [{ ja: '文:「days.which」で「firstDay」', en: 'Texts: "days.which", "en"', about: text }],
    },
  ];
  for (const failure of failures) {
    const end = { kind: 'failed', failure, by: { accountId: null, accountName: 'x' }, at: 1 } as const;
    Object.assign(schedules, { newest: async () => ({ ...scheduled, end }) });
    await see(`schedule ${failure.why}`, '/console/publish/schedule');
  }
  Object.assign(schedules, { newest });
  await visitor.submit('/console/publish/schedule', '/console/publish/schedule/cancel', {});

  // A kept call that goes another way, and a topic that is removed.
  await office.changeLine(sato, (file) => ({
    ...file,
    topics: file.topics.toReversed().map((topic, index) => ({ ...topic, key: String(index + 1) })),
  }));
  await see('red kept call', '/console/rehearsal/calls', '/console/rehearsal/changes', '/console/publish');
  const removal = '/console/topics/place/remove';
  const asked = await visitor.get(removal);
  await visitor.send(asked, removal, { agreed: agreementIn(asked.text) });
  await see(
    'removed topic',
    '/console/topics',
    '/console/texts/unused',
    '/console/publish',
    '/console/texts/all/place.where',
  );

  // A drill, and then a notice.
  await visitor.submit('/console/disaster', '/console/disaster/drill', {});
  await see('drill', '/console/disaster/drill', '/console/disaster', '/console');
  const drilled = () =>
    visitor.submit('/console/disaster/drill', '/console/disaster/confirm', { ...flood, mode: 'drill' });
  await inBoth('drill to confirm', 200, drilled);
  await visitor.send(await drilled(), '/console/disaster/on');
  await see('drill on', '/console/disaster/drill');
  const end = (fields: Readonly<Record<string, string>>) => () =>
    visitor.submit('/console/disaster/drill', '/console/disaster/drill/end', fields);
  await inBoth('drill refused', 422, end({ outcome: '' }));
  await end({ outcome: 'wrong', comment: 'Too quiet' })();
  await see('drill held', '/console/disaster', '/console/audit');

  // Sheets that are refused.
  const { bytes } = await visitor.download('/console/sheets/export?language=en&language=zh-Hans&kind=xlsx');
  const row = rowOf(bytes, 'en', 'days.which');
  const wrong = typeInto(typeInto(bytes, 'en', `E${row}`, '{{nowhere}} 03-0000-1111.'), 'zh-Hans', 'A3', 'x');
  for (const sent of [wrong, new TextEncoder().encode('no sheet')]) {
    const answer = await visitor.upload('/console/sheets', '/console/sheets', { name: 'words.xlsx', bytes: sent });
    await see('sheet refused', answer.headers.location ?? '');
  }

  // The state of the line, and error pages.
  await lineStatus.look('check');
  await see('wrong line', '/console/status');
  await inBoth(
    'missing',
    404,
    ...['/console/nowhere', '/console/texts/xx/days.which', '/console/approvals/xx', '/console/leaflets/xx'].map(
      (address) => () => visitor.get(address),
    ),
  );
  await inBoth('unreadable', 400, () => visitor.get('/console/texts?q=%00'));
  for (const error of [
    new StorageError('unusable', 'file is not a database: /srv/kotozute/data/kotozute.db'),
    new StorageError('full', 'SQLITE_FULL: /srv/kotozute/data/kotozute.db'),
    new PromptFolderError('There is no folder /srv/kotozute/prompts with line.yaml.'),
  ]) {
    broken.accounts = error;
    await inBoth('error page', 503, () => visitor.get('/console/accounts'));
  }
  broken.accounts = noFile;
  await inBoth('bug', 500, () => visitor.get('/console/accounts'));
  broken.accounts = null;

  // Visitors who have not signed in, and a viewer.
  const stranger = visitConsole(app);
  read('sign-in', await stranger.get('/console/sign-in'), 'ja');
  read('wrong password', await stranger.signIn('hanako', 'wrong'), 'ja');
  read('wrong link', await stranger.get('/console/sign-in/wrong'), 'ja');
  read('wrong reading link', await stranger.get('/console/reading/wrong'), 'ja');
  await stranger.signIn('taro');
  for (const page of ['/console/accounts', '/console/topics/days', '/console/disaster', '/console/sheets']) {
    read('viewer', await stranger.get(page), 'ja');
  }
  const closed = visitConsole(express().use('/console', createClosedConsole(randomBytes, false)));
  read('closed', await closed.get('/console/texts/en/days.which'), 'ja');
  expect(found).toEqual([]);
});
