import { describe, expect, test } from '#jest';
import { createEdition } from '../../src/office/editions/edition.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { lineNumber, withNumber } from '../support/residents-draft.ts';

/** A console with a visitor who may only look. */
async function viewerOf(draft = disasterDraft(), publicUrl: string | null = null) {
  const world = await createTestConsole({ draft, publicUrl });
  await world.letIn('hanako', 'viewer');
  const visitor = visitConsole(world.app);
  await visitor.signIn('hanako');
  return { ...world, visitor };
}

const card = '/console/disaster/card';

describe('The sheet for the day of a disaster', () => {
  test('is linked from the page of the notice, and shown to viewers, too', async () => {
    const { visitor } = await viewerOf();
    expect((await visitor.get('/console/disaster')).text).toContain(`href="${card}"`);
    const { status, text } = await visitor.get(card);
    expect(status).toBe(200);
    for (const button of ['流れる文を確かめる', '今すぐ流す', '今も正しい', 'お知らせを終わりにする']) {
      expect(text).toContain(`「${button}」`);
    }
  });

  test('names every kind, place and action of the line with its id, in both languages, and the command', async () => {
    const { visitor } = await viewerOf();
    const text = (await visitor.get(card)).text.replaceAll(/<\/?span[^>]*>/g, '');
    expect(text).toContain('npm run disaster -- on --kind');
    for (const command of ['status', 'renew', 'off']) expect(text).toContain(`npm run disaster -- ${command}`);
    for (const [id, names] of [
      ['flood', '洪水 Flood'],
      ['storm', '暴風 Storm'],
      ['north', '北 The north'],
      ['south', '南 The south'],
      ['leave', '逃げる Leave'],
    ]) {
      expect(text).toContain(`<code>${id}</code> ${names}`);
    }
  });

  test('is in English for staff who have chosen English', async () => {
    const { visitor } = await viewerOf();
    await visitor.get(`/console/language/en?next=${encodeURIComponent(card)}`);
    const { text } = await visitor.get(card);
    expect(text).toContain('Disaster day');
    expect(text).toContain('Switch it on now');
  });

  test('shows the public address of the console', async () => {
    const { visitor } = await viewerOf(disasterDraft(), 'http://line.example.jp');
    expect((await visitor.get(card)).text).toContain('http://line.example.jp/console</code>');
  });

  test('follows the edition that is live, and says which one that is', async () => {
    const { visitor, office } = await viewerOf();
    await office.publish();
    expect((await visitor.get(card)).text).toContain('第1版');
    const draft = disasterDraft();
    const { disaster } = draft.line;
    const kinds = [{ id: 'avalanche', name: { ja: '雪崩', en: 'Avalanche' } }];
    const line = { ...draft.line, ...(disaster ? { disaster: { ...disaster, kinds } } : {}) };
    office.shelf.publish(createEdition({ ...draft, line }, office.engine));
    const { text } = await visitor.get(card);
    expect(text).toContain('<code>avalanche</code>');
    expect(text).not.toContain('<code>flood</code>');
  });

  test('shows the telephone number of the line, or a blank to write it in if the line names none', async () => {
    const { visitor } = await viewerOf();
    expect((await visitor.get(card)).text).toContain('案内の電話番号');
    const numbered = await viewerOf(withNumber(disasterDraft()));
    const { text } = await numbered.visitor.get(card);
    expect(text).toContain(`<b>${lineNumber}</b>`);
    expect(text).not.toContain('案内の電話番号');
  });

  test('cannot be printed for a line without disaster texts, and one sentence says why', async () => {
    const { visitor } = await viewerOf(fixtureDraft());
    const { status, text } = await visitor.get(card);
    expect(status).toBe(404);
    expect(text).toContain('災害のお知らせの文がありません');
    expect((await visitor.get('/console/disaster')).text).not.toContain(card);
  });
});
