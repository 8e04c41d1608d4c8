import { Writable } from 'node:stream';
import { pino } from 'pino';
import request from 'supertest';
import { afterAll, beforeAll, cleanUp, describe, expect, test } from '#jest';
import { logOptions } from '../../../src/common/log.ts';
import { connectionOverrides } from '../../../src/common/twilio-addresses.ts';
import type { TransferBudget } from '../../../src/line/transfer-budget.ts';
import { longestRespelled } from '../../../src/line/twilio/check-signature.ts';
import {
  isOver,
  isTwilioPath,
  longestBody,
  mostParameters,
  readParameters,
  readTwilioPath,
} from '../../../src/line/twilio/read-webhook.ts';
import { cpuTime } from '../../support/cpu-time.ts';
import { createTestContext } from '../../support/test-context.ts';
import { account, callParameters, sign } from '../../support/twilio-account.ts';
import { actionOf, post } from '../../support/twilio-call.ts';

type Made = Awaited<ReturnType<typeof createTestContext>>;

/** Sends a webhook signed for the given address. */
const sendSigned = (line: Made, path: string, address: string, more: Readonly<Record<string, string>> = {}) => {
  const parameters = { ...callParameters, ...more };
  return request(line.app)
    .post(path)
    .type('form')
    .set('X-Twilio-Signature', sign(address, parameters, account.authTokens[0]))
    .send(new URLSearchParams(parameters).toString());
};

describe('A webhook about a call that is over', () => {
  let line: Made;
  let dial = '';
  let asked = '';
  beforeAll(async () => {
    line = await createTestContext({ isFilled: true });
    const menu = await post(line.app, '/twilio/voice');
    const topics = await post(line.app, actionOf(menu.text), { Digits: '1' });
    asked = actionOf(topics.text);
    dial = actionOf((await post(line.app, asked, { Digits: '0' })).text);
  });
  afterAll(() => line.close());
  const happened: Record<string, string>[] = [{ DialCallStatus: 'canceled', DialBridged: 'false' }, { Digits: '0' }];
  const nothing = '<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>';

  test.each(['completed', 'busy', 'failed', 'no-answer', 'canceled'])(
    '(%s) gets an empty answer that ends it',
    async (CallStatus) => {
      for (const path of [dial, asked, '/twilio/voice', '/twilio/whisper/ko']) {
        for (const more of happened) {
          expect((await post(line.app, path, { ...more, CallStatus })).text).toBe(nothing);
        }
      }
    },
  );

  test.each(['Completed', 'NO-ANSWER'])('(%s) is recognised in capitals, too', async (CallStatus) => {
    expect((await post(line.app, asked, { Digits: '0', CallStatus })).text).toBe(nothing);
  });

  test('is recognised if one of several states says so', () => {
    expect(isOver({ CallStatus: ['in-progress', 'completed'] })).toBe(true);
    expect(isOver({ CallStatus: ['in-progress', 'ringing'] })).toBe(false);
  });

  test('spends no transfer', async () => {
    const { isLeft, spend } = line.budget;
    const spent: string[] = [];
    const counting: TransferBudget = { spend: (id) => void spent.push(id), isLeft: () => true };
    Object.assign(line.budget, counting);
    cleanUp(() => void Object.assign(line.budget, { isLeft, spend }));
    await post(line.app, asked, { Digits: '0', CallStatus: 'completed' });
    expect(spent).toEqual([]);
    expect((await post(line.app, asked, { Digits: '0', CallStatus: 'in-progress' })).text).toContain('<Dial');
    expect(spent).toEqual([`${callParameters.CallSid} ${asked}`]);
  });

  test.each(['queued', 'initiated', 'ringing', 'in-progress', '', 'something-new'])(
    'is different from one with the state “%s”: such a call goes on after a failed transfer',
    async (CallStatus) => {
      const answer = await post(line.app, dial, { DialCallStatus: 'canceled', CallStatus });
      expect(answer.text).toMatch(/<Gather|<Dial/);
    },
  );
});

describe('The configured address is the signed one', () => {
  test.each([
    ['https://Line.Example.JP', ['https://Line.Example.JP', 'https://line.example.jp', 'https://line.example.jp:443']],
    ['https://line.example.jp:443', ['https://line.example.jp:443', 'https://line.example.jp']],
    ['https://言伝.example', ['https://言伝.example', 'https://xn--9oq984l.example']],
    ['https://xn--9oq984l.example', ['https://言伝.example', 'https://xn--9oq984l.example']],
  ])('%s', async (PUBLIC_URL, signed) => {
    const line = await createTestContext({ settings: { PUBLIC_URL } });
    try {
      for (const url of signed) {
        expect((await sendSigned(line, '/twilio/voice', `${url}/twilio/voice`)).status).toBe(200);
      }
      expect((await sendSigned(line, '/twilio/voice', 'https://other.example/twilio/voice')).status).toBe(403);
    } finally {
      await line.close();
    }
  });

  test('with or without the connection overrides behind the #, but with nothing else there', async () => {
    const line = await createTestContext();
    try {
      const path = '/twilio/turn/x?n=1';
      const whole = account.publicUrl + path;
      expect((await sendSigned(line, path, whole)).status).toBe(200);
      expect((await sendSigned(line, path, whole + connectionOverrides)).status).toBe(200);
      expect((await sendSigned(line, path, `${whole}#e=ashburn`)).status).toBe(403);
      expect((await sendSigned(line, '/twilio/turn/x?n=2', whole + connectionOverrides)).status).toBe(403);
    } finally {
      await line.close();
    }
  });
});

describe('Another spelling of the address', () => {
  const otherPort = `${account.publicUrl}:443/twilio/voice`;

  test('is tried for bodies as long as Twilio’s, but not for longer ones, which would take too much time', async () => {
    const line = await createTestContext();
    const filled = (length: number) => {
      const rest = length - new URLSearchParams({ ...callParameters, more: '' }).toString().length;
      return { more: 'x'.repeat(rest) };
    };
    try {
      const path = '/twilio/voice';
      expect((await sendSigned(line, path, otherPort, filled(longestRespelled))).status).toBe(200);
      expect((await sendSigned(line, path, otherPort, filled(longestRespelled + 1))).status).toBe(403);
      expect((await sendSigned(line, path, account.publicUrl + path, filled(longestBody))).status).toBe(200);
    } finally {
      await line.close();
    }
  });
});

describe('The path of a webhook', () => {
  test.each(['/twilio/voice', '//twilio/voice', '/Twilio/Voice', '/twilio//voice/', '///TWILIO//VOICE//?x=1'])(
    '%s begins a call',
    (path) => {
      expect([isTwilioPath(path), readTwilioPath(path)?.what]).toEqual([true, 'voice']);
    },
  );

  test('keeps capital letters in a state and in a language', () => {
    expect(readTwilioPath('//Twilio//Turn/aBc-_?n=3')).toEqual({ what: 'turn', of: 'aBc-_', query: 'n=3' });
    expect(readTwilioPath('/twilio/whisper/zh-Hant')).toEqual({ what: 'whisper', of: 'zh-Hant', query: '' });
  });

  test.each(['/twiliox/voice', '/a/twilio/voice', '/', '/voice'])('%s is not one', (path) => {
    expect(isTwilioPath(path)).toBe(false);
  });

  test('with sixteen thousand slashes is read with little work', () => {
    const began = cpuTime();
    for (let round = 0; round < 20; round += 1) readTwilioPath(`/twilio/voice${'/'.repeat(16_000)}x/y`);
    expect(cpuTime() - began).toBeLessThan(200);
  });

  test('is recognised in all these spellings by the whole line: signed, each of them begins a call', async () => {
    const line = await createTestContext();
    try {
      for (const path of ['//twilio/voice', '/Twilio/Voice', '/twilio//voice/']) {
        const answer = await sendSigned(line, path, account.publicUrl + path);
        expect([answer.status, answer.text.includes('<Gather')]).toEqual([200, true]);
      }
    } finally {
      await line.close();
    }
  });
});

describe('Parameters', () => {
  const form = (count: number) => Array.from({ length: count }, (_, number) => `p${number}=1`).join('&');

  test('are read up to the maximum number, and refused beyond it', () => {
    expect(Object.keys(readParameters(form(mostParameters)) ?? {})).toHaveLength(mostParameters);
    expect(readParameters(form(mostParameters + 1))).toBeNull();
    expect(readParameters('&'.repeat(mostParameters))).toBeNull();
  });

  test('may have the names of properties that every object has', () => {
    const read = readParameters('__proto__=1&constructor=2&toString=3&__proto__=4');
    expect(Object.entries(read ?? {})).toEqual([
      ['__proto__', ['1', '4']],
      ['constructor', '2'],
      ['toString', '3'],
    ]);
  });
});

describe('The log', () => {
  const withLog = async () => {
    const lines: Record<string, unknown>[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        lines.push(JSON.parse(String(chunk)));
        done();
      },
    });
    const line = await createTestContext({ log: pino({ level: 'info', ...logOptions }, stream) });
    return { line, lines };
  };

  test('is not filled by unsigned webhooks', async () => {
    const { line, lines } = await withLog();
    try {
      for (let count = 0; count < 50; count += 1) await request(line.app).post('/twilio/voice').expect(403);
      expect(lines).toMatchObject([{ msg: 'webhooks were refused', refused: { 'not our account': 1 } }]);
    } finally {
      await line.close();
    }
  });

  test('mentions a webhook to an unknown address, and is not filled by many of them', async () => {
    const { line, lines } = await withLog();
    try {
      await request(line.app).post('/voice/twilio').expect(404);
      for (let count = 0; count < 50; count += 1) await request(line.app).post(`/x/Twilio/${count}`).expect(404);
      await request(line.app).post('/somewhere/else').expect(404);
      expect(lines).toMatchObject([{ paths: { '/voice/twilio': 1 } }]);
    } finally {
      await line.close();
    }
  });

  test.each([
    ['/line/twilio/%2B815000000001/?From=%2B815000000001', '/line/twilio/…/'],
    ['/line/twilio/81/5/00/0000/001', '/line/twilio/…/…/…/…/…'],
    ['/twilio-line/8-1.5_0/0', '/twilio-line/…-….…_…/…'],
  ])('contains no digit of such an address: %s', async (path, logged) => {
    const { line, lines } = await withLog();
    try {
      await request(line.app).post(path).expect(404);
      expect(lines).toMatchObject([{ paths: { [logged]: 1 } }]);
    } finally {
      await line.close();
    }
  });
});
