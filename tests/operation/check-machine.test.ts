import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from '#jest';
import { checkMachine } from '../../src/cli/check-machine.ts';
import { readConfig } from '../../src/config.ts';
import { openEdition } from '../../src/edition/edition.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { checkDisk } from '../../src/operation/check-disk.ts';
import type { Draft } from '../../src/words/draft.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { type GoogleLoopback, startGoogleLoopback } from '../support/google-loopback.ts';
import { scratchDatabase } from '../support/scratch-database.ts';
import { openSmallOffice } from '../support/small-office.ts';

let google: GoogleLoopback;
let folder = '';
beforeAll(async () => {
  google = await startGoogleLoopback();
  folder = await mkdtemp(join(tmpdir(), 'kotozute-machine-'));
});
afterAll(async () => {
  await google[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const voices: Readonly<Record<string, string>> = {
  ...{ en: 'en-US-Neural2-C', ja: 'ja-JP-Neural2-B', 'zh-Hans': 'cmn-CN-Wavenet-A' },
};

/** The draft with voices that the account has. */
const withVoices = (draft: Draft): Draft => {
  const languages = draft.line.languages.map((each) => ({
    ...each,
    voices: { ...each.voices, google: voices[each.tag] ?? each.voices.google },
  }));
  return { ...draft, line: { ...draft.line, languages } };
};

/** A machine whose edition is live, with a voice of Google's. */
async function start() {
  const office = await openSmallOffice(await scratchDatabase(folder), { draft: withVoices(fixtureDraft()) });
  if ((await office.records.publications(1)).length === 0) expect((await office.publish()).kind).toBe('published');
  const config = readConfig({ DATA_DIR: folder, SPEECH_ENGINE: 'google', GOOGLE_TTS_ENDPOINT: google.endpoint });
  return { config, edition: openEdition(toEditionFile(office.shelf.current)) };
}

describe('The check of this machine', () => {
  test('lets the engine say a sentence in every language, as callers hear it', async () => {
    const { config, edition } = await start();
    const checks = await checkMachine(config, edition, 'en');
    expect(checks.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'database ok',
      ...edition.line.languages.map(() => 'voice ok'),
    ]);
    // A database of another version is not migrated under the office that is running.
    const old = await mkdtemp(join(tmpdir(), 'kotozute-machine-'));
    new DatabaseSync(join(old, 'kotozute.db')).close();
    const before = await readdir(old);
    expect(await checkMachine({ ...config, dataFolder: old }, edition, 'en')).toMatchObject([
      { id: 'database', state: 'ok' },
      { id: 'voice', state: 'skip' },
    ]);
    expect([await readdir(old), (await stat(join(old, 'kotozute.db'))).size]).toEqual([before, 0]);
    await rm(old, { recursive: true });
  });

  test('tells once of a key whose project may not speak, with what Google says of it and how to mend it', async () => {
    const { config, edition } = await start();
    const details = 'Cloud Text-to-Speech API has not been used in project 123456789012 before or it is disabled.';
    google.answerAlways({ fails: 'PERMISSION_DENIED', details });
    const checks = await checkMachine(config, edition, 'en');
    google.answerAlways('speech');
    expect(checks.map(({ id, state }) => `${id} ${state}`)).toEqual(['database ok', 'voice fail']);
    expect(checks[1]?.found).toContain('has not been used in project');
    expect(checks[1]?.mend?.en).toContain('is the Cloud Text-to-Speech API enabled?');
  });

  test('finds a database that is not there, or damaged, and asks no engine then', async () => {
    const { config, edition } = await start();
    const asked = google.requests.length;
    const other = await mkdtemp(join(tmpdir(), 'kotozute-machine-'));
    expect(await checkMachine({ ...config, dataFolder: other }, edition, 'en')).toMatchObject([
      { state: 'fail', found: '–' },
    ]);
    await writeFile(join(other, 'kotozute.db'), Buffer.alloc(200_000, 'damaged '));
    const [damaged, ...more] = await checkMachine({ ...config, dataFolder: other }, edition, 'en');
    expect([damaged?.state, damaged?.found, more]).toEqual(['fail', expect.stringMatching(/not a database/), []]);
    expect(damaged?.mend?.en).toContain('restore kotozute.db from a backup');
    expect(google.requests.length).toBe(asked);
    await rm(other, { recursive: true });
  });
});

test('A disk is warned of before it is full, and fails when it nearly is', async () => {
  const folders = [{ setting: 'DATA_DIR', path: folder }];
  const stateWith = async (warn: number, fail: number) => (await checkDisk(folders, { warn, fail }))[0]?.state;
  expect(await stateWith(0, 0)).toBe('ok');
  expect(await stateWith(Number.MAX_SAFE_INTEGER, 0)).toBe('warn');
  expect(await stateWith(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).toBe('fail');
});
