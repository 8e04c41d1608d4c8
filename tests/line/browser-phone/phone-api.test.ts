import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from '#jest';
import { pageWords } from '../../../src/line/pages/page-words.ts';
import { commandLine } from '../../../src/office/staff/desk/actor.ts';
import { bundledDraft } from '../../support/bundled.ts';
import { createTestContext } from '../../support/test-context.ts';
import { account } from '../../support/twilio-account.ts';
import { post } from '../../support/twilio-call.ts';

let line: Awaited<ReturnType<typeof createTestContext>>;
beforeAll(async () => {
  line = await createTestContext();
});
afterAll(() => line.close());

const callCentre = String(bundledDraft().line.facts.callCentreNumber?.value);
const call = (body: object = {}) => request(line.app).post('/phone/calls').send(body);
const turn = (body: object) => request(line.app).post('/phone/turn').send(body);
type Sentence = { prompt: string; language: string; parts: { text: string; reading?: string }[] };
const textOf = (sentences: Sentence[]) =>
  sentences.map(({ parts }) => parts.map(({ text }) => text).join('')).join(' ');

describe('The browser phone', () => {
  test('begins a call with the language menu, readings for kanji, and the very file that Twilio would play', async () => {
    const { status, body } = await call();
    expect(status).toBe(200);
    expect(body.sentences[0]).toEqual({
      prompt: 'greeting',
      language: 'ja',
      parts: [{ text: '熊本県', reading: 'くまもとけん' }, { text: 'です。' }],
      key: null,
    });
    expect(body).toMatchObject({
      count: 1,
      language: null,
      demonstrationVoice: true,
      next: { do: 'wait-for-key', seconds: 4 },
    });
    const sound = await request(line.app).get(body.audio);
    expect([sound.status, sound.headers['content-type']]).toEqual([200, 'audio/wav']);
    const twilio = await post(line.app, '/twilio/voice');
    expect(twilio.text).toContain(`<Play>${account.publicUrl}${body.audio}</Play>`);
  });

  test('continues a call after keys, silence and the end of a transfer', async () => {
    const menu = await call();
    const topics = await turn({ state: menu.body.state, count: 1, input: { kind: 'key', key: '6' } });
    expect(topics.body.language).toBe('pt');
    const silent = await turn({ state: topics.body.state, count: 2, input: { kind: 'silence' } });
    expect(silent.body.sentences[0].language).toBe('pt');
    const dial = await turn({ state: topics.body.state, count: 2, input: { kind: 'key', key: '0' } });
    expect(dial.body.next).toMatchObject({ do: 'dial', destination: 'call-centre', language: 'pt' });
    expect(dial.body.next.names).toEqual([
      { language: 'pt', parts: [{ text: 'Central de atendimento do governo do Japão' }] },
    ]);
    expect(dial.body.next.told).toEqual({ text: callCentre, dial: callCentre.replaceAll('-', '') });
    expect(dial.body.next.charged).toEqual([{ language: 'pt', parts: [{ text: pageWords.get('pt')?.charged }] }]);
    const hours = dial.body.next.hours.map(({ parts }: { parts: { text: string }[] }) =>
      parts.map(({ text }) => text).join(''),
    );
    expect(hours.join(' ')).toMatch(/das 9:30 às 17:30/);
    const end = await turn({ state: dial.body.state, count: 3, input: { kind: 'dial-ended', outcome: 'answered' } });
    expect(end.body.next).toEqual({ do: 'hang-up' });
  });

  test('names a destination in Japanese and English before a language is chosen', async () => {
    const menu = await call();
    const { body } = await turn({ state: menu.body.state, count: 1, input: { kind: 'key', key: '0' } });
    for (const both of [body.next.names, body.next.charged])
      expect(both.map(({ language }: { language: string }) => language)).toEqual(['ja', 'en']);
    expect(body.next.told.text).toBe(callCentre);
  });

  test('says at the beginning of a call what key 0 does', async () => {
    const at = '2026-12-31T00:00';
    expect((await call({ language: 'ko' })).body.zero).toBe('person');
    expect((await call({ language: 'ko', at })).body.zero).toBe('number');
    expect((await call({ at })).body.zero).toBe('number');
    const form = { kind: 'tsunami', places: [], actions: ['high-place'], at: '2026-11-24T09:30', until: '' };
    await line.disaster.desk.switchOn(commandLine, 'on', form);
    expect((await call({ language: 'ko' })).body.zero).toBe('emergency');
    await line.disaster.desk.switchOff(commandLine, 'on');
  });

  test('can simulate another time: the call centre is closed on New Year’s Eve', async () => {
    const at = '2026-12-31T00:00';
    const menu = await call({ at });
    const topics = await turn({ state: menu.body.state, count: 1, input: { kind: 'key', key: '1' }, at });
    const closed = await turn({ state: topics.body.state, count: 2, input: { kind: 'key', key: '0' }, at });
    expect(closed.body.next.do).toBe('wait-for-key');
    expect(textOf(closed.body.sentences)).toContain('Nobody can answer');
    const hours = await turn({ state: closed.body.state, count: 3, input: { kind: 'silence' }, at });
    expect(textOf(hours.body.sentences)).toContain('Monday to Friday');
  });

  test.each([
    ['no input', { state: 'x', count: 1 }, /input/],
    ['an unknown key', { state: 'x', count: 1, input: { kind: 'key', key: 'A' } }, /input\.key/],
    ['an unknown field', { state: 'x', count: 1, input: { kind: 'silence' }, from: '+815000000001' }, /from/],
    [
      'a day that does not exist',
      { state: 'x', count: 1, input: { kind: 'silence' }, at: '2026-02-30T10:00' },
      /no such day/,
    ],
    ['an invalid time', { state: 'x', count: 1, input: { kind: 'silence' }, at: 'tomorrow' }, /2026-11-24T10:00/],
    ['several mistakes at once', { state: 7, count: -1, input: { kind: 'sing' } }, /state[\s\S]*count[\s\S]*input/],
    ['a very long state', { state: 'x'.repeat(2000), count: 1, input: { kind: 'silence' } }, /state/],
  ])('answers 400 with a sentence for %s', async (_what, body, problem) => {
    const answer = await turn(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(problem);
  });

  test('answers an unreadable state with the language menu', async () => {
    const answer = await turn({ state: '!!', count: 5, input: { kind: 'key', key: '1' } });
    expect([answer.status, answer.body.language]).toEqual([200, null]);
  });

  test.each([
    ['broken JSON', 'application/json', '{"state":', 400],
    ['a body of one megabyte', 'application/json', `{"state":"${'x'.repeat(1_000_000)}"}`, 413],
    ['a form', 'application/x-www-form-urlencoded', 'state=x', 400],
  ])('%s is refused in one sentence', async (_what, type, body, status) => {
    const answer = await request(line.app).post('/phone/turn').set('Content-Type', type).send(body);
    expect([answer.status, typeof answer.body.error]).toEqual([status, 'string']);
  });

  test('is limited per address', async () => {
    const limited = await createTestContext();
    try {
      const statuses: number[] = [];
      for (let sent = 0; sent < 245; sent += 1)
        statuses.push((await request(limited.app).post('/phone/calls').send({})).status);
      expect(statuses.slice(0, 240).every((status) => status === 200)).toBe(true);
      expect(statuses.at(-1)).toBe(429);
    } finally {
      await limited.close();
    }
  });

  test('does not exist when it is switched off', async () => {
    const without = await createTestContext({ config: { hasPhonePage: false } });
    try {
      expect((await request(without.app).get('/phone')).status).toBe(404);
      expect((await request(without.app).post('/phone/calls').send({})).status).toBe(404);
    } finally {
      await without.close();
    }
  });

  test('has a page that allows no inline scripts', async () => {
    const { status, headers, text } = await request(line.app).get('/phone');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(text).not.toMatch(/<script(?![^>]*src=)|style="|onclick=/);
  });
});

describe('Sounds', () => {
  test('are made again if their file was deleted while the server ran', async () => {
    const { body } = await call();
    await request(line.app).get(body.audio).expect(200);
    const key = body.audio.slice(7, 71);
    const { rm } = await import('node:fs/promises');
    await rm(`${line.config.audioCacheFolder}/${key.slice(0, 2)}/${key}.wav`);
    const again = await request(line.app).get(body.audio);
    expect([again.status, again.headers['content-type']]).toEqual([200, 'audio/wav']);
  });

  test.each([
    '/audio/nothing.wav',
    `/audio/${'0'.repeat(64)}.wav`,
    '/audio/..%2F..%2Fpackage.json',
    `/audio/${'0'.repeat(64)}`,
  ])('%s is 404', async (path) => {
    const { status, headers } = await request(line.app).get(path);
    expect([status, headers.etag]).toEqual([404, undefined]);
  });
});

test('/healthz answers 200 from the beginning, and /readyz only once the line is ready', async () => {
  expect((await request(line.app).get('/healthz')).status).toBe(200);
  expect((await request(line.app).get('/readyz')).status).toBe(503);
  line.readiness.isReady = true;
  expect((await request(line.app).get('/readyz')).status).toBe(200);
});
