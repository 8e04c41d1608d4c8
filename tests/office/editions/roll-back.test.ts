import { describe, expect, jest, test } from '#jest';
import { openNarrator } from '../../../src/edition/narrator.ts';
import { rollBack } from '../../../src/office/editions/go-live.ts';
import { prepareAudio } from '../../../src/office/editions/prepare-audio.ts';
import { createSentenceStudio } from '../../../src/speech/sentence-studio.ts';
import { createMemoryAudioStore } from '../../support/memory-audio-store.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { scratchDatabase, scratchFolder } from '../../support/scratch-database.ts';
import { openSmallOffice, sato, spokenCache, tanaka, worker } from '../../support/small-office.ts';
import { createToneEngine } from '../../support/tone-engine.ts';

jest.setTimeout(60_000);

/** An office with two editions, the second of them live. */
async function openTwo(folder?: string) {
  const cache = await spokenCache();
  const office = await openSmallOffice(await (folder ? scratchDatabase(folder) : memoryDatabase()), { cache });
  await office.publish();
  const first = office.shelf.current;
  await office.save('en', 'goodbye', 'So long.');
  await office.publish();
  return { ...office, cache, first, second: office.shelf.current };
}

describe('Going back', () => {
  test('is instant and whole: the earlier edition is live with its words, nothing is spoken, the audit says why', async () => {
    const office = await openTwo();
    const asked = office.engine.requests.length;
    const { hash } = office.first;
    const result = await rollBack(office, sato, { hash, basedOn: 2, reason: ' a wrong number ' });
    expect(result).toMatchObject({
      kind: 'rolled-back',
      edition: { hash },
      publication: { number: 3, edition: hash, kind: 'rolled-back', comment: 'a wrong number' },
    });
    expect(office.shelf.current.hash).toBe(hash);
    expect(office.shelf.find(office.second.id)).toBe(office.second);
    expect(office.engine.requests.length).toBe(asked);
    const [entry] = await office.records.audit.list(null, 1);
    expect(entry).toMatchObject({
      act: 'rolled-back',
      who: { accountName: 'sato' },
      about: { number: 1, reason: 'a wrong number', edition: hash.slice(0, 10) },
    });
    const { script } = office.shelf.current;
    expect(script([{ prompt: 'goodbye', language: 'en' }])).toEqual(
      office.first.script([{ prompt: 'goodbye', language: 'en' }]),
    );
  });

  test('needs no cache and no voice: sounds come out of the database, byte for byte', async () => {
    const office = await openTwo();
    const before = new Map<string, Uint8Array | null>();
    for (const key of await office.cache.keys()) before.set(key, await office.cache.read(key));
    const cache = createMemoryAudioStore();
    const mute = createToneEngine();
    mute.failWhen(() => true);
    const studio = createSentenceStudio(mute, cache, office.records.sounds);
    const narrator = await openNarrator(cache, studio);
    await rollBack(office, sato, { hash: office.first.hash, basedOn: 2, reason: 'x' });
    expect(await prepareAudio(office.shelf.current, narrator, () => {})).toEqual([]);
    expect(mute.requests).toEqual([]);
    const keys = await cache.keys();
    expect(keys.length).toBeGreaterThan(100);
    for (const key of keys) {
      const same = Buffer.compare((await cache.read(key)) ?? Buffer.of(), before.get(key) ?? Buffer.of(1)) === 0;
      expect([key, same]).toEqual([key, true]);
    }
  });

  test('is refused and changes nothing: by a viewer, without a reason, to an unknown or to the live edition, or if overtaken', async () => {
    const office = await openTwo();
    const acts = await office.acts();
    const form = { hash: office.first.hash, basedOn: 2, reason: 'x' };
    const tries: [Parameters<typeof rollBack>[1], Partial<typeof form>, string][] = [
      [worker('sato', 'viewer'), {}, 'not-allowed'],
      [tanaka, { reason: '　\n' }, 'no-reason'],
      [tanaka, { hash: 'f'.repeat(64) }, 'unknown-edition'],
      [tanaka, { hash: '' }, 'unknown-edition'],
      [tanaka, { basedOn: 1 }, 'overtaken'],
      [tanaka, { basedOn: 3 }, 'overtaken'],
      [tanaka, { hash: office.second.hash }, 'live-already'],
    ];
    for (const [actor, change, kind] of tries) {
      expect(await rollBack(office, actor, { ...form, ...change })).toEqual({ kind });
      expect([await office.liveNumber(), await office.acts()]).toEqual([2, acts]);
      expect(office.shelf.current).toBe(office.second);
    }
  });

  test('twice at once on two connections succeeds once, and the slower attempt is refused', async () => {
    const folder = await scratchFolder();
    const one = await openTwo(folder);
    const other = await openSmallOffice(await scratchDatabase(folder));
    const form = { hash: one.first.hash, basedOn: 2, reason: 'x' };
    const results = await Promise.all([rollBack(one, tanaka, form), rollBack(other, sato, form)]);
    const kinds = results.map(({ kind }) => kind).sort();
    expect(['live-already rolled-back', 'overtaken rolled-back']).toContain(kinds.join(' '));
    expect(await one.liveNumber()).toBe(3);
  });

  test('while somebody publishes succeeds, and the publication is refused as overtaken', async () => {
    const office = await openTwo();
    await office.save('en', 'limit', 'The call ends now.');
    await office.approveAll();
    const publishing = office.publish({}, tanaka, null);
    const form = { hash: office.first.hash, basedOn: 2, reason: 'x' };
    expect((await rollBack(office, sato, form)).kind).toBe('rolled-back');
    expect((await publishing).kind).toBe('overtaken');
    expect(office.shelf.current.hash).toBe(office.first.hash);
    expect(await office.liveNumber()).toBe(3);
  });

  test('leaves the draft as it is, which can be published again', async () => {
    const office = await openTwo();
    await rollBack(office, tanaka, { hash: office.first.hash, basedOn: 2, reason: 'x' });
    expect((await office.desk.read()).find('en', 'goodbye')?.sentences).toEqual(['So long.']);
    const asked = office.engine.requests.length;
    expect(await office.publish()).toMatchObject({ kind: 'published', edition: { hash: office.second.hash } });
    expect(office.engine.requests.length).toBe(asked);
    expect(await office.records.list(9)).toHaveLength(2);
  });
});
