import { describe, expect, test } from '#jest';
import { createEdition } from '../../src/office/editions/edition.ts';
import { keysOnLeaflet, leafletOf } from '../../src/office/leaflet/leaflet.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';

async function visitorOf() {
  const world = await createTestConsole();
  await world.letIn('hanako', 'viewer');
  const visitor = visitConsole(world.app);
  await visitor.signIn('hanako');
  return { ...world, visitor };
}

describe('Printed sheets', () => {
  test('say the keys, topics, number and hours in the language’s own words', async () => {
    const { visitor } = await visitorOf();
    const { text } = await visitor.get('/console/leaflets/zh-Hans');
    expect(text).toContain('<article class="leaflet" lang="zh-Hans">');
    // Nobody at the office speaks Chinese, so the sheet promises no person.
    for (const said of ['普通话请按', '电话号码请按']) expect(text).toContain(said);
    expect(text).not.toContain('与工作人员通话请按');
    expect((await visitor.get('/console/leaflets/en')).text).toContain('To talk to a person, press');
    expect(text).toMatch(/<kbd>2<\/kbd>[^<]*普通话请按/);
  });

  test('give Japanese its readings', async () => {
    const { visitor } = await visitorOf();
    const { text } = await visitor.get('/console/leaflets/ja');
    expect(text).toContain('<ruby>日本語<rp>(</rp><rt>にほんご</rt>');
  });

  test('warn when a key has changed since the last print, and only then', async () => {
    const { visitor, office } = await visitorOf();
    await visitor.submit('/console/leaflets/en', '/console/leaflets/en/printed', {});
    expect(await office.acts()).toContain('leaflet-printed');
    expect((await visitor.get('/console/leaflets')).text).not.toContain('キーか番号が変わりました');
    const draft = fixtureDraft();
    const edition = createEdition(
      {
        ...draft,
        line: {
          ...draft.line,
          topics: draft.line.topics.map((topic, index) => ({ ...topic, key: String(5 - index) })),
        },
      },
      office.engine,
    );
    office.shelf.publish(edition);
    expect((await visitor.get('/console/leaflets')).text).toContain('キーか番号が変わりました');
    expect((await visitor.get('/console/leaflets/en')).text).toContain('取り替えてください');
    expect((await visitor.get('/console')).text).toContain('シートが1枚あります');
    await visitor.submit('/console/leaflets/en', '/console/leaflets/en/printed', {});
    expect((await visitor.get('/console/leaflets')).text).not.toContain('キーか番号が変わりました');
  });

  test('answer for a language there is not with one sentence', async () => {
    const { visitor } = await visitorOf();
    expect((await visitor.get('/console/leaflets/xx')).status).toBe(404);
  });

  test('do not count changed words as changed keys', async () => {
    const { office } = await visitorOf();
    const before = leafletOf(office.shelf.current, 'en');
    const draft = fixtureDraft();
    const words = new Map(
      [...draft.words].map(([tag, each]) => [tag, { ...each, prompts: { ...each.prompts, goodbye: ['Bye.'] } }]),
    );
    const after = leafletOf(createEdition({ ...draft, words }, office.engine), 'en');
    expect(before && after && keysOnLeaflet(after) === keysOnLeaflet(before)).toBe(true);
  });
});
