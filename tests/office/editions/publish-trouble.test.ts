import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deepTest, describe, expect, jest, test } from '#jest';
import { begunPublication } from '../../../src/office/editions/begun-publication.ts';
import { prepareAudio } from '../../../src/office/editions/prepare-audio.ts';
import { publish } from '../../../src/office/editions/publish.ts';
import { createPublisher, openPublisher } from '../../../src/office/editions/publisher.ts';
import { createNoteFile } from '../../../src/office/files/note-file.ts';
import type { AudioStore } from '../../../src/sound/audio-store.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';
import { createApp } from '../../support/line-and-office.ts';
import { createMemoryAudioStore } from '../../support/memory-audio-store.ts';
import { run, scratchDatabase, scratchFolder } from '../../support/scratch-database.ts';
import { morning, openSmallOffice, sato, spokenCache, tanaka } from '../../support/small-office.ts';
import { createTestContext } from '../../support/test-context.ts';
import { createToneEngine } from '../../support/tone-engine.ts';
import { actionOf, post } from '../../support/twilio-call.ts';

jest.setTimeout(60_000);

const holds = join(import.meta.dirname, '../../database/children/holds.ts');

/** An office whose first edition is live, and a draft with one sentence changed and approved. */
async function openLive(folder?: string, cache?: AudioStore) {
  const office = await openSmallOffice(await scratchDatabase(folder), { cache: cache ?? (await spokenCache()) });
  expect((await office.publish()).kind).toBe('published');
  expect((await office.save('en', 'goodbye', 'So long.')).kind).toBe('saved');
  await office.approveAll();
  return { ...office, first: office.shelf.current };
}

describe('Two people who publish at once', () => {
  test('on two connections: one succeeds, the other is refused, and only one edition goes live', async () => {
    const folder = await scratchFolder();
    const cache = await spokenCache();
    const one = await openLive(folder, cache);
    const other = await openSmallOffice(await scratchDatabase(folder), { cache });
    await other.save('en', 'limit', 'The call ends now.');
    // Each continues once both have read what is live, so that neither is late, however busy the machine is.
    const both = Promise.withResolvers<void>();
    let waiting = 0;
    const checks = async () => {
      waiting += 1;
      if (waiting === 2) both.resolve();
      await both.promise;
      return [];
    };
    const form = { comment: 'x', documentNumber: '', warningsReason: '', emergencyReason: 'a test', basedOn: 1 };
    const results = await Promise.all([
      publish({ ...one.parts, gates: one.gatesWith({ checks }) }, tanaka, form),
      publish({ ...other.parts, gates: other.gatesWith({ checks }) }, sato, form),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['overtaken', 'published']);
    const publications = await one.records.publications(9);
    expect(publications.map(({ number }) => number)).toEqual([2, 1]);
    expect(await one.records.list(9)).toHaveLength(2);
    const winner = results[0]?.kind === 'published' ? one : other;
    const loser = winner === one ? other : one;
    expect(winner.shelf.current.hash).toBe(publications[0]?.edition);
    expect(loser.shelf.current.hash).toBe(one.first.hash);
    expect((await one.acts()).filter((act) => act === 'published')).toHaveLength(2);
  });

  test('in one process: the second is refused, and the job says who is publishing', async () => {
    const office = await openLive();
    const publisher = createPublisher(office.parts);
    const form = { comment: 'x', documentNumber: '', warningsReason: '', emergencyReason: '', basedOn: 1 };
    expect(publisher.job).toEqual({ state: 'none' });
    expect(publisher.start(tanaka, form)).toBe(true);
    expect(publisher.start(sato, form)).toBe(false);
    expect(publisher.job).toMatchObject({ state: 'running', by: { accountName: 'tanaka' } });
    await publisher.idle();
    expect(publisher.job).toMatchObject({ state: 'done', result: { kind: 'published' } });
    expect(publisher.start(sato, { ...form, basedOn: 2 })).toBe(true);
    await publisher.idle();
    expect(publisher.job).toMatchObject({
      state: 'done',
      by: { accountName: 'sato' },
      result: { kind: 'nothing-new' },
    });
  });
});

describe('A voice that fails', () => {
  test('at the fortieth sentence leaves nothing live, and another attempt speaks only what is missing', async () => {
    const office = await openSmallOffice(await scratchDatabase());
    const { engine, records, shelf } = office;
    const before = shelf.current;
    const spoken = new Set<string>();
    engine.failWhen((request) => spoken.size === 39 || spoken.add(JSON.stringify(request)).size > 39);
    const failed = await office.publish();
    expect(failed).toMatchObject({ kind: 'not-spoken' });
    expect(failed.kind === 'not-spoken' && String(failed.failures[0])).toMatch(/tone generator is broken/);
    expect([await records.publications(9), await records.list(9)]).toEqual([[], []]);
    expect(shelf.current).toBe(before);
    engine.failWhen(() => false);
    const asked = engine.requests.length;
    expect((await office.publish()).kind).toBe('published');
    const again = engine.requests.slice(asked).map((request) => JSON.stringify(request));
    expect(again.filter((request) => spoken.has(request))).toEqual([]);
    expect(new Set(again).size).toBe(again.length);
  });
});

describe('A cache that loses a sentence although every narration is whole', () => {
  const open = async (spoil: (store: AudioStore, key: string) => Promise<void>) => {
    const cache = await spokenCache();
    const office = await openSmallOffice(await scratchDatabase(), { cache });
    expect(await prepareAudio(office.shelf.current, office.narrator, () => {})).toEqual([]);
    const [sentence] = office.shelf.current.script([{ prompt: 'goodbye', language: 'en' }]).narration.parts;
    if (typeof sentence !== 'object') throw new Error('A narration begins with a sentence.');
    await spoil(cache, sentence.key);
    return { ...office, sentence, spoken: office.engine.requests.length };
  };

  test.each([
    ['deleted', (store: AudioStore, key: string) => store.remove(key)],
    ['spoilt', (store: AudioStore, key: string) => store.write(key, Uint8Array.of(1))],
  ])('does not stop publishing: the sound that was %s is made again, and no other', async (_, spoil) => {
    const office = await open(spoil);
    expect((await office.publish()).kind).toBe('published');
    expect(await office.records.sounds.read(office.sentence.key)).not.toBeNull();
    expect(office.engine.requests.slice(office.spoken)).toEqual([office.sentence.request]);
  });

  test('is reported if the sentence cannot be spoken, like for any other one, and publishing can be tried again', async () => {
    const office = await open((store, key) => store.remove(key));
    office.engine.failWhen(() => true);
    expect(await office.publish()).toMatchObject({
      kind: 'not-spoken',
      failures: [{ name: 'SpeechError', message: expect.stringContaining('"goodbye" in "en"') }],
    });
    expect(await office.liveNumber()).toBe(0);
    office.engine.failWhen(() => false);
    expect((await office.publish()).kind).toBe('published');
  });
});

/** A call by Twilio's webhooks, which uses the shelf and the narrator of the office. */
async function openCall(office: Awaited<ReturnType<typeof openLive>>) {
  const context = await createTestContext({ draft: fixtureDraft(), settings: { NODE_ENV: 'test' } });
  const app = createApp({ ...context, shelf: office.shelf, narrator: office.narrator });
  const menu = await post(app, '/twilio/voice');
  return {
    /** Presses 1 in the menu. */
    async turn() {
      const answer = await post(app, actionOf(menu.text), { Digits: '1' });
      expect([answer.status, answer.text.includes('<Gather')]).toEqual([200, true]);
    },
    close: () => context.close(),
  };
}

describe('A database in trouble', () => {
  test('with a full disk: publishing fails, the live edition stays, calls go on, and publishing works once there is room', async () => {
    const office = await openLive();
    const call = await openCall(office);
    const [pages] = await run<{ page_count: number }>(office.database.queries, 'pragma page_count');
    await run(office.database.queries, `pragma max_page_count = ${pages?.page_count ?? 1}`);
    await expect(office.publish()).rejects.toMatchObject({ name: 'StorageError', kind: 'full' });
    await call.turn();
    expect(office.shelf.current).toBe(office.first);
    expect(await office.liveNumber()).toBe(1);
    await run(office.database.queries, 'pragma max_page_count = 1000000');
    const asked = office.engine.requests.length;
    expect((await office.publish()).kind).toBe('published');
    expect(office.engine.requests.length).toBe(asked);
    await call.close();
  });

  deepTest('that another program holds: publishing fails, and calls are answered meanwhile', async () => {
    const folder = await scratchFolder();
    const office = await openLive(folder);
    const call = await openCall(office);
    const holder = spawn(process.execPath, [holds, join(folder, 'kotozute.db')]);
    try {
      await once(holder.stdout, 'data');
      const held = performance.now();
      const publisher = createPublisher(office.parts);
      publisher.start(tanaka, {
        comment: 'x',
        documentNumber: '',
        warningsReason: '',
        emergencyReason: '',
        basedOn: 1,
      });
      const ending = publisher.idle().then(() => 'ended');
      const answered = new Promise((resolve) => setTimeout(resolve, 1500)).then(async () => {
        await call.turn();
        return 'answered';
      });
      expect(await Promise.race([ending, answered])).toBe('answered');
      await ending;
      expect(publisher.job).toMatchObject({ state: 'broken', error: { name: 'StorageError', kind: 'busy' } });
      expect(office.shelf.current).toBe(office.first);
      // Ten seconds in all, longer than any timeout for the database.
      for (; performance.now() - held < 10_000; await new Promise((resolve) => setTimeout(resolve, 500))) {
        await call.turn();
      }
    } finally {
      holder.kill();
      await once(holder, 'exit');
    }
    expect(await office.liveNumber()).toBe(1);
    expect((await office.publish()).kind).toBe('published');
    await call.close();
  });

  test('that is lost after the sounds are made, but before the edition goes live, leaves nothing half live', async () => {
    const office = await openLive();
    const records = {
      ...office.records,
      transaction: () => Promise.reject(new Error('The database’s thread ended.')),
    };
    const form = { comment: '', documentNumber: '', warningsReason: '', emergencyReason: '', basedOn: 1 };
    await expect(publish({ ...office.parts, records }, tanaka, form)).rejects.toThrow('thread ended');
    expect(office.shelf.current).toBe(office.first);
    expect((await office.publish()).kind).toBe('published');
  });
});

test('the same words with another fingerprint of the engine are another edition, which is spoken completely', async () => {
  const cache = createMemoryAudioStore();
  const database = await scratchDatabase();
  const office = await openSmallOffice(database, { cache });
  await office.publish();
  const engine = { ...createToneEngine(), fingerprint: 'other tones' };
  const later = await openSmallOffice(database, { cache, engine });
  expect((await later.publish()).kind).toBe('published');
  expect(engine.requests).toHaveLength(office.engine.requests.length);
});

const begunIn = (folder: string) => createNoteFile(folder, 'publishing.json', begunPublication);

describe('An office that is killed while somebody publishes', () => {
  const form = {
    comment: 'shorter',
    documentNumber: '第1号',
    warningsReason: '',
    emergencyReason: 'a test',
    basedOn: 1,
  };

  /** An office in which Sato publishes, and whose crawl never ends. `openNext` opens the next office's publisher. */
  async function openKilled(publishAt: number | null = null) {
    const office = await openLive();
    const folder = await scratchFolder();
    const crawling = Promise.withResolvers<void>();
    const crawl = () => {
      crawling.resolve();
      return new Promise<never>(() => {});
    };
    const begun = begunIn(folder);
    const first = await openPublisher({ ...office.parts, gates: office.gatesWith({ crawl }) }, begun);
    expect(first.start(sato, form, publishAt)).toBe(true);
    await crawling.promise;
    return { office, begun, openNext: () => openPublisher(office.parts, begunIn(folder)) };
  }

  test('says after the next start that the publication did not end, and who began it, and keeps what was typed', async () => {
    const { openNext } = await openKilled();
    const next = await openNext();
    expect(next.job).toMatchObject({
      state: 'broken',
      by: { accountName: 'sato' },
      form: { ...form, publishAt: null },
    });
    // The next publication replaces this report.
    expect(next.start(sato, form)).toBe(true);
    await next.idle();
    expect(next.job).toMatchObject({ state: 'done', result: { kind: 'published' } });
    expect((await openNext()).job).toEqual({ state: 'none' });
  });

  test('says nothing if the edition did go live', async () => {
    const { office, openNext } = await openKilled();
    expect((await office.publish()).kind).toBe('published');
    expect((await openNext()).job).toEqual({ state: 'none' });
  });

  test('says so even if somebody went back to an edition meanwhile', async () => {
    const { office, openNext } = await openKilled();
    const { records } = office.parts;
    const [live] = await records.publications(1);
    if (!live) throw new Error('Nothing is live.');
    const at = morning + 86_400_000;
    await records.transaction((stores) => stores.publish({ ...live, number: 2, kind: 'rolled-back', at }));
    expect((await openNext()).job).toMatchObject({ state: 'broken' });
  });

  test('says the same about scheduling, unless the schedule was stored', async () => {
    const publishAt = morning + 86_400_000;
    const { office, openNext } = await openKilled(publishAt);
    const next = await openNext();
    expect(next.job).toMatchObject({ state: 'broken', form: { publishAt } });
    const other = createPublisher(office.parts);
    other.start(sato, form, publishAt);
    await other.idle();
    expect(other.job).toMatchObject({ state: 'done', result: { kind: 'scheduled' } });
    expect((await openNext()).job).toEqual({ state: 'none' });
  });

  test('a note that cannot be read counts as none', async () => {
    const folder = await scratchFolder();
    for (const text of ['', '{"by":', '[]', '{"by":{},"at":"soon"}', 'x'.repeat(100_000)]) {
      await writeFile(join(folder, 'publishing.json'), text);
      expect(await begunIn(folder).read()).toBeNull();
    }
  });
});
