import { describe, expect, test } from '#jest';
import type { DisasterNotice } from '../../../src/call/disaster.ts';
import { encodePath } from '../../../src/office/rehearsal/path-code.ts';
import { plainSettings, queryOf, readSettings, type Settings } from '../../../src/office/rehearsal/settings.ts';
import { settingsOf, toSituation } from '../../../src/office/rehearsal/to-situation.ts';
import { disasterDraft } from '../../support/disaster-draft.ts';

const read = (query: string) => readSettings(new URLSearchParams(query));
const now = Date.parse('2026-11-24T01:00:00Z');
const current: DisasterNotice = {
  id: 'now',
  kind: 'storm',
  places: [],
  actions: [],
  at: '2026-11-24T09:00',
  languages: ['en'],
};
const surroundings = {
  file: disasterDraft().line,
  now,
  noticeNow: () => current,
  approved: async () => ['en'],
};
const own: Settings = {
  ...plainSettings,
  disaster: 'own',
  kind: 'flood',
  place: ['south', 'north'],
  action: ['leave'],
};

describe('An address', () => {
  test('without parameters means the plain settings and no call', () => {
    expect(read('')).toEqual({ settings: plainSettings, path: null, wrong: [] });
  });

  test('stays the same when it is read and written again', () => {
    const query =
      'on=live&at=2026-01-01T09%3A30&holiday=no&number=zh-Hans&outcome=busy&transfers=no&numbers=as-live&disaster=own' +
      '&kind=flood&place=a&place=b&action=c&noticeAt=2026-01-01T08%3A00&approved=real&path=12s';
    const { settings, path, wrong } = read(query);
    expect(wrong).toEqual([]);
    expect(queryOf(settings, path)).toBe(query);
  });

  test('is checked completely: everything that is wrong is reported, and replaced by the plain settings', () => {
    const { settings, path, wrong } = read('on=x&at=2026-02-30T10:00&number=../etc&place=%3Cb%3E&path=99z&noise=1');
    expect(wrong).toEqual(['on', 'at', 'number', 'place', 'path']);
    expect(settings).toEqual(plainSettings);
    expect(path).toEqual([]);
  });

  test('is refused in the parts that are too long: a path, an id, or the list of places', () => {
    const many = Array.from({ length: 51 }, () => 'place=a').join('&');
    expect(read(`path=${'1'.repeat(81)}&kind=${'k'.repeat(65)}&${many}`).wrong).toEqual(['kind', 'place', 'path']);
    expect(encodePath(read(`path=${'1'.repeat(80)}`).path ?? [])).toHaveLength(80);
  });
});

describe('The situation of a call', () => {
  test('is the present one, in the line’s own time zone, unless the settings say something else', async () => {
    const { situation, problems } = await toSituation(plainSettings, surroundings);
    expect(problems).toEqual([]);
    expect(situation).toEqual({
      at: '2026-11-24T10:00',
      holiday: 'calendar',
      language: null,
      dialsUntried: true,
      mayTransfer: true,
      notice: null,
    });
  });

  test('has the notice or drill that is on', async () => {
    const { situation } = await toSituation({ ...plainSettings, disaster: 'current' }, surroundings);
    expect(situation.notice).toBe(current);
  });

  test('has the notice from the settings, with its places in the line’s order, and with the chosen approvals', async () => {
    const all = await toSituation(own, surroundings);
    expect(all.situation.notice).toEqual({
      id: 'rehearsal',
      kind: 'flood',
      places: ['north', 'south'],
      actions: ['leave'],
      at: '2026-11-24T10:00',
      languages: ['en', 'zh-Hans', 'ja'],
    });
    const real = await toSituation({ ...own, approved: 'real' }, surroundings);
    expect(real.situation.notice?.languages).toEqual(['en']);
  });

  test('accepts a notice in the future if the call is later still, but no notice that is later than the call', async () => {
    const later = { ...own, at: '2027-01-01T10:00', noticeAt: '2027-01-01T09:00' };
    expect((await toSituation(later, surroundings)).problems).toEqual([]);
    const { situation, problems } = await toSituation({ ...later, at: '2026-12-31T10:00' }, surroundings);
    expect([situation.notice, problems]).toEqual([null, ['at-later']]);
  });

  test('reports numbers and kinds that the line does not have', async () => {
    const { problems } = await toSituation({ ...own, number: 'ko', kind: 'fire' }, surroundings);
    expect(problems.toSorted()).toEqual(['kind', 'number']);
  });

  test('can be turned into settings and back', async () => {
    const { situation } = await toSituation({ ...own, holiday: 'yes', transfers: 'no', number: 'en' }, surroundings);
    const again = await toSituation(settingsOf(situation), { ...surroundings, now: now + 1e9 });
    expect(again.situation).toEqual(situation);
  });
});
