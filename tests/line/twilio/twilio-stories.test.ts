import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from '#jest';
import { moments } from '../../support/moments.ts';
import { createTestContext } from '../../support/test-context.ts';
import { account, callParameters, sign } from '../../support/twilio-account.ts';
import { actionOf, post } from '../../support/twilio-call.ts';
import { elementsNamed, textOf } from '../../support/xml-tree.ts';

type Made = Awaited<ReturnType<typeof createTestContext>>;

describe('A call over Twilio', () => {
  let line: Made;
  beforeAll(async () => {
    line = await createTestContext({ isFilled: true });
  }, 120_000);
  afterAll(() => line.close());

  const press = async (twiml: string, more: Record<string, string>) => post(line.app, actionOf(twiml), more);

  test('goes from the menu through an explanation to the call centre and ends', async () => {
    const menu = await post(line.app, '/twilio/voice', { CallStatus: 'ringing' });
    expect(menu.text).toMatch(
      /<Gather [^>]*timeout="4"[^>]*><Play>https:\/\/line\.example\.jp\/audio\/[0-9a-f]{64}\.wav<\/Play>/,
    );
    const topics = await press(menu.text, { Digits: '4' });
    expect(topics.text).toContain('timeout="7"');
    const explanation = await press(topics.text, { Digits: '2' });
    expect(explanation.text).toContain('timeout="10"');
    const dial = await press(explanation.text, { Digits: '0' });
    expect(dial.text).toContain('callerId="+815000000002"');
    expect(dial.text).toContain('timeLimit="1800"');
    expect(dial.text).toContain('url="https://line.example.jp/twilio/whisper/ko#e=tokyo&amp;');
    const end = await press(dial.text, { DialCallStatus: 'completed', DialBridged: 'true', DialCallDuration: '63' });
    expect(end.text).toMatch(/<Play>[^<]+<\/Play><Hangup\/><\/Response>$/);
  });

  test('plays what the browser can fetch under the same address', async () => {
    const menu = await post(line.app, '/twilio/voice');
    const path = /https:\/\/line\.example\.jp(\/audio\/[^<]+)/.exec(menu.text)?.[1] ?? '';
    const sound = await request(line.app).get(path);
    expect(sound.status).toBe(200);
    expect(sound.headers['content-type']).toBe('audio/wav');
    expect(sound.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(sound.headers.etag).toBe(`"${path.slice(7, 71)}"`);
    expect(sound.body.subarray(0, 4).toString('latin1')).toBe('RIFF');
    const head = await request(line.app).head(path);
    expect([head.status, head.headers['content-length']]).toEqual([200, String(sound.body.length)]);
    const range = await request(line.app).get(path).set('Range', 'bytes=0-99');
    expect([range.status, range.body.length]).toEqual([206, 100]);
    const same = await request(line.app)
      .get(path)
      .set('If-None-Match', sound.headers.etag ?? '');
    expect(same.status).toBe(304);
  });

  test('that Twilio made for a drill puts nobody through, because the number called is not the line’s', async () => {
    const drill = { Direction: 'outbound-api', From: '+815000000002', To: '+815000000077' };
    const menu = await post(line.app, '/twilio/voice', drill);
    const topics = await press(menu.text, { ...drill, Digits: '4' });
    const answer = await press(topics.text, { ...drill, Digits: '0' });
    expect([answer.text.includes('<Dial'), answer.text.includes('<Play>')]).toEqual([false, true]);
  });

  test.each([
    ['completed', 'true', 'ended'],
    ['completed', 'false', 'number'],
    ['busy', 'false', 'number'],
    ['no-answer', '', 'number'],
    ['failed', '', 'number'],
    ['canceled', '', 'number'],
    ['something-new', '', 'number'],
  ])('after a dial that ends as %s, bridged “%s”, goes to the screen “%s”', async (status, bridged, screen) => {
    const menu = await post(line.app, '/twilio/voice');
    const topics = await press(menu.text, { Digits: '1' });
    const dial = await press(topics.text, { Digits: '0' });
    const after = await press(dial.text, { DialCallStatus: status, ...(bridged && { DialBridged: bridged }) });
    expect(/<Hangup/.test(after.text) ? 'ended' : 'number').toBe(screen);
  });

  test('tells Twilio in every address to connect from Tokyo and to retry; signatures are valid without that part', async () => {
    const menu = await post(line.app, '/twilio/voice');
    const addresses = [...menu.text.matchAll(/action="([^"]+)"|<Redirect[^>]*>([^<]+)</g)].map(
      ([, a, b]) => a ?? b ?? '',
    );
    expect(addresses).toHaveLength(2);
    for (const address of addresses)
      expect(address).toMatch(/\?n=1#e=tokyo&amp;ct=1500&amp;rt=4000&amp;tt=12000&amp;rc=2&amp;rp=ct,rt,5xx$/);
    expect((await press(menu.text, { Digits: '1' })).status).toBe(200);
  });

  test('treats empty Digits and missing Digits as silence', async () => {
    const menu = await post(line.app, '/twilio/voice');
    const empty = await press(menu.text, { Digits: '' });
    expect((await press(menu.text, {})).text).toBe(empty.text);
    expect(empty.text).not.toBe(menu.text);
  });

  test('ignores all digits after the first', async () => {
    const menu = await post(line.app, '/twilio/voice');
    const one = await press(menu.text, { Digits: '1' });
    expect((await press(menu.text, { Digits: '123456789012' })).text).toBe(one.text);
  });

  test('gives the same answer to the same webhook, byte for byte', async () => {
    const menu = await post(line.app, '/twilio/voice');
    const first = await press(menu.text, { Digits: '6' });
    expect((await press(menu.text, { Digits: '6' })).text).toBe(first.text);
  });

  test('gets answers with status 200 and type text/xml, without caching and without an ETag', async () => {
    const { status, headers } = await post(line.app, '/twilio/voice');
    expect([status, headers['content-type'], headers['cache-control'], headers.etag]).toEqual([
      200,
      'text/xml; charset=utf-8',
      'no-store',
      undefined,
    ]);
  });

  test.each(['garbage', 'WzFd', '%E3%81%82', '..', 'a'.repeat(3000)])(
    'with an unreadable state (%s) goes to the language menu',
    async (code) => {
      const answer = await post(line.app, `/twilio/turn/${code === '..' ? '%2E%2E' : code}?n=3`, { Digits: '1' });
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('timeout="4"');
    },
  );

  test('on an edition that no longer exists continues on the current one', async () => {
    const state = Buffer.from(JSON.stringify([4, 'gone', 0, 0, 0, 'topics', 'es', 0])).toString('base64url');
    const answer = await post(line.app, `/twilio/turn/${state}?n=1`, { Digits: '3' });
    expect(answer.text).toContain('timeout="10"');
    const next = Buffer.from(/turn\/([^?]+)/.exec(answer.text)?.[1] ?? '', 'base64url').toString();
    expect(next).toContain(`"${line.shelf.current.id}"`);
  });

  test('has a whisper for the agent before a transfer; for an unknown language, the general one', async () => {
    const played = async (language: string) => {
      const { text } = await post(line.app, `/twilio/whisper/${language}`);
      return /^<\?xml [^>]*\?><Response><Play>[^<]+\/audio\/([0-9a-f]{64})\.wav<\/Play><\/Response>$/.exec(text)?.[1];
    };
    const { current } = line.shelf;
    const [portuguese, general] = [current.whisper('pt').narration.key, current.whisper(null).narration.key];
    expect(portuguese).not.toBe(general);
    expect([await played('pt'), await played('nobody'), await played('any')]).toEqual([portuguese, general, general]);
  });

  test('has a status callback that gets an empty answer', async () => {
    const answer = await post(line.app, '/twilio/status', { CallStatus: 'completed', CallDuration: '60' });
    expect([answer.status, answer.text]).toEqual([204, '']);
  });
});

/** What Twilio's voice says. */
const saidIn = (twiml: string): string =>
  elementsNamed(twiml.replaceAll(/ *<break[^>]*> */g, ' '), 'Say')
    .map(textOf)
    .join(' ');
/** The number of the call centre, as the voice says it. */
const callCentre = {
  en: 'zero five seven zero two zero zero two nine one',
  es: 'cero cinco siete cero dos cero cero dos nueve uno',
};

describe('A line whose audio is missing', () => {
  let line: Made;
  beforeAll(async () => {
    line = await createTestContext();
  });
  afterAll(() => line.close());

  test('says the texts by `<Say>`, in the right voices', async () => {
    const menu = await post(line.app, '/twilio/voice');
    const says = elementsNamed(menu.text, 'Say').map(({ attributes }) => attributes.get('language'));
    expect(says).toEqual(['ja-JP', 'en-US', 'cmn-CN', 'cmn-TW', 'ko-KR', 'es-US', 'pt-BR', 'ja-JP', 'ja-JP', 'en-US']);
    expect(menu.text).toContain('<sub alias="くまもとけん">熊本県</sub>です。</Say>');
    const topics = await post(line.app, actionOf(menu.text), { Digits: '6' });
    expect(topics.text).toContain(
      '<Say voice="Google.pt-BR-Neural2-A" language="pt-BR">Por favor, não fale nem digite o seu My Number.</Say>',
    );
    expect(topics.text).not.toContain('{{');
  });

  test('names the caller’s language in the whisper, and none if it is unknown', async () => {
    const whisper = async (language: string) => saidIn((await post(line.app, `/twilio/whisper/${language}`)).text);
    expect(await whisper('pt')).toContain('ポルトガル語');
    expect(await whisper('nobody')).not.toBe('');
    expect(await whisper('nobody')).not.toContain('ポルトガル語');
  });

  test('says the number to call and the emergency numbers, and hangs up, after eighty turns', async () => {
    const state = Buffer.from(JSON.stringify([4, line.shelf.current.id, 0, 0, 0, 'topics', 'en', 0])).toString(
      'base64url',
    );
    const last = await post(line.app, `/twilio/turn/${state}?n=79`, { Digits: '9' });
    expect(last.text).not.toContain('<Hangup/>');
    const answer = await post(line.app, `/twilio/turn/${state}?n=80`, { Digits: '9' });
    expect(answer.text).toMatch(/<Hangup\/><\/Response>$/);
    const said = saidIn(answer.text);
    expect(said).toContain('This call has become very long.');
    expect(said).toContain(callCentre.en);
    expect(said).toContain('one one nine');
  });

  test('says the number to call instead of dialling if there is no number of the line to show as caller id', async () => {
    for (const To of ['anonymous', '', '05000000002']) {
      const menu = await post(line.app, '/twilio/voice', { To });
      const topics = await post(line.app, actionOf(menu.text), { Digits: '1', To });
      const { text } = await post(line.app, actionOf(topics.text), { Digits: '0', To });
      expect(text).not.toContain('<Dial');
      expect(saidIn(text)).toContain(callCentre.en);
    }
  });

  test('says the number to call instead of dialling at night, and waits for a key', async () => {
    line.now = moments.night;
    try {
      const menu = await post(line.app, '/twilio/voice');
      const topics = await post(line.app, actionOf(menu.text), { Digits: '5' });
      const closed = await post(line.app, actionOf(topics.text), { Digits: '0' });
      expect(closed.text).not.toContain('<Dial');
      expect(closed.text).toContain('timeout="10"');
      expect(saidIn(closed.text)).toContain('En este momento nadie puede atender su llamada.');
      expect(saidIn(closed.text)).toContain(callCentre.es);
    } finally {
      line.now = moments.open;
    }
  });
});

describe('A line that breaks', () => {
  let line: Made;
  beforeAll(async () => {
    line = await createTestContext();
  });
  afterAll(() => line.close());

  test('says so in the caller’s language, with the number to call, and hangs up', async () => {
    const menu = await post(line.app, '/twilio/voice');
    const topics = await post(line.app, actionOf(menu.text), { Digits: '5' });
    const { narrator } = line;
    const works = narrator.ready;
    Object.assign(narrator, {
      ready: {
        has: () => {
          throw new Error('the memory is gone');
        },
      },
    });
    try {
      const spanish = await post(line.app, actionOf(topics.text), { Digits: '2' });
      expect(spanish.status).toBe(200);
      expect(spanish.text).toContain('Lo siento. Esta línea no funciona en este momento.');
      expect(spanish.text).toContain('cero');
      expect(spanish.text).not.toMatch(/I am sorry|the memory is gone/);
      expect(spanish.text).toMatch(/<Hangup\/><\/Response>$/);
      const anybody = await post(line.app, '/twilio/voice');
      expect(anybody.text).toMatch(/すみません[\s\S]*I am sorry/);
    } finally {
      Object.assign(narrator, { ready: works });
    }
  });
});

describe('Transfers', () => {
  test('are limited per hour; beyond the limit, the number to call is said', async () => {
    const line = await createTestContext();
    try {
      const menu = await post(line.app, '/twilio/voice');
      const topics = await post(line.app, actionOf(menu.text), { Digits: '1' });
      let calls = 0;
      const nextCall = () => {
        calls += 1;
        return `CA${String(calls).padStart(32, '0')}`;
      };
      const ask = async (CallSid = nextCall()) =>
        (await post(line.app, actionOf(topics.text), { Digits: '0', CallSid })).text;
      for (let dialled = 0; dialled < line.shelf.current.file.transfersPerHour; dialled += 1)
        expect(await ask()).toContain('<Dial');
      const refused = await ask();
      expect(refused).not.toContain('<Dial');
      expect(saidIn(refused)).toContain(callCentre.en);
      // A repeated webhook gets the same answer.
      expect(await ask(`CA${'1'.padStart(32, '0')}`)).toContain('<Dial');
      line.now = new Date(Date.parse(moments.open) + 3_600_000).toISOString();
      expect(await ask()).toContain('<Dial');
    } finally {
      await line.close();
    }
  });
});

describe('A dialled number that belongs to one language', () => {
  test('skips the menu', async () => {
    const { bundledDraft } = await import('../../support/bundled.ts');
    const draft = bundledDraft();
    const languages = draft.line.languages.map((each) =>
      each.tag === 'ko' ? { ...each, ownNumbers: ['+815000000004'] } : each,
    );
    const line = await createTestContext({ draft: { ...draft, line: { ...draft.line, languages } } });
    try {
      const answer = await post(line.app, '/twilio/voice', { To: '+815000000004' });
      expect(answer.text).toContain('한국어입니다');
      expect(answer.text).not.toContain('For English');
    } finally {
      await line.close();
    }
  });
});

describe('Who may call a webhook', () => {
  let line: Made;
  beforeAll(async () => {
    line = await createTestContext();
  });
  afterAll(() => line.close());
  const paths = ['/twilio/voice', '/twilio/turn/x?n=1', '/twilio/status', '/twilio/whisper/en'];
  const send = (path: string, parameters: Record<string, string>, signature: string) =>
    request(line.app)
      .post(path)
      .type('form')
      .set('X-Twilio-Signature', signature)
      .send(new URLSearchParams(parameters).toString());

  test.each(paths)('%s: only clients with one of the two tokens', async (path) => {
    expect((await post(line.app, path)).status).toBeLessThan(300);
    expect((await post(line.app, path, {}, account.authTokens[1])).status).toBeLessThan(300);
    expect((await post(line.app, path, {}, 'c'.repeat(32))).status).toBe(403);
    expect((await request(line.app).post(path)).status).toBe(403);
  });

  test.each([
    ['another account', { AccountSid: `AC${'9'.repeat(32)}` }],
    ['no account', { AccountSid: '' }],
  ])('not a client with %s, even with a valid signature', async (_who, more) => {
    expect((await post(line.app, '/twilio/voice', more)).status).toBe(403);
  });

  test('not if the digits were changed on the way', async () => {
    const signature = sign(
      `${account.publicUrl}/twilio/voice`,
      { ...callParameters, Digits: '1' },
      account.authTokens[0],
    );
    expect((await send('/twilio/voice', { ...callParameters, Digits: '2' }, signature)).status).toBe(403);
  });

  test('not if the count of turns in the address was changed', async () => {
    const signature = sign(`${account.publicUrl}/twilio/turn/x?n=79`, callParameters, account.authTokens[0]);
    expect((await send('/twilio/turn/x?n=1', callParameters, signature)).status).toBe(403);
  });

  test('any client that signs the configured address, whatever Host header a proxy sends', async () => {
    const signature = sign(`${account.publicUrl}/twilio/voice`, callParameters, account.authTokens[0]);
    const answer = await send('/twilio/voice', callParameters, signature).set('Host', 'inside.example');
    expect(answer.status).toBe(200);
  });

  test('also with kanji, plus signs, quotes and empty values in the parameters', async () => {
    const answer = await post(line.app, '/twilio/voice', {
      FromCity: '熊本',
      CallerName: 'O\'Neil + Co: "x"',
      FromZip: '',
    });
    expect(answer.status).toBe(200);
  });

  test.each([
    ['another content type', 'application/json', JSON.stringify(callParameters), 403],
    ['a body of one megabyte', 'application/x-www-form-urlencoded', `Digits=${'1'.repeat(1_000_000)}`, 413],
    ['a thousand parameters', 'application/x-www-form-urlencoded', 'a=1&'.repeat(1000), 403],
    ['control characters', 'application/x-www-form-urlencoded', 'Digits=%00%01&AccountSid=%0d%0a', 403],
  ])('%s is refused in one sentence', async (_what, type, body, status) => {
    const answer = await request(line.app)
      .post('/twilio/voice')
      .set('Content-Type', type)
      .set('X-Twilio-Signature', 'AAAA')
      .send(body);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(/^[A-Z][^<]+\.$/);
    expect((await request(line.app).get('/healthz')).status).toBe(200);
  });

  test('nobody while no account is configured', async () => {
    const closed = await createTestContext({ config: { twilio: null } });
    try {
      expect((await post(closed.app, '/twilio/voice')).status).toBe(403);
    } finally {
      await closed.close();
    }
  });

  test('control characters in a signed request do no harm', async () => {
    const menu = await post(line.app, '/twilio/voice', { CallerName: '\u0000\u0001', Digits: '\u0007' });
    expect(menu.status).toBe(200);
  });
});
