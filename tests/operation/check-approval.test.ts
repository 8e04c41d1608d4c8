import { describe, expect, test } from '#jest';
import { checkApproval } from '../../src/cli/check-approval.ts';
import type { Bilingual } from '../../src/common/bilingual.ts';
import { readLiveContent } from '../../src/database/read-live-content.ts';
import { contentOf } from '../../src/office/editions/edition-content.ts';
import type { Emergency } from '../../src/office/editions/edition-records.ts';
import { goLive } from '../../src/office/editions/go-live.ts';
import type { AuditedPerson } from '../../src/office/staff/audit-entry.ts';
import { whoIs } from '../../src/office/staff/desk/actor.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { scratchDatabase, scratchFolder } from '../support/scratch-database.ts';
import { byFolder, mori, openSmallOffice, tanaka } from '../support/small-office.ts';
import { expectWellFormed } from '../support/well-formed-checks.ts';

describe('The approval of the live edition', () => {
  /** An office whose edition can be made live without approval and without sounds, in any person's name. */
  async function open() {
    const other = await scratchFolder();
    const office = await openSmallOffice(await scratchDatabase(other));
    const { records, shelf, engine, approvals } = office;
    const goLiveBy = async (by: AuditedPerson, emergency: Emergency | null) => {
      const content = contentOf(fixtureDraft(), engine);
      const about = { manifest: { sounds: [], narrations: [] }, by, at: 1, comment: '', documentNumber: null };
      const record = { ...content, hash: shelf.current.hash, ...about };
      expect(await goLive(records, { record, basedOn: 0, emergency, about: {} })).not.toBeNull();
    };
    const unapproved = async () =>
      (await approvals.unapproved({ ...contentOf(fixtureDraft(), engine), hash: 'x' })).length;
    const look = async () => checkApproval(await readLiveContent(other));
    return { office, goLiveBy, unapproved, look };
  }

  test.each<[string, AuditedPerson, Emergency | null, Bilingual]>([
    [
      'from the prompts folder',
      byFolder,
      null,
      {
        ja: '公開中の版はフォルダーから公開したもので、だれも承認していない文があります',
        en: 'The live edition was published from the prompts folder, and nobody has approved some of its texts',
      },
    ],
    [
      'in an emergency',
      whoIs(tanaka),
      { reason: 'The river has risen.', texts: [] },
      {
        ja: '公開中の版は緊急に公開したもので、まだ承認されていない文があります',
        en: 'The live edition was published in an emergency, and some of its texts are still not approved',
      },
    ],
    [
      'without approval, but not in an emergency',
      whoIs(tanaka),
      null,
      { ja: '公開中の版に、承認されていない文があります', en: 'The live edition has texts that are not approved' },
    ],
  ])('is missing if it went live %s, until every text is approved', async (_, by, emergency, about) => {
    const { office, goLiveBy, unapproved, look } = await open();
    await goLiveBy(by, emergency);
    const count = await unapproved();
    expect(count).toBeGreaterThan(20);
    const mend = { ja: expect.stringContaining('「承認」'), en: expect.stringContaining('under “Approve”') };
    const found = {
      id: 'edition-approved',
      state: 'warn',
      expected: '0',
      found: `${count}`,
      about,
      mend,
      mendedBy: 'staff',
    };
    expect(await look()).toEqual(found);
    expectWellFormed([await look()]);
    const [first, ...others] = await office.approveAll();
    expect([first === undefined, others.length + 1]).toEqual([false, count]);
    expect(await look()).toMatchObject({ id: 'edition-approved', state: 'ok' });
    if (first) await office.approvals.sendBack(mori, first, 'The number is wrong.');
    expect(await look()).toEqual({ ...found, found: '1' });
  });
});
