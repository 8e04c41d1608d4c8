import { describe, test } from '#jest';
import { connectionOverrides } from '../../src/common/twilio-addresses.ts';
import type { TwilioNumber } from '../../src/operation/twilio-api.ts';
import { createDoctor, type Doctor, own } from '../support/doctor.ts';
import { expectTold, type Told } from '../support/told-checks.ts';

/*
 * Mistakes in the settings of a number when a line is taken live. Each test makes one mistake and expects the one check
 * that reports it, with its sentence.
 */

const { live } = createDoctor();

const voice = `PUBLIC/twilio/voice${connectionOverrides}`;
/** The right address, but with http instead of https. */
const plain = voice.replace('PUBLIC', 'HTTP');
/** Replaces PUBLIC in a value by the public address, and HTTP by the same address without TLS. */
const withAddress = <Value>(value: Value, { publicUrl }: Doctor) =>
  typeof value === 'string'
    ? value.replace('PUBLIC', publicUrl).replace('HTTP', publicUrl.replace('https:', 'http:'))
    : value;
const setUpAgain = `Run: npm run twilio -- setup ${own}`;
const anotherService =
  `This number leads to another service. If it is to lead here, run: npm run twilio -- setup ${own}. ` +
  `If it no longer belongs to the line, run: npm run twilio -- forget ${own}`;
const callsIn = `${own}: The address for a call that comes in`;

describe('A number', () => {
  test.each<[string, Partial<TwilioNumber>, Told]>([
    [
      'that is called by GET instead of POST',
      { voiceMethod: 'GET' },
      {
        ...{ id: 'number-voice-method', state: 'fail', expected: 'POST', found: 'GET' },
        about: `${own}: The HTTP method for a call that comes in`,
        mend: setUpAgain,
      },
    ],
    [
      'with a slash at the end of its address',
      { voiceUrl: 'PUBLIC/twilio/voice/' },
      {
        ...{ id: 'number-voice-url', state: 'fail', expected: voice, found: 'PUBLIC/twilio/voice/' },
        ...{ about: callsIn, mend: setUpAgain },
      },
    ],
    [
      'with http instead of https',
      { voiceUrl: plain },
      {
        ...{ id: 'number-voice-url', state: 'fail', expected: voice, found: plain },
        ...{ about: callsIn, mend: setUpAgain },
      },
    ],
    [
      'without the connection overrides',
      { voiceUrl: 'PUBLIC/twilio/voice' },
      {
        ...{ id: 'number-voice-url', state: 'fail', expected: voice, found: 'PUBLIC/twilio/voice' },
        ...{ about: callsIn, mend: setUpAgain },
      },
    ],
    [
      'that leads to another service',
      { voiceUrl: 'http://other.example.jp/twilio/voice' },
      {
        ...{ id: 'number-voice-url', state: 'fail', expected: voice, found: 'http://other.example.jp/twilio/voice' },
        ...{ about: callsIn, mend: anotherService, isForeign: true },
      },
    ],
    [
      'with an application',
      { voiceApplicationSid: `AP${'1'.repeat(32)}` },
      {
        ...{ id: 'number-voice-application-sid', state: 'fail', expected: '–', found: `AP${'1'.repeat(32)}` },
        about: `${own}: The number has an application (TwiML App), which takes the place of its addresses: calls do not come to this line`,
        ...{ mend: anotherService, isForeign: true },
      },
    ],
    [
      'with a trunk',
      { trunkSid: `TK${'1'.repeat(32)}` },
      {
        ...{ id: 'number-trunk-sid', state: 'fail', expected: '–', found: `TK${'1'.repeat(32)}` },
        about: `${own}: The number belongs to a SIP trunk, which takes the place of its addresses: calls do not come to this line`,
        ...{ mend: anotherService, isForeign: true },
      },
    ],
    [
      'without voice',
      { hasVoice: false },
      {
        ...{ id: 'number-voice', state: 'fail', found: own, about: 'This number cannot be called.' },
        mend: 'Buy a number with voice in Twilio’s console.',
      },
    ],
    [
      'with another status callback',
      { statusCallback: 'PUBLIC/twilio/voice' },
      {
        ...{
          id: 'number-status-callback',
          state: 'warn',
          expected: 'PUBLIC/twilio/status',
          found: 'PUBLIC/twilio/voice',
        },
        ...{ about: `${own}: The address when a call has ended`, mend: setUpAgain },
      },
    ],
    [
      'without a status callback',
      { statusCallback: '' },
      {
        ...{ id: 'number-status-callback', state: 'warn', expected: 'PUBLIC/twilio/status', found: '–' },
        ...{ about: `${own}: The address when a call has ended`, mend: setUpAgain },
      },
    ],
    [
      'whose status callback is sent by GET',
      { statusCallbackMethod: 'GET' },
      {
        ...{ id: 'number-status-callback-method', state: 'warn', expected: 'POST', found: 'GET' },
        ...{ about: `${own}: The HTTP method when a call has ended`, mend: setUpAgain },
      },
    ],
  ])('%s is reported in one sentence', async (_, settings, told) => {
    const doctor = await live();
    const filled = Object.entries(settings).map(([name, value]) => [name, withAddress(value, doctor)]);
    doctor.set(Object.fromEntries(filled));
    await expectTold(doctor, {
      ...told,
      ...(told.found !== undefined && { found: String(withAddress(told.found, doctor)) }),
    });
  });

  test('whose fallback is requested by POST is reported in one sentence', async () => {
    const doctor = await live();
    const parts = { fallbackUrl: 'https://static.example.jp/fallback.xml' };
    await doctor.run('setup', { yes: true }, parts);
    doctor.set({ voiceFallbackMethod: 'POST' });
    const told: Told = {
      ...{ id: 'number-voice-fallback-method', state: 'fail', expected: 'GET', found: 'POST' },
      ...{ about: `${own}: The HTTP method while the line is out of order`, mend: setUpAgain },
    };
    await expectTold(doctor, told, parts);
  });
});
