import { describe, expect, test } from '#jest';
import { answersPage, answersWith, createDoctor, cutsOff, type Doctor } from '../support/doctor.ts';
import { expectTold, type Told } from '../support/told-checks.ts';

/*
 * Mistakes in an account when a line is taken live. Each test makes one mistake and expects the one check that
 * reports it, with its sentence.
 */

const { live } = createDoctor();

const status = 'Look at status.twilio.com and run it again later.';

describe('An account', () => {
  test.each<[string, (doctor: Doctor) => unknown, Told]>([
    [
      'with a wrong token',
      ({ world }) => Object.assign(world, { authToken: 'f'.repeat(32) }),
      {
        ...{ id: 'twilio-api', state: 'fail', found: 'credentials' },
        about: 'Twilio does not accept this account SID with this auth token.',
        mend: 'Copy the live SID and token from “Account Info” in Twilio’s console into TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN; test credentials do not work here.',
      },
    ],
    [
      'with credentials for tests',
      answersWith(403, 20008),
      {
        ...{ id: 'twilio-api', state: 'fail', found: 'test-credentials' },
        about: 'The account SID and auth token of the settings are Twilio’s test credentials.',
        mend: 'With test credentials, no call is answered. Copy the live SID and token from “Account Info” in Twilio’s console into TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.',
      },
    ],
    [
      'that is suspended',
      ({ world }) => Object.assign(world, { status: 'suspended' }),
      {
        ...{ id: 'account-status', state: 'fail', expected: 'active', found: 'suspended' },
        about: 'The state of the account',
        mend: 'Look at billing and messages in Twilio’s console; no call is answered while the account is not active.',
      },
    ],
    [
      'that is a trial account',
      ({ world }) => Object.assign(world, { type: 'Trial' }),
      {
        ...{ id: 'account-type', state: 'warn', expected: 'Full', found: 'Trial' },
        about: 'The type of the account',
        mend: 'With a trial account, callers first hear a message from Twilio, and calls are put through only to verified numbers. Upgrade the account in Twilio’s console.',
      },
    ],
    [
      'that may not dial a destination',
      ({ world }) => Object.assign(world, { prefixes: ['+81 (57)', '+81 (3)'] }),
      {
        ...{ id: 'dialling-prefix', state: 'fail', found: '+813' },
        about: 'Calls to +81300000000 are blocked: its prefix counts as a special service.',
        mend: 'Use an ordinary number of that destination (geographic or 050), or permit “high-risk special services” for Japan in Twilio’s console under “Geo permissions”.',
      },
    ],
    [
      'that may not dial Japan',
      ({ world }) => Object.assign(world, { ordinary: false }),
      {
        ...{ id: 'dialling-japan', state: 'fail', expected: '+81', found: '–' },
        about: 'Putting calls through to numbers in Japan',
        mend: 'Permit Japan under “Voice > Settings > Geo permissions” in Twilio’s console.',
      },
    ],
    [
      'that is not there',
      answersWith(404),
      {
        ...{ id: 'twilio-api', state: 'fail', found: 'unknown' },
        about: 'Twilio does not know this account, or one of its numbers.',
        mend: /^Set TWILIO_ACCOUNT_SID to the account that owns the number; if a subaccount /,
      },
    ],
    [
      'of which Twilio was asked too often',
      answersWith(429),
      {
        ...{ id: 'twilio-api', state: 'fail', found: 'too-many' },
        ...{ about: 'Twilio answered that it was asked too often.', mend: 'Wait a minute and run it again.' },
      },
    ],
    [
      'at which Twilio has an error',
      answersWith(500),
      {
        ...{ id: 'twilio-api', state: 'fail', found: 'server' },
        ...{ about: 'Twilio answered with an internal error.', mend: status },
      },
    ],
    [
      'to which the connection breaks off',
      cutsOff,
      {
        ...{ id: 'twilio-api', state: 'fail', found: 'unreachable', about: 'Twilio’s API cannot be reached.' },
        mend: /^Let this server reach api\.twilio\.com, voice\.twilio\.com, .+ over HTTPS, port 443\.$/,
      },
    ],
    [
      'whose answer is no JSON',
      answersPage,
      {
        ...{ id: 'twilio-api', state: 'fail', found: 'unreadable' },
        about: 'The answer from Twilio’s API cannot be read.',
        mend: 'Look for a proxy on the way that changes what is answered.',
      },
    ],
    [
      'whose clock is five minutes from ours',
      ({ world }) => Object.assign(world, { now: () => Date.parse('2026-11-24T01:05:30Z') }),
      {
        ...{ id: 'clock', state: 'fail', found: '-330 s', about: 'The clock of this machine' },
        mend: 'Switch on time synchronisation (NTP). Opening hours and dates depend on this clock.',
      },
    ],
  ])('%s is reported in one sentence', async (_, change, told) => {
    const doctor = await live();
    change(doctor);
    await expectTold(doctor, told);
  });

  test('has a business profile that the API does not show, so the check names the page that does', async () => {
    const { checks } = await live();
    const [profile] = (await checks()).filter(({ id }) => id === 'account-profile');
    const page = 'https://console.twilio.com/us1/account/trust-hub/customer-profiles';
    expect(profile).toEqual({
      ...{ id: 'account-profile', state: 'skip' },
      about: {
        ja: '事業者の登録(Primary Business Profile)。ないと、同時に受けられる電話が少なくなります。',
        en: 'The primary business profile. Without it, few calls are answered at the same time.',
      },
      mend: {
        ja: `APIでは調べられません。Twilioの管理画面の「Trust Hub」で、承認されているかを見てください: ${page}`,
        en: `The API does not show this: look under “Trust Hub” in Twilio’s console whether it is approved: ${page}`,
      },
    });
  });

  test('is checked as far as Twilio answers', async () => {
    const { world, checks } = await live();
    world.trouble = (request, response) => {
      if (!request.url?.includes('DialingPermissions')) return false;
      response.writeHead(503).end('{}');
      return true;
    };
    const found = (await checks()).map(({ id }) => id);
    expect(found).toEqual(expect.arrayContaining(['account-status', 'number-settings', 'twilio-api']));
  });

  test('whose token differs from that of the service is reported in one sentence', async () => {
    const doctor = await live();
    const { twilio } = doctor.given.config;
    if (!twilio) throw new Error('The line has no account.');
    const config = { ...doctor.given.config, twilio: { ...twilio, authTokens: ['e'.repeat(32)] } };
    const told: Told = {
      ...{ id: 'webhook', state: 'fail', expected: '204', found: '403', about: 'Signed webhooks' },
      mend: /^See that the running service has the same PUBLIC_URL, TWILIO_ACCOUNT_SID and /,
    };
    await expectTold(doctor, told, { config });
  });
});
