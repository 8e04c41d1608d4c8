import { afterEach, describe, expect, jest, test } from '#jest';
import { followPublications } from '../../../src/office/editions/follow-publications.ts';
import { rollBack } from '../../../src/office/editions/go-live.ts';
import { scratchDatabase, scratchFolder } from '../../support/scratch-database.ts';
import { openSmallOffice, sato, spokenCache, tanaka } from '../../support/small-office.ts';
import { until } from '../../support/until.ts';

jest.setTimeout(60_000);

/** Milliseconds within which callers hear what another process has published. */
const soon = 8000;
const stop: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const each of stop.splice(0)) await each();
});

/** One process that follows publications, and another that publishes. */
async function openTwo(change: (records: Office['records']) => Office['records'] = (records) => records) {
  const folder = await scratchFolder();
  const cache = await spokenCache();
  const publisher = await openSmallOffice(await scratchDatabase(folder), { cache });
  await publisher.publish();
  const follower = await openSmallOffice(await scratchDatabase(folder), { cache });
  const failures: unknown[] = [];
  const stopping = new AbortController();
  const following = followPublications(
    change(follower.records),
    follower.shelf,
    (error) => failures.push(error),
    stopping.signal,
    20,
  ).catch((error: unknown) => error);
  stop.push(async () => {
    stopping.abort();
    expect(await following).toMatchObject({ name: 'AbortError' });
  });
  return { publisher, follower, failures };
}
type Office = Awaited<ReturnType<typeof openSmallOffice>>;

describe('What another process', () => {
  test('publishes or goes back to is heard within seconds, and the editions before it are kept', async () => {
    const { publisher, follower, failures } = await openTwo();
    const first = follower.shelf.current;
    await publisher.save('en', 'goodbye', 'So long.');
    await publisher.publish();
    const second = publisher.shelf.current;
    expect(second.hash).not.toBe(first.hash);
    await until('the new edition', () => follower.shelf.current.hash === second.hash, soon);
    expect(follower.shelf.find(first.id)).toBe(first);
    await rollBack(publisher, tanaka, { hash: first.hash, basedOn: 2, reason: 'x' });
    await until('the earlier edition', () => follower.shelf.current.hash === first.hash, soon);
    expect(follower.shelf.find(second.id).hash).toBe(second.hash);
    expect(failures).toEqual([]);
  });

  test('publishes while the database fails is heard once the database works again, and the failure is reported', async () => {
    let failing = 1;
    const { publisher, follower, failures } = await openTwo((records) => ({
      ...records,
      publications: (limit) =>
        failing-- > 0 ? Promise.reject(new Error('The database is gone.')) : records.publications(limit),
    }));
    await publisher.save('en', 'goodbye', 'So long.');
    await publisher.publish();
    await until('the new edition', () => follower.shelf.current.hash === publisher.shelf.current.hash, soon);
    expect(failures).toEqual([new Error('The database is gone.')]);
  });

  test('has published does not replace what this process publishes while it is still reading that edition', async () => {
    const reading = Promise.withResolvers<void>();
    const isRead = Promise.withResolvers<void>();
    const { publisher, follower } = await openTwo((records) => ({
      ...records,
      async find(hash) {
        const record = await records.find(hash);
        reading.resolve();
        await isRead.promise;
        return record;
      },
    }));
    await publisher.save('en', 'goodbye', 'So long.');
    await publisher.publish();
    await follower.save('en', 'limit', 'The call ends now.');
    await reading.promise;
    expect((await follower.publish({}, sato)).kind).toBe('published');
    const third = follower.shelf.current;
    const heard: string[] = [];
    const { shelf } = follower;
    const listening = shelf.published().then(() => heard.push(shelf.current.hash));
    isRead.resolve();
    await Promise.race([listening, new Promise((resolve) => setTimeout(resolve, 500))]);
    expect(heard).toEqual([]);
    expect(shelf.current).toBe(third);
  });
});
