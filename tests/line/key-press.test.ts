import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { cleanUp, deepTest, expect, test } from '#jest';
import { readConfig } from '../../src/config.ts';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import { createBoundServer } from '../../src/http/bound-requests.ts';
import { officeUnavailable } from '../../src/line/office-unavailable.ts';
import { openLine } from '../../src/line/open-line.ts';
import { createEdition } from '../../src/office/editions/edition.ts';
import { everyNarration } from '../../src/office/editions/every-narration.ts';
import { toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { createFileAudioStore } from '../../src/sound/file-audio-store.ts';
import { joinNarration } from '../../src/sound/join-narration.ts';
import { seal } from '../../src/sound/seal.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { type CalledFunction, firstCalls, positionIn } from '../support/first-calls.ts';
import { scratchFolder } from '../support/scratch-database.ts';
import { account, callParameters, sign } from '../support/twilio-account.ts';
import { actionOf } from '../support/twilio-call.ts';

const root = join(import.meta.dirname, '../..');

/** The files of a key press listed in `src/README.md`, in the paragraph that begins with "One key press". */
function listedFiles(): string[] {
  const map = readFileSync(join(root, 'src/README.md'), 'utf8');
  const [paragraph = ''] = /^One key press[\s\S]*?\n\n/m.exec(map) ?? [];
  return [...paragraph.matchAll(/`([\w/-]+\.ts)`/g)].map(([, name = '']) => `src/${name}`);
}

/** The path of a source file, from the address of its module; undefined for any other module. */
const nameOf = (url: string): string | undefined => /\/(src\/[^?]+)/.exec(url.replace(root, ''))?.[1];

/** Starts a line with a made-up edition on a real server. @returns its address */
async function openSmallLine(): Promise<string> {
  const dataFolder = await scratchFolder();
  const folder = createEditionFolder(dataFolder);
  const edition = createEdition(fixtureDraft(), { id: 'espeak', fingerprint: 'test' });
  await folder.write(toEditionFile(edition));
  await folder.writePointer({ number: 1, edition: edition.hash });
  const twilio = {
    PUBLIC_URL: account.publicUrl,
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authTokens[0],
  };
  const audioCacheFolder = join(dataFolder, 'sounds');
  const sounds = createFileAudioStore(audioCacheFolder);
  const sound = joinNarration([{ codes: new Uint8Array(800).fill(0x90) }]);
  for (const { key } of await everyNarration(edition)) await sounds.write(key, seal(sound, key));
  const settings = { ...readConfig(twilio), audioCacheFolder, dataFolder };
  const log = pino({ level: 'silent' });
  const line = await openLine({
    settings,
    log,
    office: officeUnavailable,
    soundsOfOffice: null,
    waitsForSounds: false,
  });
  // Stops following files, so that only the call is covered.
  line.close();
  const server = createBoundServer(line.listener).listen(0, '127.0.0.1');
  cleanUp(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Makes a call up to the menu of topics. @returns a function that presses key 2 there and returns the TwiML */
async function callTopics(): Promise<() => Promise<string>> {
  const address = await openSmallLine();
  const send = async (path: string, more: Readonly<Record<string, string>> = {}) => {
    const parameters = { ...callParameters, ...more };
    const headers = { 'x-twilio-signature': sign(account.publicUrl + path, parameters, account.authTokens[0]) };
    const body = new URLSearchParams(parameters);
    return (await fetch(address + path, { method: 'POST', headers, body })).text();
  };
  const chosen = actionOf(await send(actionOf(await send('/twilio/voice')), { Digits: '1' }));
  const press = () => send(chosen, { Digits: '2' });
  // The first key press computes what is computed once per edition. The tests observe later key presses.
  await press();
  return press;
}

/** Observes which functions of the product are called. @returns a function that returns those called during `work` */
async function watchCalls(): Promise<(work: () => Promise<unknown>) => Promise<(CalledFunction & { name: string })[]>> {
  const session = new Session();
  session.connect();
  cleanUp(() => session.disconnect());
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return async (work) => {
    await session.post('Profiler.takePreciseCoverage');
    await work();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result.flatMap(({ url, functions }) => {
      const name = nameOf(url);
      const whole = functions.flatMap(({ ranges: [range] }) => (range && range.count > 0 ? [range] : []));
      if (name === undefined || whole.length === 0) return [];
      const text = readFileSync(join(root, name), 'utf8');
      return whole.map(({ startOffset, endOffset }) => {
        return { name, url, start: positionIn(text, startOffset), end: positionIn(text, endOffset) };
      });
    });
  };
}

test('A key press goes through the files listed in src/README.md, and through no other', async () => {
  const press = await callTopics();
  const called = await watchCalls();
  const walk = async () => {
    const files = await called(async () => expect(await press()).toContain('<Play'));
    return new Set(files.map(({ name }) => name));
  };
  // Timers that other tests have left can fire during one key press, hardly during both.
  const walked = [...(await walk()).intersection(await walk())];
  const listed = listedFiles();
  expect(walked.toSorted()).toEqual(listed.toSorted());
  expect(listed.length).toBeLessThanOrEqual(18);
});

deepTest('A key press goes through these files in the order of that list', async () => {
  const press = await callTopics();
  const listed = listedFiles();
  const functions = (await (await watchCalls())(press)).filter(({ name }) => listed.includes(name));
  expect((await firstCalls(functions, press)).map(nameOf)).toEqual(listed);
});
