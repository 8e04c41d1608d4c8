import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import request from 'supertest';
import { cleanUp, describe, expect, test } from '#jest';
import type { DisasterNotice } from '../../src/call/disaster.ts';
import { readConfig } from '../../src/config.ts';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import { writeNoticeFile } from '../../src/edition/notice-file.ts';
import { takeTurn } from '../../src/edition/take-turn.ts';
import { officeUnavailable } from '../../src/line/office-unavailable.ts';
import { openLine } from '../../src/line/open-line.ts';
import { toNoticeFile } from '../../src/office/disaster/write-notice.ts';
import { createEdition, type Edition } from '../../src/office/editions/edition.ts';
import { momentSentences, toEditionFile } from '../../src/office/editions/to-edition-file.ts';
import { createFileAudioStore } from '../../src/sound/file-audio-store.ts';
import { seal } from '../../src/sound/seal.ts';
import { writeMuLawWav } from '../../src/sound/wav.ts';
import { sampleMoment } from '../../src/words/moment-facts.ts';
import { bundledDraft } from '../support/bundled.ts';
import { scratchFolder } from '../support/scratch-database.ts';
import { account } from '../support/twilio-account.ts';
import { actionOf, post } from '../support/twilio-call.ts';
import { until } from '../support/until.ts';

const engine = { id: 'espeak', fingerprint: 'test' } as const;
const draft = bundledDraft();
const first = createEdition(draft, engine);
const english = draft.words.get('en');
if (!english) throw new Error('The bundled words have no English.');
const prompts = { ...english.prompts, welcome: ['These are other words.'] };
const second = createEdition({ ...draft, words: new Map(draft.words).set('en', { ...english, prompts }) }, engine);

/** A DATA_DIR, and the office's writes to it. */
async function office() {
  const data = await scratchFolder();
  const folder = createEditionFolder(data);
  let number = 0;
  return {
    data,
    folder,
    sounds: join(data, 'sounds'),
    async publish(edition: Edition) {
      await folder.write(toEditionFile(edition));
      number += 1;
      await folder.writePointer({ number, edition: edition.hash });
    },
  };
}

async function line({ data, sounds }: Awaited<ReturnType<typeof office>>) {
  const told: string[] = [];
  const settings = {
    ...readConfig({
      PUBLIC_URL: account.publicUrl,
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authTokens[0],
    }),
    audioCacheFolder: sounds,
    dataFolder: data,
  };
  const log = pino({ level: 'warn' }, { write: (text: string) => void told.push(JSON.parse(text).msg) });
  const opened = await openLine({
    settings,
    log,
    office: officeUnavailable,
    soundsOfOffice: null,
    waitsForSounds: false,
  });
  cleanUp(opened.close);
  return { app: opened.listener, ready: opened.ready, told };
}

/** The words that a call in English hears after the language menu. */
async function chosen(app: Parameters<typeof post>[0], from?: string) {
  return post(app, from ?? actionOf((await post(app, '/twilio/voice')).text), { Digits: '1' });
}

describe('A line without an office', () => {
  test('and without an edition yet lets calls wait for the first one, and sends staff to their office at once', async () => {
    const place = await office();
    const { app } = await line(place);
    const waiting = request(app)
      .post('/twilio/voice')
      .then(({ status }) => status);
    const console = await request(app).get('/console?from=a-bookmark');
    expect([console.status, console.text.includes('The console is unavailable')]).toEqual([503, true]);
    expect((await request(app).get('/healthz')).status).toBe(200);
    await place.publish(first);
    // Refused because it is not signed; before there was an edition there was not even this answer.
    expect(await waiting).toBe(403);
    expect((await post(app, '/twilio/voice')).text).toContain('<Say');
  });

  test('answers from the files that an office has left, and from nothing else', async () => {
    const place = await office();
    await place.publish(first);
    const { app, told } = await line(place);
    const menu = await post(app, '/twilio/voice');
    expect(menu.text).toContain('<Say');
    const topics = await chosen(app, actionOf(menu.text));
    expect(topics.text).toContain('My Number');
    expect((await request(app).get('/readyz')).status).toBe(200);
    const page = await request(app).get('/console');
    expect([page.status, page.headers['retry-after']]).toEqual([503, '5']);
    expect(page.text).toContain('管理画面は今つかえません');
    expect(page.text).toContain('The console is unavailable');
    expect(told).toEqual([]);
  });

  test('says what has no sound, joins it where its sentences have one, and plays it then', async () => {
    const place = await office();
    await place.publish(first);
    const { app } = await line(place);
    const conditions = { now: new Date().toISOString(), dialsUntried: true, mayTransfer: true, disaster: null };
    const shelf = { current: first, find: () => first };
    const menu = takeTurn(shelf, { code: null, turns: 0, input: { kind: 'call-started' }, conditions });
    const { script } = takeTurn(shelf, { ...menu, input: { kind: 'key', key: '1' }, conditions });
    const { key, parts } = script.narration;
    expect((await chosen(app)).text).toContain('<Say');
    expect((await request(app).get(`/audio/${key}.wav`)).status).toBe(404);
    const store = createFileAudioStore(place.sounds);
    const sentence = writeMuLawWav(new Uint8Array(800).fill(0x90));
    for (const part of parts) if (typeof part !== 'number') await store.write(part.key, seal(sentence, part.key));
    const played = await until('the sound', async () => {
      const { text } = await chosen(app);
      return text.includes('<Play') && text;
    });
    expect(played).toContain(`/audio/${key}.wav`);
    const sound = await request(app).get(`/audio/${key}.wav`);
    expect([sound.status, sound.body.length > 800]).toEqual([200, true]);
  });

  test('hears of a publication and goes on with it; a call in progress keeps its words, also after a restart', async () => {
    const place = await office();
    await place.publish(first);
    const before = await line(place);
    const topics = await chosen(before.app);
    await place.publish(second);
    await until('the new edition', async () => (await chosen(before.app)).text.includes('These are other words.'));
    const old = await post(before.app, actionOf(topics.text), { Digits: '9' });
    expect(actionOf(old.text)).toBe(actionOf((await post(before.app, actionOf(topics.text), { Digits: '9' })).text));
    const after = await line(place);
    const again = await post(after.app, actionOf(topics.text), { Digits: '9' });
    expect(again.text).toBe(old.text);
    expect(again.text).not.toContain('These are other words.');
    expect((await chosen(after.app)).text).toContain('These are other words.');
  });

  test('stays on what it has when the next edition is damaged, foreign or gone, and tells it once', async () => {
    const place = await office();
    await place.publish(first);
    const { app, told } = await line(place);
    const pointer = join(place.data, 'editions', 'live');
    await writeFile(pointer, 'garbage');
    await until('the complaint', () => told.length > 0);
    expect((await chosen(app)).text).toContain('My Number');
    await place.folder.writePointer({ number: 9, edition: 'c'.repeat(64) });
    await until('another complaint', () => told.length > 1);
    expect((await chosen(app)).text).toContain('My Number');
    await rm(join(place.data, 'editions'), { recursive: true });
    expect((await chosen(app)).text).toContain('My Number');
    await place.publish(second);
    await until('the new edition', async () => (await chosen(app)).text.includes('These are other words.'));
    expect(new Set(told)).toEqual(new Set(['the live edition cannot be read; callers hear the previous one']));
  });

  test('waits for the first edition, and lets a call that comes too early wait', async () => {
    const place = await office();
    await mkdir(place.data, { recursive: true });
    const { app, ready } = await line(place);
    const early = post(app, '/twilio/voice');
    await place.publish(first);
    await ready;
    expect((await early).text).toContain('<Gather');
  });

  test('says a disaster notice with its moment, and stops when it is switched off', async () => {
    const place = await office();
    await place.publish(first);
    const { app } = await line(place);
    const tags = first.line.languages.map(({ tag }) => tag);
    const { disaster } = first.line;
    const told: DisasterNotice = {
      id: 'n1',
      kind: disaster?.kinds[0] ?? '',
      places: [],
      actions: [],
      at: sampleMoment,
      languages: tags,
    };
    const { id, kind, places, actions, at } = told;
    const on = {
      ...{ id, kind, places: [...places], actions: [...actions], at: at ?? '', languages: tags },
      ...{ since: Date.now(), until: null, confirmedAt: Date.now(), by: { accountId: null, accountName: 'x' } },
    };
    await writeNoticeFile(place.data, toNoticeFile({ revision: 1, on }, first));
    const moment = momentSentences(first, { prompt: 'disaster-time', language: 'en', at: sampleMoment });
    const words = moment.flatMap(({ said }) => said.flatMap((part) => ('text' in part ? [part.text] : [])));
    const warned = await until('the notice', async () => {
      const answer = await chosen(app);
      return words.every((each) => answer.text.includes(each)) && answer;
    });
    expect(warned.text).toContain('one one nine');
    await writeNoticeFile(place.data, { revision: 2, notice: null });
    await until(
      'the end of it',
      async () => !words.every(async (each) => (await chosen(app)).text.includes(each)) || true,
    );
    const calm = await until('an ordinary answer', async () => {
      const answer = await chosen(app);
      return !words.every((each) => answer.text.includes(each)) && answer;
    });
    expect(calm.text).toContain('My Number');
  });
});
