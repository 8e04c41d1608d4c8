import { expect, jest, test } from '#jest';
import { sentBackIn } from '../../../../src/office/editions/approval/candidates.ts';
import { openApprovals, setFirstDay } from '../../../support/small-approvals.ts';
import { mori, tanaka } from '../../../support/small-office.ts';
import { stoppedAt } from '../../../support/stopped-at.ts';

jest.setTimeout(30_000);

async function open() {
  const office = await openApprovals();
  await office.save('en', 'days.which', 'It changes on {{firstDay}}.\nMind the day.');
  const text = await office.textOf('en', 'days.which');
  const comment = async () =>
    sentBackIn(await office.approvals.read(), { language: 'en', prompt: 'days.which' })?.comment;
  return { ...office, text, comment, state: () => office.stateOf('en', 'days.which') };
}

test('A text that was sent back says why until its words change', async () => {
  const office = await open();
  expect(await office.approvals.sendBack(mori, office.text, ' \n')).toEqual({ kind: 'no-comment' });
  expect(await office.approvals.sendBack(mori, office.text, ' Too short. ')).toEqual({ kind: 'sent-back' });
  expect([await office.state(), await office.comment()]).toEqual(['sent-back', 'Too short.']);
  expect((await office.records.audit.list(null, 1))[0]).toMatchObject({
    act: 'text-sent-back',
    who: { accountName: 'mori' },
    about: { prompt: 'days.which', language: 'en', comment: 'Too short.' },
  });
  await office.save('en', 'days.which', 'Everything changes on {{firstDay}}.\nMind the day.');
  expect([await office.state(), await office.comment()]).toEqual(['to-approve', undefined]);
  expect(await office.approvals.sendBack(mori, office.text, 'Once more.')).toEqual({ kind: 'changed' });
});

test('A text that was sent back waits for approval again when a fact in it changes', async () => {
  const office = await open();
  await office.approvals.sendBack(mori, office.text, 'The day is wrong.');
  await office.changeLine(tanaka, setFirstDay('2026-05-01'));
  expect(await office.state()).toBe('to-approve');
});

test('A text that was sent back can be approved after all, and an approved one sent back', async () => {
  const office = await open();
  await office.approvals.sendBack(mori, office.text, 'Is it right?');
  expect(await office.approve(mori, 'en', 'days.which')).toMatchObject({ kind: 'approved' });
  expect(await office.state()).toBe('approved');
  await office.approvals.sendBack(mori, office.text, 'No, it is not.');
  expect(await office.state()).toBe('sent-back');
  expect(await office.publish({}, tanaka, null)).toMatchObject(stoppedAt('approval'));
});

test('A text that callers hear can be sent back like any other, and its state says so', async () => {
  const office = await open();
  const goodbye = await office.textOf('en', 'goodbye');
  expect(await office.stateOf('en', 'goodbye')).toBe('published');
  await office.approvals.sendBack(mori, goodbye, 'Too curt.');
  expect(await office.stateOf('en', 'goodbye')).toBe('sent-back');
});
