import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, cleanUp, describe, expect, test } from '#jest';
import { checkMachine } from '../../src/cli/check-machine.ts';
import { readConfig } from '../../src/config.ts';
import { openEdition } from '../../src/edition/edition.ts';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { createServiceNote, fingerprintSettings } from '../../src/office/files/service-note.ts';
import { checkDisk } from '../../src/operation/check-disk.ts';
import { GoogleEngine } from '../../src/speech/engines/google/google-engine.ts';
import type { Draft } from '../../src/words/draft.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { type GoogleLoopback, startGoogleLoopback } from '../support/google-loopback.ts';
import { scratchDatabase, scratchFolder } from '../support/scratch-database.ts';
import { openSmallOffice } from '../support/small-office.ts';
import { expectWellFormed } from '../support/well-formed-checks.ts';

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

/** The draft, with voices that the account at Google has. */
const withVoices = (draft: Draft): Draft => {
  const languages = draft.line.languages.map((each) => ({
    ...each,
    voices: { ...each.voices, google: voices[each.tag] ?? each.voices.google },
  }));
  return { ...draft, line: { ...draft.line, languages } };
};

/** A machine that has a live edition with Google's voices. */
async function start() {
  const office = await openSmallOffice(await scratchDatabase(folder), { draft: withVoices(fixtureDraft()) });
  if ((await office.records.publications(1)).length === 0) expect((await office.publish()).kind).toBe('published');
  const config = readConfig({ DATA_DIR: folder, SPEECH_ENGINE: 'google', GOOGLE_TTS_ENDPOINT: google.endpoint });
  const file = toEditionFile(office.shelf.current);
  return { config, file, edition: openEdition(file) };
}

/** Checks a machine. No service runs on it; the check that says so is left out. */
async function look(...machine: Parameters<typeof checkMachine>) {
  const checks = await checkMachine(...machine);
  expectWellFormed(checks);
  return checks.filter(({ id }) => id !== 'service');
}

describe('The check of this machine', () => {
  test('lets the engine speak a sentence in every language that callers hear', async () => {
    const { config, edition } = await start();
    const checks = await look(config, edition, 'en');
    expect(checks.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'database ok',
      'edition-approved ok',
      ...edition.line.languages.map(() => 'voice ok'),
    ]);
    // A database of another version is not migrated, because an office may be using it.
    const old = await mkdtemp(join(tmpdir(), 'kotozute-machine-'));
    new DatabaseSync(join(old, 'kotozute.db')).close();
    const before = await readdir(old);
    expect(await look({ ...config, dataFolder: old }, edition, 'en')).toMatchObject([
      { id: 'database', state: 'ok' },
      { id: 'edition-approved', state: 'skip', mend: { en: expect.stringContaining('start the service once') } },
      { id: 'voice', state: 'skip' },
    ]);
    expect([await readdir(old), (await stat(join(old, 'kotozute.db'))).size]).toEqual([before, 0]);
    await rm(old, { recursive: true });
  });

  test('reports once that the project of the key may not use the voices, with Google’s message and what to do', async () => {
    const { config, edition } = await start();
    const details = 'Cloud Text-to-Speech API has not been used in project 123456789012 before or it is disabled.';
    google.answerAlways({ fails: 'PERMISSION_DENIED', details });
    const checks = await look(config, edition, 'en');
    google.answerAlways('speech');
    expect(checks.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'database ok',
      'edition-approved ok',
      'voice fail',
    ]);
    const { found, mend } = checks.at(-1) ?? {};
    expect(found).toContain('has not been used in project');
    expect(mend?.en).toContain('is the Cloud Text-to-Speech API enabled?');
  });

  test('lets the voices of the prompts folder speak before anything has been published', async () => {
    const { config, edition } = await start();
    const dataFolder = await scratchFolder();
    await (await scratchDatabase(dataFolder)).close();
    await createEditionFolder(dataFolder).writePointer({ number: 0, edition: edition.file.hash });
    const check = async (promptsFolder: string) => {
      const checks = await look({ ...config, dataFolder, promptsFolder }, edition, 'en');
      return checks.map(({ id, state, mend }) => `${id} ${state} ${mend?.en.split(':')[0] ?? ''}`.trim());
    };
    const waits = 'edition-approved skip Nothing has been published yet';
    const spoken = edition.line.languages.map(() => 'voice ok');
    expect(await check(join(import.meta.dirname, '../../prompts'))).toEqual(['database ok', waits, ...spoken]);
    expect(await check(dataFolder)).toEqual(['database ok', waits, 'voice skip Nothing has been published yet']);
  });

  test('leaves out a language that callers do not hear, and keeps its results if closing the engine fails', async () => {
    const { config, file } = await start();
    const edition = openEdition({
      ...file,
      languages: file.languages.filter(({ tag }) => tag !== 'en'),
      sayings: file.sayings.filter(([code]) => !code.startsWith('en:')),
    });
    const { close } = GoogleEngine.prototype;
    cleanUp(() => Object.assign(GoogleEngine.prototype, { close }));
    GoogleEngine.prototype.close = async function () {
      await close.call(this);
      throw new Error('The connection is already gone.');
    };
    const checks = await look(config, edition, 'en');
    expect(checks.slice(2).map(({ state }) => state)).toEqual(edition.file.languages.map(() => 'ok'));
  });

  test('finds a database that is missing or damaged, and then asks no engine', async () => {
    const { config, edition } = await start();
    const asked = google.requests.length;
    const other = await mkdtemp(join(tmpdir(), 'kotozute-machine-'));
    expect(await look({ ...config, dataFolder: other }, edition, 'en')).toMatchObject([{ state: 'fail', found: '–' }]);
    await writeFile(join(other, 'kotozute.db'), Buffer.alloc(200_000, 'damaged '));
    const [damaged, ...more] = await look({ ...config, dataFolder: other }, edition, 'en');
    expect([damaged?.state, damaged?.found, more]).toEqual(['fail', expect.stringMatching(/not a database/), []]);
    expect(damaged?.mend?.en).toContain('restore kotozute.db from a backup');
    // A database that cannot be read may still be intact, so it must not be replaced.
    await rm(join(other, 'kotozute.db'));
    await mkdir(join(other, 'kotozute.db'));
    const [unread] = await look({ ...config, dataFolder: other }, edition, 'en');
    expect([unread?.state, unread?.mend?.en]).toEqual([
      'fail',
      expect.stringContaining('do not replace it with a backup'),
    ]);
    // Callers hear an edition, but the database is missing, or is empty and does not have this edition.
    await rm(join(other, 'kotozute.db'), { recursive: true });
    await createEditionFolder(other).writePointer({ number: 3, edition: 'a'.repeat(64) });
    const isLost = { id: 'database', state: 'fail', mend: { en: expect.stringContaining('the database was lost') } };
    expect(await look({ ...config, dataFolder: other }, edition, 'en')).toMatchObject([isLost]);
    await (await scratchDatabase(other)).close();
    expect(await look({ ...config, dataFolder: other }, edition, 'en')).toMatchObject([isLost]);
    expect(google.requests.length).toBe(asked);
    await rm(other, { recursive: true });
  });
});

test('A setting that was changed while the service was running is named, because the service has to be restarted', async () => {
  const other = await mkdtemp(join(tmpdir(), 'kotozute-machine-'));
  const service = createServer((_request, response) => void response.end('{}')).listen(0, 'localhost');
  await once(service, 'listening');
  const { port } = service.address() as AddressInfo;
  const secret = 's'.repeat(43);
  const started = readConfig({ DATA_DIR: other, PUBLIC_URL: 'https://line.example.jp', TRUST_PROXY: '1' });
  const check = async (more: Record<string, string> = {}) => {
    const now = readConfig({ DATA_DIR: other, PUBLIC_URL: 'https://line.example.jp', TRUST_PROXY: '1', ...more });
    const [first] = await checkMachine(now, null, 'en');
    return [first?.id, first?.state, first?.found];
  };
  expect(await check()).toEqual(['service', 'warn', '–']);
  const note = createServiceNote(other);
  await note.write({ port, secret, settings: fingerprintSettings(started, secret) });
  expect(await check()).toEqual(['settings', 'ok', undefined]);
  const changed = { TRUST_PROXY: '2', PUBLIC_URL: 'https://new.example.jp', LOG_LEVEL: 'warn' };
  expect(await check(changed)).toEqual(['settings', 'warn', '≠ PUBLIC_URL, TRUST_PROXY, LOG_LEVEL']);
  // First the note of a version that wrote no fingerprints, then that of a service that was killed.
  await note.write({ port, secret, settings: [] });
  expect(await check(changed)).toEqual(['settings', 'skip', undefined]);
  await note.write({ port, secret, settings: fingerprintSettings(started, secret) });
  service.close();
  service.closeAllConnections();
  await once(service, 'close');
  expect(await check(changed)).toEqual(['service', 'warn', '–']);
  await rm(other, { recursive: true });
});

test('The check of a disk warns before it is full, and fails when it nearly is', async () => {
  const folders = [{ setting: 'DATA_DIR', path: folder }];
  const checkWith = async (warn: number, fail: number) => (await checkDisk(folders, { warn, fail }))[0];
  expect(await checkWith(0, 0)).toMatchObject({ state: 'ok' });
  const most = Number.MAX_SAFE_INTEGER;
  const told = {
    ...{ expected: '≥ 9007199254 MB', found: expect.stringMatching(/^\d+ MB$/) },
    mend: { en: 'Make room: on a full disk nothing can be published, and no disaster notice can be recorded.' },
  };
  expect(await checkWith(most, 0)).toMatchObject({ state: 'warn', ...told });
  expect(await checkWith(most, most)).toMatchObject({ state: 'fail', ...told });
});

test.each(['ENOSPC', 'EDQUOT'])(
  'A disk that is full (%s) is reported in one sentence, and the check leaves no file on it',
  async (code) => {
    const path = await scratchFolder();
    const checks = await checkDisk([{ setting: 'DATA_DIR', path }], { warn: 0, fail: 0 }, async (file, bytes) => {
      // Even a full disk accepts an empty file, or the beginning of a file.
      expect(bytes.length).toBeGreaterThan(4096);
      await writeFile(file, bytes.subarray(0, 4096));
      throw Object.assign(new Error(code), { code });
    });
    expect(checks).toEqual([
      {
        ...{ id: 'disk', state: 'fail', expected: '≥ 0 MB', found: code },
        about: { ja: 'DATA_DIR のディスク', en: 'The disk of DATA_DIR' },
        mend: {
          ja: 'ディスクを空けてください。いっぱいになると、公開も、災害のお知らせの記録もできません。',
          en: 'Make room: on a full disk nothing can be published, and no disaster notice can be recorded.',
        },
      },
    ]);
    expectWellFormed(checks);
    expect(await readdir(path)).toEqual([]);
  },
);
