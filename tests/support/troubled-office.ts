import { createScheduleKeeper } from '../../src/office/editions/schedule/schedule-keeper.ts';
import { createLineStatus } from '../../src/office/line-status/line-status.ts';
import type { Check } from '../../src/operation/check.ts';
import type { Draft } from '../../src/words/draft.ts';
import { fillOffice } from './busy-office.ts';
import type { TestConsole, TestConsoleOptions } from './console-server.ts';
import { datedDraft } from './dated-draft.ts';
import { disasterDraft } from './disaster-draft.ts';
import { mori } from './small-office.ts';

const both = (ja: string, en: string) => ({ ja, en });
const long = 'https://a-rather-long-name-of-a-machine.example.jp/twilio/voice?with=everything&that=belongs-to-it';

/** The result of checking a line, with one check in each state. Some values are too long for a narrow window. */
const checks: readonly Check[] = [
  {
    ...{ id: 'number-voice-url', state: 'fail', expected: long, found: `${long}&more=${'x'.repeat(60)}` },
    about: both('+815000000002:呼び出す先', '+815000000002: the address'),
    mend: both('npm run twilio -- setup で直せます。', 'Run: npm run twilio -- setup'),
  },
  {
    ...{ id: 'certificate', state: 'warn', found: '2026-12-03' },
    about: both('証明書の期限が近づいています', 'The certificate ends soon'),
    mend: both('証明書を新しくしてください。', 'Renew the certificate.'),
  },
  { id: 'calls', state: 'skip', about: both('案内への電話', 'A call'), mend: both('電話してください。', 'Call it.') },
  { id: 'disk', state: 'ok', about: both('ディスク', 'The disk'), found: '900 MB' },
];

const counts = {
  ...{ 'call completed': 41, 'twilio 11200': 2, 'transfer no-answer': 1, 'said zh-Hans': 3, 'trouble any': 1 },
};

/** The options of a console whose line is in trouble. `look` checks the line, and finds the trouble. */
export function trouble(): { readonly options: TestConsoleOptions; look(): Promise<unknown> } {
  const draft: Draft = datedDraft(disasterDraft());
  const contact = {
    source: 'made up',
    phone: '03-0000-0001',
    address: both('東京都千代田区1番地', '1 Chiyoda, Tokyo'),
  };
  const names = { en: 'A rather long name of an office', 'zh-Hans': '咨询' };
  const leaflet = {
    addresses: [{ names: { ...names, ja: '{町|まち}の ホームページ' }, url: 'https://www.example.jp/languages' }],
    contacts: [{ names: { ...names, ja: '{相談|そうだん} {窓口|まどぐち}' }, ...contact }],
  };
  const lineStatus = createLineStatus({
    doctor: async () => checks,
    ...{ deploysFallback: false, clock: () => Date.parse('2026-11-30T00:05:00Z'), diagnosed: () => {} },
    audit: { add: async () => {} },
    signal: new AbortController().signal,
  });
  return {
    options: {
      draft: { ...draft, line: { ...draft.line, leaflet } },
      ...{ lineStatus, callCounts: { since: 0, counts } },
    },
    look: () => lineStatus.look('check'),
  };
}

/**
 * Fills an office, and then makes trouble. A text loses its approval, so that the scheduled publication fails. Topics
 * are removed, so that nothing uses their texts.
 */
export async function fillTroubledOffice(line: Omit<TestConsole, 'signIn'>): Promise<void> {
  const { office, publisher } = line;
  await fillOffice(line);
  const keeper = createScheduleKeeper({
    records: office.records,
    publish: publisher.publishScheduled,
    clock: office.clock,
    stopwatch: () => office.time.now,
    tell: () => {},
  });
  const { draft } = await office.approvals.read();
  const ref = { language: 'en', prompt: 'limit' };
  await office.approvals.sendBack(mori, { ...ref, hash: draft.hashes.find(ref) ?? '' }, 'Too short.');
  await keeper.check();
  office.time.now = Date.parse('2026-12-01T00:00:10Z');
  await keeper.check();
  const { revision, file } = (await office.desk.read()).line;
  const topics = file.topics.slice(0, 1);
  await office.desk.saveLine(mori, { basedOn: revision, file: { ...file, topics }, what: 'line', about: {} });
}
