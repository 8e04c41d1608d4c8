import { describe, expect, jest, test } from '#jest';
import { waitingIn } from '../../../../src/office/editions/approval/candidates.ts';
import { readSealed } from '../../../../src/sound/seal.ts';
import { openApprovals } from '../../../support/small-approvals.ts';
import { mori, worker } from '../../../support/small-office.ts';

jest.setTimeout(30_000);

const kato = worker('kato', 'approver');

async function open() {
  const office = await openApprovals();
  // The text is so long that one or two more seconds on the clock make no difference.
  await office.save(
    'en',
    'goodbye',
    ...Array.from({ length: 12 }, (_, index) => `This is the long sentence ${'abcdefghijkl'[index]}.`),
  );
  const text = await office.textOf('en', 'goodbye');
  const begin = async () => {
    const begun = await office.approvals.beginListening(mori, [text]);
    if (begun.kind !== 'begun') throw new Error(`It was not begun but ${begun.kind}.`);
    return begun.number;
  };
  const approve = () => office.approvals.approve(mori, { texts: [text], reader: null });
  return { ...office, text, begin, approve };
}

describe('Somebody who approves has heard the text', () => {
  test('in the very file that callers hear, for as long as it lasts', async () => {
    const office = await open();
    const number = await office.begin();
    const listening = await office.approvals.readListening(mori, number);
    const key = listening?.narration.key ?? '';
    const bytes = await office.cache.read(key);
    expect(readSealed(bytes ?? new Uint8Array(), key).length / 8000).toBe(listening?.seconds);
    expect(listening?.seconds).toBeGreaterThan(15);
    expect(await office.approve()).toMatchObject({ kind: 'refused', refused: [{ why: 'not-heard' }] });
    expect(await office.approvals.endListening(mori, number)).toMatchObject({ kind: 'too-short' });
    office.later((listening?.seconds ?? 0) * 0.9 - 8);
    const short = await office.approvals.endListening(mori, number);
    if (short.kind !== 'too-short') throw new Error(short.kind);
    expect(short.missing).toBeLessThanOrEqual(8);
    expect(await office.approve()).toMatchObject({ kind: 'refused', refused: [{ why: 'not-heard' }] });
    office.later(short.missing);
    expect(await office.approvals.endListening(mori, number)).toMatchObject({ kind: 'heard' });
    expect(await office.approve()).toMatchObject({ kind: 'approved' });
  });

  test('in person: what somebody else has heard does not count, and nobody can end the listening of another person', async () => {
    const office = await open();
    const number = await office.begin();
    office.later(60);
    expect(await office.approvals.endListening(kato, number)).toEqual({ kind: 'unknown' });
    expect(await office.approvals.readListening(kato, number)).toBeNull();
    await office.approvals.endListening(mori, number);
    expect(await office.approvals.approve(kato, { texts: [office.text], reader: null })).toMatchObject({
      refused: [{ why: 'not-heard' }],
    });
    expect(await office.approvals.endListening(mori, 99)).toEqual({ kind: 'unknown' });
  });

  test('as it is: what changed while it played has not been heard', async () => {
    const office = await open();
    const number = await office.begin();
    office.later(60);
    await office.save('en', 'goodbye', 'Something else.');
    expect(await office.approvals.endListening(mori, number)).toEqual({ kind: 'changed' });
    expect(await office.approvals.readListening(mori, number)).toBeNull();
    const text = await office.textOf('en', 'goodbye');
    expect(await office.approvals.approve(mori, { texts: [text], reader: null })).toMatchObject({
      refused: [{ why: 'not-heard' }],
    });
  });

  test('or several texts in one listening, which lasts as long as all of them with their pauses', async () => {
    const office = await open();
    await office.save('en', 'limit', 'It ends.');
    const texts = [office.text, await office.textOf('en', 'limit')];
    const seconds = async (some: typeof texts) => {
      const begun = await office.approvals.beginListening(mori, some);
      const number = begun.kind === 'begun' ? begun.number : 0;
      return (await office.approvals.readListening(mori, number))?.seconds ?? 0;
    };
    const [first, second] = [await seconds(texts.slice(0, 1)), await seconds(texts.slice(1))];
    // Alone, each text has its own lead and tail. Joined, the texts have a pause between them instead.
    const all = await seconds(texts);
    expect(Math.abs(all - (first + second + 0.7))).toBeLessThan(1.1);
    await office.listen(mori, ...texts);
    expect(await office.approvals.approve(mori, { texts, reader: null })).toMatchObject({ kind: 'approved' });
  });
});

test('A listening to many short texts contains only as many as fit into its maximum length, pauses included', async () => {
  const office = await open();
  const texts = waitingIn(await office.approvals.read());
  const begun = await office.approvals.beginListening(mori, texts);
  const listening = begun.kind === 'begun' ? await office.approvals.readListening(mori, begun.number) : null;
  expect(listening?.texts.length).toBeGreaterThan(5);
  expect(listening?.texts.length).toBeLessThan(texts.length);
  expect(listening?.seconds).toBeLessThanOrEqual(60.5);
});

describe('What cannot be spoken', () => {
  test('cannot be listened to or approved until it can be spoken', async () => {
    const office = await open();
    office.engine.failWhen(() => true);
    expect(await office.approvals.beginListening(mori, [office.text])).toMatchObject({ kind: 'not-spoken' });
    expect(await office.approve()).toMatchObject({ kind: 'not-spoken' });
    office.engine.failWhen(() => false);
    expect(await office.listen(mori, office.text)).toMatchObject({ kind: 'heard' });
    expect(await office.approve()).toMatchObject({ kind: 'approved' });
  });

  test('at the slow speed alone is reported before anybody listens in vain', async () => {
    const office = await open();
    office.engine.failWhen(({ speed }) => speed === 'slow');
    expect(await office.approvals.beginListening(mori, [office.text])).toMatchObject({ kind: 'not-spoken' });
  });
});
