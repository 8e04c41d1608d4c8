import { writeFile } from 'node:fs/promises';
import { expect, test } from '#jest';
import type { Alert } from '../../../src/alerts/alert.ts';
import type { AlertKind } from '../../../src/alerts/alert-texts.ts';
import { readCallCounts } from '../../../src/edition/call-counts-file.ts';
import { MissingWordsError } from '../../../src/edition/edition.ts';
import { callNames } from '../../../src/line/call-names.ts';
import { keepCallCounts } from '../../../src/line/keep-call-counts.ts';
import { type CallNames, createCallReports, errorCodeIn, mostErrors } from '../../../src/line/twilio/call-reports.ts';
import { createApp } from '../../support/line-and-office.ts';
import { openedEdition } from '../../support/opened-edition.ts';
import { scratchFolder } from '../../support/scratch-database.ts';
import { createTestContext } from '../../support/test-context.ts';
import { actionOf, post } from '../../support/twilio-call.ts';
import { until } from '../../support/until.ts';

/** Reports, and the alerts that they raise. */
function start(names: CallNames = callNames(() => null)) {
  const told: { kind: AlertKind; details: Alert['details']; lasting: number | undefined }[] = [];
  const world = { now: 0 };
  const reports = createCallReports(
    (kind, { details, lasting } = {}) => void told.push({ kind, details: details?.() ?? [], lasting }),
    () => world.now,
    names,
  );
  return { reports, told, world };
}

/** A line with nothing recorded, whose calls are counted. */
async function startLine() {
  const context = await createTestContext();
  const started = start(callNames(() => ({ current: openedEdition(context.shelf.current) })));
  const app = createApp({ ...context, reports: started.reports });
  return { ...started, app, shelf: context.shelf, close: () => context.close() };
}

const payload = JSON.stringify({
  resource_sid: `CA${'1'.repeat(32)}`,
  error_code: '11200',
  more_info: { Msg: 'no \\"error_code\\": \\"99999\\"' },
  webhook: { request: { parameters: { From: '+815000000099', error_code: '12345' } } },
});

test('Ended calls and errors that Twilio reports are counted by kind, and nothing else about them is kept', async () => {
  const { app, reports, told, close } = await startLine();
  for (const status of ['completed', 'completed', 'no-answer', 'in-progress', 'NEW STATUS +815000000099'])
    expect((await post(app, '/twilio/status', { CallStatus: status })).status).toBe(204);
  expect((await post(app, '/twilio/alerts', { Level: 'ERROR', Payload: payload })).status).toBe(204);
  expect((await post(app, '/twilio/alerts', { Level: 'ERROR', Payload: '+815000000099' })).status).toBe(204);
  expect(Object.fromEntries(reports.counts)).toEqual({
    ...{ 'call completed': 2, 'call no-answer': 1, 'twilio 11200': 1 },
  });
  expect(told).toMatchObject([{ kind: 'twilio-errors', details: [{ ja: '11200', en: '11200' }] }]);
  // A webhook with a wrong signature is refused, and counts nothing.
  expect((await post(app, '/twilio/alerts', { Payload: payload }, 'f'.repeat(32))).status).toBe(403);
  expect(reports.counts.get('twilio 11200')).toBe(1);
  await close();
});

test('Turns without a recording are counted by language, and reported if they go on after the first recordings', async () => {
  const { app, reports, told, world, close } = await startLine();
  const menu = await post(app, '/twilio/voice');
  // The service calls this number to check its own line. Such calls are not counted.
  await post(app, '/twilio/voice', { To: '+810000000000' });
  const before = new Map(reports.counts);
  await post(app, actionOf(menu.text), { Digits: '4', To: '+810000000000' });
  expect(reports.counts).toEqual(before);
  for (let time = 0; time < 9; time += 1) await post(app, actionOf(menu.text), { Digits: '4' });
  expect([reports.counts.get('said ko'), told]).toEqual([9, []]);
  world.now = 900_000;
  for (let time = 0; time < 4; time += 1) await post(app, actionOf(menu.text), { Digits: '4' });
  // A few such turns are normal, for example after a notice was switched on.
  world.now += 600_000;
  for (let time = 0; time < 4; time += 1) await post(app, actionOf(menu.text), { Digits: '4' });
  expect(told).toEqual([]);
  await post(app, actionOf(menu.text), { Digits: '2' });
  expect(told).toMatchObject([{ kind: 'said-not-played', lasting: 0 }]);
  // The alert names the missing sentences of both languages.
  const named = told[0]?.details.map(({ ja }) => ja);
  expect(named).toContain('한국어の「言語を選んだあとのあいさつ」(welcome)');
  expect(named).toContain('普通话の「言語を選んだあとのあいさつ」(welcome)');
  expect(new Set(named).size).toBe(named?.length);
  // The alert says how long this has lasted: since the first of these turns.
  world.now += 599_999;
  await post(app, actionOf(menu.text), { Digits: '4' });
  expect(told.length).toBe(2);
  expect(told[1]?.lasting).toBe(599_999);
  await close();
});

test('The alert names the sentences without a recording; if only the joined narration is missing, the language', () => {
  const { reports, told, world } = start();
  let missing = ['welcome', 'goodbye'].map((prompt) => ({ language: 'ko', prompt }));
  world.now = 900_000;
  for (let time = 0; time < 4; time += 1) reports.said('ko', () => missing);
  world.now += 1000;
  // Meanwhile the line has found a recording of one of them.
  missing = missing.slice(0, 1);
  reports.said('pt', () => []);
  expect(told).toEqual([
    {
      ...{ kind: 'said-not-played', lasting: 1000 },
      details: [
        { ja: 'ko(welcome)', en: 'ko (welcome)' },
        { ja: 'pt', en: 'pt' },
      ],
    },
  ]);
});

test('Three transfers that fail in a row are reported, and a busy number ends the row', () => {
  const { reports, told, world } = start();
  const to = { destination: 'desk', language: 'ko' };
  for (const outcome of ['failed', 'failed', 'busy', 'failed', 'failed'] as const) {
    reports.dialled(outcome, outcome === 'busy' ? to : null);
    world.now += 1000;
  }
  expect(told).toEqual([]);
  reports.dialled('failed', to);
  const details = [{ ja: 'desk(ko)', en: 'desk (ko)' }];
  expect(told).toEqual([{ kind: 'transfers-failing', details, lasting: 2000 }]);
  expect([reports.counts.get('transfer failed'), reports.counts.get('transfer busy')]).toEqual([5, 1]);
});

test('A failed transfer is counted if the caller is still there', async () => {
  const { app, reports, close } = await startLine();
  const menu = await post(app, '/twilio/voice');
  await post(app, actionOf(menu.text), { DialCallStatus: 'failed' });
  // A transfer also ends if the caller hangs up while the telephone rings. That is not a failure.
  await post(app, actionOf(menu.text), { DialCallStatus: 'canceled', CallStatus: 'completed' });
  expect(reports.counts.get('transfer failed')).toBe(1);
  // A caller who has talked to somebody was put through, even if the caller hangs up first.
  await post(app, actionOf(menu.text), { DialCallStatus: 'completed', CallStatus: 'completed' });
  expect(reports.counts.get('transfer answered')).toBe(1);
  await close();
});

test('The alert about failing transfers names the destination and the language of the callers', async () => {
  const { app, told, close } = await startLine();
  const menu = await post(app, '/twilio/voice');
  const topics = await post(app, actionOf(menu.text), { Digits: '1' });
  const dial = await post(app, actionOf(topics.text), { Digits: '0' });
  expect(dial.text).toContain('<Dial');
  for (let time = 0; time < 3; time += 1) await post(app, actionOf(dial.text), { DialCallStatus: 'failed' });
  const details = [{ ja: 'マイナンバー コールセンター(English)', en: 'My Number call centre (English)' }];
  expect(told.filter(({ kind }) => kind === 'transfers-failing')).toMatchObject([{ details }]);
  await close();
});

test('The alert about a failed turn names the text that could not be said, or otherwise the language', async () => {
  const { app, shelf, told, reports, close } = await startLine();
  const menu = await post(app, '/twilio/voice');
  const edition = openedEdition(shelf.current);
  const { script } = edition;
  const breakAt = (make: () => never) => Object.assign(edition, { script: make });
  breakAt(() => {
    throw new MissingWordsError({ language: 'ko', prompt: 'more-follows' });
  });
  await post(app, actionOf(menu.text), { Digits: '4' });
  breakAt(() => {
    throw new Error('something else');
  });
  await post(app, actionOf(menu.text), { Digits: '4' });
  Object.assign(edition, { script });
  const topics = await post(app, actionOf(menu.text), { Digits: '4' });
  breakAt(() => {
    throw new Error('something else');
  });
  await post(app, actionOf(topics.text), { Digits: '1' });
  expect(told).toMatchObject([
    {
      kind: 'trouble-spoken',
      details: [{ ja: '한국어の「続きがあるとき」(more-follows)', en: '“When more follows” in 한국어 (more-follows)' }],
    },
    { kind: 'trouble-spoken', details: [] },
    { kind: 'trouble-spoken', details: [{ ja: '한국어', en: '한국어' }] },
  ]);
  expect(reports.counts.get('trouble any')).toBe(2);
  expect(reports.counts.get('trouble ko')).toBe(1);
  await close();
});

test('However many error codes are reported, only a limited number is counted separately', () => {
  const { reports } = start();
  for (let code = 10_000; code < 10_000 + 3 * mostErrors; code += 1) reports.twilioError(String(code));
  reports.twilioError('10000');
  const { counts } = reports;
  expect([counts.size, counts.get('twilio 10000'), counts.get('twilio other')]).toEqual([
    mostErrors + 1,
    2,
    2 * mostErrors,
  ]);
  reports.ended('completed');
  expect(reports.counts.get('call completed')).toBe(1);
});

test.each([
  [payload, '11200'],
  ['{"error_code":21210}', '21210'],
  ['{"error_code":"+815000000099"}', null],
  ['{}', null],
  [['{"error_code":"11200"}'], null],
  [undefined, null],
])('The error code in %j is %s', (given, code) => {
  expect(errorCodeIn(given)).toBe(code);
});

test('The office reads the counts of the line; an unreadable file counts as absent', async () => {
  const dataFolder = await scratchFolder();
  expect(await readCallCounts(dataFolder)).toBeNull();
  const { reports } = start();
  const failures: unknown[] = [];
  const parts = { dataFolder, reports, since: 5, failed: (error: unknown) => failures.push(error) };
  const closing = new AbortController();
  const write = keepCallCounts(parts, closing.signal);
  closing.abort();
  // Nothing has happened, so nothing is written.
  await write();
  expect(await readCallCounts(dataFolder)).toBeNull();
  reports.ended('Completed');
  await write();
  expect(await readCallCounts(dataFolder)).toEqual({ since: 5, counts: { 'call completed': 1 } });
  // The next process starts with empty counts.
  keepCallCounts({ ...parts, reports: start().reports, since: 9 }, closing.signal);
  await until('the counts of the next process', async () => (await readCallCounts(dataFolder))?.since === 9);
  expect(await readCallCounts(dataFolder)).toEqual({ since: 9, counts: {} });
  for (const bytes of ['', 'kotozute-call-counts 9 ', 'x'.repeat(200_000)]) {
    await writeFile(`${dataFolder}/call-counts`, bytes);
    expect(await readCallCounts(dataFolder)).toBeNull();
  }
  const gone = keepCallCounts({ ...parts, dataFolder: '/dev/null/data' }, closing.signal);
  await gone();
  // A failed write is repeated.
  await gone();
  expect(failures).toHaveLength(2);
});
