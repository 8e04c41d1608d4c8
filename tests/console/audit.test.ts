import { describe, expect, test } from '#jest';
import { plainNames } from '../../src/console/audit/audit-names.ts';
import { formatAct } from '../../src/console/audit/format-act.ts';
import { formatMoment } from '../../src/frame/format-moment.ts';
import { translator } from '../../src/frame/translate.ts';
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
      '|2026年11月24日(火) 09:00|hanako|サインインしました(? ?)。|',
      '|2026年11月24日(火) 09:00|hanako|リンクを使ってパスワードを設定し、サインインしました(Firefox Windows)。|',
      '|2026年11月24日(火) 09:00|コマンドライン|「hanako」のサインイン用リンクを作りました。|',
      '|2026年11月24日(火) 09:00|コマンドライン|アカウント「hanako」を管理者として追加しました。|',
    ]);
    await visitor.get('/console/language/en');
    expect(rowsIn((await visitor.get('/console/audit')).text)[3]).toBe(
      '|Tue 24 November 2026, 09:00|Command line|Added the account “hanako” as administrator.|',
    );
  });

  test('shows fifty on a page, and the rest on the next', async () => {
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

  test('tells of a publication its number or none, why warnings stayed, and what an emergency passed over', () => {
    const entry = { number: 1, at: 0, who: { accountId: null, accountName: '' }, act: 'published' };
    const t = translator('en');
    expect(formatAct(t, { ...entry, about: { edition: 'abc' } })).toBe(
      'Published the draft (edition abc, document number –).',
    );
    const about = { edition: 'abc', document: 'A-1', warnings: 2, reason: 'names of places' };
    expect(formatAct(t, { ...entry, about })).toBe(
      'Published the draft (edition abc, document number A-1). Why 2 warnings may stay: names of places',
    );
    const hasty = { edition: 'abc', document: null, emergency: true, unapproved: 3, why: 'the river' };
    expect(formatAct(t, { ...entry, about: hasty })).toBe(
      'Published the draft in an emergency (edition abc, document number –, texts that nobody had approved: 3, reason: the river).',
    );
  });

  test('says in English one thing and many things apart', () => {
    const entry = { number: 1, at: 0, who: { accountId: null, accountName: '' } };
    const said = (act: string, about: AuditEntry['about']) => formatAct(translator('en'), { ...entry, act, about });
    expect(said('files-imported', { texts: 1, line: false })).toBe('Imported 1 text from the prompts folder.');
    expect(said('files-imported', { texts: 2, line: false })).toBe('Imported 2 texts from the prompts folder.');
    expect(said('published', { edition: 'abc', document: 'A-1', warnings: 1, reason: 'a name' })).toContain(
      'Why 1 warning may stay: a name',
    );
    // An entry of an earlier version may lack the number.
    expect(said('files-imported', {})).toContain('texts from the prompts folder.');
  });

  test('shows with a dash what there was none of', () => {
    const entry = { number: 1, at: 0, who: { accountId: null, accountName: '' }, act: 'disaster-on' };
    const about = { kind: 'flood', places: '', actions: 'leave', languages: null };
    expect(formatAct(translator('ja'), { ...entry, about })).toBe(
      '災害のお知らせ「flood」を流しました(場所:–、行動:leave、承認済みの言語:–)。',
    );
  });

  test('names the value, the languages and the reason for a closure of a destination, and changes no telephone number', () => {
    const t = translator('ja');
    const names = {
      ...plainNames({ t }),
      fact: (id: string) => `値${id}`,
      language: (tag: string) => `言語${tag}`,
      choice: (id: string) => `理由${id}`,
    };
    const after =
      'office / +81312345678 (2026-11-01) / hours / ja en / ×2026-12-29/2027-01-03 (new-year) ○2026-12-05 09:00-12:00';
    const about = { name: 'desk', before: null, after };
    const who = { accountId: null, accountName: '' };
    expect(formatAct(t, { number: 1, at: 0, who, act: 'destination-changed', about }, names)).toBe(
      '転送先「desk」を追加しました(値office / +81312345678 (2026-11-01) / 値hours / 言語ja, 言語en / ' +
        '×2026-12-29/2027-01-03 (理由new-year) ○2026-12-05 09:00-12:00)。',
    );
  });

  test('fills in nothing that was not meant for it', () => {
    const entry = { number: 1, at: 0, who: { accountId: null, accountName: '' } };
    const t = translator('en');
    expect(
      formatAct(t, {
        ...entry,
        act: 'display-changed',
        about: { account: 'a', display: '{{account}} $t(frame.csrf)' },
      }),
    ).toBe('Changed the name shown of “a” to “{{account}} $t(frame.csrf)”.');
    expect(formatAct(t, { ...entry, act: 'toString', about: {} })).toBe('toString');
    expect(formatAct(t, { ...entry, act: 'constructor', about: {} })).toBe('constructor');
  });
});

test.each([
  ['2026-11-22T08:00:00Z', '2026年11月22日(日) 17:00', 'Sun 22 November 2026, 17:00'],
  ['2026-12-31T15:05:00Z', '2027年1月1日(金) 00:05', 'Fri 1 January 2027, 00:05'],
])('The moment %s is shown in Japan’s time', (moment, japanese, english) => {
  const at = Date.parse(moment);
  expect([formatMoment('ja', at), formatMoment('en', at)]).toEqual([japanese, english]);
});
