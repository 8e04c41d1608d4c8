import { expect, test } from '#jest';
import { createLineStatus } from '../../../src/office/line-status/line-status.ts';
import { expectWellFormed } from '../../support/well-formed-checks.ts';

test('A doctor that gives no answer counts as one failure, which says what to do', async () => {
  const status = createLineStatus({
    doctor: () => Promise.reject(new Error('There is no room.')),
    ...{ deploysFallback: false, audit: { add: async () => {} }, clock: () => 7, diagnosed: () => {} },
    signal: new AbortController().signal,
  });
  await status.look('check');
  expectWellFormed(status.failures);
  expect(status.failures).toMatchObject([
    { id: 'doctor', mend: { en: expect.stringMatching(/^Run npm run twilio -- check on the server/) } },
  ]);
});
