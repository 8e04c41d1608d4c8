import type { Bilingual } from '../common/bilingual.ts';
import type { LiveContent } from '../database/read-live-content.ts';
import { unapprovedIn } from '../office/editions/approval/approval-desk.ts';
import { createTextHashes } from '../office/editions/approval/text-hashes.ts';
import { draftOf } from '../office/editions/edition-content.ts';
import { programOf } from '../office/staff/programs.ts';
import type { Check } from '../operation/check.ts';

/**
 * Checks whether every text of the live edition was approved by somebody other than its author. Usually, an edition
 * goes live unapproved only if it comes from the prompts folder or was published in an emergency. The check passes as
 * soon as all texts of the edition are approved.
 * @param live null if the live edition cannot be read
 * @param unread what to advise if `live` is null
 */
export async function checkApproval(live: LiveContent | null, unread = anotherVersion): Promise<Check> {
  const id = 'edition-approved';
  const about: Bilingual = { ja: '公開中の版の承認', en: 'The approval of the live edition' };
  if (!live) return { id, state: 'skip', about, mend: unread };
  const draft = draftOf(live.record);
  const unapproved = unapprovedIn(draft, await createTextHashes()(draft, live.record.engine), live.verdicts);
  if (unapproved.length === 0) return { id, state: 'ok', about };
  return {
    id,
    state: 'warn',
    about: reasonOf(live),
    expected: '0',
    found: `${unapproved.length}`,
    mend,
    mendedBy: 'staff',
  };
}

/** What to do if the database is intact, but the live edition could not be read from it. */
export const anotherVersion: Bilingual = {
  ja: 'データベースから公開中の版を読めませんでした。別のバージョンが書いたデータベースかもしれません。サービスを、このコマンドと同じバージョンで一度起動してください。',
  en: 'The live edition could not be read from the database, perhaps because another version wrote it: start the service once with the same version as this command.',
};

const mend: Bilingual = {
  ja: '管理画面の「承認」で、文を書いていない人が聞いて、承認してください。電話では、その間もこの文が流れます。',
  en: 'Let somebody who did not write these texts listen to them and approve them under “Approve” in the console. Callers hear them meanwhile.',
};

/** Says that texts are live without approval and, if it is known, why. */
function reasonOf({ record, wasEmergency }: LiveContent): Bilingual {
  if (wasEmergency) {
    return {
      ja: '公開中の版は緊急に公開したもので、まだ承認されていない文があります',
      en: 'The live edition was published in an emergency, and some of its texts are still not approved',
    };
  }
  if (programOf(record.by) === 'promptsFolder') {
    return {
      ja: '公開中の版はフォルダーから公開したもので、だれも承認していない文があります',
      en: 'The live edition was published from the prompts folder, and nobody has approved some of its texts',
    };
  }
  return {
    ja: '公開中の版に、承認されていない文があります',
    en: 'The live edition has texts that are not approved',
  };
}
