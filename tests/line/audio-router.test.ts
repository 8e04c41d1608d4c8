import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, deepTest, describe, expect, jest, test } from '#jest';
import { prepareAudio } from '../../src/office/editions/prepare-audio.ts';
import { createFileAudioStore } from '../../src/sound/file-audio-store.ts';
import { createTestContext } from '../support/test-context.ts';
import { post } from '../support/twilio-call.ts';

let line: Awaited<ReturnType<typeof createTestContext>>;
let address = '';
beforeAll(async () => {
  line = await createTestContext();
  const { body } = await request(line.app).post('/phone/calls').send({});
  address = body.audio;
  await request(line.app).get(address).expect(200);
});
afterAll(() => line.close());
const files = () => readdir(line.config.audioCacheFolder, { recursive: true });

describe('An unusual request for a recording', () => {
  test.each([
    ['for a part after its end', { Range: 'bytes=999999999-' }, 416],
    ['on condition that it is a different one', { 'If-Match': '"x"' }, 412],
  ])('%s is refused with the right status, and nothing is deleted', async (_what, headers, status) => {
    const before = await files();
    const answer = await request(line.app).get(address).set(headers);
    expect([answer.status, answer.headers['cache-control']]).toEqual([status, undefined]);
    expect(await files()).toEqual(before);
    await request(line.app).get(address).expect(200);
  });

  test('is refused without permission to cache the refusal', async () => {
    const { status, headers } = await request(line.app).get(`/audio/${'0'.repeat(64)}.wav`);
    expect([status, headers['cache-control']]).toEqual([404, undefined]);
  });
});

test('a narration that the preparation of an edition has not reached yet is made when it is requested', async () => {
  const { narration } = line.shelf.current.script([{ prompt: 'emergency', language: 'pt' }], true);
  expect((await request(line.app).get(`/audio/${narration.key}.wav`)).status).toBe(404);
  const stop = new AbortController();
  const last = [...line.shelf.current.line.topics].at(-1)?.parts[0] ?? '';
  const { narration: needed } = line.shelf.current.script(
    [
      { prompt: last, language: 'pt' },
      { prompt: 'again', language: 'pt', key: '9' },
      { prompt: 'slower', language: 'pt', key: '8' },
      { prompt: 'back-to-topics', language: 'pt', key: '7' },
      { prompt: 'person', language: 'pt', key: '0' },
    ],
    false,
  );
  const preparing = prepareAudio(line.shelf.current, line.narrator, () => stop.abort(), stop.signal);
  await preparing;
  expect((await request(line.app).get(`/audio/${needed.key}.wav`)).status).toBe(200);
}, 60_000);

test('a leftover that cannot be deleted does no harm', async () => {
  const folder = line.config.audioCacheFolder;
  const stuck = join(folder, 'ab', `${'a'.repeat(64)}.wav.1`);
  await mkdir(stuck, { recursive: true });
  await writeFile(join(stuck, 'inside'), '');
  await writeFile(join(folder, 'ab', 'song.wav.txt'), 'somebody else’s');
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  try {
    await createFileAudioStore(folder).keys();
    jest.advanceTimersByTime(10_000);
  } finally {
    jest.useRealTimers();
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await readdir(join(folder, 'ab'))).toEqual(
    expect.arrayContaining([`${'a'.repeat(64)}.wav.1`, 'song.wav.txt']),
  );
  await rm(stuck, { recursive: true });
});

describe('A recording whose file cannot be read', () => {
  test('is made again within the request that finds this out', async () => {
    const path = join(line.config.audioCacheFolder, address.slice(7, 9), address.slice(7));
    await rm(path);
    await mkdir(join(path, 'inside'), { recursive: true });
    const { status, headers, body } = await request(line.app).get(address);
    expect([status, headers['content-type'], body.subarray(0, 4).toString('latin1')]).toEqual([
      200,
      'audio/wav',
      'RIFF',
    ]);
  });

  deepTest('is no longer played on the telephone if it cannot be made again', async () => {
    const twilio = await createTestContext({ isFilled: true });
    try {
      const menu = await post(twilio.app, '/twilio/voice');
      const played = /<Play>[^<]*(\/audio\/([0-9a-f]{2})[^<]*)<\/Play>/.exec(menu.text);
      const path = join(twilio.config.audioCacheFolder, played?.[2] ?? '', (played?.[1] ?? '').slice(7));
      await rm(path);
      await mkdir(path);
      await request(twilio.app)
        .get(played?.[1] ?? '')
        .expect(200)
        .expect('Content-Type', 'audio/wav');
      await rm(path);
      await mkdir(path);
      const works = twilio.engine.synthesize;
      twilio.engine.synthesize = async () => {
        throw new Error('no voice now');
      };
      await rm(twilio.config.audioCacheFolder, { recursive: true });
      await request(twilio.app)
        .get(played?.[1] ?? '')
        .expect(404);
      twilio.engine.synthesize = works;
      twilio.now = new Date(Date.parse(twilio.now) + 1000).toISOString();
      expect((await post(twilio.app, '/twilio/voice')).text).toContain('<Say');
    } finally {
      await twilio.close();
    }
  });

  test('every response forbids browsers to guess its type', async () => {
    for (const path of [
      address,
      '/audio/x',
      '/nothing',
      '/healthz',
      '/readyz',
      '/twilio/voice',
      '/phone',
      '/console',
      '/%',
    ]) {
      const { headers } = await request(line.app).get(path);
      expect([path, headers['x-content-type-options']]).toEqual([path, 'nosniff']);
    }
  });
});
