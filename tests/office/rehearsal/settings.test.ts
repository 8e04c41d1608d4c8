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
  test('without anything is a telephone that nobody has picked up', () => {
    expect(read('')).toEqual({ settings: plainSettings, path: null, wrong: [] });
  });

  test('says the same when it is written again', () => {
    const query =
      'on=live&at=2026-01-01T09%3A30&holiday=no&number=zh-Hans&outcome=busy&transfers=no&numbers=as-live&disaster=own' +
      '&kind=flood&place=a&place=b&action=c&noticeAt=2026-01-01T08%3A00&approved=real&path=12s';
    const { settings, path, wrong } = read(query);
    expect(wrong).toEqual([]);
    expect(queryOf(settings, path)).toBe(query);
  });

  test('tells everything that is not right at once, and goes on with what is as usual', () => {
    const { settings, path, wrong } = read('on=x&at=2026-02-30T10:00&number=../etc&place=%3Cb%3E&path=99z&noise=1');
    expect(wrong).toEqual(['on', 'at', 'number', 'place', 'path']);
    expect(settings).toEqual(plainSettings);
    expect(path).toEqual([]);
  });

  test('is bounded: too long a way, too long an id, too many places', () => {
    const many = Array.from({ length: 51 }, () => 'place=a').join('&');
    expect(read(`path=${'1'.repeat(81)}&kind=${'k'.repeat(65)}&${many}`).wrong).toEqual(['kind', 'place', 'path']);
    expect(encodePath(read(`path=${'1'.repeat(80)}`).path ?? [])).toHaveLength(80);
  });
});

describe('The world of a call', () => {
  test('is now, in the line’s own zone, unless something else is said', async () => {
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

  test('has a notice that was filled in, in the line’s order, approved as was chosen', async () => {
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

  test('takes a notice later than today when the call is later still, and none later than the call', async () => {
    const later = { ...own, at: '2027-01-01T10:00', noticeAt: '2027-01-01T09:00' };
    expect((await toSituation(later, surroundings)).problems).toEqual([]);
    const { situation, problems } = await toSituation({ ...later, at: '2026-12-31T10:00' }, surroundings);
    expect([situation.notice, problems]).toEqual([null, ['at-later']]);
  });

  test('tells of numbers and kinds that the line does not have', async () => {
    const { problems } = await toSituation({ ...own, number: 'ko', kind: 'fire' }, surroundings);
    expect(problems.toSorted()).toEqual(['kind', 'number']);
  });

  test('can be asked for again', async () => {
    const { situation } = await toSituation({ ...own, holiday: 'yes', transfers: 'no', number: 'en' }, surroundings);
    const again = await toSituation(settingsOf(situation), { ...surroundings, now: now + 1e9 });
    expect(again.situation).toEqual(situation);
  });
});
