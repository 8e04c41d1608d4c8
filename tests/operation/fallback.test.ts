import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '#jest';
import type { DisasterNotice } from '../../src/call/disaster.ts';
import { writeFallbackFolder } from '../../src/cli/twilio-fallback.ts';
import { type Edition, openEdition } from '../../src/edition/edition.ts';
import { createEdition } from '../../src/office/editions/edition.ts';
import { everyNarration } from '../../src/office/editions/every-narration.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { checkFallback } from '../../src/operation/check-fallback.ts';
import { folderOf, writeFallback } from '../../src/operation/fallback.ts';
import type { Draft } from '../../src/words/draft.ts';
import { bundledDraft } from '../support/bundled.ts';
import { checkTwiml } from '../support/twiml-schema.ts';

const engine = { id: 'espeak', fingerprint: 'test' } as const;
const bundled = bundledDraft();
const editionOf = (draft: Draft) => openEdition(toEditionFile(createEdition(draft, engine)));
const edition = editionOf(bundled);
const now = Date.parse('2026-11-24T10:00:00+09:00');
const flood: DisasterNotice = {
  ...{ id: 'n', kind: 'heavy-rain', places: [], actions: [], at: null, languages: ['ja', 'en'] },
};

let folder = '';
let host: { readonly address: string; type: string; close(): void };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kotozute-fallback-'));
  const types: Record<string, string> = { '.xml': 'text/xml', '.wav': 'audio/wav' };
  const server = createServer(async ({ method, url = '' }, response) => {
    const bytes = await readFile(join(folder, url)).catch(() => null);
    // Static hosts refuse every other method, too.
    if (method !== 'GET') response.writeHead(405).end();
    else if (bytes) response.writeHead(200, { 'Content-Type': host.type || types[extname(url)] }).end(bytes);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fallback.xml`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  host = { address, type: '', close };
});
afterEach(async () => {
  host.close();
  await rm(folder, { recursive: true });
});

/** Writes the folder of an edition, with a sound for every key. */
async function write({ of = edition, disaster = null as DisasterNotice | null, sound = sounds } = {}) {
  const printed: string[] = [];
  const line = { edition: of, disaster, sound };
  const print = (text: string) => void printed.push(text);
  const code = await writeFallbackFolder(folder, folderOf(host.address), { line, language: 'en', print });
  return { code, printed: printed.join('\n') };
}
const sounds = async (key: string): Promise<Uint8Array | null> => new TextEncoder().encode(key);
const states = async (of = edition, isDisaster = false, address: string | null = host.address) =>
  Object.fromEntries(
    (await checkFallback(of, { address, deploys: false, isDisaster, now })).map(({ id, state }) => [id, state]),
  );

/** The advice about the number of the fallback, in English. */
const mendOf = async (of: Edition) =>
  (await checkFallback(of, { address: host.address, deploys: false, isDisaster: false, now })).find(
    ({ id }) => id === 'fallback-number',
  )?.mend?.en;

describe('The fallback', () => {
  test('says in every language, twice, that the line is out of order, then whom to call in an emergency, and ends', async () => {
    expect((await write()).code).toBe(0);
    const text = await readFile(join(folder, 'fallback.xml'), 'utf8');
    const played = [...text.matchAll(/<Play>([^<]+)<\/Play>/g)].map(([, address = '']) => address);
    const tags = bundled.line.languages.map(({ tag }) => tag);
    const base = host.address.replace('fallback.xml', '');
    const soundOf = (prompt: string, tag: string) =>
      `${base}${edition.script([{ prompt, language: tag }]).narration.key}.wav`;
    const sounds = tags.map((tag) => soundOf('out-of-order', tag));
    expect(played).toEqual([...sounds, ...sounds, soundOf('emergency', 'ja'), soundOf('emergency', 'en')]);
    const korean = await readFile(join(folder, 'fallback-ko.xml'), 'utf8');
    expect([...korean.matchAll(/<Play>([^<]+)<\/Play>/g)].map(([, address]) => address)).toEqual([
      ...[soundOf('out-of-order', 'ko'), soundOf('out-of-order', 'ko'), soundOf('emergency', 'ko')],
    ]);
    expect(text.endsWith('<Hangup/></Response>')).toBe(true);
    expect(text).not.toMatch(/<(Gather|Redirect|Dial)/);
    for (const address of new Set(played)) expect((await fetch(address)).status).toBe(200);
    const names = await readdir(folder);
    expect(names.filter((name) => name.endsWith('.xml')).sort()).toEqual(
      ['fallback.xml', 'fallback-say.xml', ...tags.map((tag) => `fallback-${tag}.xml`)].sort(),
    );
    for (const name of names.filter((each) => each.endsWith('.xml')))
      expect(checkTwiml(await readFile(join(folder, name), 'utf8'))).toEqual([]);
  });

  test('needs only sounds that are made with the edition', async () => {
    const made = new Set((await everyNarration(createEdition(bundled, engine))).map(({ key }) => key));
    const spoken = [false, true].flatMap(
      (isDisaster) => writeFallback(edition, 'https://x.example/', isDisaster)?.sounds ?? [],
    );
    expect(spoken.filter((key) => !made.has(key))).toEqual([]);
    expect(spoken.length).toBeGreaterThan(8);
  });

  test('begins with what to do in danger while a disaster notice is on', async () => {
    await write({ disaster: flood });
    const text = await readFile(join(folder, 'fallback-say.xml'), 'utf8');
    const [, first = ''] = /<Say[^>]*>([^<]*)</.exec(text) ?? [];
    expect(first).toContain('あぶない');
    expect(text).toContain('There is great danger now.');
    // The safety sentences name the emergency numbers, so these are not said again at the end.
    expect(text.match(/one one nine/g)).toHaveLength(2);
    expect(await states(edition, true)).toMatchObject({ fallback: 'ok' });
    expect(await states(edition, false)).toMatchObject({ fallback: 'fail' });
  });

  test('is not written where a folder cannot be made, and the command says so', async () => {
    const line = { edition, disaster: null, sound: sounds };
    const printed: string[] = [];
    const print = (text: string) => void printed.push(text);
    const parts = { line, print, language: 'en' } as const;
    await write();
    for (const out of ['', join(folder, 'fallback.xml'), join(folder, 'fallback.xml', 'below')])
      expect(await writeFallbackFolder(out, folderOf(host.address), parts)).toBe(1);
    expect(printed).toEqual(
      Array.from({ length: 3 }, () => expect.stringMatching(/^The folder ".*" cannot be written \(E/)),
    );
  });

  test('is also checked in Twilio’s voices, and for every language with a number of its own', async () => {
    await write();
    expect(await states(edition, false, host.address.replace('fallback.xml', 'fallback-say.xml'))).toMatchObject({
      fallback: 'ok',
    });
    const languages = edition.file.languages.map((each) =>
      each.tag === 'ko' ? { ...each, ownNumbers: ['+815000000002'] } : each,
    );
    const withOwn = { ...edition, file: { ...edition.file, languages } };
    expect(await states(withOwn)).toMatchObject({ fallback: 'ok' });
    await rm(join(folder, 'fallback-ko.xml'));
    expect(await states(withOwn)).toMatchObject({ fallback: 'fail' });
    expect(await states()).toMatchObject({ fallback: 'ok' });
  });

  test('is checked against the live edition, its host and its sounds', async () => {
    expect(await states(edition, false, null)).toEqual({ fallback: 'fail', 'fallback-number': 'fail' });
    expect(await states()).toMatchObject({ fallback: 'fail' });
    await write();
    expect(await states()).toMatchObject({ fallback: 'ok' });
    host.type = 'text/plain';
    expect(await states()).toMatchObject({ fallback: 'fail' });
    host.type = '';
    const [sound = ''] = (await readdir(folder)).filter((name) => name.endsWith('.wav'));
    await rm(join(folder, sound));
    expect(await states()).toMatchObject({ fallback: 'fail' });
    const en = bundled.words.get('en');
    if (!en) throw new Error('There is no English.');
    const prompts = { ...en.prompts, 'out-of-order': ['Out of order.', 'Call {{callCentreNumber}}.'] };
    const changed = editionOf({ ...bundled, words: new Map([...bundled.words, ['en', { ...en, prompts }]]) });
    expect(await states(changed)).toMatchObject({ fallback: 'fail' });
    await write({ of: changed });
    expect(await states(changed)).toMatchObject({ fallback: 'ok' });
    const kept = (await readdir(folder)).filter((name) => name.endsWith('.wav'));
    expect(kept).toHaveLength(2 * bundled.line.languages.length);
  });

  test('counts as right only if its number was tried and is not out of date', async () => {
    await write();
    expect(await states()).toMatchObject({ 'fallback-number': 'fail' });
    const destinations = bundled.line.destinations.map((each) => ({
      ...each,
      dials: each.dials.map((dial) => ({ ...dial, triedOn: '2026-11-20' })),
    }));
    const facts = Object.fromEntries(
      Object.entries(bundled.line.facts).map(([name, fact]) => [name, { ...fact, reviewBy: '2027-12-31' }]),
    ) as typeof bundled.line.facts;
    const tried = editionOf({ ...bundled, line: { ...bundled.line, destinations, facts } });
    expect(await states(tried)).toMatchObject({ 'fallback-number': 'ok' });
    const past = editionOf({ ...bundled, line: { ...bundled.line, destinations } });
    expect(await mendOf(past)).toMatch(/^The review date of the content has passed\./);
    expect(await mendOf(editionOf({ ...bundled, line: { ...bundled.line, facts } }))).toMatch(/^Call this number/);
    // Another number of the same office was tried, but it is not the number that callers hear.
    const others = destinations.map((each) => ({
      ...each,
      dials: each.dials.map((dial) => ({ ...dial, number: '+815000000001' })),
    }));
    const other = editionOf({ ...bundled, line: { ...bundled.line, destinations: others, facts } });
    expect(await states(other)).toMatchObject({ 'fallback-number': 'fail' });
  });

  test('makes its folder and the folders above it, and says at once if that is impossible', async () => {
    // No folder can be made in /proc. The command must not try again and again.
    const line = { edition, disaster: null, sound: sounds };
    const refused: string[] = [];
    const given = {
      line,
      language: 'en',
      print: (text: string) => void refused.push(text),
    } as const;
    expect(await writeFallbackFolder('/proc/x/y', folderOf(host.address), given)).toBe(1);
    expect(refused.join()).toContain('cannot be written (ENOENT)');
    expect(await writeFallbackFolder(join(folder, 'new/below'), folderOf(host.address), given)).toBe(0);
    await rm(join(folder, 'new'), { recursive: true });
  });

  test('is never half written: without a sound, an edition or an address no file changes, and the reason is printed', async () => {
    await write();
    await writeFile(join(folder, 'own.txt'), 'kept');
    const before = (await readdir(folder)).sort();
    const none = await write({ sound: async () => null });
    expect(none).toEqual({ code: 1, printed: expect.stringContaining('The sounds of the fallback do not exist yet') });
    const { fallback: _fallback, ...line } = bundled.line;
    const without = editionOf({ ...bundled, line });
    expect(await write({ of: without })).toEqual({ code: 1, printed: expect.stringContaining('out-of-order') });
    expect(await states(without)).toEqual({ fallback: 'warn' });
    const printed: string[] = [];
    const parts = { language: 'ja', print: (text: string) => void printed.push(text) } as const;
    expect(await writeFallbackFolder(folder, null, { ...parts, line: null })).toBe(1);
    expect(
      await writeFallbackFolder(folder, null, { ...parts, line: { edition, disaster: null, sound: sounds } }),
    ).toBe(1);
    expect(printed.join('\n')).toContain('--base https://…/');
    expect((await readdir(folder)).sort()).toEqual(before);
  });
});
