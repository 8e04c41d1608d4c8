import { describe, expect, test } from '#jest';
import { createSqlDrillRecords } from '../../src/database/disaster/sql-drill-records.ts';
import { createDrillDesk } from '../../src/office/disaster/drill-desk.ts';
import type { Actor } from '../../src/office/staff/desk/actor.ts';
import type { Role } from '../../src/office/staff/role.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { flood } from '../support/flood.ts';
import { memoryDatabase } from '../support/memory-database.ts';

const drill = '/console/disaster/drill';
const day = 86_400_000;

/** The console of a line with disaster texts, and a visitor with functions for each step of a drill. */
async function onDuty(role: Role = 'editor') {
  const world = await createTestConsole({ draft: disasterDraft() });
  await world.letIn('hanako', role);
  const visitor = visitConsole(world.app);
  await visitor.signIn('hanako');
  const begin = () => visitor.submit('/console/disaster', drill, {});
  /** The two steps of switching on, as in a disaster: the words, and the button. */
  const press = async () => {
    const asked = await visitor.submit(drill, '/console/disaster/confirm', { ...flood, mode: 'drill' });
    return visitor.send(asked, '/console/disaster/on');
  };
  const end = (fields: Readonly<Record<string, string>>) => visitor.submit(drill, `${drill}/end`, fields);
  /** Holds a whole drill that ends well. */
  const hold = async () => {
    await begin();
    await press();
    return end({ outcome: 'right' });
  };
  const audit = async () => (await world.office.records.audit.list(null, 20)).map(({ act, about }) => ({ act, about }));
  return { ...world, visitor, begin, press, end, hold, audit };
}

const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('A drill', () => {
  test('says that texts are not approved, because callers would not hear them in a disaster either', async () => {
    const { visitor, disaster, begin, press } = await onDuty();
    disaster.told.languages = [];
    await begin();
    const pressed = await press();
    expect(wordsOf((await visitor.get(pressed.headers.location ?? '')).text)).toContain(
      '訓練を始めましたが、文が承認されていないため',
    );
  });

  test('has the same two steps as a disaster, is heard by no caller, and is recorded with its duration', async () => {
    const { visitor, office, disaster, begin, press, end, audit } = await onDuty();
    expect((await begin()).headers.location).toBe(drill);
    expect(wordsOf((await visitor.get('/console/disaster')).text)).toContain('hanakoさん (なし) (なし) 訓練中');
    const first = await visitor.get(drill);
    expect(wordsOf(first.text)).toContain('訓練です。電話をかけてきた人には、訓練の内容は何も聞こえません。');
    const asked = await visitor.send(first, '/console/disaster/confirm', { ...flood, mode: 'drill' });
    expect(wordsOf(asked.text)).toContain('訓練です。電話をかけてきた人には、訓練の内容は何も聞こえません。');
    expect(asked.text).toContain('The river is very high.');
    office.later(70);
    const pressed = await press();
    expect(pressed.headers.location).toBe(`${drill}?notice=disaster.done.drill-on`);
    expect([disaster.disaster.noticeNow(), disaster.disaster.rehearsedNow()?.kind]).toEqual([null, 'flood']);
    const last = await visitor.get(drill);
    expect(wordsOf(last.text)).toMatch(/始めてから流すまで1分\d+秒でした/);
    expect(last.text).toContain('src="/audio/');
    // The page links to a rehearsal, which says what a caller would hear.
    const call = last.text.match(/href="(\/console\/rehearsal[^"]+)"/)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(wordsOf((await visitor.get(call)).text)).toContain('If you are in danger, hang up.');
    office.later(600);
    expect((await end({ outcome: 'right', comment: 'ok' })).headers.location).toContain('notice=drill.done.recorded');
    expect(disaster.disaster.state.drill).toBeNull();
    const page = wordsOf((await visitor.get('/console/disaster')).text);
    expect(page).toMatch(/hanakoさん 洪水 \/ 北 \/ 逃げる 1分\d+秒 正しく聞こえた ok/);
    expect((await audit())[0]).toMatchObject({ act: 'drill-right', about: { kind: 'flood', comment: 'ok' } });
    expect(wordsOf((await visitor.get('/console/audit')).text)).toMatch(
      /訓練「洪水」を記録しました。正しく聞こえました\(流すまで\d+秒\)。ok/,
    );
  });

  test('is recorded once, although two people end it before the switch has moved', async () => {
    const records = createSqlDrillRecords(await memoryDatabase());
    let now = Date.parse('2026-11-24T00:00:00Z');
    const actor: Actor = { accountId: 'x', accountName: 'hanako', role: 'editor' };
    const by = { accountId: 'x', name: 'hanako' };
    const on = { ...flood, kind: 'flood', places: ['north'], actions: ['leave'], since: now + 5000, by };
    const desk = createDrillDesk({ records, state: () => ({ drill: on }) as never, clock: () => now });
    await desk.begin(actor);
    now += 10_000;
    expect((await desk.end(actor, { outcome: 'right', comment: '' })).kind).toBe('done');
    expect((await desk.end(actor, { outcome: 'right', comment: '' })).kind).toBe('done');
    expect(await desk.list(10)).toHaveLength(1);
  });

  test('needs an outcome, and a comment if something was wrong; what was typed stays', async () => {
    const { begin, press, end, disaster } = await onDuty();
    await begin();
    await press();
    const nothing = await end({ comment: 'hm' });
    expect([nothing.status, nothing.text.includes('どちらかを選んでください。')]).toEqual([422, true]);
    expect(nothing.text).toContain('value="hm"');
    const long = await end({ comment: 'あ'.repeat(501) });
    expect([long.status, long.text.match(/class="field-error"/g)?.length]).toEqual([422, 2]);
    const wordless = await end({ outcome: 'wrong', comment: ' ' });
    expect([wordless.status, wordless.text.includes('直すところを書いてください。')]).toEqual([422, true]);
    expect(wordless.text).toMatch(/value="wrong" required checked/);
    expect(disaster.disaster.state.drill).not.toBeNull();
    expect((await end({ outcome: 'wrong', comment: '北の文が速い' })).status).toBe(303);
  });

  test('can be stopped at any moment, and then does not count as a drill', async () => {
    const { visitor, begin, press, end, disaster, audit } = await onDuty();
    await begin();
    await end({ outcome: 'stopped' });
    await begin();
    await press();
    await end({ outcome: 'stopped' });
    expect(disaster.disaster.state.drill).toBeNull();
    expect((await audit()).filter(({ act }) => act === 'drill-stopped').length).toBe(2);
    const page = wordsOf((await visitor.get('/console/disaster')).text);
    expect(page).toContain('途中でやめた');
    expect(page).toContain('災害のお知らせの訓練を、まだ一度もしていません。');
    // There is no drill to continue.
    expect((await visitor.get(drill)).headers.location).toBe('/console/disaster');
  });

  test('shows its own form again when something is missing', async () => {
    const { visitor, begin, disaster } = await onDuty();
    await begin();
    const wrong = await visitor.submit(drill, '/console/disaster/confirm', { ...flood, kind: '', mode: 'drill' });
    expect([wrong.status, wrong.text.includes('何が起きたかを一つ選んでください')]).toEqual([422, true]);
    expect(wordsOf(wrong.text)).toContain('訓練です。');
    expect(wrong.text).toMatch(/name="place-north" value="1" checked/);
    expect(disaster.disaster.state.revision).toBe(0);
  });

  test('that was abandoned is not continued on another day, and its time is not counted', async () => {
    const { visitor, office, begin, press, end } = await onDuty();
    await begin();
    office.later(86_400);
    await begin();
    await press();
    await end({ outcome: 'right' });
    const rows = wordsOf((await visitor.get('/console/disaster')).text);
    expect(rows).toMatch(/ \d+秒 正しく聞こえた/);
    expect(rows).toContain('終わりの記録なし');
  });

  test('cannot be started by a viewer, who is not reminded of it either', async () => {
    const { visitor } = await onDuty('viewer');
    expect((await visitor.get('/console/disaster')).text).not.toContain(`action="${drill}"`);
    for (const path of [drill, `${drill}/end`]) expect((await visitor.post(path, {})).status).toBe(403);
    expect((await visitor.get(drill)).status).toBe(403);
    expect((await visitor.get('/console/audit')).text).not.toContain('訓練を、まだ一度も');
  });
});

describe('A reminder of the next drill', () => {
  const never = '災害のお知らせの訓練を、まだ一度もしていません。';
  const due = '災害のお知らせの訓練をしてください';

  test('is on every page until the first drill, and again a calendar month after a drill', async () => {
    const { visitor, office, hold } = await onDuty();
    const page = async () => (await visitor.get('/console/audit')).text;
    expect(await page()).toContain(never);
    await hold();
    expect(await page()).not.toContain('お知らせの訓練');
    // The drill was on 24 November. Now it is 23 December.
    office.time.now += 29 * day;
    expect(await page()).not.toContain(due);
    office.time.now += day;
    expect(await page()).toContain(`${due}(前の訓練:2026年(令和8年)11月24日(火))`);
  });

  test('comes at once when the clock was ahead at the last drill', async () => {
    const { visitor, office, hold } = await onDuty();
    office.time.now += 365 * day;
    await hold();
    office.time.now -= 365 * day;
    expect((await visitor.get('/console/audit')).text).toContain(due);
  });

  test('waits until the texts are approved, and while a notice is on', async () => {
    const { visitor, disaster } = await onDuty();
    const page = async () => (await visitor.get('/console/audit')).text;
    disaster.told.languages = ['ja'];
    expect(await page()).not.toContain(never);
    expect(await page()).toContain('災害の文が、Englishではまだ承認されていません。');
    disaster.told.languages = [];
    expect(await page()).toContain('災害の文が、まだ承認されていません(やさしい日本語、English)。');
    disaster.told.languages = ['ja', 'en'];
    expect(await page()).toContain(never);
    const asked = await visitor.submit('/console/disaster', '/console/disaster/confirm', { ...flood, mode: 'on' });
    await visitor.send(asked, '/console/disaster/on');
    expect(await page()).not.toContain(never);
  });
});
