import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { deepTest, expect, jest } from '#jest';
import { fixtureFiles } from '../support/draft-fixture.ts';
import { call, press } from '../support/phone-call.ts';
import { writePrompts } from '../support/small-prompts.ts';
import { createPlace, startLine } from '../support/start-line.ts';

jest.setTimeout(120_000);

/**
 * The database of an invented line, written by the last version with a single process. It has two editions, a draft
 * with a reason for a warning, and an account without a password. All but two of its sounds are removed, to keep it
 * small.
 */
const kept = join(import.meta.dirname, '../fixtures/data-of-one-process.db.gz');

/** State codes and turn counts of calls that began in that version, on each of its two editions. */
const calls = [
  { edition: '88977bb334', at: 'topics', state: 'WzQsIjg4OTc3YmIzMzQiLDAsMCwwLCJ0b3BpY3MiLCJlbiIsMF0', count: 2 },
  {
    edition: '88977bb334',
    at: 'slower',
    state: 'WzQsIjg4OTc3YmIzMzQiLDAsMSwwLCJ0b3BpY3MiLCJ6aC1IYW5zIiwwXQ',
    count: 3,
  },
  {
    edition: '8ae546ffba',
    at: 'explanation',
    state: 'WzQsIjhhZTU0NmZmYmEiLDAsMCwwLCJleHBsYW5hdGlvbiIsImVuIiwwLCJkYXlzIiwwXQ',
    count: 3,
  },
  {
    edition: '8ae546ffba',
    at: 'number',
    state: 'WzQsIjhhZTU0NmZmYmEiLDAsMCwwLCJudW1iZXIiLCJlbiIsMCwiY2xvc2VkIiwwLGZhbHNlXQ',
    count: 3,
  },
] as const;

/** The fields of a state code: its version, the edition, and the rest. */
const readCode = (state: string): readonly unknown[] => JSON.parse(Buffer.from(state, 'base64url').toString());

deepTest('A DATA_DIR of the last single-process version is served, and its calls continue', async () => {
  await using place = await createPlace('spoken-before');
  await mkdir(place.data, { recursive: true });
  await writeFile(join(place.data, 'kotozute.db'), gunzipSync(await readFile(kept)));
  await writePrompts(place.prompts, fixtureFiles());
  await using line = startLine(place);
  const address = await line.address();
  const fresh = await call(address);
  expect(readCode(fresh.state)[1]).toBe('8ae546ffba');
  for (const { edition, at, state, count } of calls) {
    const language = at === 'slower' ? 'zh-Hans' : 'en';
    const again = await press(address, { ...fresh, state, count, language }, '9');
    expect([at, readCode(again.state)[1], again.language]).toEqual([at, edition, language]);
    // A call in slow speech stays slow.
    expect(readCode(again.state)[3]).toBe(at === 'slower' ? 1 : 0);
  }
  await line.says(/\/console\/sign-in\/\S+/);
  await line.says(/all narrations exist/);
  const sound = await fetch(address + (await press(address, fresh, '1')).audio);
  expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/wav']);
  expect(line.printed('stdout')).not.toMatch(/"level":(?:50|60)/);
});
