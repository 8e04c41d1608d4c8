import { describe, expect, test } from '#jest';
import { plainNames } from '../../src/console/audit/audit-names.ts';
import { formatAct } from '../../src/console/audit/format-act.ts';
import { translator } from '../../src/console/translator.ts';
import { formatMoment } from '../../src/frame/format-moment.ts';
import type { AuditEntry } from '../../src/office/staff/audit-entry.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';

const rowsIn = (text: string): string[] =>
  [...text.matchAll(/<tr><td[\s\S]*?<\/tr>/g)].map(([row]) => row.replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|'));

const signedIn = async () => {
  const line = await createTestConsole();
  await line.letIn('hanako', 'administrator');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  return { ...line, visitor };
};

describe('The audit', () => {
  test('says in words who did what and when, the latest first', async () => {
    const { visitor } = await signedIn();
    const rows = rowsIn((await visitor.get('/console/audit')).text);
    expect(rows).toEqual([
      '|2026年11月24日(火) 09:00|hanakoさん |hanako|サインインしました(? ?)。|',
      '|2026年11月24日(火) 09:00|hanakoさん |hanako|リンクを使ってパスワードを設定し、サインインしました(Firefox Windows)。|',
      '|2026年11月24日(火) 09:00|コマンドライン|「hanakoさん(hanako)」のサインイン用リンクを作りました。|',
      '|2026年11月24日(火) 09:00|コマンドライン|アカウント「hanakoさん(hanako)」を管理者として追加しました。|',
    ]);
    await visitor.get('/console/language/en');
    expect(rowsIn((await visitor.get('/console/audit')).text)[3]).toBe(
      '|Tue 24 November 2026, 09:00|Command line|Added the account “hanakoさん(hanako)” as administrator.|',
    );
  });

  test('shows fifty entries on a page, and the rest on the next', async () => {
    const { visitor, records, clock } = await signedIn();
    const who = { accountId: null, accountName: '' };
    for (let count = 0; count < 70; count += 1) {
      await records.audit.add({ at: clock.now, who, act: `invented-${count % 2 ? 'one' : 'two'}`, about: {} });
    }
    const first = await visitor.get('/console/audit');
    expect(rowsIn(first.text)).toHaveLength(50);
    expect(rowsIn(first.text)[0]).toContain('|不明|invented-one|');
    const older = first.text.match(/href="(\/console\/audit\?before=\d+)"/)?.[1] ?? '';
    const second = await visitor.get(older);
    expect(rowsIn(second.text)).toHaveLength(24);
    expect(second.text).not.toContain('?before=');
    expect(rowsIn((await visitor.get('/console/audit?before=x')).text)).toHaveLength(50);
  });

  test('says of a publication its document number, why warnings stayed, and how much of an emergency was unapproved', () => {
    const entry = { number: 1, at: 0, who: { accountId: null, accountName: '' }, act: 'published' };
    const visitor = { t: translator('en'), language: 'en' } as const;
    expect(formatAct(visitor, { ...entry, about: { edition: 'abc' } })).toBe(
      'Published the draft (edition abc, document number –).',
    );
    const about = { edition: 'abc', document: 'A-1', warnings: 2, reason: 'names of places' };
    expect(formatAct(visitor, { ...entry, about })).toBe(
      'Published the draft (edition abc, document number A-1). Why 2 warnings may stay: names of places',
    );
    const hasty = { edition: 'abc', document: null, emergency: true, unapproved: 3, why: 'the river' };
    expect(formatAct(visitor, { ...entry, about: hasty })).toBe(
      'Published the draft in an emergency (edition abc, document number –, texts that nobody had approved: 3, reason: the river).',
    );
  });

  test('says the same of a scheduled publication', () => {
    const entry = { number: 1, at: 0, who: { accountId: null, accountName: '' }, act: 'schedule-published' };
    const visitor = { t: translator('en'), language: 'en' } as const;
    const about = { edition: 'abc', by: 'tanaka', document: 'A-1' };
    expect(
      formatAct(visitor, { ...entry, about: { ...about, warnings: 1, reason: 'a name', unread: 'ko: soon' } }),
    ).toBe(
      'Published as scheduled (edition abc, document number A-1, scheduled by tanaka). Why 1 warning may stay: a name ' +
        'Reasons for offering languages that no native reader has checked: ko: soon',
    );
    const hasty = { ...about, emergency: true, unapproved: 3, why: 'the river' };
    expect(formatAct(visitor, { ...entry, about: hasty })).toBe(
      'Published as scheduled, in an emergency (edition abc, document number A-1, scheduled by tanaka, texts that nobody had approved: 3, reason: the river).',
    );
  });

  test('uses the singular and the plural in English', () => {
    const entry = { number: 1, at: 0, who: { accountId: null, accountName: '' } };
    const said = (act: string, about: AuditEntry['about']) =>
      formatAct({ t: translator('en'), language: 'en' }, { ...entry, act, about });
    expect(said('files-imported', { texts: 1, line: false })).toBe('Imported 1 text from the prompts folder.');
    expect(said('files-imported', { texts: 2, line: false })).toBe('Imported 2 texts from the prompts folder.');
    expect(said('published', { edition: 'abc', document: 'A-1', warnings: 1, reason: 'a name' })).toContain(
      'Why 1 warning may stay: a name',
    );
    // An entry of an earlier version may lack the number.
    expect(said('files-imported', {})).toContain('texts from the prompts folder.');
  });

  test('shows a dash for a value that is empty', () => {
    const entry = { number: 1, at: 0, who: { accountId: null, accountName: '' }, act: 'disaster-on' };
    const about = { kind: 'flood', places: '', actions: 'leave', languages: null };
    expect(formatAct({ t: translator('ja'), language: 'ja' }, { ...entry, about })).toBe(
      '災害のお知らせ「flood」を流しました(場所:–、行動:leave、承認済みの言語:–)。',
    );
  });

  test('names the values, the languages and the reason for a closure of a destination, and leaves telephone numbers as they are', () => {
    const visitor = { t: translator('ja'), language: 'ja' } as const;
    const names = {
      ...plainNames(visitor),
      fact: (id: string) => `値${id}`,
      language: (tag: string) => `言語${tag}`,
      choice: (id: string) => `理由${id}`,
    };
    const after =
      'office / +81312345678 (2026-11-01) / hours / ja en / ×2026-12-29/2027-01-03 (new-year) ○2026-12-05 09:00-12:00';
    const about = { name: 'desk', before: null, after };
    const who = { accountId: null, accountName: '' };
    expect(formatAct(visitor, { number: 1, at: 0, who, act: 'destination-changed', about }, names)).toBe(
      '転送先「desk」を追加しました(値office / +81312345678 (2026-11-01) / 値hours / 言語ja, 言語en / ' +
        '2026年12月29日から2027年1月3日まで: 休み (理由new-year)、2026年12月5日、午前9時から正午まで: 臨時の受付)。',
    );
  });

  const who = { accountId: null, accountName: '' };
  const english = { t: translator('en'), language: 'en' } as const;
  const said = (about: AuditEntry['about'], names = plainNames(english)) =>
    formatAct(english, { number: 1, at: 0, who, act: 'destination-changed', about }, names);

  test('says in words what changed in a destination, and nothing else', () => {
    const names = { ...plainNames(english), choice: (id: string) => `<${id}>` };
    const value = (last: string, before: string | null, after: string | null) => ({
      ...{ path: `destinations.desk.${last}`, before, after },
    });
    const closed = (from: string) => JSON.stringify({ kind: 'closed', from, reason: 'storm' });
    const changes = JSON.stringify([
      value('hours', 'weekdays', 'always'),
      value('dates.2026-12-01', null, closed('2026-12-01')),
      value('dates.2026-12-03', null, closed('2026-12-03')),
      value('dates.2026-12-02', closed('2026-12-02'), null),
      value('dials.0.number', '+81300000000', '+81300000001'),
    ]);
    const about = { name: 'desk', before: 'x'.repeat(1600), after: 'y'.repeat(1600), changes };
    expect(said(about, names)).toBe(
      'Changed the destination “desk” (Opening hours: weekdays → always; ' +
        'Numbers dialled › 1 › Number: +81300000000 → +81300000001; ' +
        'Closed or open on certain days, removed: 2 December 2026: Closed (<storm>); ' +
        'Closed or open on certain days, added: 1 December 2026: Closed (<storm>); 3 December 2026: Closed (<storm>)).',
    );
  });

  test('works out what changed from an entry of an earlier version, and lists at most ten changes', () => {
    const days = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => `×2026-12-${String(from + index).padStart(2, '0')}`);
    const summary = (hours: string, dates: readonly string[]) =>
      ['office', '+81312345678', hours, 'ja en', ...(dates.length > 0 ? [dates.join(' ')] : [])].join(' / ');
    const about = { name: 'desk', before: summary('hours', days(1, 28)), after: summary('hours', days(2, 29)) };
    expect(said(about)).toBe(
      'Changed the destination “desk” (Closed or open on certain days, removed: 1 December 2026: Closed; ' +
        'Closed or open on certain days, added: 29 December 2026: Closed).',
    );
    const many = said({ ...about, before: summary('other', []) });
    expect(many).toContain('Opening hours: other → hours; ');
    expect(many).toMatch(/10 December 2026: Closed; 19 more\)\.$/);
    expect(said({ ...about, after: about.before })).toBe('Changed the destination “desk”.');
    const odd = JSON.stringify([{ path: 'destinations.desk.dates.2026-12-01', before: null, after: 'someday' }]);
    expect(said({ name: 'desk', changes: odd })).toContain('added: someday');
    expect(said({ name: 'desk', before: 'a', after: 'b', changes: 'no list' })).toBe('Changed the destination “desk”.');
  });

  test('fills in no placeholder that somebody typed, and finds no act by the name of a property that every object has', () => {
    const entry = { number: 1, at: 0, who: { accountId: null, accountName: '' } };
    const visitor = { t: translator('en'), language: 'en' } as const;
    expect(
      formatAct(visitor, {
        ...entry,
        act: 'display-changed',
        about: { account: 'a', display: '{{account}} $t(frame.csrf)' },
      }),
    ).toBe('Changed the name shown for “a” to “{{account}} $t(frame.csrf)”.');
    expect(formatAct(visitor, { ...entry, act: 'toString', about: {} })).toBe('toString');
    expect(formatAct(visitor, { ...entry, act: 'constructor', about: {} })).toBe('constructor');
  });
});

test.each([
  ['2026-11-22T08:00:00Z', '2026年11月22日(日) 17:00', 'Sun 22 November 2026, 17:00'],
  ['2026-12-31T15:05:00Z', '2027年1月1日(金) 00:05', 'Fri 1 January 2027, 00:05'],
])('The moment %s is shown in Japan’s time', (moment, japanese, english) => {
  const at = Date.parse(moment);
  expect([formatMoment('ja', at), formatMoment('en', at)]).toEqual([japanese, english]);
});
