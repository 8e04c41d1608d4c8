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
 * @param killAfter milliseconds from the beginning of the publication until the child is killed; null to let it end
 * @returns the last line that the child printed
 */
async function publish({ data, audio }: Place, words: string, killAfter: number | null): Promise<string> {
  const process_ = spawn(process.execPath, [child, data, audio, words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(process_, 'close');
  let said = '';
  process_.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await once(process_.stdout, 'data');
  if (killAfter !== null) {
    await setTimeout(killAfter);
    process_.kill('SIGKILL');
  }
  await ended;
  return said.trim().split('\n').at(-1) ?? '';
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
    // The first publication takes longest, because every sound is new. It has two rounds. The later publications are
    // killed closer and closer to going live.
    for (const [round, killAfter] of [80, 500, 60, 200, 300].entries()) {
      const words = round < 2 ? '' : `So long for the ${round}th time.`;
      const before = live;
      const last = await publish(place, words, killAfter + Math.random() * 60);
      live = await look(place);
      const after = words === '' ? 'Thank you for calling.' : words;
      expect([before, after]).toContain(live);
      if (last === 'published') expect(live).toBe(after);
      seen.add(live === before ? 'before' : 'after');
      await cachedSounds(place.audio);
    }
    expect(await publish(place, 'Come again.', null)).toBe('published');
    expect(await look(place)).toBe('Come again.');
    expect(seen).toContain('before');
  });
});
