import { mkdir, rm, writeFile } from 'node:fs/promises';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { join } from 'node:path';
import request from 'supertest';
import { describe, expect, test } from '#jest';
import type { DisasterNotice } from '../../src/call/disaster.ts';
import { readCallCounts } from '../../src/edition/call-counts-file.ts';
import { writeNoticeFile } from '../../src/edition/notice-file.ts';
import { toNoticeFile } from '../../src/office/disaster/write-notice.ts';
import { momentSentences } from '../../src/office/editions/to-edition-file.ts';
import { createFileAudioStore } from '../../src/sound/file-audio-store.ts';
import { seal } from '../../src/sound/seal.ts';
import { writeMuLawWav } from '../../src/sound/wav.ts';
import { sampleMoment } from '../../src/words/moment-facts.ts';
import { bundledDraft } from '../support/bundled.ts';
import { chosen, lineOn, narrationChosen, officeFiles, twoEditions } from '../support/line-on-files.ts';
import { actionOf, post } from '../support/twilio-call.ts';
import { until } from '../support/until.ts';

const { first, second } = twoEditions(bundledDraft());

describe('A line without an office', () => {
  test('and without an edition lets calls wait for the first one, and tells staff at once that the console is unavailable', async () => {
    const place = await officeFiles();
    const { app } = await lineOn(place);
    const waiting = request(app)
      .post('/twilio/voice')
      .then(({ status }) => status);
    const console = await request(app).get('/console?from=a-bookmark');
    expect([console.status, console.text.includes('The console is unavailable')]).toEqual([503, true]);
    expect((await request(app).get('/healthz')).status).toBe(200);
    await place.publish(first);
    // It is refused because it is not signed. Without an edition, it would not even get this answer yet.
    expect(await waiting).toBe(403);
    expect((await post(app, '/twilio/voice')).text).toContain('<Say');
  });

  test('answers from the files that an office has left', async () => {
    const place = await officeFiles();
    await place.publish(first);
    const { app, told } = await lineOn(place);
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

  test('says a narration without a sound by `<Say>`; once its sentences have sounds, joins and plays them', async () => {
    const place = await officeFiles();
    await place.publish(first);
    const { app } = await lineOn(place);
    const { key, parts } = narrationChosen(first);
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

  test('plays the sounds of a new edition to its first caller', async () => {
    const place = await officeFiles();
    await place.publish(first);
    const { app } = await lineOn(place);
    expect((await chosen(app)).text).toContain('<Say');
    const { key } = narrationChosen(second);
    // The office makes all sounds before an edition goes live.
    const sound = seal(writeMuLawWav(new Uint8Array(800).fill(0x90)), key);
    await createFileAudioStore(place.sounds).write(key, sound);
    await place.publish(second);
    const heard = await until('the new edition', async () => {
      const { text } = await chosen(app);
      return text.includes('These are other words.') || text.includes(key) ? text : false;
    });
    expect(heard).toContain(`/audio/${key}.wav`);
  });

  test('uses a new edition for new calls; a call in progress keeps its edition, also after a restart', async () => {
    const place = await officeFiles();
    await place.publish(first);
    const before = await lineOn(place);
    const topics = await chosen(before.app);
    await place.publish(second);
    await until('the new edition', async () => (await chosen(before.app)).text.includes('These are other words.'));
    const old = await post(before.app, actionOf(topics.text), { Digits: '9' });
    expect(actionOf(old.text)).toBe(actionOf((await post(before.app, actionOf(topics.text), { Digits: '9' })).text));
    const after = await lineOn(place);
    const again = await post(after.app, actionOf(topics.text), { Digits: '9' });
    expect(again.text).toBe(old.text);
    expect(again.text).not.toContain('These are other words.');
    expect((await chosen(after.app)).text).toContain('These are other words.');
  });

  test('keeps its edition if the next one is damaged, unknown or gone, and logs the first two once each', async () => {
    const place = await officeFiles();
    await place.publish(first);
    const { app, told } = await lineOn(place);
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
    const unread = 'the live edition cannot be read; callers hear the previous one';
    expect(told).toEqual([unread, unread]);
  });

  test('works beside another line on the same files; the counts are those of the line that wrote last', async () => {
    const place = await officeFiles();
    await place.publish(first);
    const lines = [await lineOn(place), await lineOn(place)] as const;
    const [one, other] = lines;
    const menu = await post(one.app, '/twilio/voice');
    const topics = await chosen(other.app, actionOf(menu.text));
    expect(topics.text).toBe((await chosen(one.app, actionOf(menu.text))).text);
    for (const [index, { app }] of lines.entries()) {
      for (let ended = 0; ended <= index; ended += 1) await post(app, '/twilio/status', { CallStatus: 'completed' });
    }
    for (const [index, { close }] of lines.entries()) {
      await close();
      expect((await readCallCounts(place.data))?.counts['call completed']).toBe(index + 1);
    }
    expect([one.told, other.told]).toEqual([[], []]);
  });

  test('waits for the first edition, and lets a call that comes too early wait', async () => {
    const place = await officeFiles();
    await mkdir(place.data, { recursive: true });
    const { app, ready } = await lineOn(place);
    const early = post(app, '/twilio/voice');
    await place.publish(first);
    await ready;
    expect((await early).text).toContain('<Gather');
  });

  test('does not answer a request again that has waited too long for the first edition', async () => {
    const place = await officeFiles();
    const { app, ready, told } = await lineOn(place, { patience: 10 });
    // Without a connection, the response is never closed.
    const response = new ServerResponse(Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url: '/' }));
    app(response.req, response);
    await until('the answer', () => response.writableEnded);
    await place.publish(first);
    await ready;
    expect((await post(app, '/twilio/voice')).text).toContain('<Gather');
    expect([response.statusCode, told]).toEqual([503, []]);
  });

  test('says a disaster notice with its date and time, and stops when it is switched off', async () => {
    const place = await officeFiles();
    await place.publish(first);
    const { app } = await lineOn(place);
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
    const calm = await until('an ordinary answer', async () => {
      const answer = await chosen(app);
      return !words.every((each) => answer.text.includes(each)) && answer;
    });
    expect(calm.text).toContain('My Number');
  });
});
