import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '#jest';
import { account } from '../support/twilio-account.ts';
import { boughtNumber, type RestWorld, startTwilioRest } from '../support/twilio-rest.ts';

/*
 * Tests that use the server in Twilio's place prove something only if that server refuses what Twilio refuses. The
 * tests below send it requests, each wrong in one way.
 */

const own = '+815000000002';
const [api, voice, serverless] = ['api.twilio.com', 'voice.twilio.com', 'serverless.twilio.com'] as const;
const ours = `/2010-04-01/Accounts/${account.accountSid}`;
const form = 'application/x-www-form-urlencoded';

let world: RestWorld;
let rest: Awaited<ReturnType<typeof startTwilioRest>>;
beforeEach(async () => {
  world = {
    ...{ accountSid: account.accountSid, authToken: account.authTokens[0], status: 'active', type: 'Full' },
    ...{ numbers: [boughtNumber(own, 2)], ordinary: true, special: false, prefixes: [] },
    ...{ trouble: null, now: Date.now },
  };
  rest = await startTwilioRest(world);
});
afterEach(() => rest[Symbol.asyncDispose]());

/**
 * Sends a request to the server in Twilio's place.
 * @param host the host name of one of Twilio's APIs
 * @param asks method and path, such as `GET /v1/Services`
 * @returns status and text of the answer
 */
function send(
  host: string,
  asks: string,
  body: string | Buffer = '',
  { type = body.length > 0 ? form : '', token = account.authTokens[0] as string } = {},
): Promise<readonly [number | undefined, string]> {
  const [method = '', path = ''] = asks.split(' ');
  const headers = {
    Host: host,
    Authorization: `Basic ${Buffer.from(`${account.accountSid}:${token}`).toString('base64')}`,
    ...(type !== '' && { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }),
  };
  const { promise, resolve, reject } = Promise.withResolvers<readonly [number | undefined, string]>();
  const sent = request(`${rest.url}${path}`, { method, headers }, (answer) => {
    text(answer).then((read) => resolve([answer.statusCode, read]), reject);
  });
  sent.on('error', reject).end(body);
  return promise;
}

const sidIn = (answer: string): string => JSON.parse(answer).sid;

describe('The server that stands for Twilio', () => {
  test.each<[string, string, string, string]>([
    ['the account, with a parameter', api, `GET ${ours}.json?Status=active`, ''],
    ['the account, with a body', api, `GET ${ours}.json`, 'Status=active'],
    ['another account', api, `GET /2010-04-01/Accounts/AC${'9'.repeat(32)}.json`, ''],
    ['an account to be changed', api, `POST ${ours}.json`, 'Status=suspended'],
    ['numbers, with a parameter that nobody knows', api, `GET ${ours}/IncomingPhoneNumbers.json?Voice=true`, ''],
    ['more numbers than a page may have', api, `GET ${ours}/IncomingPhoneNumbers.json?PageSize=999999`, ''],
    ['one more than a page may have', api, `GET ${ours}/IncomingPhoneNumbers.json?PageSize=1001`, ''],
    ['a page without numbers', api, `GET ${ours}/IncomingPhoneNumbers.json?PageSize=0`, ''],
    ['two sizes of a page', api, `GET ${ours}/IncomingPhoneNumbers.json?PageSize=5&PageSize=6`, ''],
    ['a number to be bought', api, `POST ${ours}/IncomingPhoneNumbers.json`, 'PhoneNumber=%2B815000000009'],
    ['the prefixes, in the wrong place', api, 'GET /v1/DialingPermissions/Countries/JP', ''],
    ['the account, in the wrong place', voice, `GET ${ours}.json`, ''],
    ['the account, nowhere', '127.0.0.1', `GET ${ours}.json`, ''],
    ['permissions, with a parameter', voice, 'GET /v1/DialingPermissions/Countries/JP?PageSize=20', ''],
    ['permissions of a country in small letters', voice, 'GET /v1/DialingPermissions/Countries/jp', ''],
    ['too many prefixes', voice, 'GET /v1/DialingPermissions/Countries/JP/HighRiskSpecialPrefixes?PageSize=5000', ''],
    ['services, with a parameter', serverless, 'GET /v1/Services?UniqueName=kotozute', ''],
    ['too many services', serverless, 'GET /v1/Services?PageSize=1001', ''],
    ['services, in the wrong place', api, 'GET /v1/Services', ''],
    ['a service that is not there', serverless, `GET /v1/Services/ZS${'9'.repeat(32)}/Assets`, ''],
    ['a service to be removed', serverless, `DELETE /v1/Services/ZS${'9'.repeat(32)}`, ''],
  ])('refuses to be asked for %s', async (_, host, asks, body) => {
    const [status, answer] = await send(host, asks, body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.parse(answer)).toMatchObject({ status, code: expect.any(Number) });
  });

  test('accepts the same requests when they are right', async () => {
    for (const [host, asks] of [
      [api, `GET ${ours}.json`],
      [api, `GET ${ours}/IncomingPhoneNumbers.json?PageSize=1000`],
      [voice, 'GET /v1/DialingPermissions/Countries/JP'],
      [voice, 'GET /v1/DialingPermissions/Countries/JP/HighRiskSpecialPrefixes?PageSize=1'],
      [serverless, 'GET /v1/Services?PageSize=50'],
    ] as const)
      expect([asks, (await send(host, asks))[0]]).toEqual([asks, 200]);
    expect((await send(api, `GET ${ours}.json`, '', { token: 'f'.repeat(32) }))[0]).toBe(401);
  });

  test('changes a number only by a form with fields that a number has, and values that they can have', async () => {
    const number = `POST ${ours}/IncomingPhoneNumbers/${world.numbers[0]?.sid}.json`;
    const before = structuredClone(world.numbers);
    for (const [asks, body, type] of [
      [`${number}?Force=true`, 'VoiceMethod=GET', form],
      [number, 'VoiceMethod=PUT', form],
      [number, 'VoiceUrl=ftp%3A%2F%2Fx.example.jp%2F', form],
      [number, 'TrunkSid=AP00000000000000000000000000000001', form],
      [number, 'Colour=red', form],
      [number, 'VoiceMethod=GET&VoiceMethod=POST', form],
      [number, 'VoiceFallbackMethod=GET', form],
      [number, 'VoiceMethod=GET', 'text/plain'],
      [number, '{"VoiceMethod":"GET"}', 'application/json'],
      [number.replace(/\d\.json/, '9.json'), 'VoiceMethod=GET', form],
    ] as const) {
      const [status] = await send(api, asks, body, { type });
      expect([asks, body, type, Number(status) >= 400]).toEqual([asks, body, type, true]);
    }
    expect(world.numbers).toEqual(before);
    expect((await send(api, number, 'VoiceMethod=GET', { type: `${form}; charset=utf-8` }))[0]).toBe(200);
    expect(world.numbers[0]?.voiceMethod).toBe('GET');
  });

  test('makes no call without To, From and Url, with wrong values, or with other fields', async () => {
    const call = { To: '+815000000077', From: own, Url: 'https://static.example.jp/fallback.xml', Method: 'GET' };
    const { To, From, Url, ...method } = call;
    const calling = (given: Readonly<Record<string, string>>, type = form) =>
      send(api, `POST ${ours}/Calls.json`, new URLSearchParams(given).toString(), { type });
    for (const given of [
      { From, Url, ...method },
      { To, Url, ...method },
      { To, From, ...method },
      { ...call, To: '050-0000-0077' },
      { ...call, From: '+815000000009' },
      { ...call, Url: 'fallback.xml' },
      { ...call, Method: 'PUT' },
      { ...call, Record: 'always' },
    ])
      expect([given, (await calling(given))[0]]).toEqual([given, 400]);
    expect((await calling(call, 'text/plain'))[0]).toBe(415);
    expect(world.calls).toBeUndefined();
    // In Twilio's API description, `Method` is optional and defaults to POST.
    expect((await calling({ To, From, Url }))[0]).toBe(201);
    expect(world.calls).toHaveLength(1);
  });

  test('creates services, environments, assets, builds and deployments only from the fields that they need', async () => {
    const make = async (asks: string, good: Readonly<Record<string, string>>, needed: readonly string[]) => {
      const posting = (given: Readonly<Record<string, string>>, type = form) =>
        send(serverless, asks, new URLSearchParams(given).toString(), { type });
      for (const name of needed) {
        const { [name]: _, ...others } = good;
        expect([asks, name, (await posting(others))[0]]).toEqual([asks, name, 400]);
      }
      expect([asks, (await posting({ ...good, Colour: 'red' }))[0]]).toEqual([asks, 400]);
      expect([asks, (await posting(good, 'text/plain'))[0]]).toEqual([asks, 415]);
      const [status, answer] = await posting(good);
      expect([asks, status]).toEqual([asks, 201]);
      return sidIn(answer);
    };
    const names = { UniqueName: 'kotozute-1', FriendlyName: 'A fallback' };
    const services = 'POST /v1/Services';
    const service = `/v1/Services/${await make(services, names, ['UniqueName', 'FriendlyName'])}`;
    expect((await send(serverless, services, new URLSearchParams(names).toString()))[0]).toBe(400);
    const named = { UniqueName: 'live', DomainSuffix: 'live' };
    const environment = await make(`POST ${service}/Environments`, named, ['UniqueName']);
    const asset = await make(`POST ${service}/Assets`, { FriendlyName: 'a.xml' }, ['FriendlyName']);
    const upload = async (parts: Readonly<Record<string, string>>, host = rest.serverless.domain) => {
      const data = new FormData();
      for (const [name, value] of Object.entries(parts))
        data.set(name, name === 'Content' ? new Blob([value], { type: 'text/xml' }) : value);
      const sent = new Response(data);
      const type = sent.headers.get('content-type') ?? '';
      return send(host, `POST ${service}/Assets/${asset}/Versions`, Buffer.from(await sent.bytes()), { type });
    };
    const file = { Path: '/a.xml', Visibility: 'public', Content: '<Response/>' };
    for (const name of Object.keys(file))
      expect((await upload({ ...file, [name]: '' }))[0]).toBe(name === 'Content' ? 201 : 400);
    expect((await upload({ Path: '/a.xml', Visibility: 'public' }))[0]).toBe(400);
    expect((await upload({ ...file, Colour: 'red' }))[0]).toBe(400);
    expect((await upload(file, serverless))[0]).toBe(404);
    expect((await send(rest.serverless.domain, `POST ${service}/Assets/${asset}/Versions`, 'Path=%2Fa.xml'))[0]).toBe(
      415,
    );
    const version = sidIn((await upload(file))[1]);
    const builds = `POST ${service}/Builds`;
    expect((await send(serverless, builds, `AssetVersions=ZN${'9'.repeat(32)}`))[0]).toBe(400);
    const build = await make(builds, { AssetVersions: version }, []);
    const deployments = `POST ${service}/Environments/${environment}/Deployments`;
    // A build that has not ended cannot be deployed. A build that is deployed cannot be removed.
    expect((await send(serverless, deployments, `BuildSid=${build}`))[0]).toBe(400);
    for (const status of ['building', 'completed'])
      expect((await send(serverless, `GET ${service}/Builds/${build}/Status`))[1]).toContain(status);
    await make(deployments, { BuildSid: build }, ['BuildSid']);
    expect((await send(serverless, `DELETE ${service}/Builds/${build}`))[0]).toBe(400);
    expect((await send(serverless, `DELETE ${service}/Assets/${asset}`))[0]).toBe(400);
    expect((await send(serverless, `DELETE ${service}/Builds/ZB${'9'.repeat(32)}`))[0]).toBe(404);
    expect((await send(rest.serverless.domain, 'GET /a.xml'))[1]).toBe('<Response/>');
  });
});
