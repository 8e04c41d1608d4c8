import { describe, expect, test } from '#jest';
import { takeTurn } from '../../src/edition/take-turn.ts';
import { formatFactValue } from '../../src/words/format-fact-value.ts';
import { agreementIn, signedInOnLine } from '../support/console-line.ts';
import { at, moments } from '../support/moments.ts';

/** The console of a line that was published once, with an editor who is signed in. */
async function start() {
  const line = await signedInOnLine();
  await line.office.publish();
  const { visitor, office, publisher } = line;
  const remove = async (id: string) => {
    const address = `/console/topics/${id}/remove`;
    const asked = await visitor.get(address);
    return visitor.send(asked, address, { agreed: agreementIn(asked.text) });
  };
  const publish = async () => {
    await office.approveAll();
    const page = await visitor.get('/console/publish');
    await visitor.send(page, '/console/publish', { comment: 'one topic less', noDocument: 'yes' });
    await publisher.idle();
    return visitor.get('/console/publish');
  };
  /** Calls the live edition, presses keys, and returns what is heard after the last one. */
  const call = (...keys: ('1' | '2')[]) => {
    const conditions = at(moments.open);
    let turn = takeTurn(office.shelf, { code: null, turns: 0, input: { kind: 'call-started' }, conditions });
    for (const key of keys) {
      turn = takeTurn(office.shelf, { code: turn.code, turns: turn.turns, input: { kind: 'key', key }, conditions });
    }
    const words = turn.script.sentences.map(({ language, segments }) =>
      segments.map((part) => (part.kind === 'fact' ? formatFactValue(language, part.value) : part.text)).join(''),
    );
    return { words: words.join(' '), screen: turn.state.screen, ending: turn.ending.do };
  };
  const textOf = async (language: string, prompt: string) => (await office.desk.read()).find(language, prompt);
  return { ...line, remove, publish, call, textOf };
}

describe('A topic that is removed', () => {
  test('does not hold the publication up, and callers no longer hear of it', async () => {
    const { visitor, remove, publish, call } = await start();
    expect(call('1').words).toContain('For the place, press 2.');
    expect(call('1', '2').words).toContain('corner of the street');
    expect((await remove('place')).headers.location).toBe('/console/topics?notice=topics.done.removed');
    const summary = (await visitor.get('/console/publish')).text;
    expect([summary.includes('T-17'), summary.includes('M-20'), summary.includes('name="comment"')]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await publish()).text).toContain('公開しました');
    expect(call('1').words).not.toContain('For the place');
    const missed = call('1', '2');
    expect([missed.screen, missed.ending, missed.words.includes('corner')]).toEqual(['topics', 'wait-for-key', false]);
    expect(missed.words).toContain('For the days, press 1.');
    expect((await visitor.get('/console/publish')).text).toContain('公開する変更はありません');
  });

  test('leaves texts that are listed separately, not counted, and not checked', async () => {
    const { visitor, remove, office } = await start();
    await remove('place');
    await office.save('ja', 'place.where', '{{nothing}}です。 😶');
    await office.save('ja', 'place.where', '{{nothing}}が ① です。');
    const kept = await visitor.get('/console/texts/unused');
    expect(kept.text).toContain('使っていない文');
    expect(kept.text).toContain('href="/console/texts/ja/place.where"');
    expect(kept.text).toContain('topic.place.menu');
    const ledger = (await visitor.get('/console/texts')).text;
    expect([ledger.includes('place.where'), ledger.includes('/console/texts/unused')]).toEqual([false, true]);
    const one = (await visitor.get('/console/texts/ja/place.where')).text;
    expect(one).toContain('この文は今、どこでも使っていません。');
    expect([one.includes('T-17'), one.includes('M-20')]).toEqual([false, false]);
    expect((await visitor.get('/console/publish')).text).toContain('name="comment"');
    expect((await visitor.get('/console')).text).not.toContain('要見直し');
  });

  test('can be restored with all of its texts', async () => {
    const { visitor, remove, file, textOf } = await start();
    await remove('place');
    const kept = await visitor.get('/console/texts/unused');
    const back = await visitor.send(kept, '/console/texts/unused/topics/place');
    expect(back.headers.location).toBe('/console/topics?notice=topics.done.back');
    expect((await file()).topics).toEqual([
      { id: 'days', key: '1', parts: ['days.which'] },
      { id: 'place', key: '2', parts: ['place.where'] },
    ]);
    expect(await textOf('en', 'place.where')).toMatchObject({ revision: 1 });
    expect((await visitor.get('/console/texts/unused')).text).toContain('使っていない文はありません。');
  });
});

describe('A text that nothing uses', () => {
  test('can be used again in another topic', async () => {
    const { visitor, remove, file } = await start();
    await remove('place');
    const kept = await visitor.get('/console/texts/unused');
    const used = await visitor.send(kept, '/console/texts/unused/place.where/use', { topic: 'days' });
    expect(used.headers.location).toBe('/console/topics/days?notice=topics.done.part-added');
    expect((await file()).topics).toEqual([{ id: 'days', key: '1', parts: ['days.which', 'place.where'] }]);
  });

  test.each(['disaster.flood', 'disaster-place.north', 'disaster-place-also.north', 'disaster-action.leave'])(
    'is neither offered nor accepted for a topic if its id belongs to a disaster notice: %s',
    async (prompt) => {
      const { visitor, office, file, csrf } = await start();
      await office.save('ja', prompt, '{川|かわ}の {水|みず}が {多|おお}いです。');
      const { text } = await visitor.get('/console/texts/unused');
      expect([text.includes(`unused/${prompt}/delete`), text.includes(`unused/${prompt}/use`)]).toEqual([true, false]);
      const sent = { csrf: await csrf(), basedOn: '1', topic: 'days' };
      expect((await visitor.post(`/console/texts/unused/${prompt}/use`, sent)).status).toBe(404);
      expect((await file()).topics[0]?.parts).toEqual(['days.which']);
    },
  );

  test('is deleted in every language, and its history stays', async () => {
    const { visitor, remove, textOf, office } = await start();
    await remove('place');
    const kept = await visitor.get('/console/texts/unused');
    const gone = await visitor.send(kept, '/console/texts/unused/place.where/delete');
    expect(gone.headers.location).toBe('/console/texts/unused?notice=unused.done.deleted');
    expect([await textOf('ja', 'place.where'), await textOf('en', 'place.where')]).toMatchObject([
      { sentences: [] },
      { sentences: [] },
    ]);
    const after = (await visitor.get('/console/texts/unused')).text;
    expect([after.includes('unused/place.where/'), after.includes('unused/topic.place.menu/')]).toEqual([false, true]);
    expect(await office.desk.history('en', 'place.where')).toHaveLength(2);
    expect((await visitor.get('/console/audit')).text).toContain(
      '使っていない文「ごみの場所(1)」を削除しました(3言語)。',
    );
  });

  test('is not deleted when somebody uses it again meanwhile', async () => {
    const { visitor, remove, changeAs, textOf } = await start();
    await remove('place');
    const kept = await visitor.get('/console/texts/unused');
    await changeAs((file) => ({
      ...file,
      topics: file.topics.map((topic) => ({ ...topic, parts: [...topic.parts, 'place.where'] })),
    }));
    const refused = await visitor.send(kept, '/console/texts/unused/place.where/delete');
    expect([refused.status, refused.text.includes('今は使われています')]).toEqual([409, true]);
    expect((await textOf('en', 'place.where'))?.sentences).toHaveLength(1);
  });

  test('that is already deleted cannot be deleted again; the other forms of the answer still work', async () => {
    const { visitor, remove } = await start();
    await remove('place');
    const kept = await visitor.get('/console/texts/unused');
    await visitor.send(kept, '/console/texts/unused/place.where/delete');
    const refused = await visitor.send(kept, '/console/texts/unused/place.where/delete');
    expect([refused.status, refused.text.includes('もうここにありません')]).toEqual([404, true]);
    const back = await visitor.send(refused, '/console/texts/unused/topics/place');
    expect(back.headers.location).toBe('/console/topics?notice=topics.done.back');
  });

  test('is neither deleted nor used by a viewer', async () => {
    const line = await signedInOnLine('viewer');
    const csrf = await line.csrf();
    for (const path of ['topics/place', 'place.where/use', 'place.where/delete']) {
      expect((await line.visitor.post(`/console/texts/unused/${path}`, { csrf, topic: 'days' })).status).toBe(403);
    }
  });
});

test('The text for hours that a destination no longer has does not hold the publication up either', async () => {
  const { visitor, changeAs, office } = await start();
  await changeAs(({ facts, ...file }) => ({
    ...file,
    facts,
    destinations: file.destinations.map(({ hours: _hours, closed: _closed, ...destination }) => destination),
  }));
  const page = (await visitor.get('/console/publish')).text;
  expect([page.includes('M-20'), page.includes('name="comment"')]).toEqual([false, true]);
  expect((await visitor.get('/console/texts/unused')).text).toContain('destination.office.hours');
  // A fact that only such a text names can be removed.
  const facts = await visitor.get('/console/facts/officeHours');
  expect((await visitor.send(facts, '/console/facts/officeHours/remove')).status).toBe(303);
  expect((await office.desk.read()).line.file.facts.officeHours).toBeUndefined();
});
