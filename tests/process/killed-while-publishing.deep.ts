import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { deepTest, describe, expect, jest } from '#jest';
import { createSqlEditionRecords } from '../../src/database/editions/sql-edition-records.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { cachedSounds } from '../support/cached-sounds.ts';
import { createPlace, type Place } from '../support/start-line.ts';
import { expectWhole } from '../support/whole-edition.ts';

jest.setTimeout(120_000);

const child = join(import.meta.dirname, 'children/publishes.ts');

/**
 * Publishes in a child process.
 * @param killAfter milliseconds from the beginning of the publication until the child is killed; `published` to kill it
 * as soon as it says so; null to let it end
 * @returns the last line that the child printed, and the milliseconds from its first line to the kill
 */
async function publish({ data, audio }: Place, words: string, killAfter: number | 'published' | null) {
  const process_ = spawn(process.execPath, [child, data, audio, words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(process_, 'close');
  const { promise: published, resolve } = Promise.withResolvers<void>();
  let said = '';
  process_.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.includes('published')) resolve();
  });
  await once(process_.stdout, 'data');
  const began = performance.now();
  if (killAfter === 'published') {
    await Promise.race([published, ended]);
  } else if (killAfter !== null) {
    await setTimeout(killAfter);
  }
  if (killAfter !== null) process_.kill('SIGKILL');
  const took = performance.now() - began;
  await ended;
  return { last: said.trim().split('\n').at(-1) ?? '', took };
}

/** Checks that the live edition is complete. @returns its English goodbye; null if nothing is live */
async function look({ data }: Place): Promise<string | null> {
  const database = await openDatabase(data);
  try {
    const records = createSqlEditionRecords(database);
    const publications = await records.publications(99);
    expect(publications.map(({ number }) => number)).toEqual(
      publications.map((_, index) => publications.length - index),
    );
    expect((await records.list(99)).length).toBe(publications.length);
    const [live] = publications;
    if (!live) return null;
    await expectWhole(records, live.edition);
    const record = await records.find(live.edition);
    return record?.words.en?.prompts.goodbye?.[0] ?? null;
  } finally {
    await database.close();
  }
}

describe('A process killed at any moment while it publishes', () => {
  deepTest('leaves the old or the new edition live and complete, and the next publication succeeds', async () => {
    await using place = await createPlace();
    const seen = new Set<string>();
    let live: string | null = null;
    /** How long an undisturbed publication takes, in milliseconds. */
    let whole = 500;
    // Every sound of the first publication is new. It has two rounds. A number is the share of `whole` after which the
    // child is killed: at the beginning, and closer and closer to going live.
    for (const [words, kill] of [
      ['', 0.2],
      ['', 1],
      ['So long.', 0],
      ['See you.', 'published'],
      ['Take care.', 0.4],
      ['Goodbye now.', 0.8],
      ['Until then.', 0.95],
      ['Until next time.', 1.05],
    ] as const) {
      const before = live;
      const { last, took } = await publish(place, words, kill === 'published' ? kill : kill * whole);
      if (kill === 'published') whole = took;
      // If a gate stopped the publication, there would be nothing to kill.
      expect(last).toMatch(/^publish(?:ing|ed)$/);
      live = await look(place);
      const after = words === '' ? 'Thank you for calling.' : words;
      expect([before, after]).toContain(live);
      if (last === 'published') expect(live).toBe(after);
      // In the second round, the words may be live already. Then the round shows neither.
      if (before !== after) seen.add(live === before ? 'before' : 'after');
      await cachedSounds(place.audio);
    }
    expect((await publish(place, 'Come again.', null)).last).toBe('published');
    expect(await look(place)).toBe('Come again.');
    expect(seen).toEqual(new Set(['before', 'after']));
  });
});
