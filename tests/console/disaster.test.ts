import { describe, expect, test } from '#jest';
import { createEdition } from '../../src/office/editions/edition.ts';
import { commandLine } from '../../src/office/staff/desk/actor.ts';
import type { Role } from '../../src/office/staff/role.ts';
import type { Draft, LanguageWords } from '../../src/words/draft.ts';
import { requiredPromptsIn } from '../../src/words/prompt-ids.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { flood } from '../support/flood.ts';

/** The console of a line with disaster texts, and a visitor. */
async function dutyOfficer(role: Role = 'editor') {
  const world = await createTestConsole({ draft: disasterDraft() });
  await world.letIn('hanako', role);
  const visitor = visitConsole(world.app);
  await visitor.signIn('hanako');
  /** Switches on through the form and its confirmation. */
  const switchOn = async (mode: 'on' | 'drill') => {
    const asked = await visitor.submit('/console/disaster', '/console/disaster/confirm', { ...flood, mode });
    return visitor.send(asked, '/console/disaster/on');
  };
  return { ...world, visitor, switchOn };
}

describe('The page of the disaster notice', () => {
  test('shows what callers of each language will hear, and then switches on with one more press', async () => {
    const { visitor, disaster } = await dutyOfficer();
    const asked = await visitor.submit('/console/disaster', '/console/disaster/confirm', { ...flood, mode: 'on' });
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('The river is very high.');
    expect(asked.text).toContain('お知らせはやさしい日本語、Englishで聞こえます');
    expect(disaster.disaster.state.on).toBeNull();
    const done = await visitor.send(asked, '/console/disaster/on');
    expect(done.status).toBe(303);
    expect(disaster.disaster.state.on).toMatchObject({ kind: 'flood', places: ['north'], actions: ['leave'] });
    const page = await visitor.get('/console/audit');
    expect(page.text).toContain('災害のお知らせが流れています');
  });

  test('keeps everything that was filled in when something is missing, and says what', async () => {
    const { visitor, disaster } = await dutyOfficer();
    const wrong = { ...flood, kind: '', until: '2020-01-01T00:00', mode: 'on' };
    // A browser may request this address by itself after the console was unavailable.
    expect((await visitor.get('/console/disaster/confirm')).headers.location).toBe('/console/disaster');
    const answer = await visitor.submit('/console/disaster', '/console/disaster/confirm', wrong);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('何が起きたかを一つ選んでください');
    expect(answer.text).toContain('終わりの時刻が過ぎています');
    expect(answer.text).toMatch(/name="place-north" value="1" checked/);
    expect(disaster.disaster.state.revision).toBe(0);
  });

  test('keeps what was chosen when somebody goes back from the confirmation, in a drill, too', async () => {
    const { visitor, disaster } = await dutyOfficer();
    for (const mode of ['on', 'drill'] as const) {
      if (mode === 'drill') await visitor.submit('/console/disaster', '/console/disaster/drill', {});
      const page = mode === 'drill' ? '/console/disaster/drill' : '/console/disaster';
      const asked = await visitor.submit(page, '/console/disaster/confirm', { ...flood, mode });
      expect(asked.text).toContain('formaction="/console/disaster/confirm" name="back" value="yes"');
      const sent = { ...flood, mode, back: 'yes' };
      const form = await visitor.submit(page, '/console/disaster/confirm', sent);
      expect([form.status, /value="flood"[^>]*(?:selected|checked)/.test(form.text)]).toEqual([200, true]);
      expect(form.text).toMatch(/name="place-north"[^>]* checked/);
    }
    expect(disaster.disaster.state).toMatchObject({ on: null, drill: null });
  });

  test('ends the notice with one confirmation, and asks after six hours whether it still holds', async () => {
    const { visitor, disaster, office, switchOn } = await dutyOfficer();
    await switchOn('on');
    expect((await visitor.get('/console')).text).not.toContain('今も正しいか');
    office.time.now += 6 * 3_600_000;
    expect((await visitor.get('/console')).text).toContain('今も正しいか');
    await visitor.submit('/console/disaster', '/console/disaster/renew', {});
    expect((await visitor.get('/console')).text).not.toContain('今も正しいか');
    const asked = await visitor.get('/console/disaster/off');
    expect(asked.text).toContain('お知らせを終わりにしますか');
    await visitor.send(asked, '/console/disaster/off');
    expect(disaster.disaster.state.on).toBeNull();
    expect(disaster.entries.map(({ act }) => act)).toEqual(['disaster-on', 'disaster-renewed', 'disaster-off']);
  });

  /** Makes an edition live that has only some of the disaster texts, as going back to an earlier edition can. */
  const goBackTo = (
    { office }: Awaited<ReturnType<typeof dutyOfficer>>,
    change: (known: NonNullable<Draft['line']['disaster']>) => Draft['line']['disaster'],
  ) => {
    const draft = disasterDraft();
    const { disaster: known } = draft.line;
    if (!known) throw new Error('The draft has no disaster texts.');
    const line = { ...draft.line, disaster: change(known) };
    const words = [...draft.words].map(([tag, each]): [string, LanguageWords] => {
      const required = requiredPromptsIn(line, tag);
      const prompts = Object.entries(each.prompts).filter(([prompt]) => required.includes(prompt));
      return [tag, { ...each, prompts: Object.fromEntries(prompts) }];
    });
    office.shelf.publish(createEdition({ ...draft, line, words: new Map(words) }, office.engine));
  };
  const notHeard = 'このお知らせは聞こえません';

  test.each([
    ['this kind', (known) => ({ ...known, kinds: known.kinds.slice(1) }), true],
    ['any disaster texts', () => undefined, false],
  ] satisfies [string, Parameters<typeof goBackTo>[1], boolean][])(
    'says that callers do not hear the notice while the live edition lacks %s, and can still end it',
    async (_what, change, mayChange) => {
      const world = await dutyOfficer();
      await world.switchOn('on');
      expect((await world.visitor.get('/console/disaster')).text).not.toContain(notHeard);
      goBackTo(world, change);
      const page = await world.visitor.get('/console/disaster');
      expect([page.status, page.text.includes(notHeard)]).toEqual([200, true]);
      // Neither this page nor the banner on another page says that callers hear the notice.
      const other = await world.visitor.get('/console/audit');
      expect(other.text).toContain('今流れている版に文がないため、聞こえていません');
      const heading = /<h2>災害のお知らせが流れています<\/h2>|災害のお知らせが流れています\(\d/;
      for (const { text } of [page, other]) expect(text).not.toMatch(heading);
      expect(page.text).toContain('/console/disaster/off');
      expect(page.text).toContain('action="/console/disaster/renew"');
      expect(page.text.includes('action="/console/disaster/confirm"')).toBe(mayChange);
    },
  );

  test('shows what callers still hear of a notice whose place and action the live edition lacks', async () => {
    const world = await dutyOfficer();
    await world.switchOn('on');
    goBackTo(world, (known) => ({ ...known, places: known.places.slice(1), actions: [] }));
    const page = await world.visitor.get('/console/disaster');
    expect([page.status, page.text.includes(notHeard)]).toEqual([200, false]);
    expect(page.text).toContain('今、ことばごとに聞こえる文');
  });

  test('says what callers hear instead of texts that nobody has approved, before the notice is on and while it is', async () => {
    const { visitor, disaster, switchOn } = await dutyOfficer();
    disaster.told.languages = [];
    const asked = await visitor.submit('/console/disaster', '/console/disaster/confirm', { ...flood, mode: 'on' });
    expect(asked.text).toContain('「とても危ない」ということと緊急の番号だけ');
    // The page has the exact words that callers then hear, and none of the notice.
    expect(asked.text).toContain('If you are in danger, hang up.');
    expect(asked.text).not.toContain('The river is very high.');
    await switchOn('on');
    const page = await visitor.get('/console/disaster');
    expect(page.text).toContain('今は、「とても危ない」ということと緊急の番号だけ');
    expect(page.text).toContain('If you are in danger, hang up.');
    expect(page.text).not.toContain('The river is very high.');
  });

  test('shows the exact words with their sounds: those that everybody hears before the button, the others folded after it', async () => {
    const { visitor, office, disaster } = await dutyOfficer();
    disaster.told.languages = ['ja', 'zh-Hans'];
    const { text } = await visitor.submit('/console/disaster', '/console/disaster/confirm', { ...flood, mode: 'on' });
    const [before = '', after = ''] = text.split('action="/console/disaster/on"');
    const headings = (html: string) => [...html.matchAll(/<h3><span lang="([^"]+)">/g)].map(([, tag]) => tag);
    expect([headings(before), headings(after)]).toEqual([['ja', 'en'], ['zh-Hans']]);
    expect(before).toContain('<ruby>川<rp>(</rp><rt>かわ</rt><rp>)</rp></ruby>');
    // English is not approved. Its callers hear in English what to do in danger, and the notice in Japanese.
    expect(before).toContain('If you are in danger, hang up.');
    expect(before).not.toContain('The river is very high.');
    expect(before).toContain('お知らせはやさしい日本語で聞こえます');
    expect(after).toMatch(/<details class="more">[\s\S]*河水很高/);
    const sounds = [...text.matchAll(/src="\/audio\/([0-9a-f]+)\.wav"/g)].map(([, key = '']) => key);
    expect(sounds.length).toBe(3);
    for (const key of sounds) expect(await office.narrator.ensureKey(key)).toBe(true);
  });

  test('says in the language of the page that the command line switched the notice on', async () => {
    const { visitor, disaster } = await dutyOfficer();
    await disaster.desk.switchOn(commandLine, 'on', {
      ...{ kind: 'flood', places: ['north'], actions: ['leave'], at: '', until: '' },
    });
    const page = await visitor.get('/console/disaster');
    expect(page.text).toContain('コマンドライン');
    expect(page.text).not.toContain('command line');
  });

  test('can be seen by everybody, but viewers cannot switch anything', async () => {
    const { visitor, disaster } = await dutyOfficer('viewer');
    const page = await visitor.get('/console/disaster');
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('流れる文を確かめる');
    for (const path of ['confirm', 'on', 'off', 'renew']) {
      expect((await visitor.post(`/console/disaster/${path}`, { ...flood, mode: 'on' })).status).toBe(403);
    }
    expect(disaster.disaster.state.revision).toBe(0);
  });

  test('says so if the notice is on but could not be stored anywhere', async () => {
    const { disaster, switchOn } = await dutyOfficer();
    disaster.file.isBroken = true;
    disaster.database.isBroken = true;
    const answer = await switchOn('on');
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('保存できませんでした');
    expect(answer.text).toContain('<p>予期しないエラーです(The audit cannot be written.)。</p>');
    expect(disaster.disaster.state.on).not.toBeNull();
  });
});
