import { describe, expect, test } from '#jest';
import type { ApprovalRecords, NewApproval } from '../../src/office/editions/approval/approval-records.ts';

const noon = Date.parse('2026-11-24T03:00:00Z');
const by = { accountId: 'id of mori', accountName: 'mori' };
const hash = (beginning: string) => beginning.padEnd(64, '0');

const approval = (beginning: string, more: Partial<NewApproval> = {}): NewApproval => ({
  language: 'zh-Hans',
  prompt: 'days.which',
  hash: hash(beginning),
  verdict: 'approved',
  revision: 3,
  lineRevision: 2,
  sounds: [{ key: hash('5'), sha256: hash('6') }],
  comment: '',
  by,
  at: noon,
  ...more,
});

/** Registers the tests that all `ApprovalRecords` must pass. */
export function describeApprovalRecords(name: string, open: () => Promise<ApprovalRecords>): void {
  describe(`${name} keeps decisions about texts`, () => {
    test('whole and with increasing numbers, and lists those after a given number', async () => {
      const { approvals } = await open();
      expect(await approvals.since(0)).toEqual([]);
      const sentBack = approval('b', {
        verdict: 'sent-back',
        comment: '「燃える」が\n抜けています。',
        sounds: [],
        at: noon + 1,
      });
      for (const each of [approval('a'), sentBack, approval('a', { revision: 0, lineRevision: 0 })]) {
        await approvals.add(each);
      }
      const all = await approvals.since(0);
      expect(all).toMatchObject([approval('a'), sentBack, approval('a', { revision: 0, lineRevision: 0 })]);
      const numbers = all.map(({ number }) => number);
      expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
      expect(await approvals.since(numbers[1] ?? 0)).toEqual(all.slice(2));
      expect(await approvals.since(numbers[2] ?? 0)).toEqual([]);
    });

    test('and refuses a decision without an account', async () => {
      const { approvals } = await open();
      const nobody = approval('a', { by: { accountId: null, accountName: 'command line' } });
      await expect(approvals.add(nobody)).rejects.toThrow('Only somebody with an account');
      expect(await approvals.since(0)).toEqual([]);
    });

    test('and keeps nothing of a transaction in which a step fails', async () => {
      const records = await open();
      const work = records.transaction(async (stores) => {
        await stores.approvals.add(approval('a'));
        await stores.audit.add({ at: noon, who: by, act: 'texts-approved', about: {} });
        throw new Error('the machine stopped');
      });
      await expect(work).rejects.toThrow('the machine stopped');
      expect(await records.approvals.since(0)).toEqual([]);
      expect(await records.audit.list(null, 9)).toEqual([]);
    });
  });

  describe(`${name} keeps listenings`, () => {
    const texts = [
      { language: 'en', prompt: 'goodbye', hash: hash('a') },
      { language: 'en', prompt: 'limit', hash: hash('b') },
    ];

    test('unchanged, from the moment they begin', async () => {
      const { listenings } = await open();
      const listening = { texts, seconds: 12.375, by, at: noon };
      const number = await listenings.begin(listening);
      expect(await listenings.find(number)).toEqual({ ...listening, number });
      expect(await listenings.find(number + 1)).toBeNull();
      expect(await listenings.begin(listening)).toBeGreaterThan(number);
    });

    test('and counts their texts as heard once they have ended, for their account alone', async () => {
      const { listenings } = await open();
      const number = await listenings.begin({ texts, seconds: 12, by, at: noon });
      const asked = [
        ...texts.map((text) => text.hash),
        hash('c'),
        ...Array.from({ length: 1200 }, (_, i) => hash(`e${i}`)),
      ];
      expect(await listenings.heardBy('id of mori', asked)).toEqual(new Set());
      const listening = await listenings.find(number);
      if (!listening) throw new Error('The listening was not stored.');
      await listenings.end(listening, 13, noon + 13_000);
      // Pressing the button twice does no harm.
      await listenings.end(listening, 20, noon + 20_000);
      expect(await listenings.heardBy('id of mori', asked)).toEqual(new Set([hash('a'), hash('b')]));
      expect(await listenings.heardBy('id of sato', asked)).toEqual(new Set());
      expect(await listenings.heardBy('id of mori', [])).toEqual(new Set());
    });
  });
}
